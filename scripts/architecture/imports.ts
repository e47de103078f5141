import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceTree } from './source-tree.js';

/** The files of a tree that each of its files imports, also for their types only, and also where it does so when it runs. */
export type Imports = ReadonlyMap<string, readonly string[]>;

export function importsIn(tree: SourceTree): Imports {
  return new Map(
    [...tree].map(([path, text]) => {
      const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      const files = named
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(path), name.replace(/\.js$/, '.ts')));
      return [path, [...new Set(files)].filter((file) => tree.has(file))];
    }),
  );
}

/** Circles of imports: one through each set of files that all reach each other, the shortest through its first file. */
export function circlesIn(imports: Imports): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const tangled = new Set<string>();
  for (const start of imports.keys()) {
    if (tangled.has(start)) continue;
    const circle = wayBack(start, imports);
    if (circle.length === 0) continue;
    const ahead = reachedFrom(start, imports);
    for (const file of ahead) if (reachedFrom(file, imports).has(start)) tangled.add(file);
    circles.push(circle);
  }
  return circles;
}

/** The shortest way from a file to itself; empty where there is none. */
function wayBack(start: string, imports: Imports): readonly string[] {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}

function reachedFrom(start: string, imports: Imports): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const next of imports.get(file) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}
