import { policyText } from '../snippets/policy-text.js';
import { manifestEntry } from '../snippets/manifest-text.js';
import { root } from './data.js';
import { copyButton, make } from './dom.js';

/** Gives each entry of an APIs or actions page its copy buttons. */
export function addCopyButtons(main: HTMLElement): void {
  const { kind, service } = document.body.dataset;
  if (kind !== 'apis' && kind !== 'actions') return;
  for (const entry of main.querySelectorAll<HTMLElement>('section')) {
    const heading = entry.querySelector<HTMLElement>('h3[id]');
    if (heading === null) continue;
    const buttons = kind === 'actions' ? actionButtons(heading) : operationButtons(entry, heading, service ?? '');
    entry.append(make('p', { class: 'tools' }, ...buttons));
  }
}

function actionButtons(heading: HTMLElement): HTMLButtonElement[] {
  const name = heading.textContent.trim();
  const action = copyButton('Copy action', () => name, heading.id);
  // A wildcard is what APIs ask for; nobody should grant it as it stands.
  return name.includes('*') ? [action] : [action, copyButton('Copy policy', () => policyText([name]), heading.id)];
}

function operationButtons(entry: HTMLElement, heading: HTMLElement, service: string): HTMLElement[] {
  const endpoint = entry.querySelector(':scope > p > code')?.textContent;
  const shared = entry.classList.contains('shared');
  const manifest = copyButton('Copy manifest line', () => manifestEntry({ id: `${service}/${heading.id}`, endpoint, shared }), heading.id);
  const scenarios = [...entry.querySelectorAll<HTMLElement>(':scope > ul > li > ul > li')];
  if (scenarios.length > 0) {
    for (const scenario of scenarios) scenario.append(' ', copyButton('Copy policy', () => policyText(actionsIn(scenario)), heading.id));
    return [manifest];
  }
  const actions = actionsIn(entry);
  if (actions.length === 0) return [manifest];
  // What a wildcard stands for, the catalog knows; the builder has it at hand.
  if (actions.some((action) => action.includes('*'))) return [builderLink(`${service}/${heading.id}`), manifest];
  return [copyButton('Copy policy', () => policyText(actions), heading.id), manifest];
}

function builderLink(operation: string): HTMLAnchorElement {
  const query = new URLSearchParams({ cloud: document.body.dataset['cloud'] ?? '', operation });
  return make('a', { href: `${root()}builder.html?${query.toString()}`, class: 'button' }, 'Build policy');
}

/** The actions that a list of needs names. */
function actionsIn(element: HTMLElement): string[] {
  const needs = [...element.querySelectorAll<HTMLElement>('li')].filter((item) => NEEDS.has(item.querySelector(':scope > b')?.textContent ?? ''));
  return [...new Set(needs.flatMap((item) => [...item.querySelectorAll(':scope > a > code')].map((code) => code.textContent)))];
}

const NEEDS: ReadonlySet<string> = new Set(['Needs', 'Depends on']);
