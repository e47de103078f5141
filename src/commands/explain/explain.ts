import { resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { catalogClouds, loadCatalog } from '../../catalog/yaml/load.js';
import { decodeText } from '../../files.js';
import { defined } from '../../defined.js';
import type { Request } from '../../policy/requests/request.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import type { ExitCode, Io } from '../io/io.js';
import { answersTo, isKnown } from './answer-queries.js';
import { answerRequest, requestAsked } from './request/explain-request.js';
import type { Answer } from './explain-answer.js';
import type { AnyAnswer } from './words/explain-words.js';
import type { RefusalAnswer } from './refusal/explain-refusal.js';
import { explainText } from './explain-text.js';
import { en } from '../../wording/en/explain.js';
import { en as ofRequest } from '../../wording/en/explain-request.js';
import { speaker } from '../../wording/speaker.js';

const sayAnswer = speaker('explain', en);
const sayRequest = speaker('explain-request', ofRequest);

export interface ExplainOptions {
  /** Endpoints, actions, operations, names of SDKs, Terraform types, rules, condition keys, or free words; or one request. */
  readonly queries: readonly string[];
  /** Left out: every cloud that the catalog holds. */
  readonly cloud?: string | undefined;
  /** A catalog folder in place of the shipped one. */
  readonly catalog?: string | undefined;
  readonly format: 'text' | 'json';
  /** For a refusal or a request: the policies of who asked; empty means those of the working directory. */
  readonly policies?: readonly string[] | undefined;
}

/** Says who needs an action or what an API needs, and where that was read. Exit 1 where a query has no answer. */
export async function run(
  io: Io,
  { queries, cloud, catalog, format, policies = [] }: ExplainOptions,
): Promise<ExitCode> {
  if (queries.length === 0) throw new Problem('usage', sayAnswer('nothingAsked'));
  const request = requestAsked(queries);
  if (request !== undefined) return runRequest(io, request, { policies, format });
  const folder = catalog === undefined ? undefined : resolve(io.cwd, catalog);
  const clouds = cloud === undefined ? catalogClouds(folder) : [cloud];
  if (clouds.length === 0)
    throw new Problem('catalog', sayAnswer('noCatalog'), {
      file: catalog ?? '',
    });
  const catalogs = await Promise.all(clouds.map((name) => loadCatalog(name, folder)));
  if (queries.includes('-')) return runRefusals(io, catalogs, { policies, format });
  const answers = await answersTo(asQueries(queries), catalogs);
  io.stdout.write(
    format === 'json'
      ? printableJson({ version: 1, answers: answers.map(toRecord) })
      : await textOf(answers, io.stdout.color),
  );
  return answers.every(isKnown) ? 0 : 1;
}

/** A rule is told by its page. */
async function textOf(answers: readonly AnyAnswer[], color: boolean): Promise<string> {
  const rules = answers.flatMap((answer) => ('name' in answer && answer.kind === 'rule' ? answer.name : []));
  if (rules.length === 0) return explainText(answers, color);
  const { rulePage } = await import('../rules/rule-page.js');
  return answers
    .map((answer) =>
      'name' in answer && answer.kind === 'rule' ? rulePage(answer.name) : explainText([answer], color),
    )
    .join('\n');
}

/** What the policies here make of one request. */
async function runRequest(
  io: Io,
  request: Request,
  { policies, format }: { readonly policies: readonly string[]; readonly format: 'text' | 'json' },
): Promise<ExitCode> {
  const [{ requestText }, { readPolicies }] = await Promise.all([
    import('./request/request-text.js'),
    import('../discovery/read-policies.js'),
  ]);
  const answer = answerRequest(request, await readPolicies(io, policies));
  if (answer.policies.length + answer.silent === 0) throw new Problem('usage', sayRequest('noPolicies'));
  io.stdout.write(
    format === 'json'
      ? printableJson({
          version: 1,
          ...answer,
          request: { ...request, context: Object.fromEntries(request.context) },
        })
      : requestText(answer, io.stdout.color),
  );
  return 0;
}

/** What standard input tells to be refused. Exit 1 where a refusal names nothing that can be answered. */
async function runRefusals(
  io: Io,
  catalogs: readonly Catalog[],
  { policies, format }: { readonly policies: readonly string[]; readonly format: 'text' | 'json' },
): Promise<ExitCode> {
  const [{ explainRefusals }, { refusalText, say }, { readPolicies }] = await Promise.all([
    import('./refusal/explain-refusal.js'),
    import('./refusal/refusal-text.js'),
    import('../discovery/read-policies.js'),
  ]);
  const text = decodeText(await io.stdin());
  const sources = await readPolicies(io, policies);
  const answers = explainRefusals(text, catalogs, sources);
  if (answers.length === 0) throw new Problem('usage', say('nothingRefused'));
  const count = sources.reduce((sum, source) => sum + source.policies.length, 0);
  io.stdout.write(
    format === 'json'
      ? printableJson({ version: 1, refusals: answers.map(toRefusalRecord) })
      : refusalText(answers, count, io.stdout.color),
  );
  return answers.every(({ actions }) => actions.length > 0) ? 0 : 1;
}

function toRefusalRecord({ refusal, operations, actions }: RefusalAnswer) {
  return {
    ...refusal,
    operations: operations.map(({ cloud, operation }) => ({ cloud, operation: operation.id })),
    actions,
  };
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

function toRecord(answer: AnyAnswer) {
  return answer.kind === 'words' || 'name' in answer ? answer : toNamedRecord(answer);
}

function toNamedRecord({ clouds, ...answer }: Answer) {
  return {
    ...answer,
    clouds: clouds.map(({ operations, ...cloud }) => ({
      ...cloud,
      operations: operations.map(({ operation, confidence, needs, sources, identity }) => ({
        ...operation,
        confidence,
        needs,
        sources,
        ...defined({ identity_needs: identity }),
      })),
    })),
  };
}
