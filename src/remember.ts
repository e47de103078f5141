/** More than the texts that one large run repeats: the actions and endpoints of a cloud. */
const MOST = 20_000;

/**
 * A pure function of a text that remembers its answers. Bounded, so that a long-lived process (an editor, `--watch`) does
 * not keep everything it ever read.
 */
export function remember<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = compute(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { value });
    return value;
  };
}

/** A pure function of an object that remembers its answers for as long as that lives. The object must not change. */
export function rememberFor<Subject extends object, T extends object>(
  compute: (subject: Subject) => T,
): (subject: Subject) => T {
  const known = new WeakMap<Subject, T>();
  return (subject) => {
    const value = known.get(subject) ?? compute(subject);
    known.set(subject, value);
    return value;
  };
}

/** A pure function of two objects that remembers its answers for as long as both live. */
export function rememberOf<First extends object, Second extends object, T extends object>(
  compute: (first: First, second: Second) => T,
): (first: First, second: Second) => T {
  const known = new WeakMap<First, WeakMap<Second, T>>();
  return (first, second) => {
    const ofFirst = known.get(first) ?? new WeakMap<Second, T>();
    known.set(first, ofFirst);
    const value = ofFirst.get(second) ?? compute(first, second);
    ofFirst.set(second, value);
    return value;
  };
}
