import { ProblemList, parseYaml } from './catalog-yaml.js';
import type { YamlDocument } from './catalog-yaml.js';
import type { ServiceCatalog } from '../model/model.js';
import { serviceSchema } from '../model/catalog-schema.js';
import type { Problem } from '../../problem.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/**
 * Reads one `catalog/<cloud>/<service>.yaml`.
 * @param file what complaints call it.
 * @throws ProblemList, code `catalog`: every complaint with line, column and remedy.
 */
export function readServiceCatalog(text: string, file: string): ServiceCatalog {
  const { data, document } = parseYaml(text, file, serviceSchema);
  // The schema's output has the model's shape (SchemaMatchesModel); only its optional keys are typed more loosely.
  const catalog = data as ServiceCatalog;
  const problems = [...duplicates(catalog, document), ...contradictions(catalog, document)];
  if (problems.length > 0) throw new ProblemList(problems);
  return catalog;
}

function* duplicates(catalog: ServiceCatalog, document: YamlDocument): Generator<Problem> {
  yield* repeated(
    catalog.operations.map((operation) => operation.id),
    'operations',
    'id',
    document,
  );
  yield* repeated(
    catalog.actions.map((action) => action.name.toLowerCase()),
    'actions',
    'name',
    document,
  );
  yield* repeated(
    (catalog.former_actions ?? []).map((action) => action.name.toLowerCase()),
    'former_actions',
    'name',
    document,
  );
}

function* repeated(
  names: readonly string[],
  list: string,
  key: string,
  document: YamlDocument,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name))
      yield document.problem(
        say('nameTwice', { where: `${list}.${index}`, name, key }),
        document.offsetOf([list, index, key]),
      );
    seen.add(name);
  }
}

function* contradictions(catalog: ServiceCatalog, document: YamlDocument): Generator<Problem> {
  for (const [index, operation] of catalog.operations.entries()) {
    const where = `operations.${index}`;
    const at = (message: string, key: string) =>
      document.problem(message, document.offsetOf(['operations', index, key]));
    if (!operation.id.startsWith(`${catalog.service}/`))
      yield at(say('idOfOther', { where, id: operation.id, service: catalog.service }), 'id');
    if (
      operation.title.en === undefined &&
      operation.title['zh-cn'] === undefined &&
      operation.endpoints.length === 0
    )
      yield at(say('noTitleNorEndpoint', { where }), 'title');
    if (operation.scenarios.length > 0 && operation.actions.length > 0)
      yield at(say('actionsAndScenarios', { where }), 'actions');
    const { identity } = operation;
    if (identity?.no_permission && (identity.actions.length > 0 || identity.scenarios.length > 0))
      yield at(say('identityNoneAndActions', { where }), 'identity');
    if (operation.no_permission && (operation.actions.length > 0 || operation.scenarios.length > 0))
      yield at(say('noneAndActions', { where }), 'no_permission');
  }
}
