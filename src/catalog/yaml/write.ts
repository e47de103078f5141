import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { ServiceCatalog } from '../model/model.js';
import { ordered } from '../model/order.js';

/**
 * One service as YAML: the same model gives the same bytes, whatever order its parts came in. Operations stand sorted
 * by id and actions by name, lists of actions one per line, what is small (a title, a source) on one line of its own,
 * so that a changed fact is a changed line.
 */
export function writeServiceCatalog(catalog: ServiceCatalog): string {
  const document = new Document(ordered(catalog), {
    schema: 'core',
    version: '1.2',
    aliasDuplicateObjects: false,
  });
  if (isMap(document.contents)) layOut(document.contents, true);
  // The library folds a text of several lines inside braces into what does not read as it was.
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && /[\n\r]/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, indentSeq: true });
}

/** Keys whose value, and lists whose items, are written on one line; everything else takes a line per item. */
const ONE_LINE: ReadonlySet<string> = new Set([
  'title',
  'scope',
  'source',
  'aliases',
  'condition_keys',
  'replaced_by',
  'unread',
  'versions',
  'coverage',
]);
const ONE_LINE_ITEMS: ReadonlySet<string> = new Set(['sources', 'resources', 'doubts']);

function layOut(map: YAMLMap, top: boolean): void {
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!isCollection(value)) continue;
    if (value.items.length === 0 || (ONE_LINE.has(name) && (!top || isMap(value)))) value.flow = true;
    else if (isSeq(value)) for (const item of value.items) if (isMap(item)) layOutItem(item, name, top);
  }
}

function layOutItem(item: YAMLMap, list: string, top: boolean): void {
  const bare =
    top && (list === 'condition_keys' || (list === 'actions' && !item.has('sources') && !item.has('doubts')));
  if (bare || ONE_LINE_ITEMS.has(list)) item.flow = true;
  else layOut(item, false);
}
