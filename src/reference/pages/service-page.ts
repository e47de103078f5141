import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { code, heading, image, linkTo, paragraph, table, text } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { flowsPicture, serviceFlows } from '../pictures/flows.js';
import type { Flow } from '../pictures/flows.js';
import { levelShares, methodShares, sharesPicture } from '../pictures/shares.js';
import type { Share } from '../pictures/shares.js';
import { comparePage, servicePage } from '../places.js';
import type { Reference } from '../build-reference.js';
import { coverageSection } from './coverage-section.js';
import { counted, trail } from './trail.js';

/** A service at a glance: what its actions do, which services it needs and which need it. */
export function servicePageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = servicePage(facts.cloud, service.name);
  const flows = serviceFlows(service);
  const pictures = new Map<string, Element>();
  const show = (file: string, drawn: Element | undefined, alt: string): RootContent[] => {
    if (drawn === undefined) return [];
    pictures.set(file, drawn);
    return [paragraph(image(file, alt))];
  };
  const shared = reference.shared.get(service.name);
  return {
    path,
    title: `${service.name} · ${facts.name}`,
    pictures,
    tree: {
      type: 'root',
      children: [
        ...trail(facts, service, path, 'service'),
        ...(shared === undefined
          ? []
          : [
              paragraph(
                linkTo(path, { page: comparePage(service.name) }, 'Clouds side by side'),
                `: ${counted(shared.length, 'endpoint')} documented in both.`,
              ),
            ]),
        heading(2, 'levels:', 'Access'),
        ...show(
          'access.svg',
          sharesPicture(service),
          `${service.name}: actions by access level, APIs by method; the tables below say the same`,
        ),
        ...shareTable('Access level', 'Actions', levelShares(service)),
        ...shareTable('Method', 'APIs', methodShares(service)),
        ...(flows.needs.length + flows.neededBy.length === 0 ? [] : [heading(2, 'flows:', 'Who needs whom')]),
        ...show(
          'needs.svg',
          flowsPicture(facts, service),
          `${service.name}: which services need it and which it needs; the tables below say the same`,
        ),
        ...flowTable(facts, path, `APIs of ${service.name} need actions of`, flows.needs),
        ...flowTable(facts, path, `Actions of ${service.name} are needed by APIs of`, flows.neededBy),
        ...resourceTypes(service),
        ...conditionKeys(service),
        ...coverageSection(service),
      ],
    },
  };
}

function shareTable(name: string, unit: string, shares: readonly Share[]): RootContent[] {
  return shares.length === 0
    ? []
    : [
        table(
          [name, unit],
          shares.map((share) => [share.label, String(share.count)]),
          [1],
        ),
      ];
}

function flowTable(facts: CloudFacts, path: string, head: string, flows: readonly Flow[]): RootContent[] {
  if (flows.length === 0) return [];
  const name = (flow: Flow): Inline =>
    facts.services.has(flow.service)
      ? linkTo(path, { page: servicePage(facts.cloud, flow.service) }, flow.service)
      : text(flow.service);
  return [
    table(
      [head, 'APIs'],
      flows.map((flow) => [name(flow), String(flow.operations)]),
      [1],
    ),
  ];
}

function resourceTypes(service: ServicePages): RootContent[] {
  const resources = service.catalog?.resources ?? [];
  if (resources.length === 0) return [];
  return [
    heading(2, 'resources:', 'Resource types'),
    table(
      ['Type', 'URN'],
      resources.map((resource) => [code(resource.type_name), code(resource.urn_template)]),
    ),
  ];
}

function conditionKeys(service: ServicePages): RootContent[] {
  const keys = service.catalog?.condition_keys ?? [];
  if (keys.length === 0) return [];
  return [
    heading(2, 'conditions:', 'Condition keys'),
    table(
      ['Key', 'Type', 'Values'],
      keys.map((key) => [
        code(key.key),
        key.value_type,
        key.multi_valued === true ? 'several' : key.multi_valued === false ? 'one' : '',
      ]),
    ),
  ];
}
