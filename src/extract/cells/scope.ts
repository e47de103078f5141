import type { Scope } from '../../catalog/model/model.js';

type ScopeKey = keyof Scope;

/** How tables say yes and no. `-` and anything else says nothing. */
const YES = /^(?:[√✓✔☑]|y|yes|true|supported|support|支持|是|可用|available)$/i;
const NO = /^(?:[×✕✗✘✖]|x|n|no|false|not\s*supported|unsupported|notsupport|不支持|否|不可用|unavailable)$/i;

/** A cell under one scope's own header: `√`, `Not supported`, `Y`; undefined where it says nothing. */
export function readFlag(text: string): boolean | undefined {
  const word = text
    .normalize('NFKC')
    .replace(/[\s.。]+$/g, '')
    .trim();
  if (YES.test(word)) return true;
  return NO.test(word) ? false : undefined;
}

/** Words of a cell that lists scopes, longest first; `project` alone is the IAM project. */
const WORDS: readonly (readonly [RegExp, ScopeKey | 'yes' | 'no' | 'none'])[] = [
  [/^(?:不支持|unsupported|not\s*supported|不涉及)/i, 'no'],
  [/^(?:支持|supported|supports?)/i, 'yes'],
  [/^(?:enterprise\s*projects?|企业项目|企业级项目)/i, 'enterprise_project'],
  [/^(?:iam\s*)?(?:projects?|项目)/i, 'project'],
  [/^(?:resources?|instances?|实例|资源)/i, 'resource'],
  [/^(?:tags?|标签)/i, 'tag'],
  [/^(?:none|无)/i, 'none'],
];

/** A cell that lists scopes: `支持：项目(Project) 不支持：企业项目`, `Supported: Project, Enterprise project`, `Project`. */
export function readScope(text: string): Scope {
  const scope: Partial<Record<ScopeKey, boolean>> = {};
  let value = true;
  let rest = text.normalize('NFKC');
  while (rest !== '') {
    const found = WORDS.map(([pattern, word]) => ({
      word,
      length: pattern.exec(rest)?.[0].length ?? 0,
    })).find(({ length }) => length > 0);
    if (found === undefined) {
      rest = rest.replace(/^(?:[a-z]+|[\s\S])/i, '');
      continue;
    }
    if (found.word === 'yes' || found.word === 'no') value = found.word === 'yes';
    else if (found.word !== 'none') scope[found.word] ??= value;
    rest = rest.slice(found.length);
  }
  return scope;
}
