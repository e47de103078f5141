import type {
  Action,
  Coverage,
  FormerAction,
  Operation,
  PolicyVersion,
  ServiceCatalog,
  Source,
} from './model/model.js';

/**
 * A cloud's catalog as analysis looks at it: services are loaded when they are first asked for, every look-up is a map
 * access. `load.ts` serves it from the compiled JSON, `memory.ts` from models in memory (tests, browser).
 */
export interface Catalog {
  readonly cloud: string;
  /** Changes whenever a fact changes; part of every cache key. */
  readonly version: string;
  /** Lower-case service prefixes of actions (`ecs`, `vpc`), sorted. */
  readonly services: readonly string[];
  readonly operationCount: number;
  /** All facts of one service, by the prefix of its actions, any case; undefined where the catalog does not know it. */
  service(name: string): ServiceFacts | undefined;
  /** By `Operation.id`. */
  operation(id: string): Operation | undefined;
  /** Every operation on an endpoint, by `endpointKey`. */
  operationsAt(endpointKey: string): readonly Operation[];
  /** Every endpoint key, for near names and for matching concrete paths. */
  endpointKeys(): Iterable<string>;
  /** By name, whatever its case. */
  action(name: string): Action | undefined;
  /**
   * Whether the catalog of another cloud that was compiled with this one documents the very name, whatever its case, and
   * this one does not. The clouds are built alike: what one of them documents, the other one likely has.
   */
  isNamedElsewhere(action: string): boolean;
  /** An action that only older pages name, by name, whatever its case. */
  formerAction(name: string): FormerAction | undefined;
  /** Operations that need the action, as their own or as a dependency, in any scenario. */
  operationsNeeding(action: string): readonly Operation[];
  /**
   * Every action and every wildcard that a row names, as written, in no order; or those alone that policies of a version
   * may name.
   */
  actionNames(version?: PolicyVersion): Iterable<string>;
  /** Policies of which versions name an action, whatever its case; none where the catalog does not know it. */
  versionsOf(action: string): readonly PolicyVersion[];
  /** The actions of identity policies that a name of policies 1.1 is an alias of, whatever its case and their service. */
  successorsOf(alias: string): readonly string[];
  /** Every alias, in lower case, with these actions. */
  aliases(): Iterable<readonly [alias: string, successors: readonly string[]]>;
  /** What the facts of a service rest on, by its name in any case; undefined where that was not noted. */
  coverage(service: string): Coverage | undefined;
  /**
   * Where the page of a source can be read, at the commit that it was read at; undefined where the catalog was made from
   * local files.
   */
  urlOf(source: Pick<Source, 'page' | 'line'>): string | undefined;
}

export interface ServiceFacts {
  readonly name: string;
  readonly model: ServiceCatalog;
  /** Every action known of this service, be it that its own file or another one names it; lower case → entry. */
  readonly actions: ReadonlyMap<string, Action>;
}
