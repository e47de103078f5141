import { resolve } from 'node:path';
import { catalogClouds, loadCatalog } from '../../catalog/yaml/load.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import type { ExitCode, Io } from '../io/io.js';
import { explain } from './explain-answer.js';
import type { Answer } from './explain-answer.js';
import { explainText } from './explain-text.js';

export interface ExplainOptions {
  /** Endpoints, actions, patterns of actions, ids or titles of operations. */
  readonly queries: readonly string[];
  /** Left out: every cloud that the catalog holds. */
  readonly cloud?: string | undefined;
  /** A catalog folder in place of the shipped one. */
  readonly catalog?: string | undefined;
  readonly format: 'text' | 'json';
}

/** Says who needs an action or what an API needs, and where that was read. Exit 1 where a query has no answer. */
export async function run(io: Io, { queries, cloud, catalog, format }: ExplainOptions): Promise<ExitCode> {
  if (queries.length === 0)
    throw new Problem(
      'usage',
      'nothing to explain; name an action ("ecs:cloudServers:stop") or an endpoint ("GET /v1/{project_id}/cloudservers/detail")',
    );
  const folder = catalog === undefined ? undefined : resolve(io.cwd, catalog);
  const clouds = cloud === undefined ? catalogClouds(folder) : [cloud];
  if (clouds.length === 0)
    throw new Problem('catalog', 'there is no catalog here; expected <cloud>/<service>.yaml below it', {
      file: catalog ?? '',
    });
  const catalogs = await Promise.all(clouds.map((name) => loadCatalog(name, folder)));
  const answers = asQueries(queries).map((query) => explain(query, catalogs));
  io.stdout.write(
    format === 'json'
      ? printableJson({ version: 1, answers: answers.map(toRecord) })
      : explainText(answers, io.stdout.color),
  );
  return answers.every((answer) => answer.clouds.length > 0) ? 0 : 1;
}

/** `explain GET /v1/x` without quotes is one endpoint, not two questions. */
function asQueries(words: readonly string[]): string[] {
  const queries: string[] = [];
  for (const word of words) {
    const last = queries.at(-1);
    if (last !== undefined && /^[A-Za-z]+$/.test(last) && word.startsWith('/'))
      queries[queries.length - 1] = `${last} ${word}`;
    else queries.push(word);
  }
  return queries;
}

function toRecord({ clouds, ...answer }: Answer) {
  return {
    ...answer,
    clouds: clouds.map(({ operations, ...cloud }) => ({
      ...cloud,
      operations: operations.map(({ operation, confidence, needs, sources }) => ({
        ...operation,
        confidence,
        needs,
        sources,
      })),
    })),
  };
}
