import { posix } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { defined } from '../../defined.js';
import { parseTemplate } from '../parse-template.js';
import { decoded, plainValue } from './look-into.js';
import { spend } from './module-scope.js';
import type { HclMapValue, HclValue } from './value.js';
import { knownText, over, textOf } from './value.js';
import type { Arguments } from './function-arguments.js';

export function encode({ first, place }: Arguments): HclValue {
  if (first.kind === 'hole' && first.file !== undefined) return first;
  return over(first, (value): HclValue => {
    if (value.kind === 'decoded') return value.of;
    return { kind: 'json', ...place, of: value };
  });
}

export function decode({ first, place, hole, scope }: Arguments): HclValue {
  if (first.kind === 'hole' && first.file !== undefined) {
    const content = scope.module.file(first.file);
    return content === undefined ? first : { ...first, options: [decoded(textOf(content, place))] };
  }
  return over(first, (value): HclValue => {
    if (value.kind === 'json') return value.of;
    return value.kind === 'text' ? { kind: 'decoded', ...place, of: value } : hole;
  });
}

export function decodeYaml({ first, place, hole, scope }: Arguments): HclValue {
  const content =
    first.kind === 'hole' && first.file !== undefined ? scope.module.file(first.file) : knownText(first);
  if (content === undefined) return hole;
  try {
    return plainValue(parseYaml(content, { maxAliasCount: 100, logLevel: 'silent' }), place);
  } catch {
    return hole;
  }
}

/** The file's content is linted where it stands, so that here it is a hole with its path. */
export function fileOf({ first, hole, scope }: Arguments): HclValue {
  const path = knownText(first);
  if (path === undefined) return hole;
  const isThere = !scope.module.isSurrounded || scope.module.file(path) !== undefined;
  return defined({ ...hole, file: posix.normalize(path), absent: isThere ? undefined : (true as const) });
}

export function templateFile({ args, first, place, hole, scope, pieces: read }: Arguments): HclValue {
  const path = knownText(first);
  const given = args[1];
  if (path === undefined) return hole;
  const template = scope.module.file(path);
  if (template === undefined) return { ...hole, file: posix.normalize(path), absent: true };
  if (scope.depth > MOST_TEMPLATES || !spend(scope, template.length / 100)) return hole;
  const names = new Map(given?.kind === 'map' ? namedValues(given) : []);
  const pieces = read(parseTemplate(template), {
    ...scope,
    text: template,
    at: scope.at ?? place.range,
    names,
    depth: scope.depth + TEMPLATE_DEPTH,
  });
  return { kind: 'text', range: place.range, elsewhere: true, pieces };
}

/** A template may call for itself. */
const TEMPLATE_DEPTH = 20;

const MOST_TEMPLATES = 100;

function namedValues({ entries }: HclMapValue): readonly (readonly [string, HclValue])[] {
  return entries.flatMap(({ key, value }) => {
    const name = knownText(key);
    return name === undefined ? [] : [[name, value] as const];
  });
}
