import type { Node } from 'web-tree-sitter';
import { Problem } from '../../problem.js';
import { loadParser, readTree } from '../../tree-sitter.js';
import type { Unread } from '../../tree-sitter.js';
import { unreadModules } from '../clients/unread-modules.js';
import { cloudOfLibrary } from '../clients/module.js';
import type { SdkModule } from '../clients/module.js';
import type { FoundCalls } from '../found.js';
import { cloudHost, cloudHostsIn } from '../hosts.js';
import { isServiceOfConnection } from '../openstack/openstack-facts.js';
import type { SdkFacts } from '../sdk/sdk-facts.js';
import { decideCalls } from './decide.js';
import { GO } from './languages/go.js';
import { JAVA } from './languages/java.js';
import { JAVASCRIPT } from './languages/javascript.js';
import { meaningsOf } from './operations.js';
import type { Knowledge } from './operations.js';
import { PYTHON } from './languages/python.js';
import { readFacts } from './languages/read-code.js';
import type { Language } from './languages/read-code.js';
import type { CodeFacts } from './code-syntax.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

const LANGUAGES: readonly (readonly [RegExp, Language])[] = [
  [/\.(?:[mc]?[jt]s|[jt]sx)$/i, JAVASCRIPT],
  [/\.py$/i, PYTHON],
  [/\.go$/i, GO],
  [/\.java$/i, JAVA],
];

/** Larger files are bundles or generated data, and would take memory without bound. In UTF-16 units. */
const MAX_LENGTH = 2_000_000;

/** Whether a path ends as source code in a language of the SDKs does. */
export function isCode(path: string): boolean {
  return languageOf(path) !== undefined;
}

/** Whether a file of source code may show calls: it names an SDK, or a host of the clouds. */
export function mayCall(path: string, text: string): boolean {
  return languageOf(path)?.mention.test(text) === true;
}

/**
 * The calls of the SDKs in a source file. A file that imports nothing of an SDK shows none. Where the text is not of its
 * language it is a problem, and what stands around the place is still read.
 */
export async function findInCode(path: string, text: string, sdk: SdkFacts): Promise<FoundCalls> {
  const language = languageOf(path);
  if (!language?.mention.test(text)) return { found: [], unplaced: [], problems: [] };
  if (text.length > MAX_LENGTH) {
    return {
      found: [],
      unplaced: [],
      problems: [
        new Problem('file', say('codeTooLarge'), {
          file: path,
        }),
      ],
    };
  }
  const knowledge = knowledgeOf(language, text, sdk);
  const calls = await parse(path, text, language, (all, problems) => {
    const modules = all.modules.filter(({ library }) => library !== 's3' || knowledge.isS3Obs);
    const facts = { ...all, modules };
    const { found, ...decided } = decideCalls(path, text, facts, knowledge);
    const cloud = cloudOf(modules, text);
    const unread = unreadModules(path, text, modules, sdk);
    // A file that was read for the hosts that it names alone may be given a client by others.
    return modules.length + found.length + decided.unplaced.length === 0
      ? { ...NOTHING, problems }
      : { ...decided, found: found.map((call) => ({ ...call, cloud })), unread, imports: modules, problems };
  });
  return 'unread' in calls
    ? { found: [], unplaced: [], problems: [new Problem('file', calls.unread, { file: path })] }
    : calls.value;
}

const NOTHING = { found: [], unplaced: [] } as const;

/** What its libraries say, before what the hosts say that it names; undefined where they disagree. */
function cloudOf(modules: readonly SdkModule[], text: string): string | undefined {
  const ofLibraries = new Set(modules.flatMap((module) => cloudOfLibrary(module) ?? []));
  const clouds =
    ofLibraries.size > 0
      ? ofLibraries
      : new Set([...cloudHostsIn(text)].flatMap(({ host }) => cloudHost(withHoles(host))?.cloud ?? []));
  return clouds.size === 1 ? [...clouds][0] : undefined;
}

/** Placeholders of any language as `{}`. */
function withHoles(host: string): string {
  return host.replaceAll(/\$?\{[^{}]*\}|%[sv]/g, '{}');
}

function knowledgeOf({ obs }: Language, text: string, sdk: SdkFacts): Knowledge {
  const hosts = [...cloudHostsIn(text)].map(({ host }) => cloudHost(withHoles(host)));
  return { obs, sdk, isS3Obs: hosts.some((host) => host?.service === 'obs') };
}

