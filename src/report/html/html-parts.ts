import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { sentenceOfNodes } from '../../wording/sentence-of-nodes.js';
import { printable } from '../printable.js';
import type { ReportStyle } from '../report-input.js';
import { webLink } from '../web-link.js';

/** A sentence of ours with elements in its places. */
export function sentence(
  said: (place: (...nodes: readonly ElementContent[]) => string) => string,
): ElementContent[] {
  return sentenceOfNodes(said, words);
}

/** Text as it is: untrusted text goes through `printable` before. */
export function words(value: string): ElementContent {
  return { type: 'text', value };
}

/** Untrusted text as code. */
export function code(text: string): ElementContent {
  return h('code', printable(text));
}

/** A line of a file, a link where the repository's web view is known. */
export function place(path: string, line: number, label: string, style: ReportStyle): ElementContent {
  return anchor(style.linkTo?.(path, line), label);
}

/** A link where the address is one of the web, the label as code otherwise. */
export function anchor(address: string | undefined, label: string): ElementContent {
  const url = address === undefined ? undefined : webLink(address);
  return url === undefined ? code(label) : h('a', { href: url, rel: ['noreferrer'] }, printable(label));
}
