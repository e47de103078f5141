import { policyText } from '../snippets/policy-snippet.js';
import { manifestEntry } from '../snippets/manifest-snippet.js';
import { root } from './data.js';
import { copyButton, make } from './dom.js';

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
  const generation = labels(entry).includes('Also called') ? '5.0' : '1.1';
  const action = copyButton('Copy action', () => name, heading.id);
  // A wildcard is what APIs ask for; nobody should grant it as it stands.
  return name.includes('*')
    ? [action]
    : [action, copyButton('Copy policy', () => policyText([name], generation), heading.id)];
}

function operationButtons(entry: HTMLElement, heading: HTMLElement, service: string): HTMLElement[] {
  const endpoint = entry.querySelector(':scope > p > code')?.textContent;
  const shared = entry.classList.contains('shared');
  // The builder has the catalog at hand.
  const built = entry.classList.contains('built');
  const manifest = copyButton(
    'Copy manifest line',
    () => manifestEntry({ id: `${service}/${heading.id}`, endpoint, shared }),
    heading.id,
  );
  const scenarios = [...entry.querySelectorAll<HTMLElement>(':scope > ul > li > ul > li')];
  if (scenarios.length > 0) {
    for (const scenario of scenarios)
      if (!built)
        scenario.append(
          ' ',
          copyButton('Copy policy', () => policyText(actionsIn(scenario), '1.1'), heading.id),
        );
    return built ? [builderLink(`${service}/${heading.id}`), manifest] : [manifest];
  }
  const actions = actionsIn(entry);
  if (actions.length === 0) return [manifest];
  if (built) return [builderLink(`${service}/${heading.id}`), manifest];
  return [copyButton('Copy policy', () => policyText(actions, '1.1'), heading.id), manifest];
}

function builderLink(operation: string): HTMLAnchorElement {
  const query = new URLSearchParams({ cloud: document.body.dataset['cloud'] ?? '', operation });
  return make('a', { href: `${root()}builder.html?${query.toString()}`, class: 'button' }, 'Build policy');
}

function labels(entry: HTMLElement): string[] {
  return [...entry.querySelectorAll(':scope > ul > li > b')].map((label) => label.textContent);
}

/** The actions that a list of needs names. */
function actionsIn(element: HTMLElement): string[] {
  const needs = [...element.querySelectorAll<HTMLElement>('li')].filter((item) =>
    NEEDS.has(item.querySelector(':scope > b')?.textContent ?? ''),
  );
  return [
    ...new Set(
      needs.flatMap((item) =>
        [...item.querySelectorAll(':scope > a > code')].map((code) => code.textContent),
      ),
    ),
  ];
}

const NEEDS: ReadonlySet<string> = new Set(['Needs', 'Depends on']);
