import { createRule } from '../src/lint/rule.js';
import type { MemberNode, ObjectNode, ValueNode } from '../src/policy/model/ast.js';
import { insertElements, removeMember } from '../src/policy/edit/edit.js';
import { related } from './shared/reasons/related.js';

export const rule = createRule({
  id: 'duplicate-key',
  meta: {
    type: 'problem',
    docs: {
      description: 'Names that stand twice in one object, also where they differ only in case',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://www.rfc-editor.org/rfc/rfc8259#section-4',
        'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1289.html',
      ],
    },
    messages: {
      duplicate: '"{name}" stands here already, in line {line}, and only one of the two counts; keep one.',
      case: '"{name}" is the same element as "{first}" in line {line}; keep one.',
      'keep-this': 'Remove that of line {line}.',
      'keep-first': 'Remove this one.',
      merge: 'Put both lists together.',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy({ node }) {
        for (const { object, first, second } of duplicatesIn(node, 'elements')) {
          const data = { name: second.name.value, first: first.name.value, line: first.loc.start.line };
          const removeSecond = () => removeMember(context.text, object, second);
          const same = first.name.value === second.name.value && textOf(first.value) === textOf(second.value);
          context.report({
            at: second.name,
            messageId: first.name.value === second.name.value ? 'duplicate' : 'case',
            data,
            related: [{ path: context.path, at: first.name, message: related('first') }],
            fix: same ? removeSecond : undefined,
            suggest: same ? [] : suggestionsFor(object, first, second),
          });
        }
      },
    };

    function textOf(value: ValueNode): string {
      return context.text.slice(...value.range);
    }

    function suggestionsFor(object: ObjectNode, first: MemberNode, second: MemberNode) {
      const { text } = context;
      const data = { line: first.loc.start.line };
      return [
        { messageId: 'merge', edits: () => merge(text, object, first, second) },
        { messageId: 'keep-this', data, edits: () => removeMember(text, object, first) },
        { messageId: 'keep-first', edits: () => removeMember(text, object, second) },
      ] as const;
    }
  },
});

/** What the members of an object are, which decides whether case counts. */
type Level = 'elements' | 'operators' | 'keys' | 'other';

interface Duplicate {
  readonly object: ObjectNode;
  readonly first: MemberNode;
  readonly second: MemberNode;
}

function duplicatesIn(value: ValueNode, level: Level): Duplicate[] {
  if (value.type === 'Array') return value.elements.flatMap((element) => duplicatesIn(element, level));
  if (value.type !== 'Object') return [];
  const seen = new Map<string, MemberNode>();
  return value.members.flatMap((member) => {
    const name = fold(member.name.value, level);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, member);
    const inner = duplicatesIn(member.value, levelBelow(member.name.value, level));
    return first === undefined ? inner : [{ object: value, first, second: member }, ...inner];
  });
}

/** Names of elements and operators are read whatever their case, condition keys up to the name of a tag; other names exactly. */
function fold(name: string, level: Level): string {
  if (level === 'other') return name;
  const slash = level === 'keys' ? name.indexOf('/') : -1;
  return slash === -1 ? name.toLowerCase() : name.slice(0, slash).toLowerCase() + name.slice(slash);
}

function levelBelow(name: string, level: Level): Level {
  if (level === 'operators') return 'keys';
  if (level !== 'elements') return 'other';
  const element = name.toLowerCase();
  if (element === 'statement') return 'elements';
  return element === 'condition' ? 'operators' : 'other';
}

function merge(text: string, object: ObjectNode, { value: one }: MemberNode, second: MemberNode) {
  if (one.type !== 'Array' || second.value.type !== 'Array') return undefined;
  const known = new Set(stringsOf(one));
  const more = stringsOf(second.value).filter((value) => !known.has(value));
  const removal = removeMember(text, object, second);
  const insertion = more.length === 0 ? [] : insertElements(text, one, more);
  return removal === undefined || insertion === undefined ? undefined : [...insertion, ...removal];
}

function stringsOf(value: ValueNode): string[] {
  return value.type === 'Array'
    ? value.elements.flatMap((element) => (element.type === 'String' ? [element.value] : []))
    : [];
}
