import { nearNames } from '../../src/calls/near-names.js';
import type { ObjectNode } from '../../src/policy/ast.js';
import type { PolicyElement } from '../../src/policy/elements.js';

export function elementNamed(name: string, elements: readonly PolicyElement[]): PolicyElement | undefined {
  return elements.find((element) => element.name.toLowerCase() === name.toLowerCase());
}

/** The element that a name most likely means; undefined where it is one itself, or none is near. */
export function meantElement(name: string, elements: readonly PolicyElement[]): PolicyElement | undefined {
  if (elementNamed(name, elements) !== undefined) return undefined;
  const [near] = nearNames(name, elements.map((element) => element.name), 1);
  return near === undefined ? undefined : elementNamed(near, elements);
}

/** Whether an object has an element, or something that most likely means it and is reported as misspelt. */
export function hasElement({ members }: ObjectNode, name: string, elements: readonly PolicyElement[]): boolean {
  return members.some((member) => member.name.value.toLowerCase() === name.toLowerCase() || meantElement(member.name.value, elements)?.name === name);
}
