import { limitsOf } from '../../policy/facts/limits.js';
import { serviceOf } from '../../policy/grants/pattern.js';
import { ALONE_SERVICE, scopeOf } from '../../policy/facts/service-scopes.js';
import type { Generation } from '../generation.js';

/** One policy of several that together grant some actions. */
export interface PackedPolicy {
  /** What it holds; `all` where nothing demands a split. Unique together with `part`. */
  readonly group: 'all' | 'project' | 'global' | 'obs';
  /** Counted from 1 within the group; undefined where the group needs one policy only. */
  readonly part: number | undefined;
  readonly document: PolicyDocument;
}

// A type, not an interface: only types count as plain data to be printed.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type PolicyDocument = {
  readonly Version: Generation;
  readonly Statement: readonly PolicyStatement[];
};

// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type PolicyStatement = {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
};

/** What a statement must name as its resources for an action; empty where it need not. */
export type ResourcesOf = (action: string) => readonly string[];

/**
 * Splits actions into as few policies as their language allows. Version 1.1: global and project-level services apart, OBS
 * alone (API reference 创建云服务自定义策略), and the limits on actions and size. Version 5.0: the size; actions that are of the
 * same resources stand in one statement.
 * @param actions in the order in which they are to stand.
 */
export function packPolicies(
  actions: readonly string[],
  generation: Generation,
  resourcesOf: ResourcesOf = () => [],
): PackedPolicy[] {
  const groups = new Map<PackedPolicy['group'], string[]>();
  for (const action of actions) {
    const group = generation === '5.0' ? 'all' : groupOf(action);
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [action]);
    else members.push(action);
  }
  const isWhole = groups.size === 1;
  return [...groups].flatMap(([group, members]) => {
    const documents = fill(members, generation, resourcesOf);
    return documents.map((document, index) => ({
      group: isWhole && group !== 'obs' ? 'all' : group,
      part: documents.length === 1 ? undefined : index + 1,
      document,
    }));
  });
}

/** A service of which nothing is known counts as project-level: most are. */
function groupOf(action: string): PackedPolicy['group'] {
  const service = serviceOf(action) ?? '';
  if (service === ALONE_SERVICE) return 'obs';
  return scopeOf(service)?.scope === 'global' ? 'global' : 'project';
}

/** As many actions in each policy as fit, in order. */
function fill(
  actions: readonly string[],
  generation: Generation,
  resourcesOf: ResourcesOf,
): PolicyDocument[] {
  const documents: PolicyDocument[] = [];
  let rest = actions;
  while (rest.length > 0) {
    const count = countThatFits(rest, generation, resourcesOf);
    documents.push(documentOf(rest.slice(0, count), generation, resourcesOf));
    rest = rest.slice(count);
  }
  return documents;
}

/** The longest beginning that makes a valid policy, found by halving; at least one action. */
function countThatFits(actions: readonly string[], generation: Generation, resourcesOf: ResourcesOf): number {
  let fits = 1;
  let tooMany = actions.length + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const document = documentOf(actions.slice(0, middle), generation, resourcesOf);
    if (isWithinLimits(document, generation)) fits = middle;
    else tooMany = middle;
  }
  return fits;
}

/** A hundred actions fill a policy, not only a statement: the parameters limit the list, but IAM.1033 does not say what it counts. */
function isWithinLimits(document: PolicyDocument, generation: Generation): boolean {
  const { policyLength = Infinity, actions = Infinity, statements = Infinity } = limitsFor(generation);
  return (
    document.Statement.length <= statements &&
    document.Statement.every(({ Action }) => Action.length <= actions) &&
    JSON.stringify(document).length <= policyLength
  );
}

/** One statement for all that name no resources, then one for each set of resources, in the order of the actions. */
function documentOf(
  actions: readonly string[],
  generation: Generation,
  resourcesOf: ResourcesOf,
): PolicyDocument {
  const groups = new Map<string, { readonly resources: readonly string[]; readonly actions: string[] }>();
  for (const action of actions) {
    const resources = resourcesOf(action);
    const group = groups.get(resources.join());
    if (group === undefined) groups.set(resources.join(), { resources, actions: [action] });
    else group.actions.push(action);
  }
  const [open, narrowed] = [
    [...groups.values()].filter(({ resources }) => resources.length === 0),
    [...groups.values()].filter(({ resources }) => resources.length > 0),
  ];
  return {
    Version: generation,
    Statement: [...open, ...narrowed].map(({ resources, actions: members }) =>
      statementOf(members, resources),
    ),
  };
}

function statementOf(actions: readonly string[], resources: readonly string[]): PolicyStatement {
  return resources.length === 0
    ? { Effect: 'Allow', Action: actions }
    : { Effect: 'Allow', Action: actions, Resource: resources };
}

function limitsFor(generation: Generation): ReturnType<typeof limitsOf> {
  return limitsOf(generation === '5.0' ? 'identity-policy' : 'policy');
}
