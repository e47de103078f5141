import { describe, it } from 'vitest';
import { rule } from '../../rules/unused-action.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const catalog = exampleCatalog();
const json =
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:deleteServers"] }] }';
const yaml = text`
  Version: "1.1"
  Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:deleteServers"] }]
`;
const marked = {
  json: json.replace('"ecs:cloudServers:deleteServers"', '«"ecs:cloudServers:deleteServers"»'),
  yaml: yaml.replace('"ecs:cloudServers:deleteServers"', '«"ecs:cloudServers:deleteServers"»'),
};
const DELETE = 'POST /v1/{project_id}/cloudservers/delete';

/** A manifest that was observed so, with the call that deletes servers. */
function manifest(observed: string, seen?: string): string {
  return `observed: [${observed}]\napis:\n  - api: ${DELETE}\n${seen === undefined ? '' : `    seen: ${seen}\n`}`;
}

const TRACES = '{ by: traces, from: 2026-08-01, to: 2026-10-31 }';

testRule(
  rule,
  {
    valid: [
      {
        name: 'what nobody observed',
        json,
        manifest: text`
        apis:
          - ${DELETE}
      `,
        catalog,
      },
      {
        name: 'what was observed for too short a time',
        json,
        manifest: manifest('{ by: traces, from: 2026-08-04, to: 2026-10-31 }'),
        catalog,
      },
      {
        name: 'what was seen lately',
        yaml,
        manifest: manifest(TRACES, '{ count: 1, last: 2026-08-04 }'),
        catalog,
      },
      {
        name: 'what was seen at a time that nobody knows',
        yaml,
        manifest: manifest(TRACES, '{ count: 1 }'),
        catalog,
      },
      {
        name: 'what no call needs',
        json,
        manifest: text`
          observed: [${TRACES}]
          apis:
            - GET /v1/{project_id}/cloudservers/detail
        `,
        catalog,
      },
      {
        name: 'what only reads, which traces do not show',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        manifest: text`
          observed: [${TRACES}]
          apis:
            - GET /v1/{project_id}/cloudservers/detail
        `,
        catalog,
      },
      {
        name: 'objects of OBS, which traces show only where somebody set that up',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"] }] }',
        manifest: text`
          observed: [${TRACES}]
          apis:
            - operation: obs/get-object
        `,
        catalog,
      },
    ],
    invalid: [
      {
        name: 'what no trace showed',
        ...marked,
        manifest: manifest(TRACES),
        catalog,
        errors: [
          {
            messageId: 'never',
            data: {
              observed: 'the traces from 2026-08-01 to 2026-10-31 (92 days)',
              call: DELETE,
              last: null,
            },
            confidence: 'likely',
          },
        ],
      },
      {
        name: 'what was seen long ago',
        ...marked,
        manifest: manifest(
          '{ by: logs, from: 2026-01-01, to: 2026-10-31 }',
          '{ count: 9, last: 2026-08-02 }',
        ),
        catalog,
        errors: [{ messageId: 'stale', data: { last: '2026-08-02' } }],
      },
      {
        name: 'less surely where records could not be placed',
        ...marked,
        manifest: manifest('{ by: traces, from: 2026-08-01, to: 2026-10-31, unplaced: 1 }'),
        catalog,
        errors: [
          {
            messageId: 'never',
            data: {
              observed: 'the traces from 2026-08-01 to 2026-10-31 (92 days; 1 record could not be placed)',
            },
            confidence: 'doubtful',
          },
        ],
      },
      {
        name: 'by fewer days where it is asked to',
        ...marked,
        manifest: manifest('{ by: traces, from: 2026-10-25, to: 2026-10-31 }'),
        catalog,
        options: { days: 7 },
        errors: [{ messageId: 'never' }],
      },
      {
        name: 'what only reads, where logs would have shown it',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"ecs:cloudServers:list"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: [«"ecs:cloudServers:list"»] }]
        `,
        manifest: text`
          observed: [${TRACES}, { by: logs, from: 2026-07-01, to: 2026-10-31 }]
          apis:
            - GET /v1/{project_id}/cloudservers/detail
        `,
        catalog,
        errors: [
          { messageId: 'never', data: { observed: 'the logs from 2026-07-01 to 2026-10-31 (123 days)' } },
        ],
      },
    ],
  },
  { describe, it },
);
