import { en as labels } from '../../wording/en/reference-labels.js';
import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';
import { policyText } from '../snippets/policy-snippet.js';
import { manifestEntry } from '../snippets/manifest-snippet.js';
import { root } from './data.js';
import { copyButton, make } from './dom.js';

const say = speaker('reference-search', en);
const sayLabel = speaker('reference-labels', labels);

/** Gives each entry of an APIs or actions page its copy buttons. */
export function addCopyButtons(main: HTMLElement): void {
  const { kind, service } = document.body.dataset;
  if (kind !== 'apis' && kind !== 'actions') return;
  for (const entry of main.querySelectorAll<HTMLElement>('section')) {
    const heading = entry.querySelector<HTMLElement>('h3[id]');
    if (heading === null) continue;
    const buttons =
      kind === 'actions' ? actionButtons(entry, heading) : operationButtons(entry, heading, service ?? '');
    entry.append(make('p', { class: 'tools' }, ...buttons));
  }
}

function actionButtons(entry: HTMLElement, heading: HTMLElement): HTMLButtonElement[] {
  const name = heading.textContent.trim();
  // Only names of identity policies stand for others.
  const generation = labelsOf(entry).includes(sayLabel('alsoCalled')) ? '5.0' : '1.1';
  const action = copyButton(say('copyAction'), () => name, heading.id);
  // A wildcard is what APIs ask for; nobody should grant it as it stands.
  return name.includes('*')
    ? [action]
    : [action, copyButton(say('copyPolicy'), () => policyText([name], generation), heading.id)];
}

function operationButtons(entry: HTMLElement, heading: HTMLElement, service: string): HTMLElement[] {
  const endpoint = entry.querySelector(':scope > p > code')?.textContent;
  const shared = entry.classList.contains('shared');
  // The builder has the catalog at hand.
  const built = entry.classList.contains('built');
  const manifest = copyButton(
    say('copyManifestLine'),
    () => manifestEntry({ id: `${service}/${heading.id}`, endpoint, shared }),
    heading.id,
  );
  const scenarios = [...entry.querySelectorAll<HTMLElement>(':scope > ul > li > ul > li')];
  if (scenarios.length > 0) {
    for (const scenario of scenarios)
      if (!built)
        scenario.append(
          ' ',
          copyButton(say('copyPolicy'), () => policyText(actionsIn(scenario), '1.1'), heading.id),
        );
    return built ? [builderLink(`${service}/${heading.id}`), manifest] : [manifest];
  }
  const actions = actionsIn(entry);
  if (actions.length === 0) return [manifest];
  if (built) return [builderLink(`${service}/${heading.id}`), manifest];
  return [copyButton(say('copyPolicy'), () => policyText(actions, '1.1'), heading.id), manifest];
}

function builderLink(operation: string): HTMLAnchorElement {
  const query = new URLSearchParams({ cloud: document.body.dataset['cloud'] ?? '', operation });
  return make(
    'a',
    { href: `${root()}builder.html?${query.toString()}`, class: 'button' },
    say('buildPolicy'),
  );
}

function labelsOf(entry: HTMLElement): string[] {
  return [...entry.querySelectorAll(':scope > ul > li > b')].map((label) => label.textContent);
}

/** The actions that a list of needs names. */
function actionsIn(element: HTMLElement): string[] {
  const needs = new Set([sayLabel('needs'), sayLabel('dependsOn')]);
  const items = [...element.querySelectorAll<HTMLElement>('li')].filter((item) =>
    needs.has(item.querySelector(':scope > b')?.textContent ?? ''),
  );
  return [
    ...new Set(
      items.flatMap((item) =>
        [...item.querySelectorAll(':scope > a > code')].map((code) => code.textContent),
      ),
    ),
  ];
}
