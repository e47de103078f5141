import type { Output } from './output.js';
import { printMarkdown } from './markdown/print.js';
import { printSvg } from './pictures/svg.js';
import { referencePages } from './build-reference.js';
import type { Reference } from './reference-facts.js';

/** The reference as Markdown files with their pictures beside them, for `docs-out/reference/` and anybody's repository. */
export function markdownReference(reference: Reference): Output {
  const files = new Map<string, string>();
  for (const page of referencePages(reference)) {
    files.set(`${page.path}.md`, printMarkdown(page.tree));
    const folder = page.path.slice(0, page.path.lastIndexOf('/') + 1);
    for (const [name, drawn] of page.pictures ?? []) files.set(`${folder}${name}`, printSvg(drawn));
  }
  return files;
}