/**
 * Calls in a file by the names of operations of parts that only other files of the application import: its client comes from
 * elsewhere, or it is none. Placed are those alone that name a service of a connection and one of its methods.
 */
export async function findByName(
  path: string,
  text: string,
  { imports: modules, own }: { readonly imports: readonly SdkModule[]; readonly own: readonly SdkModule[] },
  sdk: SdkFacts,
): Promise<FoundCalls> {
  const language = languageOf(path);
  if (language === undefined || text.length > MAX_LENGTH) return { ...NOTHING, problems: [] };
  const knowledge = knowledgeOf(language, text, sdk);
  if (!namesOperation(text, modules, own, knowledge)) return { ...NOTHING, problems: [] };
  const calls = await parse(path, text, language, (facts) => {
    const { found, unplaced } = decideCalls(path, text, { ...facts, modules }, knowledge);
    // What a request says is decided by what the file itself imports.
    const byName = found.filter(({ method }) => method !== undefined);
    const ofServices = found.filter(
      ({ method, operation }) => method === undefined && operation !== undefined,
    );
    const cloud = cloudOf(modules, text);
    const named = byName.map(({ api, method, origin: { line } }) => ({
      file: path,
      line,
      text: textOfLine(text, line),
      reason: say('notImported', { api }),
      candidates: [api],
      services: [/^([a-z0-9]+)\//.exec(api)?.[1] ?? []].flat(),
      method,
    }));
    return {
      found: ofServices.map((call) => ({ ...call, cloud })),
      unplaced: [...named, ...unplaced.filter(({ method }) => method !== undefined)],
      problems: [],
    };
  });
  if (!('unread' in calls)) return calls.value;
  return { found: [], unplaced: [{ file: path, line: 1, text: '', reason: calls.unread }], problems: [] };
}

/**
 * Whether a method of a name that means an operation is called; names of one word mean anything, but behind a service of a
 * connection: `conn.cce.clusters()`.
 */
function namesOperation(
  text: string,
  modules: readonly SdkModule[],
  own: readonly SdkModule[],
  knowledge: Knowledge,
): boolean {
  if (modules.some(({ library }) => library === 'openstacksdk') && namesService(text)) return true;
  const names = new Set(
    [...text.matchAll(/\.\s*([A-Za-z]\w+)\s*\(/g)].flatMap(([, name = '']) =>
      /[a-z]_?[A-Z]|_/.test(name) ? [name] : [],
    ),
  );
  return [...names].some(
    (name) =>
      meaningsOf(name, modules, knowledge).length > 0 && meaningsOf(name, own, knowledge).length === 0,
  );
}

function namesService(text: string): boolean {
  return [...text.matchAll(/\.\s*(\w+)\s*\.\s*\w+\s*\(/g)].some(([, service = '']) =>
    isServiceOfConnection(service),
  );
}

/** Milliseconds that a file is worth: those of people take a few. */
const PATIENCE = 3_000;

async function parse<T>(
  path: string,
  text: string,
  language: Language,
  read: (facts: CodeFacts, problems: readonly Problem[]) => T,
): Promise<{ readonly value: T } | Unread> {
  const parser = await loadParser(language.grammar(path));
  return readTree(
    parser,
    text,
    (root) => read(readFacts(root, language), root.hasError ? [problemIn(path, root)] : []),
    PATIENCE,
  );
}

function textOfLine(text: string, line: number | undefined): string {
  return (text.split('\n', line ?? 1).at(-1) ?? '').trim().slice(0, 80);
}

function languageOf(path: string): Language | undefined {
  return LANGUAGES.find(([ending]) => ending.test(path))?.[1];
}

/** The first place that the grammar does not know. */
function problemIn(path: string, root: Node): Problem {
  let node = root;
  for (
    let below: Node | undefined = root;
    below !== undefined;
    below = node.children.find((child) => child.hasError || child.isMissing)
  ) {
    node = below;
    if (node.isError || node.isMissing) break;
  }
  const { row, column } = node.startPosition;
  const message = node.isMissing ? say('expectedHere', { what: node.type }) : say('notItsLanguage');
  return new Problem('file', message, { file: path, line: row + 1, column: column + 1 });
}
