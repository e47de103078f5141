import type { MemberNode, RootNode, UnknownNode, ValueNode } from './ast.js';

/** More variants of one policy are not looked at; what is left out of them is still a hole of the policy. */
const MOST_VARIANTS = 128;

/**
 * A policy that is known in part, as it may come out: each possibility of each of its holes stands in at least one of the
 * variants. They are as many as the hole with the most possibilities has, not one for every combination. Empty for a
 * policy whose holes say nothing.
 */
export function variantsOf(root: RootNode): readonly RootNode[] {
  const { alternatives = [] } = root;
  const values = [...alternatives.flatMap(atLeastItself), ...waysOf(root.value)];
  return values.slice(0, MOST_VARIANTS).map((value) => ({ ...root, value }));
}

function atLeastItself(value: ValueNode): readonly ValueNode[] {
  const ways = waysOf(value);
  return ways.length === 0 ? [value] : ways;
}

function waysOf(value: ValueNode): readonly ValueNode[] {
  const width = Math.min(widthOf(value), MOST_VARIANTS);
  return Array.from({ length: width }, (_, round) => choose(value, round));
}

const widths = new WeakMap<ValueNode, number>();

/** In how many ways a value can be chosen so that each possibility is seen; 0 where there is nothing to choose. */
function widthOf(value: ValueNode): number {
  const known = widths.get(value);
  if (known !== undefined) return known;
  const width = countWays(value);
  widths.set(value, width);
  return width;
}

function countWays(value: ValueNode): number {
  switch (value.type) {
    case 'Unknown':
      return optionsOf(value).reduce((sum, option) => sum + Math.max(1, widthOf(option)), 0);
    case 'Array':
      return value.elements.reduce((most, element) => Math.max(most, widthOf(element)), 0);
    case 'Object':
      return value.members.reduce((most, { value: inner }) => Math.max(most, widthOf(inner)), 0);
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'Null':
      return 0;
  }
}

/** An empty list or object says nothing, and would only be complained about. */
function optionsOf({ options = [] }: UnknownNode): readonly ValueNode[] {
  return options.filter((option) => !isEmpty(option));
}

function isEmpty(value: ValueNode): boolean {
  if (value.type === 'Array') return value.elements.length === 0;
  if (value.type === 'Object') return value.members.length === 0;
  return value.type === 'Null' || (value.type === 'Unknown' && optionsOf(value).length === 0);
}

/** A value as it is in one round; the same node where there is nothing to choose in it. */
function choose(value: ValueNode, round: number): ValueNode {
  if (widthOf(value) === 0) return value;
  switch (value.type) {
    case 'Unknown':
      return chooseOption(value, round);
    case 'Array': {
      const elements = value.elements.flatMap((element) => chooseElement(element, round));
      return { ...value, elements, shared: true };
    }
    case 'Object': {
      const members = value.members.map((member): MemberNode => ({
        ...member,
        value: choose(member.value, round),
        shared: true,
      }));
      return { ...value, members, shared: true };
    }
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'Null':
      return value;
  }
}

function chooseElement(element: ValueNode, round: number): readonly ValueNode[] {
  const chosen = choose(element, round);
  if (element.type !== 'Unknown' || element.spread !== true || chosen.type !== 'Array') return [chosen];
  return chosen.elements;
}

function chooseOption(hole: UnknownNode, round: number): ValueNode {
  const options = optionsOf(hole);
  let left = round % Math.max(1, widthOf(hole));
  for (const option of options) {
    const width = Math.max(1, widthOf(option));
    if (left < width) return choose(option, left);
    left -= width;
  }
  return hole;
}
