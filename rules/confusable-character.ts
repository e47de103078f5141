import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { foreignCharacter, toAscii } from '../src/policy/syntax/look-alikes.js';
import { nameCharacter } from '../src/policy/syntax/odd-characters.js';
import { exactStrings } from './shared/elements/exact-strings.js';
import { errorCodes } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'confusable-character',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Full-width, look-alike and invisible characters in actions, resources, operators and names',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1035'), 'https://www.unicode.org/reports/tr39/'],
    },
    messages: {
      character: `The
        {what, select,
          version {version} effect {effect} action {action} resource {resource}
          condition operator {condition operator} condition key {condition key} name {name}}
        "{text}" has a character that is not ASCII ({character}); replace it.`,
      replace: 'Write "{text}".',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      policy(policy) {
        for (const { node, what } of exactStrings(policy)) {
          const judged = asciiPart(node.value, what);
          const character = foreignCharacter(judged);
          if (character === undefined) continue;
          const ascii = toAscii(judged);
          const text = ascii === undefined ? undefined : ascii + node.value.slice(judged.length);
          const data = { what, character: nameOf(character), text: visible(node.value) };
          if (text === undefined) context.report({ at: node, messageId: 'character', data });
          else {
            const edits = () => replaceString(context.text, node, text);
            // The engine keeps the fix back where it lets the policy mean more than it did, unless a declared call needs that.
            context.report({
              at: node,
              messageId: 'character',
              data,
              fix: edits,
              suggest: [{ messageId: 'replace', data: { text }, edits }],
            });
          }
        }
      },
    };
  },
});

/** The part that has to be ASCII: of a resource all but the path, which can name an object in any script; of a key all but a tag's name. */
function asciiPart(text: string, what: string): string {
  if (what === 'resource') return /^(?:[^:]*:){4}/.exec(text)?.[0] ?? (text.startsWith('/') ? '' : text);
  return what === 'condition key' ? (text.split('/')[0] ?? text) : text;
}

function nameOf(character: string): string {
  const name = nameCharacter(character);
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return name.includes(code) ? name : `${name} (${code})`;
}

/** Control characters would break the line that the message stands on. */
function visible(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, '·');
}
