import type { PhrasingContent, Table } from 'mdast';
import type { Operation } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { neededActions, sameNeeds } from '../cloud-facts.js';
import type { CloudFacts, SharedEndpoint } from '../cloud-facts.js';
import {
  code,
  heading,
  joined,
  linkTo,
  mark,
  paragraph,
  sentence,
  table,
  text,
  titleText,
} from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionPlace, comparePage, endpointAnchor, operationPlace } from '../places.js';
import { matchingOperations } from '../matching-operations.js';
import type { Reference } from '../reference-facts.js';

const say = speaker('reference-pages', en);

/** The endpoints that more than one cloud documents, side by side: one page per service. */
export function comparePages(reference: Reference): Page[] {
  return [...reference.shared].map(([service, shared]) => comparePageOf(reference, service, shared));
}

function comparePageOf({ clouds }: Reference, service: string, shared: readonly SharedEndpoint[]): Page {
  const path = comparePage(service);
  const differing = shared.filter((endpoint) => !isSame(endpoint)).length;
  const counts = sentence((place) =>
    say('comparedCounts', {
      way: place(linkTo(path, { page: 'README' }, say('reference'))),
      count: shared.length,
      differing,
    }),
  );
  const head = [say('endpoint'), say('needs'), ...clouds.map((facts) => facts.name)];
  const rows = shared.map((endpoint) => endpointRow(endpoint, clouds, path));
  return {
    path,
    title: say('compared', { service }),
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, say('serviceSideBySide', { service })),
        paragraph(...counts),
        markedTable(head, rows, shared),
      ],
    },
  };
}

/** Rows that are the same in every cloud are marked as such: the site can leave them out. */
function markedTable(
  head: readonly string[],
  rows: readonly (Inline | Inline[])[][],
  shared: readonly SharedEndpoint[],
): Table {
  const made = table(head, rows);
  for (const [index, endpoint] of shared.entries()) {
    const row = made.children[index + 1];
    if (row !== undefined && isSame(endpoint)) row.data = { hProperties: { dataSame: '' } };
  }
  return made;
}

/** Every operation on the endpoint that the clouds both have needs the same in each. */
function isSame({ operations }: SharedEndpoint): boolean {
  const [first = [], ...rest] = operations.filter((there) => there.length > 0);
  return rest.every((there) =>
    there.length < first.length ? needTheSame(there, first) : needTheSame(first, there),
  );
}

function needTheSame(operations: readonly Operation[], there: readonly Operation[]): boolean {
  return operations.every((one) => matchingOperations(one, there).some((other) => sameNeeds(one, other)));
}

function endpointRow(
  shared: SharedEndpoint,
  clouds: readonly CloudFacts[],
  path: string,
): (Inline | Inline[])[] {
  const endpoint = shared.operations.flat()[0]?.endpoints[0] ?? '';
  return [
    [mark(endpointAnchor(shared.key)), code(endpoint)],
    say(isSame(shared) ? 'same' : 'differ'),
    ...shared.operations.map((there, index) => needsText(clouds[index], there, path)),
  ];
}

function needsText(
  facts: CloudFacts | undefined,
  operations: readonly Operation[],
  path: string,
): PhrasingContent[] {
  if (facts === undefined || operations.length === 0) return [text(say('notDocumented'))];
  return operations.flatMap((operation, index) => {
    const name = titleText(operation.title, operation.id);
    const link = linkTo(path, operationPlace(facts.cloud, operation.id), ...name);
    const needs = sentence((place) =>
      say('needsOf', { operation: place(link), needs: place(...actionsText(facts, operation, path)) }),
    );
    return index === 0 ? needs : [{ type: 'text', value: '; ' }, ...needs];
  });
}

function actionsText(facts: CloudFacts, operation: Operation, path: string): PhrasingContent[] {
  const { own, dependencies } = neededActions(operation);
  const actions = [...own, ...dependencies];
  if (actions.length === 0) return [text(say(operation.no_permission === true ? 'noneNeeded' : 'noneNamed'))];
  return joined(actions.map((action) => linkTo(path, actionPlace(facts.cloud, action), code(action))));
}
