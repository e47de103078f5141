import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';
import { ACCESS_LEVELS, accessLabel } from '../access.js';
import { actionsPage, apisPage, cloudPage, fragment, servicePage } from '../places.js';
import { rowAnchor } from '../search/search-index.js';
import type { ActionRow, OperationRow, OtherRow, SearchIndex } from '../search/search-index.js';
import type { Hit } from '../search/search.js';
import { root } from './data.js';
import { make } from './dom.js';

const say = speaker('reference-search', en);

/** One thing that was found: where it stands, what it is called, what it needs. */
export function resultItem(index: SearchIndex, hit: Hit): HTMLLIElement {
  const { cloud, service } = placeOf(index, hit);
  const names = [cloud?.name, service].filter((name) => name !== undefined && name !== '');
  const where = make('span', { class: 'where' }, names.join(' · '));
  const kind = make('span', { class: 'kind' }, say('foundKind', { kind: hit.kind }));
  return make('li', { class: `hit ${hit.kind}`, 'data-name': hit.name }, kind, ...partsOf(index, hit), where);
}

function placeOf(index: SearchIndex, { kind, row }: Hit) {
  const [cloud, service] = kind === 'api' || kind === 'action' ? [row[0], row[1]] : [row[1], row[2]];
  return { cloud: index.clouds[cloud], service: index.services[service] ?? '' };
}

function partsOf(index: SearchIndex, hit: Hit): HTMLElement[] {
  const { cloud, service } = placeOf(index, hit);
  switch (hit.kind) {
    case 'api':
      return operationParts(hit.row, cloud?.key ?? '', service);
    case 'action':
      return actionParts(hit.row, cloud?.key ?? '', service);
    case 'service':
    case 'resource':
    case 'key':
    case 'terraform':
    case 'rule':
      return otherParts(hit.row, cloud?.key, service);
  }
}

function actionParts(row: ActionRow, cloud: string, service: string): HTMLElement[] {
  const [, , name, zh, en] = row;
  const address = `${root()}${actionsPage(cloud, service)}.html${fragment(rowAnchor(row))}`;
  const needs = [...levelsOf(row), say('opens', { count: row[7] })].join(' · ');
  return [
    make('a', { href: address }, make('code', {}, name)),
    ...titles(zh, en),
    make('span', { class: 'needs' }, needs),
  ];
}

function levelsOf([, , , , , bits, inferred]: ActionRow): string[] {
  const levels = ACCESS_LEVELS.filter((_, bit) => (bits & (1 << bit)) !== 0);
  const labels = levels.map((level) => accessLabel({ level, documented: inferred !== 1 }));
  return labels.length === 0 ? [] : [labels.join(', ')];
}

function operationParts(row: OperationRow, cloud: string, service: string): HTMLElement[] {
  const [, , anchor, zh, en, endpoints, actions] = row;
  const names = titles(zh, en);
  const address = `${root()}${apisPage(cloud, service)}.html${fragment(anchor)}`;
  const codes = endpoints
    .split('\n')
    .filter((endpoint) => endpoint !== '')
    .slice(0, 2)
    .map((endpoint) => make('code', { class: 'endpoint' }, endpoint));
  const needs = actions === '' ? say('noActionNamed') : actions.split(' ').slice(0, 6).join(', ');
  return [
    make('a', { href: address }, ...(names.length === 0 ? [anchor] : names)),
    ...codes,
    make('span', { class: 'needs' }, needs),
  ];
}

function otherParts(row: OtherRow, cloud: string | undefined, service: string): HTMLElement[] {
  const [, , , name, zh, en] = row;
  const needs = aboutOther(row);
  return [
    make('a', { href: `${root()}${addressOf(row, cloud, service)}` }, make('code', {}, name)),
    ...titles(zh, en),
    ...(needs === '' ? [] : [make('span', { class: 'needs' }, needs)]),
  ];
}

function aboutOther([kind, , service, , , , what]: OtherRow): string {
  switch (kind) {
    case 'service':
      return say('apisIn', { count: Number(what) });
    case 'terraform':
      return say('mayCall', { count: Number(what) });
    case 'key':
      return service < 0 ? say('globalKey', { type: what }) : what;
    case 'resource':
    case 'rule':
      return what;
  }
}

/** What has no page of its own leads to what it is about: a key and a type to the actions that they narrow. */
function addressOf([kind, , , name]: OtherRow, cloud: string | undefined, service: string): string {
  if (kind === 'rule') return `rules/${name}.html`;
  if (kind === 'key' || kind === 'resource')
    return actionsAbout(name.slice(name.indexOf(':') + 1), name, kind);
  if (cloud === undefined) return 'index.html';
  const page = service === '' ? cloudPage(cloud) : servicePage(cloud, service);
  return `${page.replace(/README$/, 'index')}.html`;
}

function actionsAbout(type: string, key: string, kind: 'key' | 'resource'): string {
  const query = new URLSearchParams({ q: kind === 'key' ? key : type, kind: 'action' });
  if (kind === 'resource') query.set('service', key.slice(0, key.indexOf(':')));
  return `index.html?${query.toString()}`;
}

function titles(zh: string, en: string): HTMLElement[] {
  return [
    { lang: 'zh', title: zh },
    { lang: 'en', title: en },
  ]
    .filter(({ title }) => title !== '')
    .map(({ lang, title }) => make('span', { lang, class: 'title' }, title));
}
