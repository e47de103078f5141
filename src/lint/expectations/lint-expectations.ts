import type { Catalog } from '../../catalog/catalog.js';
import type { ExpectationReading, PolicyName } from '../../expectations/expectation.js';
import { judgeExpectations } from '../../expectations/judge-expectations.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { Problem } from '../../problem.js';
import { closestWord } from '../../wording/edit-distance.js';
import { readExpectationSource } from './expectation-source.js';
import type { SourceFile } from '../language/read-source.js';
import { pathOf } from '../language/source-code.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { expectationsRecord } from './expectation-statuses.js';
import { cloudFinding, syntaxFindings } from '../results/findings.js';
import type { FileRecord } from '../results/lint-record.js';
import { realActions } from '../results/witness-record.js';
import { createCompanions } from '../run/companions.js';
import { matchesName } from './expectation-group.js';
import { namesIn } from './expected-names.js';
import type { ExpectationGroup } from '../run/group.js';
import { attachExpectations } from './judged-expectations.js';
import type { JudgedExpectations } from './judged-expectations.js';
import { lintedRecord } from '../run/lint-group.js';
import type { FileError, GroupResult, RunContext } from '../run/lint-group.js';
import { createPolicyPool } from './policy-pool.js';
import type { PolicyPool } from './policy-pool.js';
import { attachWorkspace, createWorkspace } from '../run/workspace.js';

/** Judges the expectations of a file. The policies are read, and not linted. */
export async function lintExpectations(
  { file, policies }: ExpectationGroup,
  context: RunContext,
): Promise<GroupResult> {
  const reading = await readExpectationSource(file);
  if (!reading.ok)
    return result({
      path: file.path,
      checked: true,
      findings: syntaxFindings(file.path, file.text, reading.problems, context),
    });
  const { source } = reading;
  const cloud = source.expectations?.file.cloud ?? context.cloudOf(file.path);
  const catalog = await context.loadCatalog(cloud).catch((error: unknown) => {
    if (!(error instanceof Problem) || source.expectations?.file.cloud === undefined) throw error;
    return error;
  });
  if (catalog instanceof Problem)
    return result({
      path: file.path,
      checked: true,
      findings: [cloudFinding(source, cloud, catalog.message, context)],
    });
  const companions = createCompanions(context.read);
  const judged = await judgeSource(source, policies, catalog, companions);
  attachExpectations(source, judged);
  const workspace = createWorkspace({
    cloudOf: () => cloud,
    catalogs: () => catalog,
    manifests: [],
    files: { find: () => undefined, isLinted: () => false },
  });
  attachWorkspace(source, workspace);
  const errors: FileError[] = [];
  const { record, suppressed } = lintedRecord(source, { ...context, workspace, errors, isMixed: false });
  return {
    ...result(record),
    suppressed,
    clouds: [cloud],
    companions: companions.texts(),
    errors,
    expectations: [expectationsRecord(judged)],
  };
}

function result(record: FileRecord): GroupResult {
  return {
    files: [],
    manifests: [record],
    suppressed: 0,
    clouds: [],
    workloads: [],
    uncovered: 0,
    companions: [],
    fixed: [],
    mended: 0,
    errors: [],
    problems: [],
  };
}

async function judgeSource(
  source: PolicySourceCode,
  files: readonly SourceFile[],
  catalog: Catalog,
  companions: ReturnType<typeof createCompanions>,
): Promise<JudgedExpectations> {
  const { file, complaints } = source.expectations ?? NOTHING;
  const references = file.expectations.flatMap((one) => ('reference' in one ? [one.reference] : []));
  const named = file.policies ?? [];
  const pool = await createPolicyPool(files, [...named, ...references], companions);
  const referred = new Set(references.map(({ path }) => path));
  const subject = file.policies === undefined ? pool.all() : subjectOf(named, pool, referred);
  const find = (name: PolicyName): readonly NamedPolicy[] | undefined => {
    const found = pool.meantBy(name);
    return found.length === 0 ? undefined : found;
  };
  const isAbsent = (name: PolicyName): boolean =>
    find(name) === undefined && !pool.unread.some(matchesName(name));
  return {
    file,
    complaints,
    outcomes: judgeExpectations(file, subject, ({ reference }) => find(reference), {
      actionsOf: realActions(catalog),
      namesIn: namesIn(catalog),
    }),
    absent: [...named, ...references]
      .filter(isAbsent)
      .map((name) => ({ name, near: nearPaths(name, pool.paths) })),
    unread: pool.unread,
    policies: subject.length,
  };
}

/** What is compared with counts among the policies only where it is named, not where a glob happens to match it. */
function subjectOf(
  named: readonly PolicyName[],
  { meantBy }: PolicyPool,
  referred: ReadonlySet<string>,
): readonly NamedPolicy[] {
  const found = named.flatMap((name) =>
    meantBy(name).filter(({ policy }) => pathOf(policy) === name.path || !referred.has(pathOf(policy))),
  );
  return [...new Map(found.map((policy) => [policy.id, policy])).values()];
}

const NOTHING: ExpectationReading = {
  file: {
    path: '',
    cloud: undefined,
    policies: undefined,
    without: [],
    together: false,
    expectations: [],
  },
  complaints: [],
};

/** The path that was most likely meant, from the folder of the file that names it. */
function nearPaths({ path, text }: PolicyName, paths: readonly string[]): readonly string[] {
  const near = closestWord(path, paths, MOST_SLIPS);
  if (near === undefined) return [];
  const [written = ''] = text.split('#');
  const folder = path.endsWith(written) ? path.slice(0, path.length - written.length) : '';
  return [near.startsWith(folder) ? near.slice(folder.length) : near];
}

const MOST_SLIPS = 3;
