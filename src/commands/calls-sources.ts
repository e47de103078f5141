import { resolve } from 'node:path';
import { findByName, findInCode, isCode } from '../calls/code/find.js';
import type { SdkModule } from '../calls/code/syntax.js';
import type { FoundCalls } from '../calls/found.js';
import { sdkFacts } from '../calls/sdk/facts.js';
import { findInPlan, findInTerraform, isPlan } from '../calls/terraform/find.js';
import { readText } from '../files.js';
import { Problem } from '../problem.js';

/** Files of a searched folder that may show calls. */
export function mayShowCalls(path: string): boolean {
  return /\.(?:tf|json)$/i.test(path) || isCode(path);
}

/** The calls that a file shows; undefined where it is none of the sources. A file that cannot be read is a problem. */
export async function readSource(path: string, cwd: string): Promise<FoundCalls | undefined> {
  return readable(async () => {
    const text = readText(resolve(cwd, path));
    if (/\.tf$/i.test(path)) return findInTerraform(path, text);
    if (isCode(path)) return findInCode(path, text, sdkFacts());
    const document = parseJson(text);
    return isPlan(document) ? findInPlan(path, document) : undefined;
  });
}

/** What may be calls in a source file that imports nothing of an SDK, by what other files import. */
export async function readByName(path: string, imports: readonly SdkModule[], cwd: string): Promise<FoundCalls> {
  return readable(async () => ({ found: [], unplaced: await findByName(path, readText(resolve(cwd, path)), imports, sdkFacts()), problems: [] }));
}

async function readable<T extends FoundCalls | undefined>(read: () => Promise<T>): Promise<T | FoundCalls> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem) return { found: [], unplaced: [], problems: [error] };
    throw error;
  }
}

/** Undefined where it is no JSON: then it is no plan, whatever else it may be. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
