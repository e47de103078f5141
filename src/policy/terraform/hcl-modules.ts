import { evaluate } from '../../hcl/evaluate/evaluate.js';
import type { CalledModule, Scope } from '../../hcl/evaluate/module-scope.js';
import { inModule } from '../../hcl/evaluate/module-scope.js';
import type { ReadBody } from '../../hcl/evaluate/terraform-module.js';
import type { HclAttribute, HclBlock, HclBody, HclRange } from '../../hcl/hcl-syntax.js';
import type { RootNode } from '../model/ast.js';
import { instancesOf } from './hcl-instances.js';
import type { Lowering } from './hcl-lower.js';
import { rootsOfResource } from './hcl-resource.js';
import type { PolicyResource } from './terraform-resources.js';
import { namesPolicyResource, policyResource } from './terraform-resources.js';

/** Whether a text calls a module of the same repository: `source = "./modules/team"`. */
export function callsModule(text: string): boolean {
  return /\bsource"?\s*[=:]\s*"\.\.?\//.test(text);
}

/** Modules that call modules are not followed further. */
const MOST_LEVELS = 4;

/** Calls of modules, and files of them, that are followed from one file: modules that call many modules multiply. */
const MOST_CALLS = 200;

/**
 * The policies that the modules of the same repository make of what this file hands to them. What the file hands over stands
 * where it is written; what the module says itself stands at the block that calls it, and is linted in the module's own files.
 */
export function rootsOfModules(
  body: HclBody,
  scope: Scope,
  to: Lowering,
  readBody: ReadBody,
): readonly RootNode[] {
  const bodies = new Map<string, HclBody>();
  const read = (folder: string, name: string, text: string): HclBody => {
    const key = `${folder}/${name}`;
    const known = bodies.get(key) ?? readBody(name, text);
    bodies.set(key, known);
    return known;
  };
  return callsIn(body, { scope, to, read, left: { calls: MOST_CALLS }, prefix: '', level: 0 });
}

interface Calling {
  readonly scope: Scope;
  readonly to: Lowering;
  readonly read: (folder: string, name: string, text: string) => HclBody;
  readonly left: { calls: number };
  /** Of addresses: `module.team.` */
  readonly prefix: string;
  readonly level: number;
}

function callsIn({ blocks }: HclBody, calling: Calling): readonly RootNode[] {
  if (calling.level >= MOST_LEVELS || calling.left.calls < 0) return [];
  return blocks.flatMap((block) => {
    const [name = ''] = block.labels;
    const called = block.type === 'module' ? calling.scope.module.called(name) : undefined;
    return called === undefined ? [] : rootsOfCall(block, called, calling);
  });
}

/** One for each instance of the module, where `for_each` or `count` makes several. */
function rootsOfCall(block: HclBlock, called: CalledModule, calling: Calling): readonly RootNode[] {
  const { scope, to } = calling;
  return instancesOf(block, anyArgument(block), scope).flatMap(({ suffix, names, isOnly }) => {
    const inside = inModule({ ...scope, names }, called, block.header, evaluate);
    if (inside === undefined) return [];
    const prefix = `${calling.prefix}module.${block.labels[0] ?? ''}${suffix}.`;
    const inner = { ...calling, prefix, to: { ...to, shared: to.shared || !isOnly } };
    return called.files().flatMap(({ name, text }) => {
      if (!namesPolicyResource(text) && !callsModule(text)) return [];
      calling.left.calls -= 1;
      if (calling.left.calls < 0) return [];
      const file = { ...inside, text };
      return rootsOfFile(calling.read(called.folder, name, text), {
        ...inner,
        scope: file,
        level: calling.level + 1,
      });
    });
  });
}

/** Each argument may say something of the policies in the module. */
function anyArgument({ attributes }: HclBlock): PolicyResource {
  return { place: 'identity', arguments: attributes.map(({ name }) => ({ name, form: 'document' })) };
}

function rootsOfFile(body: HclBody, calling: Calling): readonly RootNode[] {
  const { scope, prefix } = calling;
  const at = scope.at;
  if (at === undefined) return [];
  const own = body.blocks.flatMap((block) => {
    const resource = block.type === 'resource' ? policyResource(block.labels[0] ?? '') : undefined;
    if (resource === undefined) return [];
    return instancesOf(block, resource, scope).flatMap(({ suffix, names, isOnly }) => {
      // What is put around the values stands at the block that calls the module, and is not edited there.
      const isFramed = resource.arguments.some(({ form }) => form !== 'document');
      const to: Lowering = {
        ...calling.to,
        problems: [],
        shared: calling.to.shared || isFramed || !isOnly,
      };
      return rootsOfResource(placedAt(block, at), resource, suffix, { ...scope, names }, to);
    });
  });
  return [
    ...own.map((root) => ({ ...root, address: `${prefix}${root.address ?? ''}`, caller: at })),
    ...callsIn(body, calling),
  ];
}

/** A block of another file as if it stood at a place of this one; its expressions are evaluated there anyway. */
function placedAt(block: HclBlock, at: HclRange): HclBlock {
  const attributes = block.attributes.map((attribute): HclAttribute => ({
    ...attribute,
    range: at,
    nameRange: at,
    value: attribute.broken ? { kind: 'opaque', range: at } : attribute.value,
  }));
  return {
    ...block,
    range: at,
    header: at,
    attributes,
    blocks: block.blocks.map((inner) => placedAt(inner, at)),
  };
}
