import { defined } from '../../defined.js';
import { byCodeUnit } from './code-unit.js';
import type {
  Action,
  Coverage,
  Doubt,
  FormerAction,
  IdentityNeeds,
  Operation,
  Scenario,
  Scope,
  ServiceCatalog,
  Source,
} from './model.js';

/** The same facts in the order of writing, without keys that say nothing. */
export function ordered(catalog: ServiceCatalog): object {
  return defined({
    schema: catalog.schema,
    cloud: catalog.cloud,
    service: catalog.service,
    title: catalog.title,
    coverage: catalog.coverage && orderedCoverage(catalog.coverage),
    operations: sortBy(catalog.operations, (operation) => operation.id).map(orderedOperation),
    actions: sortBy(catalog.actions, (action) => action.name.toLowerCase()).map(orderedAction),
    former_actions: filled(catalog.former_actions, (actions) =>
      sortBy(actions, (action) => action.name.toLowerCase()).map(orderedFormer),
    ),
    resources: filled(catalog.resources, (types) =>
      sortBy(types, (type) => type.type_name).map(({ type_name, urn_template }) => ({
        type_name,
        urn_template,
      })),
    ),
    condition_keys: filled(catalog.condition_keys, (keys) =>
      sortBy(keys, (key) => key.key).map(({ key, value_type, multi_valued }) =>
        defined({ key, value_type, multi_valued }),
      ),
    ),
  });
}

function orderedOperation(operation: Operation): object {
  return defined({
    id: operation.id,
    title: orderedTitle(operation.title),
    endpoints: operation.endpoints,
    discriminator: operation.discriminator,
    actions: operation.actions,
    dependent_actions: operation.dependent_actions,
    scenarios: operation.scenarios.map(orderedScenario),
    no_permission: operation.no_permission,
    identity: operation.identity && orderedIdentity(operation.identity),
    scope: orderedScope(operation.scope),
    doubts: filled(operation.doubts, (doubts) => doubts.map(orderedDoubt)),
    sources: operation.sources.map(orderedSource),
  });
}

function orderedIdentity(needs: IdentityNeeds): object {
  return defined({
    actions: needs.actions,
    dependent_actions: needs.dependent_actions,
    scenarios: needs.scenarios.map(orderedScenario),
    no_permission: needs.no_permission,
    doubts: filled(needs.doubts, (doubts) => doubts.map(orderedDoubt)),
    sources: needs.sources.map(orderedSource),
  });
}

function orderedAction(action: Action): object {
  return defined({
    name: action.name,
    title: action.title && orderedTitle(action.title),
    access_level: action.access_level,
    permission_only: action.permission_only,
    aliases: action.aliases,
    resources: action.resources.map(({ type, required, condition_keys }) => ({
      type,
      required,
      condition_keys,
    })),
    condition_keys: action.condition_keys,
    unread: filled(action.unread, (lists) => lists),
    versions: filled(action.versions, (versions) => versions),
    scope: action.scope && orderedScope(action.scope),
    doubts: filled(action.doubts, (doubts) => doubts.map(orderedDoubt)),
    sources: filled(action.sources, (sources) => sources.map(orderedSource)),
  });
}

function orderedFormer(action: FormerAction): object {
  const { name, last_documented, replaced_by, sources } = action;
  return { name, last_documented, replaced_by, sources: sources.map(orderedSource) };
}

const orderedTitle = (title: Operation['title']) => defined({ 'zh-cn': title['zh-cn'], en: title.en });
const orderedScope = ({ project, enterprise_project, resource, tag }: Scope) =>
  defined({ project, enterprise_project, resource, tag });
const orderedScenario = ({ when, actions, dependent_actions }: Scenario) => ({
  when,
  actions,
  dependent_actions,
});
const orderedCoverage = ({ pages, transcribed, updated, partial, sdk }: Coverage) =>
  defined({ pages, transcribed, updated, partial, sdk });
const orderedSource = ({ page, table, row, line, sha256, transcribed, updated }: Source) =>
  defined({ page, table, row, line, sha256, transcribed, updated });
const orderedDoubt = ({ kind, confidence, note, was, near, source }: Doubt) =>
  defined({ kind, confidence, note, was, near, source: source && orderedSource(source) });

function filled<T, U>(list: readonly T[] | undefined, map: (list: readonly T[]) => U): U | undefined {
  return list === undefined || list.length === 0 ? undefined : map(list);
}

function sortBy<T>(list: readonly T[], key: (item: T) => string): T[] {
  return list
    .map((item) => [key(item), item] as const)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, item]) => item);
}
