import { basename, dirname, join, relative } from 'node:path';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { BuildOptions, Metafile, OutputFile, PluginBuild } from 'esbuild';

/** What one start of the command loads: source files that are ways in, with all that they import. */
export type Journeys = Readonly<Record<string, readonly string[]>>;

/** What `esbuild` made with `write: false` and `metafile: true`. */
export interface SplitBundle {
  readonly outputFiles: readonly OutputFile[];
  readonly metafile: Metafile;
}

/**
 * Writes a bundle that `esbuild` split, with fewer files: chunks that the same journeys load become one. To find, open and
 * link a module costs Node half a millisecond or more whatever its size, and `esbuild` makes a chunk for every set of
 * ways in, which are as many as there are `import()`s.
 *
 * Ways in keep their files. What a journey imports is imported by those journeys at least that import what needs it, so
 * that no two of the new files import each other.
 * @param options what the second pass is built with besides: how it is minified, its banner.
 */
export async function writeJoined(
  { outputFiles, metafile }: SplitBundle,
  outdir: string,
  journeys: Journeys,
  options: BuildOptions,
): Promise<void> {
  const folder = relative('.', join(outdir, 'chunks'));
  const joints = jointsOf(metafile, journeys);
  const texts = new Map(outputFiles.map(({ path, text }) => [relative('.', path), text]));
  const alone = [...texts.keys()].filter((file) => !joints.has(file));
  const together = [...new Set(joints.values())];
  const result = await build({
    ...options,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir,
    write: false,
    entryPoints: [
      ...alone.map((file) => ({ in: file, out: relative(outdir, file).replace(/\.js$/, '') })),
      ...together.map((name) => ({ in: JOINT + name, out: `chunks/${name}` })),
    ],
    plugins: [
      {
        name: 'join-chunks',
        setup: (pass) => {
          resolveJoined(pass, { joints, texts, metafile, folder });
        },
      },
    ],
  });
  for (const { path, contents, text } of result.outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
    // As esbuild does by itself: a program can be run.
    if (text.startsWith('#!')) chmodSync(path, 0o755);
  }
}

const JOINT = 'joint:';

interface Joined {
  /** Chunk → name of the file that it becomes a part of. */
  readonly joints: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly metafile: Metafile;
  readonly folder: string;
}

/** For every chunk that some journey loads, the journeys that do, as a name. Ways in are not among them. */
function jointsOf({ outputs }: Metafile, journeys: Journeys): ReadonlyMap<string, string> {
  const loadedBy = new Map<string, string[]>();
  for (const [journey, ways] of Object.entries(journeys)) {
    const files = Object.keys(outputs).filter((file) => ways.includes(outputs[file]?.entryPoint ?? ''));
    if (files.length !== ways.length) throw new Error(`not every file of the journey ${journey} is a way in`);
    for (const file of loadedWith(outputs, files))
      if (outputs[file]?.entryPoint === undefined)
        loadedBy.set(file, [...(loadedBy.get(file) ?? []), journey]);
  }
  return new Map([...loadedBy].map(([file, names]) => [file, names.join('-')]));
}

function loadedWith(outputs: Metafile['outputs'], files: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(files);
  for (const file of loaded)
    for (const { path, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) loaded.add(path);
  return loaded;
}

/** An import of a chunk that is a part of another file now becomes one of that file; every other one stays as it is. */
function resolveJoined(pass: PluginBuild, { joints, texts, metafile, folder }: Joined): void {
  const outputOf = (importer: string) => (importer.startsWith(JOINT) ? join(folder, JOINT) : importer);
  const jointOf = (importer: string) =>
    importer.startsWith(JOINT) ? importer.slice(JOINT.length) : joints.get(importer);

  pass.onResolve({ filter: /./ }, ({ path, importer, kind, namespace }) => {
    if (kind === 'entry-point') return { path, namespace: path.startsWith(JOINT) ? 'joint' : 'chunk' };
    if (namespace === 'elsewhere' || !path.startsWith('.')) return { path, external: true };
    const from = dirname(outputOf(importer));
    const file = join(from, path);
    const joint = joints.get(file);
    if (joint === undefined) return { path, external: true };
    if (joint === jointOf(importer)) return { path: file, namespace: 'chunk' };
    const address = `${relative(from, folder) || '.'}/${joint}.js`;
    const elsewhere: Elsewhere = { file, address: address.startsWith('.') ? address : `./${address}` };
    return { path: `${elsewhere.address} ${file}`, namespace: 'elsewhere', pluginData: elsewhere };
  });
  pass.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: texts.get(path) ?? '' }));
  pass.onLoad({ filter: /./, namespace: 'elsewhere' }, ({ pluginData }) => {
    const { file, address } = pluginData as Elsewhere;
    return { contents: exported(metafile, file, (name) => `${aliasOf(file, name)} as ${name}`, address) };
  });
  pass.onLoad({ filter: /./, namespace: 'joint' }, ({ path }) => ({
    contents: [...joints]
      .filter(([, joint]) => JOINT + joint === path)
      .map(([file]) =>
        exported(metafile, file, (name) => `${name} as ${aliasOf(file, name)}`, `./${basename(file)}`),
      )
      .join('\n'),
  }));
}

/** What a chunk exports, and the address of the file that it is a part of now. */
interface Elsewhere {
  readonly file: string;
  readonly address: string;
}

function exported(metafile: Metafile, file: string, clause: (name: string) => string, from: string): string {
  const clauses = (metafile.outputs[file]?.exports ?? []).map(clause);
  return `export { ${clauses.join(', ')} } from ${JSON.stringify(from)};`;
}

/** Chunks may export different things by one name. */
function aliasOf(file: string, name: string): string {
  return `${basename(file, '.js').replaceAll(/\W/g, '_')}_${name}`;
}
