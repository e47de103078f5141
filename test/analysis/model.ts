/**
 * A second opinion on verdicts, as plain as can be: it enumerates every world in which each limited statement applies or
 * does not, and every action of a small catalog. It shares no code with the analysis.
 */
export interface ModelStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly not: boolean;
  readonly patterns: readonly string[];
  /** Applies to some requests only. */
  readonly limited: boolean;
}

export interface ModelOperation {
  readonly actions: readonly string[];
  readonly dependencies: readonly string[];
  readonly scenarios: readonly {
    readonly actions: readonly string[];
    readonly dependencies: readonly string[];
  }[];
}

export interface ModelVerdict {
  readonly missing: readonly string[];
  readonly denied: readonly string[];
  readonly conditional: readonly string[];
  /** `policy/statement/element`; `policy/statement/not` for a NotAction. */
  readonly excess: readonly string[];
}

type Status = 'granted' | 'conditional' | 'missing' | 'denied';

export function modelVerdict(
  catalog: readonly string[],
  operations: readonly ModelOperation[],
  policies: readonly (readonly ModelStatement[])[],
): ModelVerdict {
  const statements = policies.flat();
  const found: Record<Status, Set<string>> = {
    granted: new Set(),
    conditional: new Set(),
    missing: new Set(),
    denied: new Set(),
  };
  for (const operation of operations) {
    const ways = operation.scenarios.length === 0 ? [operation] : waysOf(operation.scenarios);
    const ranked = ways.map((way) => {
      const statuses = [...new Set([...way.actions, ...way.dependencies])].map(
        (name) => [name, statusOf(name, catalog, statements)] as const,
      );
      const count = (...wanted: Status[]): number =>
        statuses.filter(([, status]) => wanted.includes(status)).length;
      return { statuses, blocked: count('missing', 'denied'), limited: count('conditional') };
    });
    const [best] = [...ranked].sort((a, b) => a.blocked - b.blocked || a.limited - b.limited);
    for (const [name, status] of best?.statuses ?? []) found[status].add(name);
  }
  const needed = operations.flatMap((operation) =>
    [operation, ...operation.scenarios].flatMap(({ actions, dependencies }) => [...actions, ...dependencies]),
  );
  const isNeeded = (name: string): boolean => needed.some((need) => stands(need, name));
  const isDenied = (name: string): boolean =>
    statements.some((one) => one.effect === 'Deny' && !one.limited && applies(one, name));
  const excess = policies.flatMap((policy, p) =>
    policy.flatMap((statement, s) => {
      if (statement.effect === 'Deny') return [];
      const parts = statement.not
        ? [['not', (name: string) => applies(statement, name)] as const]
        : statement.patterns.map(
            (pattern, e) => [String(e), (name: string) => stands(pattern, name)] as const,
          );
      return parts.flatMap(([part, covers]) =>
        catalog.some((name) => covers(name) && !isDenied(name) && !isNeeded(name))
          ? `${String(p)}/${String(s)}/${part}`
          : [],
      );
    }),
  );
  return {
    missing: [...found.missing].sort(),
    denied: [...found.denied].sort(),
    conditional: [...found.conditional].sort(),
    excess: excess.sort(),
  };
}

/** Cases that share actions are conditions of use: the shared ones are needed, whichever of them arises. */
function waysOf(scenarios: ModelOperation['scenarios']): ModelOperation['scenarios'] {
  const [first, ...others] = scenarios;
  const shared = (of: (scenario: ModelOperation['scenarios'][number]) => readonly string[]): string[] =>
    first === undefined ? [] : of(first).filter((name) => others.every((other) => of(other).includes(name)));
  const actions = shared((one) => one.actions);
  return actions.length === 0 ? scenarios : [{ actions, dependencies: shared((one) => one.dependencies) }];
}

function statusOf(need: string, catalog: readonly string[], statements: readonly ModelStatement[]): Status {
  const statuses = catalog
    .filter((name) => stands(need, name))
    .map((name) => statusOfAction(name, statements));
  return (
    (['denied', 'missing', 'conditional'] as const).find((status) => statuses.includes(status)) ?? 'granted'
  );
}

function statusOfAction(name: string, statements: readonly ModelStatement[]): Status {
  const relevant = statements.filter((statement) => applies(statement, name));
  const limited = relevant.filter((statement) => statement.limited);
  let [always, ever] = [true, false];
  for (let world = 0; world < 2 ** limited.length; world += 1) {
    const active = relevant.filter(
      (statement) => !statement.limited || (world >> limited.indexOf(statement)) % 2 === 1,
    );
    const allowed =
      active.some(({ effect }) => effect === 'Allow') && active.every(({ effect }) => effect === 'Allow');
    always &&= allowed;
    ever ||= allowed;
  }
  if (always) return 'granted';
  if (ever) return 'conditional';
  return relevant.some((statement) => statement.effect === 'Deny' && !statement.limited)
    ? 'denied'
    : 'missing';
}

function applies({ not, patterns }: ModelStatement, name: string): boolean {
  return patterns.some((pattern) => stands(pattern, name)) !== not;
}

const EXPRESSIONS = new Map<string, RegExp>();

function stands(pattern: string, name: string): boolean {
  const expression = EXPRESSIONS.get(pattern) ?? new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i');
  EXPRESSIONS.set(pattern, expression);
  return expression.test(name);
}
