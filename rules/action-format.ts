import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { toAscii } from '../src/policy/syntax/look-alikes.js';
import type { PolicyKind } from '../src/policy/model/policy.js';
import { actionsOf } from './shared/elements/listed.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'action-format',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that are not written as service:resourceType:operation',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1035'), IAM_PAGES.policySyntax],
    },
    messages: {
      empty: 'The action is empty; write service:resourceType:operation.',
      segments: `"{action}" has {count, plural, one {# segment} other {# segments}} instead of three;
        write service:resourceType:operation.`,
      'empty-segment': `"{action}" has no
        {segment, select, service {service} resource type {resource type} operation {operation}};
        write a name or "*" there.`,
      character: '"{action}" contains "{character}"; use only letters, digits, "_", "-" and "*".',
      replace: 'Write "{action}".',
    },
    fixable: true,
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        for (const { value: action, node } of actionsOf(statement)) {
          if (hasPlaceholder(action)) continue;
          // Look-alikes of a colon are reported as such.
          const segments = (toAscii(action) ?? action).split(':');
          const character = ILLEGAL.exec(action)?.[0];
          const gap = SEGMENTS.find(
            (name, index) => segments[index] === '' && !(name === 'resource type' && isUntyped(kind)),
          );
          if (action === '') context.report({ at: node, messageId: 'empty' });
          else if (character !== undefined)
            context.report({ at: node, messageId: 'character', data: { action, character } });
          else if (segments.length !== 3) reportSegments(node, action, segments, kind);
          else if (gap !== undefined)
            context.report({ at: node, messageId: 'empty-segment', data: { action, segment: gap } });
        }
      },
    };

    function reportSegments(
      node: Parameters<typeof replaceString>[1],
      action: string,
      segments: readonly string[],
      kind: PolicyKind,
    ): void {
      if (kind === 'role' || (action === '*' && kind !== 'policy' && kind !== 'agency-policy')) return;
      const spelledOut = spellOut(segments);
      const data = { action, count: segments.length };
      if (spelledOut === undefined) {
        context.report({ at: node, messageId: 'segments', data });
        return;
      }
      const edits = () => replaceString(context.text, node, spelledOut);
      context.report({
        at: node,
        messageId: 'segments',
        data,
        fix: edits,
        suggest: [{ messageId: 'replace', data: { action: spelledOut }, edits }],
      });
    }
  },
});

/**
 * What no name and no pattern has. White space and look-alikes are other rules', so that a finding can say how to mend them.
 */
const ILLEGAL = /[^\w:*\s\-\u0080-\u{10ffff}\p{Cc}]/u;

/** Identity policies name some actions without a type: `sts::tagSession`, `iam::createAccessKey` (api-iam5, iam_02_1117). */
function isUntyped(kind: PolicyKind): boolean {
  return kind !== 'policy' && kind !== 'role' && kind !== 'agency-policy';
}

const SEGMENTS = ['service', 'resource type', 'operation'] as const;

/** `*` and `ecs:*` can only mean everything that follows; other actions lack something that nobody can guess. */
function spellOut([service = '', ...rest]: readonly string[]): string | undefined {
  if (rest.length === 0) return service === '*' ? '*:*:*' : undefined;
  return rest.length === 1 && rest[0] === '*' && service !== '' ? `${service}:*:*` : undefined;
}
