import type { ElementSpec } from './elements.js';
import { DEPENDS_KEYS, EFFECTS, ELEMENTS, VERSIONS } from './elements.js';
import { limitsOf } from '../facts/limits.js';
import type { OperatorUse } from '../facts/operators.js';
import { OPERATORS } from '../facts/operators.js';
import type { PolicyKind } from './policy.js';
import { defined, filled } from '../../defined.js';

type Schema = Readonly<Record<string, unknown>>;

/** The kinds that a file of its own may hold, in the order in which an editor tries them; the agency form is part of 1.1. */
const KINDS = [
  'role',
  'policy',
  'identity-policy',
  'resource-policy',
  'agency-policy',
] as const satisfies readonly PolicyKind[];

/**
 * The shape of a policy as JSON Schema (2020-12), for editors: made from the tables that the rules judge by, so that it cannot
 * say anything else. `Version` decides which elements fit.
 */
export function policyJsonSchema(): Schema {
  const byVersion = grouped(KINDS, (kind) => VERSIONS[kind] ?? '');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Policy of Huawei Cloud or Open Telekom Cloud IAM',
    type: 'object',
    required: ['Version', 'Statement'],
    properties: {
      Version: {
        enum: [...byVersion.keys()],
        description: '1.0: a role, 1.1: a policy, 5.0: an identity policy.',
      },
    },
    allOf: [...byVersion].map(([version, kinds]) => ({
      if: { required: ['Version'], properties: { Version: { const: version } } },
      then: kinds.length === 1 ? documentSchema(kinds[0] ?? 'policy') : { anyOf: kinds.map(documentSchema) },
    })),
    $defs: {
      condition: conditionSchema(),
      keys: keysSchema(),
      texts: { type: 'array', items: { type: 'string' }, minItems: 1 },
    },
  };
}

function documentSchema(kind: PolicyKind): Schema {
  const { statements, depends } = limitsOf(kind);
  return objectSchema(ELEMENTS[kind].policy, {
    Version: { const: VERSIONS[kind] },
    Statement: { type: 'array', items: statementSchema(kind), minItems: 1, ...atMost(statements) },
    Depends: {
      type: 'array',
      items: {
        type: 'object',
        required: DEPENDS_KEYS,
        properties: Object.fromEntries(DEPENDS_KEYS.map((key) => [key, { type: 'string' }])),
        additionalProperties: false,
      },
      ...atMost(depends),
    },
  });
}

function statementSchema(kind: PolicyKind): Schema {
  const { actions, actionLength, resources, resourceLength } = limitsOf(kind);
  // By this title the reference offers the actions of a cloud for completion.
  const actionList = textList(actions, actionLength, 'Action');
  const resourceList = textList(resources, resourceLength);
  const uris = {
    type: 'object',
    required: ['uri'],
    properties: { uri: resourceList },
    additionalProperties: false,
  };
  const takes = (name: string, type: string): boolean =>
    ELEMENTS[kind].statement.some(
      (element) => element.name === name && element.types.some((one) => one === type),
    );
  const resourceForms = [
    ...(takes('Resource', 'array') ? [resourceList] : []),
    ...(takes('Resource', 'object') ? [uris] : []),
  ];
  return objectSchema(ELEMENTS[kind].statement, {
    Sid: { type: 'string', minLength: 1 },
    Effect: { enum: EFFECTS },
    Action: actionList,
    NotAction: actionList,
    Resource: resourceForms.length === 1 ? resourceForms[0] : { anyOf: resourceForms },
    NotResource: resourceList,
    Condition: { $ref: '#/$defs/condition' },
    Principal: {
      anyOf: [
        { const: '*' },
        {
          type: 'object',
          minProperties: 1,
          additionalProperties: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/texts' }] },
        },
      ],
    },
  });
}

/** The elements of a table, each with its own schema; of a group of which one is needed exactly one may stand. */
function objectSchema(
  elements: readonly ElementSpec[],
  schemas: Readonly<Record<string, Schema | undefined>>,
): Schema {
  const groups = [
    ...grouped(
      elements.filter(({ group }) => group !== undefined),
      ({ group }) => group ?? '',
    ).values(),
  ].filter((group) => group.length > 1);
  const choices = groups.map((group) => {
    const one = group.map(({ name }) => ({ required: [name] }));
    return group.some(({ presence }) => presence === 'one-of') ? { oneOf: one } : { not: { allOf: one } };
  });
  return defined({
    type: 'object',
    required: elements.filter(({ presence }) => presence === 'required').map(({ name }) => name),
    properties: Object.fromEntries(elements.map(({ name }) => [name, schemas[name] ?? {}])),
    additionalProperties: false,
    allOf: filled(choices),
  });
}

/** Operators are matched whatever their case; the quantifier stands before, IfExists behind. */
function conditionSchema(): Schema {
  const { operators } = limitsOf('policy');
  const names = OPERATORS.map(({ name }) => name);
  const quantifiers: readonly NonNullable<OperatorUse['quantifier']>[] = ['ForAllValues', 'ForAnyValue'];
  return defined({
    type: 'object',
    minProperties: 1,
    maxProperties: operators,
    // Named for completion in editors; the pattern takes every other spelling.
    properties: Object.fromEntries(names.map((name) => [name, { $ref: '#/$defs/keys' }])),
    patternProperties: {
      [`^(?:(?:${quantifiers.map(anyCase).join('|')}):)?(?:${names.map(anyCase).join('|')})(?:${anyCase('IfExists')})?$`]:
        { $ref: '#/$defs/keys' },
    },
    additionalProperties: false,
  });
}

function keysSchema(): Schema {
  const { keysPerOperator, valueLength } = limitsOf('policy');
  return defined({
    type: 'object',
    minProperties: 1,
    maxProperties: keysPerOperator,
    additionalProperties: textList(undefined, valueLength),
  });
}

function textList(items: number | undefined, length: number | undefined, title?: string): Schema {
  return {
    type: 'array',
    items: defined({ title, type: 'string', minLength: 1, maxLength: length }),
    minItems: 1,
    ...atMost(items),
  };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function atMost(items: number | undefined): Schema {
  return items === undefined ? {} : { maxItems: items };
}

/** JSON Schema's patterns have no flag for it. */
function anyCase(name: string): string {
  return name.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
}
