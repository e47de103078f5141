/** Elements that begin a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'ul',
]);

export const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl']);

export const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head']);

export const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th']);

/** Class names of note boxes: docutils writes `admonition note`, the help centre `note`, `notice`, `caution`. */
export const NOTE_CLASS =
  /(?:^|\s)(?:admonition|note|notice|caution|warning|tip|notebody|cautionbody|noticebody)(?:\s|$)/i;

/** HTML caps spans itself: 1,000 columns and 65,534 rows. */
export const MAX_COLSPAN = 1000;

export const MAX_ROWSPAN = 65_534;

/** A span as browsers read it: leading digits, at most `max`; 0 means as far as the section goes; anything else is 1. */
export function span(value: string | undefined, max: number): number {
  if (value === undefined) return 1;
  const number = Number.parseInt(value, 10);
  if (!Number.isFinite(number) || number < 0) return 1;
  return Math.min(number, max);
}
