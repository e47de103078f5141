import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';
import { KINDS, LEVELS, levelLabel } from '../search/search-index.js';
import type { SearchIndex } from '../search/search-index.js';
import { createSearch } from '../search/search.js';
import type { Query, Search } from '../search/search.js';
import { loadIndex } from './data.js';
import { announce, make, select } from './dom.js';
import { resultItem } from './search-result.js';

const say = speaker('reference-search', en);

export interface SearchPanel {
  readonly element: HTMLElement;
  focus(): void;
}

/**
 * A search field with filters and results. `address` keeps the query in the page's address, so that a search can be
 * linked to.
 */
export function searchPanel(options: { readonly address: boolean }): SearchPanel {
  let query: Query = options.address ? readAddress() : { text: '' };
  let shown = PAGE;
  let ready: { readonly index: SearchIndex; readonly search: Search } | undefined;

  const field = make('input', {
    type: 'search',
    id: options.address ? 'search-field' : 'dialog-search-field',
    placeholder: say('example', { path: '/v1/{project_id}/cloudservers' }),
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
  });
  const label = make('label', { for: field.id, class: 'search-label' }, say('searchApis'));
  const filters = make('div', { class: 'filters' });
  const summary = make('p', { class: 'summary' });
  const results = make('ol', { class: 'results' });
  const more = make(
    'button',
    {
      type: 'button',
      class: 'more',
      hidden: true,
      onclick: () => {
        const first = shown;
        shown += PAGE;
        show();
        results.querySelectorAll('a').item(first).focus();
      },
    },
    say('showMore'),
  );
  const element = make(
    'div',
    { class: 'search', role: 'search' },
    label,
    field,
    filters,
    summary,
    results,
    more,
  );
  field.value = query.text;
  field.addEventListener('input', () => {
    change({ ...query, text: field.value });
  });
  element.addEventListener('keydown', moveWithArrows);
  void loadIndex().then(
    (index) => {
      ready = { index, search: createSearch(index) };
      drawFilters(index);
      show();
    },
    (error: unknown) => {
      summary.textContent = say('notLoaded', { reason: String(error) });
    },
  );

  return {
    element,
    focus: () => {
      field.focus();
    },
  };

  function change(next: Query): void {
    query = next;
    shown = PAGE;
    if (options.address) writeAddress(query);
    show();
  }

  function drawFilters(index: SearchIndex): void {
    const set = (key: Filter) => (value: string) => {
      change({ ...without(query, key), ...chosen(key, value) });
    };
    filters.replaceChildren(
      select(
        say('kind'),
        KINDS.map((kind) => ({ value: kind, label: say('kinds', { kind }) })),
        query.kind ?? '',
        set('kind'),
        say('bothKinds'),
      ),
      select(
        say('cloud'),
        index.clouds.map((cloud) => ({ value: cloud.key, label: cloud.name })),
        query.cloud ?? '',
        set('cloud'),
        say('allClouds'),
      ),
      select(
        say('service'),
        index.services.map((service, at) => ({ value: service, label: serviceLabel(index, service, at) })),
        query.service ?? '',
        set('service'),
        say('allServices'),
      ),
      select(
        say('accessLevel'),
        LEVELS.map((level) => ({ value: level, label: levelLabel(level) })),
        query.level ?? '',
        set('level'),
        say('anyLevel'),
      ),
    );
  }

  function show(): void {
    if (ready === undefined) return;
    const { index, search } = ready;
    const idle = Object.values(query).every((value) => (value as string).trim() === '');
    const hits = idle ? [] : search(query);
    element.dataset['state'] = idle ? 'idle' : 'searching';
    summary.textContent = idle ? sizeText(index) : foundText(hits.length);
    if (!idle) announce(summary.textContent);
    results.replaceChildren(...hits.slice(0, shown).map((hit) => resultItem(index, hit)));
    more.hidden = hits.length <= shown;
  }

  function moveWithArrows(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLSelectElement) return;
    const stops: HTMLElement[] = [field, ...results.querySelectorAll('a')];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}

const PAGE = 40;

function sizeText({ operations, actions }: SearchIndex): string {
  return say('inAll', { apis: operations.length, actions: actions.length });
}

function foundText(count: number): string {
  return count === 0 ? say('nothingFound') : say('found', { count });
}

/** `ecs · Elastic Cloud Server` */
function serviceLabel(index: SearchIndex, service: string, at: number): string {
  const [zh = '', en = ''] = index.serviceNames[at] ?? [];
  return [service, en === '' ? zh : en].filter((name) => name !== '').join(' · ');
}

/** What a search can be narrowed by. */
type Filter = (typeof FILTERS)[number];
const FILTERS = ['kind', 'cloud', 'service', 'level'] as const;

/** A filter as a part of a query; nothing where nothing was chosen, or what there is not. */
function chosen(filter: Filter, value: string): Partial<Query> {
  if (value === '') return {};
  if (filter !== 'kind') return { [filter]: value };
  const kind = KINDS.find((one) => one === value);
  return kind === undefined ? {} : { kind };
}

function without(query: Query, filter: Filter): Query {
  const others = Object.entries(query).filter(([name]) => name !== filter);
  return Object.assign({ text: query.text }, Object.fromEntries(others));
}

function readAddress(): Query {
  const parameters = new URLSearchParams(location.search);
  const filters = FILTERS.map((filter) => chosen(filter, parameters.get(filter) ?? ''));
  return Object.assign({ text: parameters.get('q') ?? '' }, ...filters) as Query;
}

function writeAddress(query: Query): void {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const key of FILTERS) if (query[key] !== undefined) parameters.set(key, query[key]);
  const search = parameters.toString();
  history.replaceState(null, '', search === '' ? location.pathname : `?${search}`);
}
