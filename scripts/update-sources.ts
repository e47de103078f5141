import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { parseDocument, isMap, isSeq } from 'yaml';
import { readSources, repositoryUrl } from '../src/catalog/model/sources-schema.js';
import { readText, writeText } from '../src/files.js';

/**
 * Moves the repositories of `catalog/sources.yaml` to the commits that their default branches are at. Only current
 * generations move: a former one, and a revision in a repository's name, is a moment of the past.
 */
const { values } = parseArgs({ options: { sources: { type: 'string', default: 'catalog/sources.yaml' } } });
const text = readText(values.sources);
const sources = readSources(text, values.sources);
const document = parseDocument(text);
let moved = 0;
for (const [cloud, { generations }] of Object.entries(sources.clouds)) {
  for (const [generationIndex, generation] of generations.entries()) {
    if (generation.role !== 'current') continue;
    const path = ['clouds', cloud, 'generations', generationIndex, 'repositories'];
    const list = document.getIn(path);
    for (const [index, repository] of generation.repositories.entries()) {
      if (repository.name.includes('@')) continue;
      const head = headOf(repositoryUrl(repository));
      if (head === repository.commit) continue;
      const entry = isSeq(list) ? list.get(index) : undefined;
      if (!isMap(entry)) throw new Error(`${values.sources}: no entry for ${repository.name}`);
      entry.set('commit', head);
      // The date belongs to the commit before.
      entry.delete('date');
      process.stdout.write(
        `${cloud} ${repository.name}: ${repository.commit.slice(0, 10)} → ${head.slice(0, 10)}\n`,
      );
      moved += 1;
    }
  }
}
if (moved > 0) writeText(values.sources, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
process.stdout.write(`${moved} of the repositories moved\n`);

function headOf(url: string): string {
  const answer = execFileSync('git', ['ls-remote', '--exit-code', '--', url, 'HEAD'], {
    encoding: 'utf8',
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    timeout: 60_000,
  });
  const [commit] = answer.split(/\s/);
  if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit))
    throw new Error(`${url} names no commit as HEAD`);
  return commit;
}
