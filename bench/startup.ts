import { join } from 'node:path';
import { timeProcesses } from './processes.js';
import { workFolder, CLI, ESLINT, PEERS } from './places.js';
import type { Suite } from './suite.js';
import { catalogFacts } from './catalog-facts.js';
import { writePolicies } from './generated-policies.js';

export const startup: Suite = {
  name: 'startup',
  async run({ runs }) {
    const folder = workFolder('startup');
    writePolicies(folder, 1, await catalogFacts());
    const policy = 'policy-00000.json';
    const lint = {
      name: 'lint-policies, one policy with its manifest',
      argv: [CLI, policy, '--fail-on', 'never'],
      cwd: folder,
    };
    const timings = timeProcesses(
      [
        lint,
        { name: 'eslint --version', argv: [ESLINT, '--version'], cwd: folder },
        {
          name: 'eslint, the same file, empty configuration of @eslint/json',
          argv: [ESLINT, '--config', join(PEERS, 'eslint-empty.config.js'), policy],
          cwd: folder,
        },
        { name: 'lint-policies --version', argv: [CLI, '--version'], cwd: folder },
        {
          name: 'lint-policies explain, an endpoint',
          argv: [CLI, 'explain', 'POST /v1/{project_id}/cloudservers'],
          cwd: folder,
        },
        { name: 'node, nothing', argv: ['--eval', ''], cwd: folder },
      ],
      runs,
    );
    return [
      {
        title: 'Start-up and one file',
        timings,
        aims: [
          { ours: lint.name, peer: 'eslint --version', measure: 'milliseconds', most: 0.8 },
          { ours: lint.name, peer: 'node, nothing', measure: 'milliseconds', most: 2 },
          { ours: 'lint-policies --version', peer: 'node, nothing', measure: 'milliseconds', most: 1.15 },
          {
            ours: lint.name,
            peer: 'eslint, the same file, empty configuration of @eslint/json',
            measure: 'milliseconds',
            most: 2,
          },
          {
            ours: 'lint-policies explain, an endpoint',
            peer: 'node, nothing',
            measure: 'milliseconds',
            most: 1.5,
          },
        ],
      },
    ];
  },
};
