import type { PhrasingContent } from 'mdast';
import type { Operation } from '../../catalog/model/model.js';
import { neededActions, sameNeeds } from '../cloud-facts.js';
import type { CloudFacts, SharedEndpoint } from '../cloud-facts.js';
import { code, heading, joined, linkTo, mark, paragraph, table, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionPlace, comparePage, endpointAnchor, operationPlace } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { counted } from './trail.js';

/** The endpoints that more than one cloud documents, side by side: one page per service. */
export function comparePages(reference: Reference): Page[] {
  return [...reference.shared].map(([service, shared]) => comparePageOf(reference, service, shared));
}

function comparePageOf({ clouds }: Reference, service: string, shared: readonly SharedEndpoint[]): Page {
  const path = comparePage(service);
  const rows = shared.map(({ key, operations }): (Inline | Inline[])[] => {
    const [first, ...rest] = operations.filter((there) => there.length > 0);
    const same = rest.every((there) =>
      there.some((other) => (first ?? []).some((one) => sameNeeds(one, other))),
    );
    const endpoint = operations.flat()[0]?.endpoints[0] ?? '';
    return [
      [mark(endpointAnchor(key)), code(endpoint)],
      same ? 'same' : 'differ',
      ...operations.map((there, index) => needsText(clouds[index], there, path)),
    ];
  });
  const differing = rows.filter((row) => row[1] === 'differ').length;
  return {
    path,
    title: `${service}: clouds side by side`,
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, `${service}, side by side`),
        paragraph(
          linkTo(path, { page: 'README' }, 'Permission reference'),
          ` · ${counted(shared.length, 'endpoint')} documented in both clouds, ${differing} with different needs.`,
        ),
        table(['Endpoint', 'Needs', ...clouds.map((facts) => facts.name)], rows),
      ],
    },
  };
}

function needsText(
  facts: CloudFacts | undefined,
  operations: readonly Operation[],
  path: string,
): PhrasingContent[] {
  if (facts === undefined || operations.length === 0) return [{ type: 'text', value: 'not documented' }];
  return operations.flatMap((operation, index) => {
    const { own, dependencies } = neededActions(operation);
    const actions = [...own, ...dependencies].map((action) =>
      linkTo(path, actionPlace(facts.cloud, action), code(action)),
    );
    const place = linkTo(
      path,
      operationPlace(facts.cloud, operation.id),
      ...titleText(operation.title, operation.id),
    );
    const needs: PhrasingContent[] =
      actions.length > 0
        ? joined(actions)
        : [{ type: 'text', value: operation.no_permission === true ? 'none needed' : 'none named' }];
    return [
      ...(index === 0 ? [] : [{ type: 'text' as const, value: '; ' }]),
      place,
      { type: 'text' as const, value: ': ' },
      ...needs,
    ];
  });
}
