import { defined } from '../../defined.js';
import { matchEndpoint, parseTarget } from '../../calls/resolve/match.js';
import type { Target } from '../../calls/resolve/match.js';
import { nearEndpoints } from '../../calls/resolve/near-endpoints.js';
import { toAscii } from '../../policy/syntax/look-alikes.js';
import { createNameIndex } from '../../calls/resolve/name-index.js';
import { nearNamesIn } from '../../calls/resolve/near-names.js';
import { operationByName, operationNamesNear } from '../../calls/resolve/operation-index.js';
import { operationsAsked } from '../../calls/resolve/operation-name.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import type { Catalog } from '../../catalog/catalog.js';
import { confidenceOf } from '../../catalog/model/model.js';
import type {
  Action,
  Confidence,
  Coverage,
  Doubt,
  FormerAction,
  Operation,
  Source,
} from '../../catalog/model/model.js';
import { expand, isWildcard } from '../../policy/grants/pattern.js';
import { needing } from './action-operations.js';
import type { Need } from './action-operations.js';
import { namedCalls, typesNear } from './explain-calls.js';
import { identityAnswer } from './identity-answer.js';
import type { IdentityAnswer } from './identity-answer.js';
import type { NamedCall } from './explain-calls.js';
import { asCall, operationsIn, operationsOfCalls } from './explain-named.js';

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
  /** For an SDK operation: the clouds whose catalogs do not tell what it needs. */
  readonly unresolved?: readonly Unresolved[];
  /** What else may have been meant, where no cloud knows it. */
  readonly near: readonly string[];
}

export interface CloudAnswer {
  readonly cloud: string;
  readonly catalog: string;
  readonly action?: Action;
  /** Actions of identity policies that the name is an alias of; absent where it is none. */
  readonly standsFor?: readonly string[];
  readonly formerAction?: FormerAction & { readonly urls: readonly (string | undefined)[] };
  /** Actions that a pattern stands for. */
  readonly actions?: readonly string[];
  readonly operations: readonly ExplainedOperation[];
  /** What the services of the answer rest on, by name; absent where no catalog notes it. */
  readonly coverage?: Readonly<Record<string, Coverage>>;
  /** Endpoints among the answer's `calls` that this cloud's catalog does not know; absent where there are no calls. */
  readonly undocumented?: readonly string[];
}

/** Why a cloud's catalog does not tell what a call needs. */
export interface Unresolved {
  readonly cloud: string;
  readonly reason: string;
}

export interface ExplainedOperation {
  readonly operation: Operation;
  readonly confidence: Confidence;
  /** How the operation needs the action that was asked for. */
  readonly needs: readonly Need[];
  readonly sources: readonly (Source & { readonly url?: string })[];
  /** What identity policies must grant; undefined in a cloud that has none. */
  readonly identity: IdentityAnswer | 'unknown' | undefined;
}

/**
 * Answers from every catalog; pure but for the services that the catalogs load.
 * @param near whether to look for what else may have been meant, which opens every service.
 */
export function explain(
  query: string,
  catalogs: readonly Catalog[],
  near: 'near' | 'exact' = 'near',
): Answer {
  const asked = classify(query);
  const clouds = catalogs.flatMap((catalog) => {
    const answer = answerFrom(catalog, asked);
    return answer === undefined ? [] : withCoverage(answer, catalog);
  });
  const others = clouds.length > 0 || near === 'exact' ? [] : nearIn(catalogs, asked);
  return defined({
    query,
    kind: asked.kind,
    calls: 'calls' in asked ? asked.calls : undefined,
    clouds,
    unresolved: asked.kind === 'sdk' ? unresolvedIn(catalogs, asked.calls) : undefined,
    near: [...new Set(others)].slice(0, MAX_NEAR),
  });
}

function withCoverage(answer: CloudAnswer, catalog: Catalog): CloudAnswer {
  const { action, formerAction, operations } = answer;
  const names = [action?.name, formerAction?.name, ...operations.map(({ operation }) => operation.id)];
  const services = new Set(names.flatMap((name) => name?.split(/[:/]/, 1)[0]?.toLowerCase() ?? []));
  const covered = [...services].sort().flatMap((service) => {
    const coverage = catalog.coverage(service);
    return coverage === undefined ? [] : [[service, coverage] as const];
  });
  return defined({ ...answer, coverage: covered.length === 0 ? undefined : Object.fromEntries(covered) });
}

