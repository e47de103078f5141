import { createRule } from '../src/lint/rule.js';
import { openingOf } from './shared/elements/opening.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'custom-policy-body',
  meta: {
    type: 'problem',
    docs: {
      description: 'Bodies of the API for custom policies whose name, type or other members it refuses',
      category: 'validity',
      recommended: 'error',
      sources: [errorCodes('IAM.1001, IAM.1002, IAM.1006 to IAM.1009'), IAM_PAGES.createPolicy],
    },
    messages: {
      type: `"{type}" is no type of a custom policy;
        write "AX" for one of global services or "XA" for one of project-level services.`,
      name: 'The display_name "{name}" is blank or too long; write 1 to {max} characters that are not all blank.',
      member: 'The cloud sets "{name}" itself and refuses it in the body of a custom policy; remove it.',
      missing: 'The body of a custom policy lacks "{name}"; add it.',
    },
  },
  create(context) {
    return {
      policy({ root: { address, carrier } }) {
        if (carrier === undefined || !/(?:^|[.:])role\.policy$/.test(address ?? '')) return;
        const members = new Map(carrier.members.map((member) => [member.name.value, member]));
        // What the cloud answers has the same shape, and members that only it can know.
        if (ANSWERED.some((name) => members.has(name))) return;
        for (const name of REFUSED) {
          const member = members.get(name);
          if (member !== undefined) context.report({ at: member.name, messageId: 'member', data: { name } });
        }
        for (const name of ['display_name', 'type'])
          if (!members.has(name))
            context.report({ at: openingOf(carrier), messageId: 'missing', data: { name }, key: name });
        const type = members.get('type')?.value;
        if (
          type?.type === 'String' &&
          !hasPlaceholder(type.value) &&
          type.value !== 'AX' &&
          type.value !== 'XA'
        )
          context.report({ at: type, messageId: 'type', data: { type: type.value } });
        const name = members.get('display_name')?.value;
        if (
          name?.type === 'String' &&
          !hasPlaceholder(name.value) &&
          (name.value.trim() === '' || name.value.length > MAX_NAME)
        )
          context.report({ at: name, messageId: 'name', data: { name: name.value, max: MAX_NAME } });
      },
    };
  },
});

/** IAM.1001, IAM.1002. */
const MAX_NAME = 64;

/** IAM.1006 to IAM.1008: a custom policy must not send these. */
const REFUSED = ['catalog', 'flag', 'name'];

const ANSWERED = ['id', 'links', 'domain_id', 'created_time', 'updated_time', 'references'];
