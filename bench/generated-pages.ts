import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes pages in the shapes of the documentation: Markdown with HTML tables and Sphinx HTML, 40 rows and a look-alike table each. */
export function writePages(folder: string, count: number): void {
  for (let page = 0; page < count; page++) {
    const rows = Array.from({ length: 40 }, (_, row) => ({
      title: `Operation ${row} of page ${page}`,
      endpoint: `GET /v1/{project_id}/things${page}/{thing_id}/parts${row}`,
      actions: [`demo:thing${page}:get`, `demo:part${row}:list`],
    }));
    if (page % 2 === 0)
      writeFileSync(
        join(folder, `page-${page}.md`),
        `# Page ${page}<a name="TOPIC_${page}"></a>\n\n${markdownTable(rows)}\n\n${lookAlike(page)}\n`,
      );
    else writeFileSync(join(folder, `page-${page}.html`), sphinxPage(page, rows));
  }
}

interface Row {
  readonly title: string;
  readonly endpoint: string;
  readonly actions: readonly string[];
}

function markdownTable(rows: readonly Row[]): string {
  const cell = (text: string, id: number) =>
    `<td class="cellrowborder" valign="top" width="33%" headers="mcps1.1.4.1.1 "><p id="p${id}"><a name="p${id}"></a><a name="p${id}"></a>${text}</p>\n</td>\n`;
  const head = ['API', 'API功能', '授权项']
    .map(
      (name) =>
        `<th class="cellrowborder" valign="top" width="33%" id="mcps1.1.4.1.1"><p>${name}</p>\n</th>\n`,
    )
    .join('');
  const body = rows.map(
    (row, index) =>
      `<tr id="row${index}">${cell(row.endpoint, index)}${cell(row.title, index)}<td><ul>${row.actions.map((action) => `<li>${action}</li>`).join('')}</ul>\n</td>\n</tr>\n`,
  );
  return `<table><thead align="left"><tr>${head}</tr>\n</thead>\n<tbody>${body.join('')}</tbody>\n</table>`;
}

function sphinxPage(page: number, rows: readonly Row[]): string {
  const head = ['Permission', 'API', 'Action']
    .map((name) => `<th class="head"><p>${name}</p></th>`)
    .join('\n');
  const body = rows.map(
    (row) =>
      `<tr class="row-even"><td><p>${row.title}</p></td>\n<td><p>${row.endpoint}</p></td>\n<td>${row.actions.map((action) => `<p>${action}</p>`).join('\n')}</td>\n</tr>`,
  );
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8" /><title>Page ${page}</title></head><body><div class="document"><div class="body" role="main"><section><h1>Page ${page}</h1>
<table class="docutils align-default"><thead><tr class="row-odd">${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>
${lookAlike(page)}</section></div></div></body></html>\n`;
}

function lookAlike(page: number): string {
  const rows = Array.from(
    { length: 20 },
    (_, row) =>
      `<tr><td>parameter_${row}</td><td>String</td><td>Format HH:MM:SS, for example 10:${page % 60}:${row}</td></tr>`,
  );
  return `<table><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}
