import type { HclChunk } from './hcl-syntax.js';
import { parseHcl } from './parse-hcl.js';

/**
 * Reads a file that `templatefile` takes: a text with holes and directives. The grammar knows templates only as values of
 * attributes, so it is read as a heredoc; the ranges are those of the template itself. `loadHcl` must have been awaited.
 */
export function parseTemplate(template: string): readonly HclChunk[] {
  const marker = markerFor(template);
  const opening = `t = <<${marker}\n`;
  const value = parseHcl(`${opening}${template}\n${marker}\n`).attributes[0]?.value;
  const chunks = value?.kind === 'template' ? value.chunks : [];
  return moved(chunks, opening.length) as readonly HclChunk[];
}

/** A word that does not stand in the text. */
function markerFor(template: string): string {
  let marker = 'END_OF_TEMPLATE';
  while (template.includes(marker)) marker += '_';
  return marker;
}

/** Plain data with every range in it moved to the front. */
function moved(data: unknown, by: number): unknown {
  if (Array.isArray(data)) return data.map((item) => moved(item, by));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === 'range' ? (value as readonly number[]).map((at) => at - by) : moved(value, by),
    ]),
  );
}
