import { posix } from 'node:path';
import type { HclBody } from '../hcl-syntax.js';
import { parseHcl } from '../parse-hcl.js';
import type { WantedBlock } from '../parse-hcl.js';
import type { Surroundings } from '../surroundings.js';
import type { Definition, DefinitionSource, ModuleScope } from './module-scope.js';

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
 * The locals and variables of the module that a file belongs to. Its own are known at once; the other files of the folder
 * are read when something is asked for that it does not define.
 */
export function moduleScope(
  file: ModuleFile,
  surroundings: Surroundings | undefined,
  readBody: ReadBody = (_, text, wanted) => parseHcl(text, wanted),
): ModuleScope {
  const here = definitionsIn(file.body, { text: file.text, isHere: true });
  let siblings: Definitions | undefined;
  let given: ReadonlyMap<string, Definition> | undefined;
  const elsewhere = (): Definitions => (siblings ??= readSiblings(file, surroundings, readBody));
  return {
    local: (name) => here.locals.get(name) ?? elsewhere().locals.get(name),
    variable: (name) => {
      given ??= readValues(file.name, surroundings, readBody);
      return given.get(name) ?? here.variables.get(name) ?? elsewhere().variables.get(name);
    },
    isSurrounded: surroundings !== undefined,
    file: (path) => {
      const inside = posix.normalize(path);
      return posix.isAbsolute(inside) ? undefined : surroundings?.read(inside);
    },
  };
}

interface Definitions {
  readonly locals: ReadonlyMap<string, Definition>;
  /** Variables with a default. */
  readonly variables: ReadonlyMap<string, Definition>;
}

function definitionsIn(body: HclBody, source: DefinitionSource): Definitions {
  const locals = body.blocks.filter(({ type }) => type === 'locals').flatMap(({ attributes }) => attributes);
  const defaults = body.blocks.flatMap(({ type, labels: [name = ''], attributes }) => {
    const value =
      type === 'variable' ? attributes.find((attribute) => attribute.name === 'default') : undefined;
    return value === undefined ? [] : [[name, definition(value, source)] as const];
  });
  return {
    locals: new Map(locals.map((local) => [local.name, definition(local, source)])),
    variables: new Map(defaults),
  };
}

function definition({ value, broken }: HclBody['attributes'][number], source: DefinitionSource): Definition {
  return { expression: broken ? { kind: 'opaque', range: value.range } : value, source };
}

const NOTHING: Definitions = { locals: new Map(), variables: new Map() };

function readSiblings(
  { name }: ModuleFile,
  surroundings: Surroundings | undefined,
  readBody: ReadBody,
): Definitions {
  const names = namesIn(surroundings).filter(
    (other) => other !== name && /\.(?:tf|tofu)(?:\.json)?$/.test(other),
  );
  const all = names.slice(0, MOST_FILES).flatMap((other) => {
    const text = surroundings?.read(other);
    if (text === undefined || !/^\s*[{"]*(?:locals|variable)\b/m.test(text)) return [];
    const body = readBody(other, text, (type) => type === 'locals' || type === 'variable');
    return [definitionsIn(body, { text, isHere: false })];
  });
  if (all.length === 0) return NOTHING;
  return {
    locals: new Map(all.flatMap(({ locals }) => [...locals])),
    variables: new Map(all.flatMap(({ variables }) => [...variables])),
  };
}

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
