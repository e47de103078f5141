import { isMap, isSeq } from 'yaml';
import type { CallContext, CallResource } from '../call.js';
import { readConfidence } from './manifest-confidence.js';
import type { ManifestText, Value } from './manifest-text.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

const RESOURCE = 'resource: obs:*:*:object:reports/*';

/** `resource` of an entry: one resource or a list of them, each as text or, where a scan read it, with how sure it is. */
export function readResources(
  value: Value | undefined,
  source: ManifestText,
): readonly CallResource[] | undefined {
  if (value === undefined) return undefined;
  if (source.isEmptyList(value)) source.complain(say('noResources'), value);
  const items = isSeq(value.node) ? (source.items(value, RESOURCE) ?? []) : [value];
  const resources = items.flatMap((item) => readResource(item, source) ?? []);
  // Without the one that was complained of, the call would be about less than it says.
  return resources.length === items.length && resources.length > 0 ? resources : undefined;
}

function readResource(value: Value, source: ManifestText): CallResource | undefined {
  if (!isMap(value.node)) return resourceAt(value, 'certain', source);
  const members = source.members(value, ['urn', 'confidence'], 'resource');
  const urn = members?.get('urn');
  if (urn === undefined) {
    source.complain(say('noUrn'), value);
    return undefined;
  }
  return resourceAt(urn, readConfidence(members?.get('confidence'), source), source);
}

function resourceAt(
  value: Value,
  confidence: CallResource['confidence'],
  source: ManifestText,
): CallResource | undefined {
  const urn = source.string(value, RESOURCE);
  if (urn === undefined) return undefined;
  if (!IS_RESOURCE.test(urn)) {
    source.complain(say('noResource', { text: urn }), value);
    return undefined;
  }
  return { urn, confidence, span: source.span(value) };
}

/** Five parts, of which region and account may be empty; `*`; agencies by their path (API reference 创建委托自定义策略). */
const IS_RESOURCE = /^(?:\*|\/iam\/agencies\/\S+|[^\s:]+:[^\s:]*:[^\s:]*:[^\s:]+:\S(?:.*\S)?)$/s;

/** `context` of an entry: `{ g:SourceIp: 10.0.0.0/8, g:TagKeys: [team, owner] }`. */
export function readContext(
  value: Value | undefined,
  source: ManifestText,
): readonly CallContext[] | undefined {
  if (value === undefined) return undefined;
  const seen = new Set<string>();
  return (source.pairs(value, 'context') ?? []).flatMap((pair) => {
    const read = readPair(pair, source);
    if (read === undefined) return [];
    if (!seen.has(read.key.toLowerCase())) {
      seen.add(read.key.toLowerCase());
      return read;
    }
    source.complain(say('contextKeyTwice', { key: read.key }), pair.key);
    return [];
  });
}

function readPair(
  { name: key, key: at, value }: { readonly name: string; readonly key: Value; readonly value: Value },
  source: ManifestText,
): CallContext | undefined {
  if (!/^[^\s:]+:[^\s:][^\s]*$/.test(key)) {
    source.complain(say('noContextKey', { key }), at);
    return undefined;
  }
  if (source.isEmptyList(value)) source.complain(say('noContextValues', { key }), value);
  const example = `${key}: …`;
  const items = isSeq(value.node) ? (source.items(value, example) ?? []) : [value];
  const values = items.flatMap((item) => source.scalar(item, example) ?? []);
  return values.length === items.length && values.length > 0
    ? { key, values, span: source.span(at) }
    : undefined;
}
