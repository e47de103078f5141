import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { code, heading, image, linkTo, paragraph, sentence, table, text } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { flowsPicture, serviceFlows } from '../pictures/flows.js';
import type { Flow } from '../pictures/flows.js';
import { levelShares, methodShares, sharesPicture } from '../pictures/shares.js';
import type { Share } from '../pictures/shares.js';
import { comparePage, servicePage } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { trail } from './trail.js';

const say = speaker('reference-pages', en);

/** A service at a glance: what its actions do, which services it needs and which need it. */
export function servicePageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = servicePage(facts.cloud, service.name);
  const pictures = new Map<string, Element>();
  const show = (file: string, drawn: Element | undefined, alt: string): RootContent[] => {
    if (drawn === undefined) return [];
    pictures.set(file, drawn);
    return [paragraph(image(file, alt))];
  };
  const { name } = service;
  return {
    path,
    title: `${name} · ${facts.name}`,
    pictures,
    tree: {
      type: 'root',
      children: [
        ...trail(facts, service, path, 'service'),
        ...inOtherClouds(reference, name, path),
        heading(2, 'levels:', say('access')),
        ...show('access.svg', sharesPicture(service), say('sharesAlt', { service: name })),
        ...countTable([say('accessLevel'), say('actions')], shareRows(levelShares(service))),
        ...countTable([say('method'), say('apis')], shareRows(methodShares(service))),
        ...flowBlocks(facts, service, path, show),
        ...resourceTypes(service),
        ...conditionKeys(service),
      ],
    },
  };
}

function inOtherClouds({ shared }: Reference, service: string, path: string): RootContent[] {
  const count = shared.get(service)?.length;
  if (count === undefined) return [];
  const link = linkTo(path, { page: comparePage(service) }, say('cloudsSideBySide'));
  return [paragraph(...sentence((place) => say('documentedInBoth', { link: place(link), count })))];
}

/** A table of names and their counts; nothing where there is none. */
function countTable(head: readonly [string, string], rows: readonly (readonly Inline[])[]): RootContent[] {
  return rows.length === 0 ? [] : [table(head, rows, [1])];
}

function shareRows(shares: readonly Share[]): Inline[][] {
  return shares.map(({ label, count }) => [label, String(count)]);
}

/** Who needs whom, as a picture and as tables. */
function flowBlocks(
  facts: CloudFacts,
  service: ServicePages,
  path: string,
  show: (file: string, drawn: Element | undefined, alt: string) => RootContent[],
): RootContent[] {
  const { needs, neededBy } = serviceFlows(service);
  if (needs.length + neededBy.length === 0) return [];
  const { name } = service;
  const rows = (flows: readonly Flow[]): Inline[][] =>
    flows.map((flow) => [flowName(flow, facts, path), String(flow.operations)]);
  return [
    heading(2, 'flows:', say('whoNeedsWhom')),
    ...show('needs.svg', flowsPicture(facts, service), say('flowsAlt', { service: name })),
    ...countTable([say('needsActionsOf', { service: name }), say('apis')], rows(needs)),
    ...countTable([say('neededByApisOf', { service: name }), say('apis')], rows(neededBy)),
  ];
}

function flowName({ service }: Flow, facts: CloudFacts, path: string): Inline {
  if (!facts.services.has(service)) return text(service);
  return linkTo(path, { page: servicePage(facts.cloud, service) }, service);
}

function resourceTypes(service: ServicePages): RootContent[] {
  const resources = service.catalog?.resources ?? [];
  if (resources.length === 0) return [];
  return [
    heading(2, 'resources:', say('resourceTypes')),
    table(
      [say('type'), 'URN'],
      resources.map((resource) => [code(resource.type_name), code(resource.urn_template)]),
    ),
  ];
}

function conditionKeys(service: ServicePages): RootContent[] {
  const keys = service.catalog?.condition_keys ?? [];
  if (keys.length === 0) return [];
  return [
    heading(2, 'conditions:', say('conditionKeys')),
    table(
      [say('key'), say('type'), say('values')],
      keys.map((key) => [code(key.key), key.value_type, valuesText(key.multi_valued)]),
    ),
  ];
}

function valuesText(several: boolean | undefined): string {
  if (several === undefined) return '';
  return say(several ? 'severalValues' : 'oneValue');
}
