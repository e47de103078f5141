import { gatherInput } from '../discovery/lint-input.js';
import { readIfThere } from '../discovery/lint-input.js';
import { createPolicyPool } from '../../lint/expectations/policy-pool.js';
import { createCompanions } from '../../lint/run/companions.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import { en } from '../../wording/en/who-can.js';
import { speaker } from '../../wording/speaker.js';
import { catalogLoader } from '../catalogs/catalogs.js';
import { reportProblem } from '../io/failure.js';
import type { ExitCode, Io } from '../io/io.js';
import { settleLanguage } from '../io/settle-language.js';
import { openConfig } from '../lint/open-config.js';
import { findHolders } from './find-holders.js';
import { principalsIn } from './principals.js';
import type { WhoCanAnswer } from './who-can-answer.js';

const say = speaker('who-can', en);

export interface WhoCanOptions {
  /** An action, or a pattern of actions. */
  readonly action: string;
  readonly resource?: string | undefined;
  readonly paths: readonly string[];
  readonly catalog?: string | undefined;
  readonly cloud?: string | undefined;
  readonly config?: string | undefined;
  readonly format: 'text' | 'markdown' | 'json';
}

/** Says which policies allow an action, and which principals have them by Terraform. Exit 2 where a file could not be read. */
export async function run(io: Io, options: WhoCanOptions): Promise<ExitCode> {
  const { action, resource, paths } = options;
  if (!ACTION.test(action)) throw new Problem('usage', say('noAction', { action }));
  const { config } = await openConfig(io, options);
  await settleLanguage(io, config);
  const input = await gatherInput(io, { paths, manifest: [], config }, undefined);
  for (const problem of input.problems) reportProblem(io, problem);
  const companions = createCompanions((path) => readIfThere(path, io.cwd));
  const pool = await createPolicyPool(input.files, [], companions);
  const policies = pool.all();
  if (policies.length === 0 && pool.unread.length === 0) throw new Problem('usage', say('noPolicies'));
  const catalog = await catalogLoader(io, options.catalog, config.catalogs)(config.cloud);
  const asked = {
    actions: [{ text: action }],
    resources: resource === undefined ? [] : [resource],
    conditions: [],
  };
  const principals = await principalsIn(input.files, policies);
  const answer: WhoCanAnswer = {
    action,
    resource,
    ...findHolders(asked, policies, principals, catalog),
    unread: pool.unread,
  };
  io.stdout.write(await render(answer, options.format, io.stdout.color));
  return input.problems.length + pool.unread.length > 0 ? 2 : 0;
}

const ACTION = /^(?:\*+|[\w*-]+:\*+|[\w*-]+:[\w*-]*:[\w*-]+)$/;

async function render(
  answer: WhoCanAnswer,
  format: WhoCanOptions['format'],
  color: boolean,
): Promise<string> {
  if (format === 'json') return printableJson({ version: 1, ...answer });
  const { whoCanMarkdown, whoCanText } = await import('./who-can-report.js');
  return format === 'markdown' ? whoCanMarkdown(answer) : whoCanText(answer, color);
}
