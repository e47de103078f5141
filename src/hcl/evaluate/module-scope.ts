import type { HclExpression, HclRange } from '../hcl-syntax.js';
import type { HclValue } from './value.js';

/** What an expression is evaluated against. */
export interface Scope {
  /** The text of the file in which it stands. */
  readonly text: string;
  /** Where its values stand, where that is another file than the one that is read. */
  readonly at: HclRange | undefined;
  /** What `for`, `each`, `count` and the arguments of `templatefile` bind. */
  readonly names: ReadonlyMap<string, HclValue>;
  readonly module: ModuleScope;
  /** How much may still be read; locals that multiply each other come to an end with it. */
  readonly budget: { left: number };
  /** How often a variable was asked for: what rests on one may be otherwise in another run. */
  readonly assumptions: { count: number };
  /** The locals and variables that are being evaluated, so that one that leads to itself comes to an end. */
  readonly open: ReadonlySet<string>;
  readonly depth: number;
}

/** The files of a folder are one module to Terraform. */
export interface ModuleScope {
  readonly local: (name: string) => Definition | undefined;
  readonly variable: (name: string) => Definition | undefined;
  /** What the block that calls the module hands to it; absent where nobody is known to call it. */
  readonly given?: (name: string) => HclValue | undefined;
  /** The module of the same repository that a `module` block of this name calls. */
  readonly called: (name: string) => CalledModule | undefined;
  /** The text of a file by its path from the module's folder; undefined where it is not there or not to be read. */
  readonly file: (path: string) => string | undefined;
  /** Whether other files can be read at all. */
  readonly isSurrounded: boolean;
}

/** A module that another one calls. */
export interface CalledModule {
  /** Its folder, from that of the file that is read: what leads to itself comes to an end by it. */
  readonly folder: string;
  readonly module: ModuleScope;
  readonly arguments: ReadonlyMap<string, Definition>;
  readonly output: (name: string) => Definition | undefined;
  /** Its files, those first that come first by name. */
  readonly files: () => readonly NamedText[];
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface Definition {
  readonly expression: HclExpression;
  readonly source: DefinitionSource;
}

/** `isHere`: it stands in the file that is read. */
export interface DefinitionSource {
  readonly text: string;
  readonly isHere: boolean;
}

/** The scope of a definition that is named at a place; undefined where it leads to itself. */
export function inScope(
  scope: Scope,
  name: string,
  source: DefinitionSource,
  at: HclRange,
): Scope | undefined {
  if (scope.open.has(name)) return undefined;
  return {
    ...scope,
    text: source.text,
    at: source.isHere ? undefined : (scope.at ?? at),
    names: NO_NAMES,
    open: new Set([...scope.open, name]),
  };
}

/**
 * The scope inside a module that is called from here: its variables are what this scope says of the arguments. Undefined where
 * the module leads to itself.
 */
export function inModule(
  scope: Scope,
  called: CalledModule,
  at: HclRange,
  evaluate: Evaluate,
): Scope | undefined {
  const key = `module ${called.folder}`;
  if (scope.open.has(key) || scope.open.size > MOST_OPEN) return undefined;
  const values = new Map<string, HclValue>();
  const given = (name: string): HclValue | undefined => {
    const argument = called.arguments.get(name);
    if (argument === undefined) return undefined;
    const { expression, source } = argument;
    const outer = { ...scope, text: source.text, at: source.isHere ? scope.at : (scope.at ?? at) };
    const value = values.get(name) ?? evaluate(expression, outer);
    values.set(name, value);
    return value;
  };
  return {
    ...scope,
    at: scope.at ?? at,
    names: NO_NAMES,
    module: { ...called.module, given },
    open: new Set([...scope.open, key]),
  };
}

type Evaluate = (expression: HclExpression, scope: Scope) => HclValue;

/** Definitions and modules that lead to each other are not followed further than this. */
const MOST_OPEN = 200;

const NO_NAMES: ReadonlyMap<string, HclValue> = new Map();

/** Whether there is still something left to spend. */
export function spend({ budget }: Scope, cost: number): boolean {
  budget.left -= cost;
  return budget.left > 0;
}
