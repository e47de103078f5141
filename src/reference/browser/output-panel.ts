import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';
import { buildOutput } from '../builder/build-output.js';
import type { BuiltFile } from '../builder/build-output.js';
import { copyButton, make, select } from './dom.js';

const say = speaker('reference-builder', en);

export interface OutputPanel {
  readonly element: HTMLElement;
  show(catalog: Catalog, operations: readonly Operation[]): void;
}

/** The policy and the manifest for what is picked, to copy or to download. */
export function outputPanel(): OutputPanel {
  let current: { readonly catalog: Catalog; readonly operations: readonly Operation[] } | undefined;
  let version: '1.1' | '5.0' = '1.1';
  const files = make('div', {});
  const versions = select(
    say('version'),
    [
      { value: '1.1', label: say('policy', { version: '1.1' }) },
      { value: '5.0', label: say('identityPolicy', { version: '5.0' }) },
    ],
    version,
    (value) => {
      version = value === '5.0' ? '5.0' : '1.1';
      draw();
    },
  );
  const element = make(
    'div',
    { class: 'panel' },
    make('h2', {}, say('policyAndManifest')),
    make('div', { class: 'toolbar' }, versions),
    files,
  );
  return {
    element,
    show: (catalog, operations) => {
      current = { catalog, operations };
      draw();
    },
  };

  function draw(): void {
    if (current === undefined) return;
    if (current.operations.length === 0) {
      files.replaceChildren(make('p', { class: 'soft' }, say('pickFirst')));
      return;
    }
    const built = buildOutput({ ...current, version });
    files.replaceChildren(...built.notes.map((note) => make('p', {}, note)), ...built.files.map(fileBlock));
  }
}

function fileBlock(file: BuiltFile): HTMLElement {
  const download = make(
    'button',
    {
      type: 'button',
      class: 'copy',
      onclick: () => {
        save(file);
      },
    },
    say('download'),
  );
  return make(
    'div',
    {},
    make(
      'div',
      { class: 'toolbar' },
      make('code', {}, file.name),
      copyButton(say('copy'), () => file.text),
      download,
    ),
    make('pre', { tabindex: '0', role: 'region', 'aria-label': file.name }, file.text),
  );
}

function save(file: BuiltFile): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: 'text/plain;charset=utf-8' }));
  const link = make('a', { href: url, download: file.name });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 1000);
}
