import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * The licence texts of every package that the bundles contain, and of those that the `copied` files beside it are from
 * (paths from here, as in the metafile); one section a package, in alphabetical order.
 * @throws Error where a bundled package carries neither a licence file nor a licence name.
 */
export function thirdPartyLicenses(metafiles: readonly Metafile[], copied: readonly string[]): string {
  const folders = new Set<string>();
  for (const input of [
    ...copied,
    ...metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.keys(inputs)),
  ]) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders]
    .sort()
    .map(licenseOf)
    .join(`\n${'─'.repeat(80)}\n\n`);
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string | undefined
  >;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined && license === undefined) throw new Error(`${folder} states no licence`);
  const text =
    file !== undefined && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trim()
      : '';
  return `${name ?? folder} ${version ?? ''} (${license ?? 'see below'})\n\n${text}\n`;
}
