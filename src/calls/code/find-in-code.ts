import type { Node } from 'web-tree-sitter';
import { Problem } from '../../problem.js';
import { loadParser, readTree } from '../../tree-sitter.js';
import type { Unread } from '../../tree-sitter.js';
import type { FoundCalls, UnplacedCall } from '../found.js';
import type { SdkFacts } from '../sdk/sdk-facts.js';
import { decideCalls } from './decide.js';
import { GO } from './go.js';
import { JAVA } from './java.js';
import { JAVASCRIPT } from './javascript.js';
import { operationsNamed } from './operations.js';
import { PYTHON } from './python.js';
import { readFacts } from './read-code.js';
import type { Language } from './read-code.js';
import type { CodeFacts, SdkModule } from './code-syntax.js';

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
        new Problem('file', 'too large for a source file that somebody wrote; its calls are not looked for', {
          file: path,
        }),
      ],
    };
  }
  const calls = await parse(path, text, language, (facts, problems) => ({
    ...decideCalls(path, text, facts, sdk),
    imports: facts.modules,
    problems,
  }));
  return 'unread' in calls
    ? { found: [], unplaced: [], problems: [new Problem('file', calls.unread, { file: path })] }
    : calls.value;
}

/**
 * Calls in a file that imports nothing of an SDK, by the names of operations of parts that other files of the application
 * import: its client comes from elsewhere, or it is none. None of them is placed.
 */
export async function findByName(
  path: string,
  text: string,
  modules: readonly SdkModule[],
  sdk: SdkFacts,
): Promise<readonly UnplacedCall[]> {
  const language = languageOf(path);
  if (language === undefined || text.length > MAX_LENGTH || !namesOperation(text, modules, sdk)) return [];
  const calls = await parse(path, text, language, (facts) => {
    const { found, unplaced } = decideCalls(path, text, { ...facts, modules }, sdk);
    const named = found.map(({ api, origin: { line } }) => ({
      file: path,
      line,
      text: textOfLine(text, line),
      reason: `it may be ${api}, but the file imports nothing of the SDK; if it is, list it in the manifest by hand`,
    }));
    return [...named, ...unplaced];
  });
  return 'unread' in calls ? [{ file: path, line: 1, text: '', reason: calls.unread }] : calls.value;
}

/** Whether a method of a name that means an operation is called; names of one word mean anything. */
function namesOperation(text: string, modules: readonly SdkModule[], sdk: SdkFacts): boolean {
  const names = new Set(
    [...text.matchAll(/\.\s*([A-Za-z]\w+)\s*\(/g)].flatMap(([, name = '']) =>
      /[a-z]_?[A-Z]|_/.test(name) ? [name] : [],
    ),
  );
  return [...names].some((name) => operationsNamed(name, modules, sdk).length > 0);
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
  const message = node.isMissing
    ? `expected "${node.type}" here; calls near it may be missing`
    : 'cannot be read from here on as its language; calls near it may be missing';
  return new Problem('file', message, { file: path, line: row + 1, column: column + 1 });
}
