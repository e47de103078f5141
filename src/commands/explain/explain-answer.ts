import { matchEndpoint, parseTarget } from '../../calls/resolve/match.js';
import type { Target } from '../../calls/resolve/match.js';
import { nearEndpoints } from '../../calls/resolve/near-endpoints.js';
import { nearNames } from '../../calls/resolve/near-names.js';
import { operationByName, operationNamesNear } from '../../calls/resolve/operation-index.js';
import { operationsAsked } from '../../calls/resolve/operation-name.js';
import { operationsToldBy } from '../../calls/sdk/tell.js';
import type { Catalog } from '../../catalog/catalog.js';
import { confidenceOf } from '../../catalog/model/model.js';
import type {
  Action,
  Confidence,
  Doubt,
  FormerAction,
  Operation,
  Source,
} from '../../catalog/model/model.js';
import { expand, isWildcard, matches } from '../../policy/grants/pattern.js';
import { namedCalls, typesNear } from './explain-calls.js';
import type { NamedCall } from './explain-calls.js';

/**
 * What was asked: an endpoint, an action (or a pattern of actions), the id or title of an operation, the name of an SDK
 * operation, or a Terraform resource or data source.
 */
export type QueryKind = 'endpoint' | 'action' | 'pattern' | 'operation' | 'sdk' | 'terraform';

export interface Answer {
  readonly query: string;
  readonly kind: QueryKind;
  /** What the SDK operation calls; for a Terraform type all that its provider may call, an upper bound. */
  readonly calls?: readonly NamedCall[];
  /** One per cloud that knows something. */
  readonly clouds: readonly CloudAnswer[];
  /** What else may have been meant, where no cloud knows it. */
  readonly near: readonly string[];
}

export interface CloudAnswer {
  readonly cloud: string;
  readonly catalog: string;
  readonly action?: Action;
  readonly formerAction?: FormerAction & { readonly urls: readonly (string | undefined)[] };
  /** Actions that a pattern stands for. */
  readonly actions?: readonly string[];
  readonly operations: readonly ExplainedOperation[];
  /** Endpoints among the answer's `calls` that this cloud's catalog does not know; absent where there are no calls. */
  readonly undocumented?: readonly string[];
}

export interface ExplainedOperation {
  readonly operation: Operation;
  readonly confidence: Confidence;
  /** How the operation needs the action that was asked for. */
  readonly needs: readonly Need[];
  readonly sources: readonly (Source & { readonly url?: string })[];
}

export interface Need {
  readonly as: 'action' | 'dependency';
  readonly scenario?: string;
  /** The wildcard that the row names, where it does not name the action itself. */
  readonly pattern?: string;
}

/** Answers from every catalog; pure but for the services that the catalogs load. */
export function explain(query: string, catalogs: readonly Catalog[]): Answer {
  const asked = classify(query);
  const clouds = catalogs.flatMap((catalog) => answerFrom(catalog, asked) ?? []);
  return {
    query,
    kind: asked.kind,
    ...('calls' in asked && { calls: asked.calls }),
    clouds,
    near:
      clouds.length > 0
        ? []
        : [...new Set(catalogs.flatMap((catalog) => nearOf(catalog, asked)))].slice(0, MAX_NEAR),
  };
}

const MAX_NEAR = 5;

type Asked =
  | { readonly kind: 'endpoint'; readonly text: string; readonly target: Target }
  | { readonly kind: 'sdk' | 'terraform'; readonly text: string; readonly calls: readonly NamedCall[] }
  | { readonly kind: 'action' | 'pattern' | 'operation'; readonly text: string };

function classify(query: string): Asked {
  const text = query.trim();
  const target = parseTarget(text);
  if (target) return { kind: 'endpoint', text, target };
  const named = namedCalls(text);
  if (named) return { ...named, text };
  if (/^[\w-]+:[^\s:/]*(?::[^\s:]*)?$/.test(text))
    return { kind: isWildcard(text) ? 'pattern' : 'action', text };
  return { kind: 'operation', text };
}

