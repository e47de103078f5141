import { en } from '../../wording/en/policy.js';
import { speaker } from '../../wording/speaker.js';
import type { MemberNode, ObjectNode, PolicyPlace, ValueNode } from './ast.js';
import { foreignDocument, foreignStatements } from './foreign.js';
import type { PolicyKind } from './policy.js';

const say = speaker('policy', en);

/** Whether a value is a policy, and of which kind; or why it is none. */
export type Recognition =
  { readonly ok: true; readonly kind: PolicyKind; readonly node: ObjectNode } | NoPolicy;

export type NoPolicy =
  | {
      readonly ok: false;
      readonly why: 'list' | 'value' | 'noStatement' | 'otherStatement' | 'loneStatement';
    }
  /** Written in the language of another cloud. */
  | { readonly ok: false; readonly why: 'foreign'; readonly cloud: string };

/** Why a value is no policy that is judged, as the end of the sentence “skipped: …”. */
export function reasonFor(none: NoPolicy): string {
  return none.why === 'foreign' ? say('foreign', { cloud: none.cloud }) : say(none.why);
}

/**
 * The versions that a policy names, and the kind that each stands for unless its shape says more.
 * 1.0, 1.1: user guide 策略语法; 5.0: identity policies; 2016-09-07: SMN topic policies; 2008-10-17: OBS bucket policies.
 */
const VERSION_KINDS: Readonly<Record<string, PolicyKind>> = {
  '1.0': 'role',
  '1.1': 'policy',
  '5.0': 'identity-policy',
  '2016-09-07': 'topic-policy',
  '2008-10-17': 'bucket-policy',
};

/** Places that take a grammar of their own, whatever stands there. */
const PLACE_KINDS: Readonly<Partial<Record<PolicyPlace, PolicyKind>>> = {
  bucket: 'bucket-policy',
  topic: 'topic-policy',
};

/** What a policy without a version is where it stands in one of these places. */
const VERSIONLESS_KINDS: Readonly<Partial<Record<PolicyPlace, PolicyKind>>> = {
  trust: 'resource-policy',
  endpoint: 'resource-policy',
  organization: 'identity-policy',
};

const STATEMENT_PARTS = new Set([
  'effect',
  'action',
  'notaction',
  'resource',
  'notresource',
  'principal',
  'notprincipal',
  'condition',
  'sid',
]);
/** Who a bucket policy names: the accounts of OBS, of S3 and of its ACLs. */
const BUCKET_PRINCIPALS = new Set(['id', 'aws', 'canonicaluser', 'federated']);
const TOPIC_PRINCIPALS = new Set(['csp', 'orgpath']);

/**
 * A document with a `Statement` is a policy even where it is broken; any other JSON or YAML is not. Where the file says that
 * it stands in one of our places, no language of another cloud is taken for an excuse.
 */
export function recognise(value: ValueNode, place?: PolicyPlace): Recognition {
  if (value.type !== 'Object') return { ok: false, why: value.type === 'Array' ? 'list' : 'value' };
  const version = versionOf(value);
  const statement = member(value, 'statement') ?? member(value, 'statements');
  if (statement === undefined) return withoutStatement(value, version);
  const statements = objectsOf(statement.value);
  const foreign = place === undefined ? foreignStatements(version, statements) : undefined;
  const named = version !== undefined && version in VERSION_KINDS;
  const shaped = statements.some(looksLikeStatement) || statement.value.type === 'Unknown';
  if (foreign !== undefined && (shaped || versionIsForeign(version)))
    return { ok: false, why: 'foreign', cloud: foreign };
  if (!shaped && !(named && statement.name.value === 'Statement') && !misplaced(statement.value))
    return withoutStatement(value, undefined, 'otherStatement');
  const kind = kindAt(place, version) ?? kindOf(value, version, statements);
  return { ok: true, kind, node: value };
}

function kindAt(place: PolicyPlace | undefined, version: string | undefined): PolicyKind | undefined {
  if (place === undefined) return undefined;
  return PLACE_KINDS[place] ?? (version === undefined ? VERSIONLESS_KINDS[place] : undefined);
}

/** A date, as no version of ours is: a statement beside it need not be whole. */
function versionIsForeign(version: string | undefined): boolean {
  return version !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(version);
}

/** The text of `Version`, also where it was written as a number (`Version: 5.0` in YAML). */
export function versionOf(node: ObjectNode): string | undefined {
  const value = member(node, 'version')?.value;
  if (value?.type === 'String') return value.value.trim();
  return value?.type === 'Number' ? value.raw : undefined;
}

