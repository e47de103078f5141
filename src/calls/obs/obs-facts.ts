import { factBlocks } from '../fact-blocks.js';
import { normalizeName } from '../resolve/normal-name.js';
import { sdkFacts } from '../sdk/sdk-facts.js';
import type { SdkOperation } from '../sdk/sdk-facts.js';
import { OBS_NAMES_OF_S3, OBS_NAMES_OF_SDK_V3 } from './other-names.js';

/** The SDKs of OBS, which give its operations methods of different names. */
export type ObsLanguage = 'browserjs' | 'go' | 'java' | 'nodejs' | 'python';

const methods = factBlocks('obs-methods.txt');
const actions = factBlocks('obs-actions.txt');

/** The operations that a method of `ObsClient` calls, by the SDK's name of it, whatever its case; empty for any other name. */
export function obsMethod(language: ObsLanguage, method: string): readonly string[] {
  return methodsOf(language).get(normalizeName(method)) ?? [];
}

/** The operation that S3 or the SDK of all services calls otherwise; undefined for one that none of them has. */
export function obsName(name: string): string | undefined {
  return OTHER_NAMES.get(normalizeName(name));
}

/** The actions that an operation of OBS needs; several where it needs all of them. Undefined where nobody documents them. */
export function obsActions(operation: string): readonly string[] | undefined {
  const [needed] = actions.members(OBS_NAMES_OF_SDK_V3.get(operation) ?? operation) ?? [];
  return needed?.split(' ');
}

/** Every operation, with bucket, object and sub-resource in its path: `PUT /{bucket}?policy`. */
export function obsOperations(): readonly SdkOperation[] {
  return sdkFacts().operations('obs');
}

const byMethod = new Map<ObsLanguage, ReadonlyMap<string, readonly string[]>>();

function methodsOf(language: ObsLanguage): ReadonlyMap<string, readonly string[]> {
  const before = byMethod.get(language);
  if (before !== undefined) return before;
  const named = new Map<string, string[]>();
  for (const line of methods.members(language) ?? []) {
    const [method = '', operation = ''] = line.split(' ');
    const name = normalizeName(method);
    const known = named.get(name);
    if (known === undefined) named.set(name, [operation]);
    else known.push(operation);
  }
  byMethod.set(language, named);
  return named;
}

const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  [...OBS_NAMES_OF_S3, ...OBS_NAMES_OF_SDK_V3].map(([name, operation]) => [normalizeName(name), operation]),
);
