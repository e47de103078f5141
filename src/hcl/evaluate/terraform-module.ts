import { posix } from 'node:path';
import type { HclBlock, HclBody, HclExpression, HclItem } from '../hcl-syntax.js';
import { parseHcl } from '../parse-hcl.js';
import type { WantedBlock } from '../parse-hcl.js';
import type { Surroundings } from '../surroundings.js';
import type { CalledModule, Definition, DefinitionSource, ModuleScope, NamedText } from './module-scope.js';

/** What a file is called, and its blocks. */
export interface ModuleFile {
  readonly name: string;
  readonly text: string;
  readonly body: HclBody;
}

/** The blocks of a file, by its name: some are written as JSON. */
export type ReadBody = (name: string, text: string, wanted?: WantedBlock) => HclBody;

/** More files of a folder are not read: no module has so many, and a folder may hold anything. */
const MOST_FILES = 200;

/**
 * The locals and variables of the module that a file belongs to, and the modules of the repository that it calls. Its own are
 * known at once; the other files of the folder are read when something is asked for that it does not define.
 */
export function moduleScope(
  file: ModuleFile,
  surroundings: Surroundings | undefined,
  readBody: ReadBody = (_, text, wanted) => parseHcl(text, wanted),
): ModuleScope {
  const values = (): ReadonlyMap<string, Definition> => readValues(file.name, surroundings, readBody);
  return scopeOf(file, '.', values, { surroundings, readBody, folders: new Map() });
}

interface Reading {
  readonly surroundings: Surroundings | undefined;
  readonly readBody: ReadBody;
  /** What the modules of other folders define: each is read once, however many call it. */
  readonly folders: Map<string, Definitions>;
}

/** `folder` from that of the file that is read; `values` of variables that no default gives. */
function scopeOf(
  file: ModuleFile,
  folder: string,
  values: () => ReadonlyMap<string, Definition>,
  reading: Reading,
): ModuleScope {
  const { surroundings } = reading;
  const here = definitionsIn(file.body, { text: file.text, isHere: true });
  let siblings: Definitions | undefined;
  let given: ReadonlyMap<string, Definition> | undefined;
  const elsewhere = (): Definitions => (siblings ??= siblingsOf(file, folder, reading));
  const find = (kind: keyof Definitions, name: string): Definition | undefined =>
    here[kind].get(name) ?? elsewhere()[kind].get(name);
  const modules = new Map<string, CalledModule | undefined>();
  return {
    local: (name) => find('locals', name),
    variable: (name) => (given ??= values()).get(name) ?? find('variables', name),
    called: (name) => {
      if (!modules.has(name)) modules.set(name, calledModule(find('modules', name), folder, reading));
      return modules.get(name);
    },
    isSurrounded: surroundings !== undefined,
    file: (path) => {
      const inside = posix.normalize(path);
      return posix.isAbsolute(inside) ? undefined : surroundings?.read(inside);
    },
  };
}