function unresolvedIn(catalogs: readonly Catalog[], calls: readonly NamedCall[]): Unresolved[] {
  return catalogs.flatMap((catalog) => {
    const { operations, reasons } = operationsOfCalls(calls, catalog);
    return operations.length > 0 ? [] : reasons.map((reason) => ({ cloud: catalog.cloud, reason }));
  });
}

const MAX_NEAR = 5;

type Asked =
  | { readonly kind: 'endpoint'; readonly text: string; readonly target: Target }
  | { readonly kind: 'sdk' | 'terraform'; readonly text: string; readonly calls: readonly NamedCall[] }
  | { readonly kind: 'action' | 'pattern' | 'operation'; readonly text: string };

function classify(query: string): Asked {
  // Names are pasted with the punctuation of the sentence around them, also in full width.
  const text = (toAscii(query) ?? query).trim().replace(/[,;.]+$/, '');
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
      const operations = operationsOfEndpoint(asked.text, asked.target, catalog);
      return operations.length === 0
        ? undefined
        : { ...head, operations: operations.map((operation) => explained(operation)) };
    }
    case 'action': {
      const action = catalog.action(asked.text);
      const former = action ? undefined : catalog.formerAction(asked.text);
      if (!action && !former) return undefined;
      const standsFor = action === undefined ? [] : catalog.successorsOf(asked.text);
      const operations = needing(catalog, asked.text, standsFor).map(({ operation, needs }) =>
        explained(operation, needs),
      );
      const urls = former?.sources.map((source) => catalog.urlOf(source)) ?? [];
      return defined({
        ...head,
        action,
        standsFor: standsFor.length === 0 ? undefined : standsFor,
        formerAction: former && { ...former, urls },
        operations,
      });
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
      const answer = operationsOfCalls(asked.calls, catalog);
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

/** A host says whose operation it is; without one, every operation of the endpoint is an answer. */
function operationsOfEndpoint(text: string, target: Target, catalog: Catalog): readonly Operation[] {
  if (target.host !== undefined) return operationsIn(resolveCall(asCall(text, undefined), catalog));
  const found = matchEndpoint(target.endpoint, catalog).flatMap(({ key }) => catalog.operationsAt(key));
  return operationsAsked(target.query, found);
}

function explainOperation(
  catalog: Catalog,
  operation: Operation,
  needs: readonly Need[],
): ExplainedOperation {
  const sources = operation.sources.map((source) => defined({ ...source, url: catalog.urlOf(source) }));
  const confidence = confidenceOf(operation.doubts);
  return { operation, confidence, needs, sources, identity: identityAnswer(catalog, operation) };
}

/** The nearest first; of equally near ones, those of the first catalog. */
function nearIn(catalogs: readonly Catalog[], asked: Asked): string[] {
  return asked.kind === 'action' || asked.kind === 'pattern'
    ? nearNamesIn(
        asked.text,
        catalogs.map((catalog) => createNameIndex(catalog.actionNames())),
        MAX_NEAR,
      )
    : catalogs.flatMap((catalog) => nearOf(catalog, asked));
}

function nearOf(catalog: Catalog, asked: Asked): string[] {
  if (asked.kind === 'endpoint') return nearEndpoints(asked.target.endpoint, catalog);
  if (asked.kind === 'terraform') return asked.calls.length === 0 ? typesNear(asked.text) : [];
  if (asked.kind === 'sdk')
    return asked.calls
      .flatMap(({ endpoint }) => parseTarget(endpoint) ?? [])
      .flatMap((target) => nearEndpoints(target.endpoint, catalog));
  return operationNamesNear(asked.text, catalog);
}

/** Doubts about one thing, overrides first: they are what was decided. */
export function doubtsInOrder(doubts: readonly Doubt[] | undefined): Doubt[] {
  return (doubts ?? []).toSorted((a, b) => Number(b.kind === 'override') - Number(a.kind === 'override'));
}
