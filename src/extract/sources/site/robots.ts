import { greatest } from '../../../long-lists.js';

/** What a site asks of programs that read it (RFC 9309). */
export interface Robots {
  readonly allows: (path: string) => boolean;
  /** Milliseconds that the site wants between two requests, where it says so. */
  readonly pause: number;
}

export const NO_ROBOTS: Robots = { allows: () => true, pause: 0 };

/** More than this of the file is not read, in characters (the RFC wants 500 KiB at least). */
const MAX_LENGTH = 500 * 1024;
/** A site may ask for longer pauses than this; then its pages are not read in reasonable time at all. */
const LONGEST_PAUSE = 60_000;

/** @param agent the reader's name, in lower case */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text.slice(0, MAX_LENGTH));
  const own = groups.filter(({ agents }) => agents.includes(agent));
  const applied = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const rules = applied.flatMap((group) => group.rules);
  const seconds = Math.max(0, greatest(applied.map(({ delay }) => delay)));
  return {
    // The longest rule that matches decides; of equals the one that allows.
    allows: (path) => {
      const matching = rules.filter(({ pattern }) => matches(pattern, path));
      const longest = Math.max(0, greatest(matching.map(({ pattern }) => pattern.length)));
      const deciding = matching.filter(({ pattern }) => pattern.length === longest);
      return deciding.length === 0 || deciding.some(({ allow }) => allow);
    },
    pause: Math.min(seconds * 1000, LONGEST_PAUSE),
  };
}

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay: number;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let isOpen = false;
  for (const line of text.split(/\r?\n|\r/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!isOpen) groups.push({ agents: [], rules: [], delay: 0 });
      groups.at(-1)?.agents.push(value.trim().toLowerCase());
      isOpen = true;
      continue;
    }
    const group = groups.at(-1);
    if (name === '' || group === undefined) continue;
    isOpen = false;
    if (name === 'crawl-delay') group.delay = Math.max(group.delay, Number.parseFloat(value) || 0);
    // A rule without a path forbids nothing.
    if ((name === 'allow' || name === 'disallow') && value.trim() !== '')
      group.rules.push({ allow: name === 'allow', pattern: value.trim() });
  }
  return groups;
}

/** `*` stands for anything, `$` for the end. Part by part, so that no pattern takes long. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return !isWhole || (rest.length === 0 ? at === path.length : path.endsWith(last));
}
