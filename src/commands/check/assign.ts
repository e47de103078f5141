import { posix } from 'node:path';

/** Policies that act together: those of one file, or those that Terraform attaches to one principal. */
export interface PolicyUnit {
  /** What it is called where it is told of. */
  readonly name: string;
  /** References as manifests write them: a path, or a path with an address. */
  readonly policies: readonly string[];
  /** The file that decides where it stands. */
  readonly file: string;
  /** Names of it that a folder or a file of sources may share. */
  readonly names: readonly string[];
}

/** A file that shows calls, or whose calls could not be read. */
export interface SourceFile {
  readonly file: string;
  /** What an application calls, or what Terraform calls when it is applied. */
  readonly kind: 'code' | 'terraform';
}

/** Whose workload the sources are, and why. */
export type Decision =
  | {
      readonly status: 'decided';
      readonly unit: PolicyUnit;
      readonly sources: readonly string[];
      readonly by: 'name' | 'place' | 'choice';
      /** The folder (or file) that was taken; `.` for the one that was searched. */
      readonly folder: string;
    }
  | {
      readonly status: 'undecided';
      /** Several units that stand equally near to the same sources. */
      readonly units: readonly PolicyUnit[];
      readonly sources: readonly string[];
      readonly folder: string;
    }
  | { readonly status: 'alone'; readonly unit: PolicyUnit };

/** All decisions, and the sources that are nobody's. */
export interface Assignment {
  readonly decisions: readonly Decision[];
  readonly left: readonly string[];
}

/**
 * Decides which sources are the workload of which policies. A folder that has the name of a policy decides first, then the
 * nearest folder above the policy that holds sources: a policy of a deployment takes Terraform, every other one takes code,
 * and Terraform where there is no code. Sources that a nearer policy takes are no other's. Several policies that stand
 * equally near take files that have their names; where that does not part them, nothing is decided. Linear in policies and
 * files (times the depth of folders).
 */
export function assign(units: readonly PolicyUnit[], sources: readonly SourceFile[]): Assignment {
  const named = new Map<PolicyUnit, Decision>();
  const folders = nameIndex(sources.map(({ file }) => file));
  for (const unit of units) {
    const found = sharedName(unit, folders);
    if (found !== undefined) named.set(unit, { status: 'decided', unit, by: 'name', ...found });
  }
  const taken = new Set([...named.values()].flatMap(sourcesOf));
  const placed = placeOf(
    units.filter((unit) => !named.has(unit)),
    sources.filter(({ file }) => !taken.has(file)),
  );
  const decisions = units.flatMap((unit): readonly Decision[] => {
    const decision = named.get(unit) ?? placed.get(unit) ?? { status: 'alone', unit };
    // One decision for all that share it, where the first of them stands.
    return decision.status === 'undecided' && decision.units[0] !== unit ? [] : [decision];
  });
  const spoken = new Set(decisions.flatMap(sourcesOf));
  return { decisions, left: sources.map(({ file }) => file).filter((file) => !spoken.has(file)) };
}

interface Named {
  readonly sources: readonly string[];
  readonly folder: string;
}

/** Words that say what a file is, not whose. */
const GENERIC = new Set([
  'policy',
  'policies',
  'iam',
  'role',
  'roles',
  'agency',
  'permission',
  'permissions',
  'custom',
  'app',
  'application',
  'main',
  'src',
  'lib',
  'service',
  'services',
  'server',
]);

/** Words by which a policy says that it is for those who apply Terraform. */
const DEPLOYMENT = new Set([
  'terraform',
  'deploy',
  'deployer',
  'deployment',
  'provision',
  'provisioner',
  'infra',
  'ci',
  'cd',
]);

/** Folders whose policies are for what stands in them, and for nothing outside. */
const SAMPLES = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'test',
  'tests',
  'testdata',
  'fixtures',
  'docs',
]);

/** `Billing_WorkerPolicy` → `billing worker`; the empty text where nothing is left that tells it from others. */
function plainName(name: string): string {
  return wordsOf(name)
    .filter((word) => !GENERIC.has(word))
    .join(' ');
}

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Where a name stands, with the files of sources there. */
type Places = Map<string, string[]>;

/** Plain name → the topmost folders that are called so. */
function nameIndex(files: readonly string[]): ReadonlyMap<string, Places> {
  const index = new Map<string, Places>();
  for (const file of files) {
    const seen = new Set<string>();
    for (const folder of foldersAbove(file).toReversed()) {
      const name = plainName(posix.basename(folder));
      if (name === '' || seen.has(name)) continue;
      seen.add(name);
      const places = entry(index, name, (): Places => new Map());
      entry(places, folder, (): string[] => []).push(file);
    }
  }
  return index;
}