/** The last member of a name, whatever its case. `name` is lower case. */
export function member(node: ObjectNode, name: string): MemberNode | undefined {
  return node.members.findLast(
    (candidate) => candidate.name.value.length === name.length && candidate.name.value.toLowerCase() === name,
  );
}

function withoutStatement(
  node: ObjectNode,
  version: string | undefined,
  why: 'noStatement' | 'otherStatement' = 'noStatement',
): Recognition {
  if (looksLikeStatement(node)) {
    const foreign = foreignStatements(version, [node]);
    return foreign === undefined
      ? { ok: false, why: 'loneStatement' }
      : { ok: false, why: 'foreign', cloud: foreign };
  }
  const foreign = foreignDocument(node);
  if (foreign !== undefined) return { ok: false, why: 'foreign', cloud: foreign };
  // `{"Version": "1.1"}`: nothing but what policies have, so the Statement was forgotten.
  const versionName = member(node, 'version')?.name.value;
  const known = version !== undefined && version in VERSION_KINDS && versionName === 'Version';
  const others = node.members.filter(
    ({ name }) => !['version', 'depends', 'id'].includes(name.value.toLowerCase()),
  );
  if (known && others.every(({ value }) => objectsOf(value).some(looksLikeStatement)))
    return { ok: true, kind: kindOf(node, version, []), node };
  return { ok: false, why };
}

function kindOf(
  node: ObjectNode,
  version: string | undefined,
  statements: readonly ObjectNode[],
): PolicyKind {
  const known = version === undefined ? undefined : VERSION_KINDS[version];
  const principals = statements.flatMap(
    (statement) => (member(statement, 'principal') ?? member(statement, 'notprincipal'))?.value ?? [],
  );
  if (known === 'identity-policy') return principals.length > 0 ? 'resource-policy' : known;
  if (known === 'policy')
    return statements.length > 0 && statements.every(namesAgencies) ? 'agency-policy' : known;
  if (known !== undefined) return known;
  if (principals.length > 0) {
    const names = new Set(
      principals.flatMap((principal) =>
        principal.type === 'Object' ? principal.members.map(({ name }) => name.value.toLowerCase()) : [],
      ),
    );
    const actions = statements.flatMap(actionsOf);
    if (
      actions.some((action) => action.toLowerCase().startsWith('smn:')) ||
      overlaps(names, TOPIC_PRINCIPALS)
    )
      return 'topic-policy';
    if (overlaps(names, BUCKET_PRINCIPALS) || !actions.some((action) => action.split(':').length === 3))
      return 'bucket-policy';
    return 'resource-policy';
  }
  return member(node, 'depends') === undefined ? 'policy' : 'role';
}

/**
 * The agency form: `"Resource": { "uri": ["/iam/agencies/…"] }`. A policy of such statements only is one for agencies; beside others
 * they stand in policies that the cloud takes (huawei's own landing zone, hfa-workshop, has them).
 */
export function namesAgencies(statement: ObjectNode): boolean {
  const resource = member(statement, 'resource')?.value;
  return resource?.type === 'Object' && member(resource, 'uri') !== undefined;
}

function looksLikeStatement(node: ObjectNode): boolean {
  const names = node.members
    .map(({ name }) => name.value.toLowerCase())
    .filter((name) => STATEMENT_PARTS.has(name));
  const strong = ['effect', 'action', 'notaction'].filter((name) => names.includes(name));
  return (
    strong.length === 2 ||
    (strong.length === 1 && names.length >= 2) ||
    (strong.length === 1 && node.members.length === 1)
  );
}

/** A statement's members written straight into the list, without braces, leave strings such as "Effect" behind. */
function misplaced(value: ValueNode): boolean {
  return (
    value.type === 'Array' &&
    value.elements.some(
      (element) => element.type === 'String' && STATEMENT_PARTS.has(element.value.toLowerCase()),
    )
  );
}

function objectsOf(value: ValueNode): readonly ObjectNode[] {
  if (value.type === 'Object') return [value];
  return value.type === 'Array' ? value.elements.filter((element) => element.type === 'Object') : [];
}

function actionsOf(statement: ObjectNode): string[] {
  const value = (member(statement, 'action') ?? member(statement, 'notaction'))?.value;
  if (value?.type === 'String') return [value.value];
  return value?.type === 'Array'
    ? value.elements.flatMap((element) => (element.type === 'String' ? [element.value] : []))
    : [];
}

function overlaps(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const item of some) if (others.has(item)) return true;
  return false;
}
