import { posix } from 'node:path';
import { circlesIn, importsIn } from './imports.js';
import type { Imports } from './imports.js';
import type { SourceTree } from './source-tree.js';

/** The rooms, and the others that each may import from: `rooms.json`. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/** What a tree of sources does that ARCHITECTURE.md does not allow, a line each; empty where all is well. */
export function offencesIn(tree: SourceTree, rooms: Rooms): readonly string[] {
  const imports = importsIn(tree);
  return [
    ...circlesIn(imports).map(
      (circle) => `${circle.join(' → ')}: a circle of imports; put what they share in a file below them`,
    ),
    ...closedDoors(imports, rooms),
    ...sameNames(tree),
    ...crowdedFolders(tree),
    ...wideLines(tree),
  ];
}

/** What the files beside the rooms may import: everybody says sentences. */
const OPEN_TO_ALL: readonly string[] = ['src/wording'];

/** Files that say what stands in the others, and what is shipped of them: they import what they like. */
const ENTRIES: ReadonlySet<string> = new Set(['src/cli.ts', 'src/index.ts']);

function closedDoors(imports: Imports, rooms: Rooms): readonly string[] {
  return [...imports].flatMap(([path, imported]) => {
    const room = roomOf(path, rooms);
    if (ENTRIES.has(path)) return [];
    return imported.flatMap((file) => {
      const other = roomOf(file, rooms);
      if (other === undefined || other === room) return [];
      const open = room === undefined ? OPEN_TO_ALL : (rooms[room] ?? []);
      return open.includes(other)
        ? []
        : [`${path} imports ${file}: ${room ?? 'what stands beside the rooms'} does not know ${other}`];
    });
  });
}

function roomOf(path: string, rooms: Rooms): string | undefined {
  return Object.keys(rooms).find((room) => path.startsWith(`${room}/`));
}

/** Sentences are named for who says them, in each language. */
const NAMESAKES = ['src/wording/en/', 'src/wording/zh/'];

function sameNames(tree: SourceTree): readonly string[] {
  const own = [...tree.keys()].filter((path) => !NAMESAKES.some((folder) => path.startsWith(folder)));
  return groupedBy(own, (path) => posix.basename(path))
    .filter(([, paths]) => paths.length > 1)
    .map(([, paths]) => `${paths.join(' and ')}: two files of one name; say in each what it holds`);
}

/** Files side by side that a reader still takes in. */
const MOST_FILES = 16;

/** A file a rule, and a file for each that says sentences; nothing else in them. */
const LISTS: ReadonlySet<string> = new Set(['rules', 'src/wording/en', 'src/wording/zh']);

function crowdedFolders(tree: SourceTree): readonly string[] {
  return groupedBy(tree.keys(), (path) => posix.dirname(path))
    .filter(([folder, paths]) => paths.length > MOST_FILES && !LISTS.has(folder))
    .map(
      ([folder, paths]) =>
        `${folder}: ${paths.length} files side by side; make rooms of at most ${MOST_FILES} in it`,
    );
}

function groupedBy(
  paths: Iterable<string>,
  keyOf: (path: string) => string,
): (readonly [key: string, paths: readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(keyOf(path), [...(groups.get(keyOf(path)) ?? []), path]);
  return [...groups];
}

/** Lines that a reader cannot see whole: few, and none beyond all measure. */
const WIDE = 140;
const WIDEST = 180;
const MOST_WIDE = 0.002;

interface Line {
  readonly place: string;
  readonly width: number;
}

function wideLines(tree: SourceTree): readonly string[] {
  const lines = [...tree].flatMap(([path, text]) =>
    text.split('\n').map((line, index): Line => ({ place: `${path}:${index + 1}`, width: line.length })),
  );
  const wide = lines.filter(({ width }) => width > WIDE);
  return [...tooMany(wide, lines.length), ...wide.filter(({ width }) => width > WIDEST).map(tooWide)];
}

function tooMany(wide: readonly Line[], all: number): readonly string[] {
  if (wide.length <= all * MOST_WIDE) return [];
  const places = wide.map(({ place }) => place).join(', ');
  return [`${wide.length} of ${all} lines are wider than ${WIDE} columns; break some of them: ${places}`];
}

function tooWide({ place, width }: Line): string {
  return `${place}: ${width} columns wide; break it where its sense does`;
}
