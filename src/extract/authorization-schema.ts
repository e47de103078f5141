import { parse } from '@humanwhocodes/momoa';
import type { MemberNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { accessLevel, valueType } from './cells/identity-columns.js';
import type { Entry, PageRecord, SkippedRow, TableRecord } from './extraction-record.js';
import { defined, filled } from '../defined.js';
import { en } from '../wording/en/extract.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('extract', en);

/**
 * Reads the answer of `GET /v5/authorization-schemas/services/{service_code}`, the cloud's own machine-readable account
 * of a service: operations with the action that each needs, actions, resource types and condition keys. Each of its
 * arrays becomes a table of the record, each element a row.
 *
 * Fields: terraform-provider-huaweicloud, docs/data-sources/identityv5_authorization_schema.md.
 */
export function readAuthorizationSchema(text: string, file: string, sha256: string): PageRecord {
  const fail = (error: string): PageRecord => ({ file, sha256, tables: [], error });
  let root: ValueNode;
  // The parser recurses; at the end of the stack an engine that compiles a regular expression ends the process.
  if (depthOf(text) > MAX_DEPTH) return fail(say('nestedTooDeeply'));
  try {
    root = parse(text, { mode: 'json' }).body;
  } catch (error) {
    return fail(say('noJson', { fault: error instanceof Error ? error.message : String(error) }));
  }
  const schema = findSchema(root);
  if (schema === undefined) return fail(say('noAuthorizationSchema'));
  const types = new Map(
    elements(schema, 'resources').flatMap(({ node }) =>
      pairOf(textOf(node, 'urn_template'), textOf(node, 'type_name')),
    ),
  );
  const tables = [
    table('operations', schema, 0, (node) => operation(node)),
    table('actions', schema, 1, (node) => action(node, types)),
    resources(schema, 2),
    conditions(schema, 3),
  ];
  return { file, sha256, title: `Authorization schema`, tables };
}

const MAX_DEPTH = 500;

/** How deep the brackets of a JSON text nest; those in strings do not count. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') inString = !inString;
    else if (inString && character === '\\') at += 1;
    else if (!inString && (character === '[' || character === '{')) deepest = Math.max(deepest, (depth += 1));
    else if (!inString && (character === ']' || character === '}')) depth -= 1;
  }
  return deepest;
}

type Fields = Omit<Entry, 'line' | 'row'>;

function operation(node: ObjectNode): Fields | string {
  const id = textOf(node, 'operation_id');
  const needed = textOf(node, 'operation_action');
  if (id === undefined) return say('noOperationId');
  const actions = needed === undefined || needed === '' ? [] : [needed];
  return defined({
    title: id,
    apiName: id,
    endpoints: [],
    actions,
    dependencies: texts(node, 'dependent_actions'),
    scenarios: [],
    identity: true as const,
    unsaid: actions.length > 0 ? undefined : (true as const),
  });
}

function action(node: ObjectNode, types: ReadonlyMap<string, string>): Fields | string {
  const name = textOf(node, 'name');
  if (name === undefined) return say('noActionName');
  const narrowed = elements(node, 'resources').map(({ node: resource }) => {
    const urn = textOf(resource, 'urn_template') ?? '';
    return {
      type: types.get(urn) ?? typeOfUrn(urn),
      required: flag(resource, 'required') === true,
      conditionKeys: texts(resource, 'condition_keys'),
    };
  });
  return defined({
    title: '',
    endpoints: [],
    actions: [name],
    dependencies: [],
    scenarios: [],
    describes: 'action' as const,
    accessLevel: accessLevel(textOf(node, 'access_level') ?? ''),
    permissionOnly: flag(node, 'permission_only') === true ? (true as const) : undefined,
    aliases: filled(texts(node, 'aliases')),
    conditionKeys: filled(texts(node, 'condition_keys')),
    resources: filled(narrowed),
  });
}

function table(
  name: string,
  schema: ObjectNode,
  index: number,
  read: (node: ObjectNode) => Fields | string,
): TableRecord {
  const entries: Entry[] = [];
  const skipped: SkippedRow[] = [];
  const rows = values(schema, name);
  rows.forEach((node, at) => {
    const place = { line: node.loc.start.line, row: at + 1 };
    const fields = node.type === 'Object' ? read(node) : 'is no object';
    if (typeof fields === 'string') skipped.push({ ...place, reason: fields, text: '' });
    else entries.push({ ...place, ...fields });
  });
  return {
    index,
    line: lineOf(schema, name),
    kind: 'permissions',
    caption: name,
    rows: rows.length,
    entries,
    skipped,
  };
}

function resources(schema: ObjectNode, index: number): TableRecord {
  const found = elements(schema, 'resources').flatMap(({ node, line }) => {
    const type = textOf(node, 'type_name');
    const urn = textOf(node, 'urn_template');
    return type === undefined || urn === undefined ? [] : [{ type, urn, line }];
  });
  return { ...facts('resources', schema, index, say('resourceTypes')), resources: found };
}

function conditions(schema: ObjectNode, index: number): TableRecord {
  const found = elements(schema, 'conditions').flatMap(({ node, line }) => {
    const key = textOf(node, 'key');
    if (key === undefined) return [];
    const multiValued = flag(node, 'multi_valued');
    return [defined({ key, valueType: valueType(textOf(node, 'value_type') ?? ''), multiValued, line })];
  });
  return {
    ...facts('conditions', schema, index, say('conditionKeys')),
    conditionKeys: found,
  };
}

function facts(name: string, schema: ObjectNode, index: number, reason: string): TableRecord {
  return {
    index,
    line: lineOf(schema, name),
    kind: 'other',
    reason,
    caption: name,
    rows: values(schema, name).length,
    entries: [],
    skipped: [],
  };
}

/** The object that holds the arrays: the answer itself, or one level inside it. */
function findSchema(root: ValueNode): ObjectNode | undefined {
  if (root.type !== 'Object') return undefined;
  const candidates = [
    root,
    ...root.members.flatMap((entry) => (entry.value.type === 'Object' ? [entry.value] : [])),
  ];
  return candidates.find(
    (node) =>
      member(node, 'actions')?.value.type === 'Array' &&
      ['operations', 'resources', 'conditions'].some((name) => member(node, name)?.value.type === 'Array'),
  );
}

/** The type in a URN template: its last part but for the id (`<service>:<region>:<account>:<type>:<id>`). */
function typeOfUrn(urn: string): string {
  return urn.split(':')[3] ?? urn;
}

function member(node: ObjectNode, name: string): MemberNode | undefined {
  return node.members.find(
    (entry) => (entry.name.type === 'String' ? entry.name.value : entry.name.name) === name,
  );
}

function values(node: ObjectNode, name: string): ValueNode[] {
  const value = member(node, name)?.value;
  return value?.type === 'Array' ? value.elements.map((element) => element.value) : [];
}

function elements(node: ObjectNode, name: string): { node: ObjectNode; line: number }[] {
  return values(node, name).flatMap((value) =>
    value.type === 'Object' ? [{ node: value, line: value.loc.start.line }] : [],
  );
}

function lineOf(node: ObjectNode, name: string): number {
  return (member(node, name) ?? node).loc.start.line;
}

function textOf(node: ObjectNode, name: string): string | undefined {
  const value = member(node, name)?.value;
  return value?.type === 'String' ? value.value : undefined;
}

function texts(node: ObjectNode, name: string): string[] {
  return [...new Set(values(node, name).flatMap((value) => (value.type === 'String' ? [value.value] : [])))];
}

function flag(node: ObjectNode, name: string): boolean | undefined {
  const value = member(node, name)?.value;
  return value?.type === 'Boolean' ? value.value : undefined;
}

function pairOf(key: string | undefined, value: string | undefined): [string, string][] {
  return key === undefined || value === undefined ? [] : [[key, value]];
}
