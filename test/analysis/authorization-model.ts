/**
 * A second opinion on which calls policies of both generations allow, as plain as can be and without any code of the
 * analysis: a call is tried in the best and in the worst of all worlds, in which the statements that apply to some requests
 * only are all for it, or all against it.
 *
 * A call is authorized twice. Policy authorization looks for names of 1.1 in policies 1.1. Identity-policy authorization
 * looks for the name of an action in identity policies, and for its aliases in policies of either generation; a name that
 * has none was kept, and stands for itself in policies 1.1. One side that allows is enough; one that denies is too many.
 */
export interface ModelPolicy {
  readonly version: '1.1' | '5.0';
  readonly statements: readonly ModelStatement[];
}

export interface ModelStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly not: boolean;
  readonly patterns: readonly string[];
  /** Applies to some requests only. */
  readonly limited: boolean;
}

/** Ways to be allowed, each all of its actions; of those that share some, only these are needed. Undefined where nobody knows. */
export type ModelSide = readonly (readonly string[])[] | undefined;

export interface ModelCall {
  readonly classic: ModelSide;
  readonly identity: ModelSide;
}

/** Action of identity policies → its aliases. */
export type ModelAliases = Readonly<Record<string, readonly string[]>>;

export type ModelAnswer = 'granted' | 'conditional' | 'denied' | 'missing' | 'unproven';

export function answerOf(
  { classic, identity }: ModelCall,
  aliases: ModelAliases,
  policies: readonly ModelPolicy[],
): ModelAnswer {
  const versions = new Set(policies.map(({ version }) => version));
  const tryIn = (world: 'best' | 'worst') => {
    const one = sideIn(classic, (name) => decide([{ version: '1.1', names: [name] }], policies, world));
    const other = sideIn(identity, (name) => decide(namesOf(name, aliases), policies, world));
    const isDenied = one === 'denied' || other === 'denied';
    return { isDenied, isAllowed: !isDenied && (one === 'allowed' || other === 'allowed') };
  };
  const [best, worst] = [tryIn('best'), tryIn('worst')];
  if (worst.isAllowed) return 'granted';
  if (best.isAllowed) return 'conditional';
  if (best.isDenied) return 'denied';
  const isUnknown =
    (classic === undefined && (versions.has('1.1') || versions.size === 0)) ||
    (identity === undefined && versions.has('5.0'));
  return isUnknown ? 'unproven' : 'missing';
}

interface CountedNames {
  readonly version: '1.1' | '5.0';
  readonly names: readonly string[];
}

function namesOf(action: string, aliases: ModelAliases): readonly CountedNames[] {
  const others = aliases[action] ?? [];
  return [
    { version: '5.0', names: [action, ...others] },
    { version: '1.1', names: others.length > 0 ? others : [action] },
  ];
}

type Side = 'allowed' | 'denied' | 'neither';

/** A side denies where each of its ways is denied, and allows where one is allowed whole. */
function sideIn(ways: ModelSide, decideOne: (action: string) => Side): Side {
  if (ways === undefined) return 'neither';
  const shared = (ways[0] ?? []).filter((name) => ways.every((way) => way.includes(name)));
  const each = (ways.length > 1 && shared.length > 0 ? [shared] : ways).map((actions): Side => {
    const decided = actions.map(decideOne);
    if (decided.includes('denied')) return 'denied';
    return decided.every((one) => one === 'allowed') ? 'allowed' : 'neither';
  });
  if (each.includes('allowed')) return 'allowed';
  return each.every((one) => one === 'denied') ? 'denied' : 'neither';
}

function decide(
  counted: readonly CountedNames[],
  policies: readonly ModelPolicy[],
  world: 'best' | 'worst',
): Side {
  const effects = policies.flatMap(({ version, statements }) => {
    const names = counted.filter((one) => one.version === version).flatMap((one) => one.names);
    return statements
      .filter((statement) => isActive(statement, world) && appliesTo(statement, names))
      .map(({ effect }) => effect);
  });
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'neither';
}

function isActive({ limited, effect }: ModelStatement, world: 'best' | 'worst'): boolean {
  return !limited || (effect === 'Allow') === (world === 'best');
}

function appliesTo({ not, patterns }: ModelStatement, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  return names.some((name) => patterns.some((pattern) => stands(pattern, name))) !== not;
}

function stands(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(name);
}
