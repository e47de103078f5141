import { LineCounter, isMap, isNode, isPair, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { Problem } from '../../problem.js';
import { readYamlDocument } from '../../yaml-document.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/**
 * Reads one YAML document and checks it against a schema.
 * @param text the file's text; `file` is what complaints call it.
 * @throws ProblemList with every complaint, each with line, column and remedy.
 */
export function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): { data: z.output<S>; document: YamlDocument } {
  const document = new YamlDocument(text, file);
  const result = schema.safeParse(document.value);
  if (!result.success)
    throw new ProblemList(result.error.issues.flatMap((issue) => complaints(issue, document)));
  return { data: result.data, document };
}

/** Every complaint about one file; shown as the first of them, with the number of the others. */
export class ProblemList extends Problem {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    const others = problems.length - 1;
    const problem = first?.message ?? say('unreadable');
    super(
      first?.code ?? 'catalog',
      others > 0 ? say('andMore', { problem, more: others }) : problem,
      first?.where,
    );
    this.problems = problems;
  }
}

/** A parsed document that knows where its parts stand. */
export class YamlDocument {
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #file: string;

  constructor(text: string, file: string) {
    this.#file = file;
    this.#document = readYamlDocument(text, this.#lines, { schema: 'core', version: '1.2' });
    const errors = this.#document.errors.map((error) =>
      this.problem(yamlMessage(error.code, error.message), error.pos[0]),
    );
    visit(this.#document, {
      Alias: (_, alias) =>
        void errors.push(this.problem(say('noAliases', { name: alias.source }), alias.range?.[0])),
    });
    if (errors.length > 0) throw new ProblemList(errors);
    this.value = this.#document.toJS() as unknown;
  }

  problem(message: string, offset: number | undefined): Problem {
    if (offset === undefined) return new Problem('catalog', message, { file: this.#file });
    const { line, col } = this.#lines.linePos(offset);
    return new Problem('catalog', message, { file: this.#file, line, column: col });
  }

  /** Where the value at `path` stands, or the nearest thing above it that exists. */
  offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown =
        length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  /** Where a key of the mapping at `path` stands. */
  offsetOfKey(path: readonly PropertyKey[], key: string): number | undefined {
    const map: unknown = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    return pair && isNode(pair.key) ? pair.key.range?.[0] : this.offsetOf(path);
  }
}

type Issue = z.core.$ZodIssue;

function complaints(issue: Issue, document: YamlDocument): Problem[] {
  const where = issue.path.length === 0 ? say('theFile') : issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      document.problem(say('unknownKey', { key }), document.offsetOfKey(issue.path, key)),
    );
  }
  const offset = document.offsetOf(issue.path);
  if (issue.code === 'invalid_type') {
    const fault = issue.message.replace(/^Invalid input: /, '');
    return [
      document.problem(say(issue.expected === 'string' ? 'noTextAt' : 'wrongAt', { where, fault }), offset),
    ];
  }
  const fault = issue.message.replace(/^Invalid (input|option): /, '');
  return [document.problem(say('wrongAt', { where, fault }), offset)];
}

function yamlMessage(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return say('keyTwice');
  if (code === 'RESOURCE_EXHAUSTION') return say('tooDeep', { fault: message });
  return say('noYaml', { fault: message.split('\n')[0] ?? message });
}
