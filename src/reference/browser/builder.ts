import type { Catalog } from '../../catalog/catalog.js';
import { createCatalog } from '../../catalog/index/memory.js';
import type { Operation } from '../../catalog/model/model.js';
import { registerSyntax } from '../../policy/syntax/parse-policy.js';
import { readYaml } from '../../policy/syntax/yaml-parser.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';
import { plainTitle } from '../markdown/title.js';
import { operationAnchor } from '../places.js';
import { createSearch } from '../search/search.js';
import type { Search } from '../search/search.js';
import type { SearchIndex } from '../search/search-index.js';
import { loadCloud, loadIndex } from './data.js';
import { make, select } from './dom.js';
import { outputPanel } from './output-panel.js';
import { verdictPanel } from './verdict-panel.js';
import type { LintText } from './verdict-panel.js';

const say = speaker('reference-builder', en);

/** The builder: pick operations of one cloud; the policy, the manifest and the verdict follow. */
interface State {
  readonly cloud: string;
  readonly catalog: Catalog;
  readonly picked: readonly Operation[];
}

/** Starts the builder where its page has a place for it. */
export function startBuilder(lint: LintText): void {
  registerSyntax('yaml', readYaml);
  const place = document.getElementById('builder');
  if (place === null) return;
  void loadIndex().then(
    (index) => start(place, index, lint),
    (error: unknown) => {
      fail(place, error);
    },
  );
}

async function start(element: HTMLElement, index: SearchIndex, lint: LintText): Promise<void> {
  const search = createSearch(index);
  const address = new URLSearchParams(location.search);
  const asked = index.clouds.find(({ key }) => key === address.get('cloud')) ?? index.clouds[0];
  if (asked === undefined) return;
  let state = await open(asked.key);
  state = {
    ...state,
    picked: address.getAll('operation').flatMap((id) => state.catalog.operation(id) ?? []),
  };

  const field = make('input', {
    type: 'search',
    id: 'builder-search',
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: drawOffers,
  });
  const offers = make('ul', { class: 'offers', 'aria-label': say('found') });
  const chosen = make('ul', { class: 'chosen', 'aria-label': say('pickedApis') });
  const output = outputPanel();
  const verdict = verdictPanel(lint);
  const clouds = select(
    say('cloud'),
    index.clouds.map(({ key, name }) => ({ value: key, label: name })),
    state.cloud,
    (cloud) => {
      void open(cloud).then(
        (next) => {
          update(next);
        },
        (error: unknown) => {
          fail(element, error);
        },
      );
    },
  );
  element.replaceChildren(
    make(
      'div',
      { class: 'builder' },
      make(
        'div',
        { class: 'panel' },
        make('h2', {}, say('pickApis')),
        make('div', { class: 'toolbar' }, clouds),
        make('label', { for: 'builder-search', class: 'search-label' }, say('findApi')),
        field,
        offers,
        make('h2', {}, say('picked')),
        chosen,
      ),
      output.element,
      verdict.element,
    ),
  );
  update(state);

  function update(next: State): void {
    state = next;
    const parameters = new URLSearchParams([
      ['cloud', state.cloud],
      ...state.picked.map((operation) => ['operation', operation.id]),
    ]);
    history.replaceState(null, '', `?${parameters.toString()}`);
    drawOffers();
    drawChosen();
    output.show(state.catalog, state.picked);
    verdict.show(state.catalog, state.picked);
  }

  function drawOffers(): void {
    const hits = field.value.trim() === '' ? [] : findOperations(search, index, state, field.value);
    offers.replaceChildren(
      ...hits.map((operation) => make('li', {}, describe(operation), pickButton(operation))),
    );
    if (field.value.trim() !== '' && hits.length === 0) offers.append(make('li', {}, say('nothingFound')));
  }

  function pickButton(operation: Operation): HTMLButtonElement {
    const picked = state.picked.includes(operation);
    const name = say('pickIt', { operation: plainTitle(operation.title, operation.id) });
    return make(
      'button',
      {
        type: 'button',
        'aria-pressed': String(picked),
        'aria-label': name,
        onclick: () => {
          update({
            ...state,
            picked: picked
              ? state.picked.filter((other) => other !== operation)
              : [...state.picked, operation],
          });
          offers.querySelector<HTMLElement>(`[aria-label="${CSS.escape(name)}"]`)?.focus();
        },
      },
      say(picked ? 'picked' : 'pick'),
    );
  }

  function drawChosen(): void {
    const remove = (operation: Operation) =>
      make(
        'button',
        {
          type: 'button',
          'aria-label': say('removeIt', { operation: plainTitle(operation.title, operation.id) }),
          onclick: () => {
            update({ ...state, picked: state.picked.filter((other) => other !== operation) });
            field.focus();
          },
        },
        say('remove'),
      );
    chosen.replaceChildren(
      ...state.picked.map((operation) => make('li', {}, describe(operation), remove(operation))),
    );
    if (state.picked.length === 0) chosen.append(make('li', { class: 'soft' }, say('nothingPicked')));
  }
}

async function open(cloud: string): Promise<State> {
  const { services } = await loadCloud(cloud);
  return { cloud, catalog: createCatalog(cloud, services), picked: [] };
}

const MOST_OFFERS = 30;

function findOperations(search: Search, index: SearchIndex, state: State, text: string): Operation[] {
  const hits = search({ text, cloud: state.cloud, kind: 'api' }).slice(0, MOST_OFFERS);
  return hits.flatMap((hit) => {
    if (hit.kind !== 'api') return [];
    const service = index.services[hit.row[1]] ?? '';
    return (
      state.catalog
        .service(service)
        ?.model.operations.find((operation) => operationAnchor(operation.id) === hit.row[2]) ?? []
    );
  });
}

function describe(operation: Operation): HTMLElement {
  return make(
    'div',
    {},
    make('span', {}, plainTitle(operation.title, operation.id)),
    make('code', { class: 'soft' }, operation.endpoints[0] ?? operation.id),
  );
}

function fail(element: HTMLElement, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  element.replaceChildren(make('p', { role: 'alert' }, say('notStarted', { reason })));
}