/** Plain name → the files that are called so. */
function stemIndex(files: readonly string[]): ReadonlyMap<string, Places> {
  const index = new Map<string, Places>();
  for (const file of files) {
    const places = entry(index, plainName(posix.parse(file).name), (): Places => new Map());
    entry(places, file, (): string[] => []).push(file);
  }
  return index;
}

/** The only place that is called as one of the unit's names; undefined where there is none or several. */
function sharedName(unit: PolicyUnit, index: ReadonlyMap<string, Places>): Named | undefined {
  for (const name of unit.names.map(plainName)) {
    const [first, ...others] = name === '' ? [] : (index.get(name) ?? []);
    if (first !== undefined && others.length === 0) return { folder: first[0], sources: first[1] };
  }
  return undefined;
}

type Kind = SourceFile['kind'];

/** By place: in two rounds, as each unit takes sources of one kind first and of the other where it found none. */
function placeOf(
  units: readonly PolicyUnit[],
  sources: readonly SourceFile[],
): ReadonlyMap<PolicyUnit, Decision> {
  const decisions = new Map<PolicyUnit, Decision>();
  let free = sources;
  for (const round of [0, 1]) {
    const waiting = units.filter((unit) => !decisions.has(unit));
    for (const kind of ['code', 'terraform'] as const) {
      const takers = waiting.filter((unit) => kindsFor(unit)[round] === kind);
      const files = free.filter((source) => source.kind === kind).map(({ file }) => file);
      for (const decision of nearest(takers, files))
        for (const unit of takersOf(decision)) decisions.set(unit, decision);
    }
    const taken = new Set([...decisions.values()].flatMap(sourcesOf));
    free = free.filter(({ file }) => !taken.has(file));
  }
  return decisions;
}

/** What the unit's own calls look like, the likelier first. Terraform that holds a policy does not live on it. */
function kindsFor({ names, file }: PolicyUnit): readonly Kind[] {
  if (names.some((name) => wordsOf(name).some((word) => DEPLOYMENT.has(word)))) return ['terraform', 'code'];
  return file.endsWith('.tf') ? ['code'] : ['code', 'terraform'];
}

/** The nearest folder above each unit that holds files of which no nearer unit takes any. */
function nearest(units: readonly PolicyUnit[], files: readonly string[]): readonly Decision[] {
  const held = new Set(files.flatMap(foldersAbove));
  const near = new Map<string, PolicyUnit[]>();
  for (const unit of units) {
    const folder = reachOf(unit.file).find((one) => held.has(one));
    if (folder !== undefined) entry(near, folder, (): PolicyUnit[] => []).push(unit);
  }
  const shares = new Map<string, string[]>();
  for (const file of files) {
    const folder = foldersAbove(file).find((one) => near.has(one));
    if (folder !== undefined) entry(shares, folder, (): string[] => []).push(file);
  }
  return [...shares].flatMap(([folder, sources]) => part(near.get(folder) ?? [], sources, folder));
}

/** One unit takes all. Of several, those take files that have their names, and the rest is the last one's, or undecided. */
function part(units: readonly PolicyUnit[], sources: readonly string[], folder: string): readonly Decision[] {
  const stems = units.length > 1 ? stemIndex(sources) : new Map<string, Places>();
  const named = units.flatMap((unit): readonly Extract<Decision, { status: 'decided' }>[] => {
    const found = sharedName(unit, stems);
    return found === undefined ? [] : [{ status: 'decided', unit, by: 'name', ...found }];
  });
  const taken = new Set(named.flatMap(sourcesOf));
  const rest = sources.filter((file) => !taken.has(file));
  const [unit, ...others] = units.filter((one) => named.every((decision) => decision.unit !== one));
  if (unit === undefined || rest.length === 0) return named;
  return others.length === 0
    ? [...named, { status: 'decided', unit, sources: rest, by: 'place', folder }]
    : [...named, { status: 'undecided', units: [unit, ...others], sources: rest, folder }];
}

function takersOf(decision: Decision): readonly PolicyUnit[] {
  return decision.status === 'undecided' ? decision.units : [decision.unit];
}

function sourcesOf(decision: Decision): readonly string[] {
  return decision.status === 'alone' ? [] : decision.sources;
}

/** The folders above a file, the nearest first, `.` last. */
export function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    folders.push(folder);
    if (folder === '.' || folder === '/' || folder === '..') return folders;
  }
}

/** The folders whose sources a policy may be for: those above it, up to one that holds samples. */
function reachOf(file: string): readonly string[] {
  const folders = foldersAbove(file);
  const sample = folders.findIndex((folder) => SAMPLES.has(posix.basename(folder).toLowerCase()));
  return sample === -1 ? folders : folders.slice(0, sample + 1);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