/** The module that a block calls, where its `source` is a folder of the same repository. */
function calledModule(
  block: Definition | undefined,
  folder: string,
  { surroundings, readBody, folders }: Reading,
): CalledModule | undefined {
  if (block?.expression.kind !== 'object' || surroundings === undefined) return undefined;
  const handed = new Map(
    block.expression.items.flatMap(({ key, value }): readonly (readonly [string, Definition])[] => {
      const name = literalText(key);
      return name === undefined ? [] : [[name, { expression: value, source: block.source }]];
    }),
  );
  const source = literalText(handed.get('source')?.expression);
  if (source === undefined || !/^\.\.?\//.test(source)) return undefined;
  const inner: Reading = {
    surroundings: { read: (path) => surroundings.read(posix.join(source, path)) },
    readBody,
    folders,
  };
  const nothing: ModuleFile = { name: '', text: '', body: { attributes: [], blocks: [] } };
  const place = posix.join(folder, source);
  const module = scopeOf(nothing, place, () => new Map(), inner);
  return {
    folder: place,
    module,
    arguments: handed,
    output: (name) => siblingsOf(nothing, place, inner).outputs.get(name),
    files: () => filesOf(inner.surroundings),
  };
}

function siblingsOf(file: ModuleFile, folder: string, reading: Reading): Definitions {
  const known = reading.folders.get(folder);
  if (known !== undefined) return known;
  const definitions = readSiblings(file, reading.surroundings, reading.readBody);
  reading.folders.set(folder, definitions);
  return definitions;
}

function filesOf(surroundings: Surroundings | undefined): readonly NamedText[] {
  return namesIn(surroundings)
    .filter((name) => MODULE_FILE.test(name))
    .slice(0, MOST_FILES)
    .flatMap((name) => {
      const text = surroundings?.read(name);
      return text === undefined ? [] : [{ name, text }];
    });
}

const MODULE_FILE = /\.(?:tf|tofu)(?:\.json)?$/;

function literalText(expression: HclExpression | undefined): string | undefined {
  if (expression?.kind !== 'template') return undefined;
  const texts = expression.chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}

interface Definitions {
  readonly locals: ReadonlyMap<string, Definition>;
  /** Variables with a default. */
  readonly variables: ReadonlyMap<string, Definition>;
  /** The arguments of `module` blocks, each block as an object. */
  readonly modules: ReadonlyMap<string, Definition>;
  readonly outputs: ReadonlyMap<string, Definition>;
}

function definitionsIn(body: HclBody, source: DefinitionSource): Definitions {
  const of = (type: string): readonly HclBlock[] => body.blocks.filter((block) => block.type === type);
  const locals = of('locals').flatMap(({ attributes }) => attributes);
  const modules = of('module').map((block): readonly [string, Definition] => [
    block.labels[0] ?? '',
    { expression: objectOf(block), source },
  ]);
  return {
    locals: new Map(locals.map((local) => [local.name, definition(local, source)])),
    variables: argumentsOf(of('variable'), 'default', source),
    modules: new Map(modules),
    outputs: argumentsOf(of('output'), 'value', source),
  };
}

/** One argument of each block, by the block's name. */
function argumentsOf(
  blocks: readonly HclBlock[],
  name: string,
  source: DefinitionSource,
): ReadonlyMap<string, Definition> {
  return new Map(
    blocks.flatMap(({ labels: [label = ''], attributes }) => {
      const found = attributes.find((attribute) => attribute.name === name);
      return found === undefined ? [] : [[label, definition(found, source)] as const];
    }),
  );
}

/** The arguments of a block as an object. */
function objectOf({ range, attributes }: HclBlock): HclExpression {
  const items = attributes
    .filter(({ broken }) => !broken)
    .map((attribute): HclItem => ({
      range: attribute.range,
      key: {
        kind: 'template',
        range: attribute.nameRange,
        chunks: [{ kind: 'text', text: attribute.name, range: attribute.nameRange }],
      },
      value: attribute.value,
    }));
  return { kind: 'object', range, items };
}

function definition({ value, broken }: HclBody['attributes'][number], source: DefinitionSource): Definition {
  return { expression: broken ? { kind: 'opaque', range: value.range } : value, source };
}

const NOTHING: Definitions = {
  locals: new Map(),
  variables: new Map(),
  modules: new Map(),
  outputs: new Map(),
};

function readSiblings(
  { name }: ModuleFile,
  surroundings: Surroundings | undefined,
  readBody: ReadBody,
): Definitions {
  const names = namesIn(surroundings).filter((other) => other !== name && MODULE_FILE.test(other));
  const all = names.slice(0, MOST_FILES).flatMap((other) => {
    const text = surroundings?.read(other);
    if (text === undefined || !/^\s*[{"]*(?:locals|variable|module|output)\b/m.test(text)) return [];
    const body = readBody(other, text, (type) => DEFINING.has(type));
    return [definitionsIn(body, { text, isHere: false })];
  });
  if (all.length === 0) return NOTHING;
  return {
    locals: new Map(all.flatMap(({ locals }) => [...locals])),
    variables: new Map(all.flatMap(({ variables }) => [...variables])),
    modules: new Map(all.flatMap(({ modules }) => [...modules])),
    outputs: new Map(all.flatMap(({ outputs }) => [...outputs])),
  };
}

/** Blocks that define something for the whole module. */
const DEFINING: ReadonlySet<string> = new Set(['locals', 'variable', 'module', 'output']);

/** What Terraform loads by itself, the later over the earlier: `terraform.tfvars`, then `*.auto.tfvars` by name. */
function readValues(
  own: string,
  surroundings: Surroundings | undefined,
  readBody: ReadBody,
): ReadonlyMap<string, Definition> {
  const names = namesIn(surroundings);
  const files = [
    ...names.filter((name) => name === 'terraform.tfvars' || name === 'terraform.tfvars.json').sort(),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)).sort(),
  ].filter((name) => name !== own);
  return new Map(
    files.slice(0, MOST_FILES).flatMap((name) => {
      const text = surroundings?.read(name);
      if (text === undefined) return [];
      const { attributes } = readBody(name, text);
      return attributes.map((value) => [value.name, definition(value, { text, isHere: false })] as const);
    }),
  );
}

function namesIn(surroundings: Surroundings | undefined): readonly string[] {
  return surroundings?.read('./')?.split('\n') ?? [];
}
