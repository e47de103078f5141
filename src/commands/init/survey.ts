import { catalogLoader } from '../catalogs/catalogs.js';
import { scan } from '../calls/calls-scan.js';
import { deduce } from '../check/deduce.js';
import type { Deduction } from '../check/deduce.js';
import { defined } from '../../defined.js';
import { DEFAULT_CONFIG } from '../../lint/config/config.js';
import type { DecisionRecord, LintRecord } from '../../lint/results/lint-record.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import { Problem } from '../../problem.js';
import { gatherInput } from '../discovery/lint-input.js';
import type { Io } from '../io/io.js';
import { lintOnce } from '../lint/lint-once.js';

/** What `check` makes of a folder before anything is written into it. */
export interface Survey {
  readonly cloud: string;
  /** Files with policies. */
  readonly policies: number;
  /** Findings of today that would fail a run. */
  readonly errors: number;
  /** The manifests that the sources come to. */
  readonly decided: readonly DecidedManifest[];
  /** Undefined where there was nothing to check. */
  readonly record: LintRecord | undefined;
}

export interface DecidedManifest extends SourceFile {
  readonly policies: readonly string[];
  readonly calls: number;
  readonly unread: number;
}

/** Judges what is below the working directory as `check` does; how it decided is told on stderr. */
export async function surveyOf(io: Io, cloud: string | undefined): Promise<Survey> {
  const known = cloud ?? (await cloudCalled(io)) ?? (await cloudOfPolicies(io));
  const silent = silentIo(io);
  const seen: { deduction?: Deduction; cloud?: string } = {};
  await lintOnce(
    silent,
    {
      paths: [],
      manifest: [],
      format: [{ format: 'json', file: undefined }],
      failOn: 'never',
      quiet: true,
      ...defined({ cloud: known }),
    },
    {
      deduce: async (input, config) => {
        seen.cloud = config.cloud;
        seen.deduction = await deduce(unattended(io), input, { paths: [] }, config);
        return { manifests: seen.deduction.manifests, told: (record) => record };
      },
    },
  );
  const text = silent.text();
  const record = text === '' ? undefined : (JSON.parse(text) as LintRecord);
  const { manifests = [], check } = seen.deduction ?? {};
  return {
    cloud: seen.cloud ?? DEFAULT_CONFIG.cloud,
    policies: record?.summary.checked ?? 0,
    errors: record?.summary.errors ?? 0,
    decided: manifests.map((file) => ({ ...file, ...countsOf(file, check?.decisions ?? []) })),
    record,
  };
}

function countsOf(
  { path }: SourceFile,
  decisions: readonly DecisionRecord[],
): Pick<DecidedManifest, 'policies' | 'calls' | 'unread'> {
  const { policies = [], calls = 0, unread = 0 } = decisions.find(({ manifest }) => manifest === path) ?? {};
  return { policies, calls, unread };
}

/** The cloud that the sources call; undefined where none shows a call. */
async function cloudCalled(io: Io): Promise<string | undefined> {
  try {
    const load = catalogLoader(io, undefined, []);
    const { found, unread, cloud } = await scan(silentIo(io), ['.'], [], { cloud: undefined, load }, {});
    return found.length + unread.length === 0 ? undefined : cloud;
  } catch (error) {
    // There is nothing to scan.
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What only one cloud's files hold. The clouds' policies look the same; the default is the larger one. */
const CLOUD_SIGNS: readonly (readonly [cloud: string, sign: RegExp])[] = [
  ['opentelekomcloud', /opentelekomcloud|\botc\b|t-systems/i],
];

/** The cloud that most policies are seen to be for. */
async function cloudOfPolicies(io: Io): Promise<string | undefined> {
  const input = await gatherInput(
    silentIo(io),
    { paths: [], manifest: [], config: DEFAULT_CONFIG },
    undefined,
  );
  const files = input.files.filter(({ text }) => /statement/i.test(text));
  return CLOUD_SIGNS.find(([, sign]) => {
    const signed = files.filter(({ text, path }) => sign.test(text) || sign.test(path)).length;
    return signed * 2 > files.length;
  })?.[0];
}

/** Nobody is asked. */
function unattended({ cwd, env, stdout, stderr, stdin }: Io): Io {
  return { cwd, env, stdout, stderr, stdin };
}

/** Keeps what is written to standard output, and drops what is told. */
function silentIo(io: Io): Io & { readonly text: () => string } {
  const parts: string[] = [];
  const decoder = new TextDecoder();
  const sink = (write: (text: string | Uint8Array) => void) => ({
    write,
    isTTY: false,
    columns: 100,
    color: false,
  });
  return {
    cwd: io.cwd,
    env: io.env,
    stdin: io.stdin,
    stdout: sink((text) =>
      parts.push(typeof text === 'string' ? text : decoder.decode(text, { stream: true })),
    ),
    stderr: sink(() => undefined),
    text: () => parts.join(''),
  };
}
