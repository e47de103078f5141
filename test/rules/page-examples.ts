import { readFileSync } from 'node:fs';
import type { Code } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Syntax } from '../../src/policy/model/ast.js';
import type { RuleOptions } from '../../src/lint/rule-definition.js';

/** A fenced example of a rule's page, with the manifest and the catalog that stand above it. */
export interface PageExample {
  /** Line of the page where the text begins. */
  readonly line: number;
  readonly verdict: 'wrong' | 'right';
  readonly syntax: Syntax;
  readonly policy: string;
  /** The policy as it was in the revision that it is compared with. */
  readonly before: string | undefined;
  readonly manifest: string | undefined;
  /** A file of expectations beside the policy, where that is the example. */
  readonly expectations: string | undefined;
  /** Services; undefined: those of the example catalog. */
  readonly catalog: readonly string[] | undefined;
  readonly options: RuleOptions | undefined;
}

export interface RulePage {
  readonly text: string;
  readonly headings: readonly { readonly depth: number; readonly text: string }[];
  readonly examples: readonly PageExample[];
}

/** For pages whose examples are manifests and that give no policy. */
const PLAIN_POLICY = {
  syntax: 'json',
  text: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }\n',
} as const;

/** Reads a page; CONTRIBUTING.md says how examples are marked. */
export function readRulePage(file: string): RulePage {
  const text = readFileSync(file, 'utf8');
  const tree = unified().use(remarkParse).parse(text);
  const examples: PageExample[] = [];
  let manifest: string | undefined;
  let before: string | undefined;
  let catalog: string[] | undefined;
  let policy: { readonly syntax: Syntax; readonly text: string } = PLAIN_POLICY;
  let lastWasCatalog = false;
  for (const code of tree.children.filter((node): node is Code => node.type === 'code')) {
    const words = (code.meta ?? '').split(
      /\s+(?=wrong|right|before|manifest|expectations|catalog|policy|options=)/,
    );
    const verdict = (['wrong', 'right'] as const).find((word) => words.includes(word));
    const option = words.find((word) => word.startsWith('options='));
    const syntax = SYNTAXES[code.lang ?? ''];
    const content = `${code.value}\n`;
    if (words.includes('catalog')) {
      catalog = lastWasCatalog ? [...(catalog ?? []), content] : [content];
      lastWasCatalog = true;
      continue;
    }
    lastWasCatalog = false;
    const isManifest = words.includes('manifest');
    const isExpectation = words.includes('expectations');
    if (isManifest) manifest = content;
    else if (words.includes('before')) before = content;
    else if (syntax !== undefined && words.includes('policy')) policy = { syntax, text: content };
    if (verdict === undefined) continue;
    if (syntax === undefined)
      throw new Error(
        `${file}: an example in "${code.lang ?? 'no language'}"; write json, jsonc, yaml or hcl`,
      );
    const options =
      option === undefined ? undefined : (JSON.parse(option.slice('options='.length)) as RuleOptions);
    const shown = isManifest || isExpectation ? policy : { syntax, text: content };
    examples.push({
      line: (code.position?.start.line ?? 0) + 1,
      verdict,
      syntax: shown.syntax,
      policy: shown.text,
      before,
      manifest,
      expectations: isExpectation ? content : undefined,
      catalog,
      options,
    });
  }
  const headings = tree.children.flatMap((node) =>
    node.type === 'heading'
      ? [
          {
            depth: node.depth,
            text: node.children.map((child) => ('value' in child ? child.value : '')).join(''),
          },
        ]
      : [],
  );
  return { text, headings, examples };
}

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  json: 'json',
  jsonc: 'jsonc',
  yaml: 'yaml',
  hcl: 'hcl',
  terraform: 'hcl',
};
