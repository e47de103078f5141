import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readText, writeText } from '../../files.js';
import { onInterrupt } from '../../interrupt.js';
import type * as Sucrase from 'sucrase';
import { Problem, whereIn } from '../../problem.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/**
 * Imports a module of the user's: JavaScript, or TypeScript. Node runs TypeScript by itself from 22.18 on; for older ones
 * the types are taken out first, into a file that lives beside it for the moment of the import.
 * @param shown what complaints call it.
 * @throws Problem code `config` where the module throws or is no module.
 */
export async function loadModule(path: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  if (/\.m?ts$/.test(path) && !('typescript' in process.features && process.features.typescript))
    return importStripped(path, shown);
  return importFile(path, shown);
}

async function importStripped(path: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  const { transform } = await import('sucrase');
  const code = stripped(transform, readText(path), shown);
  const temporary = join(dirname(path), `.${basename(path)}.${crypto.randomUUID().slice(-12)}.mjs`);
  const remove = (): void => {
    rmSync(temporary, { force: true });
  };
  const release = onInterrupt(remove);
  try {
    writeText(temporary, code);
    return await importFile(temporary, shown);
  } finally {
    remove();
    release();
  }
}

function stripped(transform: typeof Sucrase.transform, text: string, file: string): string {
  try {
    return transform(text, { transforms: ['typescript'], disableESTransforms: true }).code;
  } catch (error) {
    const place = /\((\d+):(\d+)\)/.exec(String(error));
    const fault = error instanceof Error ? error.message.replace(/\s*\(\d+:\d+\)$/, '') : String(error);
    throw new Problem(
      'config',
      say('noTypeScript', { fault }),
      whereIn(file, place === null ? undefined : { line: Number(place[1]), column: Number(place[2]) }),
      { cause: error },
    );
  }
}

async function importFile(path: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    // Node keeps what it has imported; a file that was changed since (under --watch) is another one.
    return (await import(`${pathToFileURL(path).href}?${statSync(path).mtimeMs}`)) as Readonly<
      Record<string, unknown>
    >;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new Problem('config', say('notLoaded', { fault }), { file: shown }, { cause: error });
  }
}
