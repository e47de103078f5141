import { LEVELS, rowAnchor } from '../search/search-index.js';
import type { SearchIndex } from '../search/search-index.js';
import { createSearch } from '../search/search.js';
import type { Hit, Query, Search } from '../search/search.js';
import { actionsPage, apisPage, fragment } from '../places.js';
import { loadIndex, root } from './data.js';
import { announce, make, select } from './dom.js';

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
    placeholder:
      'Action, endpoint or title: ecs:cloudServers:stop, /v1/{project_id}/cloudservers, 关闭云服务器',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
  });
  const label = make('label', { for: field.id, class: 'search-label' }, 'Search APIs and actions');
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
    'Show more',
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
      summary.textContent = `The search index could not be loaded: ${String(error)}`;
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
    const set = (key: 'kind' | 'cloud' | 'service' | 'level') => (value: string) => {
      const others = Object.fromEntries(
        Object.entries(query).filter(([name]) => name !== key && name !== 'text'),
      );
      change({ ...others, text: query.text, ...(value === '' ? {} : { [key]: value }) });
    };
    filters.replaceChildren(
      select(
        'Kind',
        [
          { value: 'api', label: 'APIs' },
          { value: 'action', label: 'Actions' },
        ],
        query.kind ?? '',
        set('kind'),
        'APIs and actions',
      ),
      select(
        'Cloud',
        index.clouds.map((cloud) => ({ value: cloud.key, label: cloud.name })),
        query.cloud ?? '',
        set('cloud'),
        'All clouds',
      ),
      select(
        'Service',
        index.services.map((service) => ({ value: service, label: service })),
        query.service ?? '',
        set('service'),
        'All services',
      ),
      select(
        'Access level',
        LEVELS.map((level) => ({ value: level.key, label: level.label })),
        query.level ?? '',
        set('level'),
        'Any',
      ),
    );
  }

  function show(): void {
    if (ready === undefined) return;
    const { index, search } = ready;
    const idle =
      query.text.trim() === '' &&
      query.cloud === undefined &&
      query.service === undefined &&
      query.level === undefined &&
      query.kind === undefined;
    const hits = idle ? [] : search(query);
    element.dataset['state'] = idle ? 'idle' : 'searching';
    summary.textContent = idle
      ? `${index.operations.length.toLocaleString('en')} APIs and ${index.actions.length.toLocaleString('en')} actions`
      : hits.length === 0
        ? 'Nothing found. Try a part of the name, or fewer filters.'
        : `${hits.length.toLocaleString('en')} found`;
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

function resultItem(index: SearchIndex, hit: Hit): HTMLLIElement {
  const cloud = index.clouds[hit.row[0]];
  const service = index.services[hit.row[1]] ?? '';
  const key = cloud?.key ?? '';
  const where = make('span', { class: 'where' }, `${cloud?.name ?? ''} · ${service}`);
  if (hit.kind === 'action') {
    const [, , name, zh, en, levels, inferred, needing] = hit.row;
    const level = LEVELS.filter(
      ({ key: levelKey }, bit) => levelKey !== 'unknown' && (levels & (1 << bit)) !== 0,
    )
      .map((known) => (inferred === 1 ? `${known.label} (inferred)` : known.label))
      .join(', ');
    const opens = needing === 0 ? 'no documented API' : needing === 1 ? '1 API' : `${needing} APIs`;
    const link = make(
      'a',
      { href: `${root()}${actionsPage(key, service)}.html${fragment(rowAnchor(hit.row))}` },
      make('code', {}, name),
    );
    return make(
      'li',
      { class: 'hit action' },
      make('span', { class: 'kind' }, 'Action'),
      link,
      ...titles(zh, en),
      make('span', { class: 'needs' }, [level, opens].filter((part) => part !== '').join(' · ')),
      where,
    );
  }
  const [, , anchor, zh, en, endpoints, actions] = hit.row;
  const link = make(
    'a',
    { href: `${root()}${apisPage(key, service)}.html${fragment(anchor)}` },
    ...(zh === '' && en === '' ? [anchor] : titles(zh, en)),
  );
  const codes =
    endpoints === ''
      ? []
      : endpoints
          .split('\n')
          .slice(0, 2)
          .map((endpoint) => make('code', { class: 'endpoint' }, endpoint));
  return make(
    'li',
    { class: 'hit api' },
    make('span', { class: 'kind' }, 'API'),
    link,
    ...codes,
    make(
      'span',
      { class: 'needs' },
      actions === '' ? 'no action named' : actions.split(' ').slice(0, 6).join(', '),
    ),
    where,
  );
}

function titles(zh: string, en: string): HTMLElement[] {
  return [
    ...(zh === '' ? [] : [make('span', { lang: 'zh', class: 'title' }, zh)]),
    ...(en === '' ? [] : [make('span', { lang: 'en', class: 'title' }, en)]),
  ];
}

function readAddress(): Query {
  const parameters = new URLSearchParams(location.search);
  const get = (name: string) => parameters.get(name) ?? '';
  const kind = get('kind');
  return {
    text: get('q'),
    ...(get('cloud') === '' ? {} : { cloud: get('cloud') }),
    ...(get('service') === '' ? {} : { service: get('service') }),
    ...(get('level') === '' ? {} : { level: get('level') }),
    ...(kind === 'api' || kind === 'action' ? { kind } : {}),
  };
}

function writeAddress(query: Query): void {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('q', query.text);
  for (const key of ['kind', 'cloud', 'service', 'level'] as const)
    if (query[key] !== undefined) parameters.set(key, query[key]);
  const search = parameters.toString();
  history.replaceState(null, '', search === '' ? location.pathname : `?${search}`);
}
