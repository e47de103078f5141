import { defined } from '../../defined.js';
import { loadHcl } from '../../hcl/hcl-parser.js';
import { parseHcl } from '../../hcl/parse-hcl.js';
import { append } from '../../long-lists.js';
import { Problem } from '../../problem.js';
import type { FoundCall, FoundCalls, UnplacedCall } from '../found.js';
import { byAddress, hasNames, resourcesOfType, textsOf } from './terraform-names.js';
import { terraformType } from './terraform-facts.js';
import type { TerraformType } from './terraform-facts.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/**
 * What the providers may call for the resources and data sources of a `.tf` file: an upper bound. Types of other providers
 * are passed over. What stands behind a place that is no HCL is still read, and the place is a problem.
 */
export async function findInTerraform(path: string, text: string): Promise<FoundCalls> {
  await loadHcl();
  const { blocks, problem } = parseHcl(text, (_, [type = '']) => hasNames(type));
  const addresses = byAddress(blocks);
  const lineOf = lineCounter(text);
  const uses = blocks.flatMap((block) => {
    const { type: kind, labels, header } = block;
    if (kind !== 'resource' && kind !== 'data') return [];
    const [type = ''] = labels;
    const resources = resourcesOfType(type, textsOf(block, addresses));
    return [{ kind, type, file: path, line: lineOf(header[0]), resources } as const];
  });
  const problems =
    problem === undefined
      ? []
      : [new Problem('file', problem.message, { file: path, line: lineOf(problem.range[0]) })];
  return { ...callsOf(uses), problems };
}

/** Whether a parsed JSON document is what `terraform show -json` prints. */
export function isPlan(document: unknown): boolean {
  return (
    member(document, 'format_version') !== undefined &&
    (member(document, 'resource_changes') !== undefined ||
      member(document, 'planned_values') !== undefined ||
      member(document, 'values') !== undefined)
  );
}

/** As `findInTerraform`, for the resources and data sources of a plan or a state, in all modules. */
export function findInPlan(path: string, document: unknown): FoundCalls {
  const planned = ['planned_values', 'prior_state.values', 'values'].map((key) =>
    key.split('.').reduce(member, document),
  );
  const changed = listOf(member(document, 'resource_changes'));
  const uses = [
    ...changed,
    ...planned.flatMap((values) => resourcesIn(member(values, 'root_module'))),
  ].flatMap((resource): Use[] => {
    const type = member(resource, 'type');
    if (typeof type !== 'string') return [];
    const values = member(resource, 'values') ?? member(member(resource, 'change'), 'after');
    const resources = resourcesOfType(type, (name) => {
      const value = member(values, name);
      return typeof value === 'string' ? value : undefined;
    });
    const kind = member(resource, 'mode') === 'data' ? 'data' : 'resource';
    return [{ kind, type, file: path, line: undefined, resources }];
  });
  return { ...callsOf(uses), problems: [] };
}

interface Use {
  readonly kind: TerraformType['kind'];
  readonly type: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly resources: readonly string[] | undefined;
}

/** The providers of the clouds; the facts are those of the first two. */
const PROVIDERS = /^(?:huaweicloud|opentelekomcloud|flexibleengine)_/;

function callsOf(uses: readonly Use[]): { readonly found: FoundCall[]; readonly unplaced: UnplacedCall[] } {
  const found: FoundCall[] = [];
  const unplaced: UnplacedCall[] = [];
  const seen = new Set<string>();
  for (const use of uses) {
    const { kind, type, file, line, resources } = use;
    const key = JSON.stringify([kind, type, line, resources]);
    if (!PROVIDERS.test(type) || seen.has(key)) continue;
    seen.add(key);
    const known = terraformType(kind, type);
    if (known === undefined) unplaced.push({ file, line, text: `${kind} ${type}`, reason: reasonFor(type) });
    else
      append(
        found,
        known.requests.map(({ service, endpoint }) => ({
          api: endpoint,
          service,
          cloud: cloudOfType(type),
          ...defined({ resources }),
          operation: undefined,
          possible: true,
          origin: { file, line, confidence: 'likely' } as const,
        })),
      );
  }
  return { found, unplaced };
}

/** The prefix of a type says for certain which cloud is meant. */
function cloudOfType(type: string): string | undefined {
  const [prefix = ''] = type.split('_', 1);
  return prefix === 'huaweicloud' || prefix === 'opentelekomcloud' ? prefix : undefined;
}

function reasonFor(type: string): string {
  return /^(?:huaweicloud|opentelekomcloud)_/.test(type) ? say('typeUnknown') : say('providerUnknown');
}

/** Walks the modules without recursion: a plan may nest them as deeply as it likes. */
function resourcesIn(root: unknown): unknown[] {
  const resources: unknown[] = [];
  const modules = [root];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    append(resources, listOf(member(module, 'resources')));
    append(modules, listOf(member(module, 'child_modules')));
  }
  return resources;
}

/** An own member of an object; undefined for everything else. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Lines for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    if (offset < at) [line, at] = [1, 0];
    for (let feed = text.indexOf('\n', at); feed !== -1 && feed < offset; feed = text.indexOf('\n', at)) {
      line += 1;
      at = feed + 1;
    }
    return line;
  };
}