function answerFrom(catalog: Catalog, asked: Asked): CloudAnswer | undefined {
  const head = { cloud: catalog.cloud, catalog: catalog.version };
  const explained = (operation: Operation, needs: readonly Need[] = []) =>
    explainOperation(catalog, operation, needs);
  switch (asked.kind) {
    case 'endpoint': {
      const found = matchEndpoint(asked.target.endpoint, catalog).flatMap(({ key }) =>
        catalog.operationsAt(key),
      );
      const operations = operationsAsked(asked.target.query, found);
      return operations.length === 0
        ? undefined
        : { ...head, operations: operations.map((operation) => explained(operation)) };
    }
    case 'action': {
      const action = catalog.action(asked.text);
      const former = action ? undefined : catalog.formerAction(asked.text);
      if (!action && !former) return undefined;
      const operations = needing(catalog, asked.text).map((operation) =>
        explained(operation, needsIn(operation, asked.text)),
      );
      return {
        ...head,
        ...(action && { action }),
        ...(former && {
          formerAction: { ...former, urls: former.sources.map((source) => catalog.urlOf(source)) },
        }),
        operations,
      };
    }
    case 'pattern': {
      const actions = expand(
        asked.text,
        [...catalog.actionNames()].filter((name) => !name.includes('*')),
      ).sort();
      return actions.length === 0 ? undefined : { ...head, actions, operations: [] };
    }
    case 'sdk':
    case 'terraform': {
      const answer = operationsOfCalls(catalog, asked.calls, asked.kind === 'sdk');
      return answer.operations.length === 0
        ? undefined
        : {
            ...head,
            operations: answer.operations.map((operation) => explained(operation)),
            undocumented: answer.undocumented,
          };
    }
    case 'operation': {
      const operations = operationByName(asked.text, catalog);
      return operations.length === 0
        ? undefined
        : { ...head, operations: operations.map((operation) => explained(operation)) };
    }
  }
}

/** @param isNamed whether the calls have an operation's name, which tells the operations of one endpoint apart. */
function operationsOfCalls(
  catalog: Catalog,
  calls: readonly NamedCall[],
  isNamed: boolean,
): { readonly operations: Operation[]; readonly undocumented: string[] } {
  const found = calls.map(({ by, endpoint }) => {
    const target = parseTarget(endpoint);
    const operations =
      target === undefined
        ? []
        : matchEndpoint(target.endpoint, catalog).flatMap(({ key }) => catalog.operationsAt(key));
    const own = operations.filter(({ id }) => by.startsWith(id.slice(0, id.indexOf('/') + 1)));
    return {
      endpoint,
      operations: isNamed
        ? operationsToldBy(by.slice(by.indexOf(' ') + 1), own.length > 0 ? own : operations)
        : operations,
    };
  });
  const unknown = found.filter(({ operations }) => operations.length === 0).map(({ endpoint }) => endpoint);
  return {
    operations: [...new Set(found.flatMap(({ operations }) => operations))],
    undocumented: [...new Set(unknown)].sort(),
  };
}

/** Operations whose rows name the action, or a wildcard that it falls under. */
function needing(catalog: Catalog, action: string): Operation[] {
  const wildcards = [...catalog.actionNames()].filter((name) => isWildcard(name) && matches(name, action));
  return [...new Set([action, ...wildcards].flatMap((name) => catalog.operationsNeeding(name)))].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
}

function needsIn(operation: Operation, action: string): Need[] {
  const sets = [{ when: undefined, ...operation }, ...operation.scenarios];
  return sets.flatMap((set) =>
    (['action', 'dependency'] as const).flatMap((as) =>
      (as === 'action' ? set.actions : set.dependent_actions)
        .filter((name) => matches(name, action))
        .map((name): Need => ({
          as,
          ...(set.when !== undefined && { scenario: set.when }),
          ...(isWildcard(name) && { pattern: name }),
        })),
    ),
  );
}

function explainOperation(
  catalog: Catalog,
  operation: Operation,
  needs: readonly Need[],
): ExplainedOperation {
  const sources = operation.sources.map((source) => {
    const url = catalog.urlOf(source);
    return { ...source, ...(url !== undefined && { url }) };
  });
  return { operation, confidence: confidenceOf(operation.doubts), needs, sources };
}

function nearOf(catalog: Catalog, asked: Asked): string[] {
  if (asked.kind === 'endpoint') return nearEndpoints(asked.target.endpoint, catalog);
  if (asked.kind === 'terraform') return asked.calls.length === 0 ? typesNear(asked.text) : [];
  if (asked.kind === 'sdk')
    return asked.calls
      .flatMap(({ endpoint }) => parseTarget(endpoint) ?? [])
      .flatMap((target) => nearEndpoints(target.endpoint, catalog));
  if (asked.kind === 'operation') return operationNamesNear(asked.text, catalog);
  return nearNames(asked.text, catalog.actionNames());
}

/** Doubts about one thing, overrides first: they are what was decided. */
export function doubtsInOrder(doubts: readonly Doubt[] | undefined): Doubt[] {
  return (doubts ?? []).toSorted((a, b) => Number(b.kind === 'override') - Number(a.kind === 'override'));
}
