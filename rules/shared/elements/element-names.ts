import { nearNames } from '../../../src/calls/resolve/near-names.js';
import { IAM_KINDS } from '../../../src/lint/rule-definition.js';
import type { ObjectNode } from '../../../src/policy/model/ast.js';
import { DEPENDS_KEYS, ELEMENTS } from '../../../src/policy/model/elements.js';

/** The names that some kind of policy has at a place: what none has is misspelt, what another kind has is misplaced. */
export const ELEMENT_NAMES = {
  policy: namesAt('policy'),
  statement: namesAt('statement'),
  depends: DEPENDS_KEYS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ElementLevel = keyof typeof ELEMENT_NAMES;

/** The element of a name, whatever its case, as the language spells it. */
export function elementNamed(name: string, level: ElementLevel): string | undefined {
  return ELEMENT_NAMES[level].find((element) => element.toLowerCase() === name.toLowerCase());
}

/** The element that a name most likely means; undefined where it is one itself, or none is near. */
export function meantElement(name: string, level: ElementLevel): string | undefined {
  return elementNamed(name, level) === undefined ? nearNames(name, ELEMENT_NAMES[level], 1)[0] : undefined;
}

/** Whether an object has an element, or something that most likely means it and is reported as misspelt. */
export function hasElement({ members }: ObjectNode, name: string, level: ElementLevel): boolean {
  return members.some(
    (member) =>
      member.name.value.toLowerCase() === name.toLowerCase() ||
      meantElement(member.name.value, level) === name,
  );
}

function namesAt(level: 'policy' | 'statement'): readonly string[] {
  const names = new Set(IAM_KINDS.flatMap((kind) => ELEMENTS[kind][level].map(({ name }) => name)));
  if (level === 'statement') names.add('NotPrincipal');
  return [...names];
}
