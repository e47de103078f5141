/** Values to complete, by the title of the string schemas that take them. */
export type Suggestions = ReadonlyMap<string, readonly string[]>;

/**
 * A JSON Schema whose titled string schemas offer values: each becomes `anyOf` a list of them and what it was, so that
 * editors complete and nothing is refused that was accepted before. Undefined where it has no such string. Lists stand
 * once, in `$defs`.
 */
export function withSuggestions(schema: object, suggestions: Suggestions): object | undefined {
  const used = new Map<string, readonly string[]>();
  const completed = visit(schema) as Record<string, unknown>;
  if (used.size === 0) return undefined;
  const lists = Object.fromEntries([...used].map(([title, values]) => [nameOf(title), { enum: values }]));
  return { ...completed, $defs: { ...(completed['$defs'] as object | undefined), ...lists } };

  function visit(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const record = node as Readonly<Record<string, unknown>>;
    const { title } = record;
    const values =
      record['type'] === 'string' && typeof title === 'string' ? suggestions.get(title) : undefined;
    if (values === undefined || typeof title !== 'string')
      return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, visit(value)]));
    // A list of nothing would be no valid schema.
    if (values.length === 0) return record;
    used.set(title, values);
    const about = Object.entries(record).filter(([key]) => ABOUT.has(key));
    const rules = Object.entries(record).filter(([key]) => !ABOUT.has(key));
    return {
      ...Object.fromEntries(about),
      anyOf: [{ $ref: `#/$defs/${nameOf(title)}` }, Object.fromEntries(rules)],
    };
  }
}

/** What describes a value and does not restrict it. */
const ABOUT: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default']);

function nameOf(title: string): string {
  return `known${title}s`;
}
