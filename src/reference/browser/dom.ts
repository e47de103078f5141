import { en } from '../../wording/en/reference-search.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('reference-search', en);

/** Properties of an element: attributes by name, `class`, and listeners as `onclick`. */
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>;

/** Makes an element. Strings become text, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (typeof value === 'string') element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** A drop-down list with its label; `any` names the choice of nothing, where there is one. */
export function select(
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string,
  onchange: (value: string) => void,
  any?: string,
): HTMLElement {
  selects += 1;
  const id = `select-${selects}`;
  const all = any === undefined ? options : [{ value: '', label: any }, ...options];
  const box = make(
    'select',
    {
      id,
      onchange: () => {
        onchange(box.value);
      },
    },
    ...all.map((option) => make('option', { value: option.value }, option.label)),
  );
  box.value = chosen;
  return make('div', { class: 'field' }, make('label', { for: id }, label), box);
}

let selects = 0;

/** A button that copies a text and says so, to those who see and to those who listen. */
export function copyButton(label: string, text: () => string, describedBy?: string): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'copy', 'aria-describedby': describedBy }, label);
  button.addEventListener('click', () => {
    void copy(text()).then((done) => {
      button.textContent = say(done ? 'copied' : 'notCopied');
      announce(done ? say('copiedIt', { what: label }) : say('notCopied'));
      setTimeout(() => {
        button.textContent = label;
      }, 1600);
    });
  });
  return button;
}

/** Says something to assistive technology without moving the focus. */
export function announce(message: string): void {
  let region = document.getElementById('status');
  if (region === null) {
    region = make('div', { id: 'status', role: 'status', class: 'unseen' });
    document.body.append(region);
  }
  region.textContent = message;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages from the file system may lack the clipboard; the old way still works there.
    const area = make('textarea', { class: 'unseen', 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without the clipboard interface
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
