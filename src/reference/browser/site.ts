import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';
import { make } from './dom.js';
import { addCopyButtons } from './entries.js';
import { addPageFilter } from './page-filter.js';
import { addRowTools } from './row-tools.js';
import { searchPanel } from './search-panel.js';
import type { SearchPanel } from './search-panel.js';
import { readTheme, storeTheme } from './stored-theme.js';

const say = speaker('reference-search', en);

const main = document.getElementById('main');
const home = document.getElementById('search');
const header = document.querySelector('header');
let panel: SearchPanel | undefined;

if (home !== null) {
  panel = searchPanel({ address: true });
  home.replaceChildren(panel.element);
}
if (header !== null) {
  const buttons = home === null ? [searchButton(), themeButton()] : [themeButton()];
  header.append(make('div', { class: 'actions' }, ...buttons));
}
if (main !== null) {
  addPageFilter(main);
  addRowTools(main);
  addCopyButtons(main);
  leadToLines(main);
  showTarget();
}
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  openSearch();
});

function searchButton(): HTMLButtonElement {
  return make(
    'button',
    { type: 'button', class: 'open-search', onclick: openSearch, 'aria-haspopup': 'dialog' },
    `${say('search')} `,
    make('kbd', {}, '/'),
  );
}

function openSearch(): void {
  if (home !== null) {
    panel?.focus();
    return;
  }
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search-dialog') ?? searchDialog();
  dialog.showModal();
  panel?.focus();
}

function searchDialog(): HTMLDialogElement {
  panel = searchPanel({ address: false });
  const close = make(
    'button',
    {
      type: 'button',
      class: 'close',
      onclick: () => {
        dialog.close();
      },
    },
    say('close'),
  );
  const dialog = make(
    'dialog',
    {
      class: 'search-dialog',
      'aria-label': say('search'),
      onclick: (event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        // A result may stand on this very page; the background closes as well.
        if (link !== null || event.target === dialog) dialog.close();
      },
    },
    close,
    panel.element,
  );
  document.body.append(dialog);
  return dialog;
}

function themeButton(): HTMLButtonElement {
  const button = make(
    'button',
    {
      type: 'button',
      class: 'theme',
      'aria-pressed': String(isDark()),
      onclick: () => {
        const next = isDark() ? 'light' : 'dark';
        storeTheme(next);
        document.documentElement.dataset['theme'] = next;
        button.setAttribute('aria-pressed', String(next === 'dark'));
      },
    },
    say('dark'),
  );
  return button;
}

/** What the reader chose, else what the page says, else what the system wants. */
function isDark(): boolean {
  const theme = readTheme() ?? document.documentElement.dataset['theme'];
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}

/** Source links lead to the list of pages; with the line at hand they lead to the row itself. */
function leadToLines(element: HTMLElement): void {
  for (const link of element.querySelectorAll<HTMLAnchorElement>('a[data-l]')) {
    const page = document.getElementById(link.hash.slice(1))?.querySelector('a');
    const line = link.dataset['l'];
    if (page === null || page === undefined || line === undefined) continue;
    link.href = page.host === 'github.com' ? `${page.href}?plain=1#L${line}` : page.href;
  }
}

/** Entries out of sight have an estimated height only: go to the target again once its neighbours have theirs. */
function showTarget(): void {
  if (location.hash.length < 2) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  requestAnimationFrame(() => {
    target?.scrollIntoView();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
