import type { ListItem } from 'mdast';
import type { Doubt, Scope, Source } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { Citations } from '../citations.js';
import { code, listItem, paragraph, sentence, strong, text } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';

const say = speaker('reference-pages', en);

/** A fact of an entry: what it is about, and what it says. */
export function line(label: string, ...content: readonly Inline[]): ListItem {
  return listItem(paragraph(strong(label), ' ', ...content));
}

/** The same; no line where there is nothing to say. */
export function lineOf(label: string, content: readonly Inline[]): ListItem[] {
  return content.length === 0 ? [] : [line(label, ...content)];
}

/** Where the authorization can be narrowed to; what the documentation does not say is not said here either. */
export function scopeLines(scope: Scope): ListItem[] {
  const said = SCOPES.flatMap(({ key, can, cannot }) => {
    const value = scope[key];
    return value === undefined ? [] : [say(value ? can : cannot)];
  });
  return said.length === 0 ? [] : [line(say('scope'), said.join(', '))];
}

const SCOPES = [
  { key: 'project', can: 'project', cannot: 'notProject' },
  { key: 'enterprise_project', can: 'enterpriseProject', cannot: 'notEnterpriseProject' },
  { key: 'resource', can: 'resource', cannot: 'notResource' },
  { key: 'tag', can: 'tag', cannot: 'notTag' },
] as const satisfies readonly {
  readonly key: keyof Scope;
  readonly can: keyof typeof en;
  readonly cannot: keyof typeof en;
}[];

/** From which rows a fact was read. */
export function sourceLines(sources: readonly Source[], citations: Citations): ListItem[] {
  return lineOf(say('source'), citations.cite(sources));
}

/** Each doubt in a line: our note, and what stands on the page. */
export function doubtLines(doubts: readonly Doubt[] = []): ListItem[] {
  return doubts.map((doubt) => line(say(doubt.kind), ...doubtText(doubt)));
}

function doubtText(doubt: Doubt): Inline[] {
  const { near } = doubt;
  if (near === undefined) return noteText(doubt);
  return sentence((place) => say('nearName', { doubt: place(...noteText(doubt)), near: place(code(near)) }));
}

function noteText({ kind, note, was }: Doubt): Inline[] {
  const words = text(note.replace(/\.$/, ''));
  if (was === undefined) return [words];
  const key = kind === 'mismatch' ? 'elsewhereItIs' : 'pageSays';
  return sentence((place) => say(key, { note: place(words), was: place(code(was)) }));
}
