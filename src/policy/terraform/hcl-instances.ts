import { evaluate } from '../../hcl/evaluate/evaluate.js';
import type { Scope } from '../../hcl/evaluate/module-scope.js';
import type { HclValue } from '../../hcl/evaluate/value.js';
import { elementsOf, holeOf, knownText, possibleElements } from '../../hcl/evaluate/value.js';
import type { HclBlock } from '../../hcl/hcl-syntax.js';
import { pairOf } from './hcl-resource.js';
import type { PolicyResource } from './terraform-resources.js';

/** One of the resources that a block stands for. */
export interface Instance {
  /** `["reader"]`, `[0]`; empty where the block is a single resource, or its policy is the same in all. */
  readonly suffix: string;
  /** What `each` and `count` are. */
  readonly names: Scope['names'];
  readonly isOnly: boolean;
}

/** More instances are not told apart: they are one whose `each` may be any of them. */
const MOST_INSTANCES = 50;

/** The resources that `for_each` and `count` make of a block, where its policy is not the same in all of them. */
export function instancesOf(block: HclBlock, resource: PolicyResource, scope: Scope): readonly Instance[] {
  const text = resource.arguments
    .flatMap(({ name }) => [
      ...block.attributes.filter((attribute) => attribute.name === name),
      ...block.blocks.filter(({ type, labels }) => type === name || labels[0] === name),
    ])
    .map(({ range }) => scope.text.slice(...range))
    .join('\n');
  const argument = (name: string): HclValue | undefined => {
    const attribute = block.attributes.find((candidate) => candidate.name === name);
    return attribute === undefined ? undefined : evaluate(attribute.value, scope);
  };
  if (/\beach\b/.test(text)) return eachOf(argument('for_each'), block);
  if (/\bcount\.index\b/.test(text)) return countOf(argument('count'), block);
  return [{ suffix: '', names: scope.names, isOnly: true }];
}

function eachOf(collection: HclValue | undefined, block: HclBlock): readonly Instance[] {
  const pairs = pairsOf(collection);
  if (pairs === undefined || pairs.length === 0 || pairs.length > MOST_INSTANCES)
    return [anyOf(collection, block)];
  return pairs.map(([name, key, value]) => ({
    suffix: `[${JSON.stringify(name)}]`,
    names: new Map([
      ['each', { kind: 'map', range: block.header, entries: pairOf(key, value, block.header) }],
    ]),
    isOnly: pairs.length === 1,
  }));
}

/** Undefined where it is not known which there are. */
function pairsOf(
  collection: HclValue | undefined,
): readonly (readonly [name: string, key: HclValue, value: HclValue])[] | undefined {
  const items =
    collection?.kind === 'map' && collection.open !== true
      ? collection.entries.map(({ key, value }) => [knownText(key), key, value] as const)
      : undefined;
  const elements =
    collection?.kind === 'list'
      ? elementsOf(collection).map((element) => [knownText(element), element, element] as const)
      : undefined;
  return (items ?? elements)?.reduce<[string, HclValue, HclValue][] | undefined>(
    (known, [name, key, value]) =>
      known === undefined || name === undefined ? undefined : [...known, [name, key, value]],
    [],
  );
}

/** One resource whose `each` may be any of those that are seen. */
function anyOf(collection: HclValue | undefined, block: HclBlock): Instance {
  const place = { range: block.header };
  const values = collection === undefined ? [] : possibleElements(collection);
  const value = holeOf(place, 'each.value', values);
  return {
    suffix: '',
    names: new Map([
      ['each', { kind: 'map', ...place, entries: pairOf(holeOf(place, 'each.key'), value, block.header) }],
    ]),
    isOnly: true,
  };
}

function countOf(count: HclValue | undefined, block: HclBlock): readonly Instance[] {
  const amount = count?.kind === 'number' ? count.value : undefined;
  const isKnown = amount !== undefined && Number.isInteger(amount) && amount > 0 && amount <= MOST_INSTANCES;
  if (!isKnown) return [{ suffix: '', names: indexNames(undefined, block), isOnly: true }];
  return Array.from({ length: amount }, (_, index) => ({
    suffix: `[${index}]`,
    names: indexNames(index, block),
    isOnly: amount === 1,
  }));
}

function indexNames(index: number | undefined, block: HclBlock): Scope['names'] {
  const range = block.header;
  const value: HclValue =
    index === undefined
      ? holeOf({ range }, 'count.index')
      : { kind: 'number', range, elsewhere: true, value: index, raw: String(index) };
  return new Map([
    [
      'count',
      {
        kind: 'map',
        range,
        entries: [
          {
            key: { kind: 'text', range, elsewhere: true, pieces: [{ kind: 'text', text: 'index', range }] },
            value,
            range,
          },
        ],
      },
    ],
  ]);
}
