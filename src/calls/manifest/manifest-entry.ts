import { isMap, isSeq } from 'yaml';
import type { Call, CallOrigin } from '../call.js';
import { readConfidence } from './manifest-confidence.js';
import { readContext, readResources } from './manifest-request.js';
import { readNumber, readSeen } from './manifest-seen.js';
import type { ManifestText, Value } from './manifest-text.js';
import { endpointComplaint } from '../resolve/match.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

/**
 * One entry of `apis`: an endpoint or an operation's name as text, or a mapping of `api`, `operation`, `service`,
 * `when`, `resource`, `context`, `possible`, `from`, `seen`.
 * @param possible what the manifest says of all its calls.
 */
export function readEntry(value: Value, source: ManifestText, possible: boolean): Call | undefined {
  if (!isMap(value.node)) {
    const api = readApi(value, source);
    return api === undefined
      ? undefined
      : { api, operation: undefined, file: source.file, span: source.span(value), possible, origins: [] };
  }
  const members = source.members(
    value,
    ['api', 'operation', 'service', 'when', 'resource', 'context', 'possible', 'from', 'seen'],
    'apis',
  );
  const apiValue = members?.get('api');
  const operationValue = members?.get('operation');
  const named = apiValue ?? operationValue;
  if (named === undefined) {
    source.complain(say('noCall'), value);
    return undefined;
  }
  const api = readApi(apiValue, source);
  const operation = source.string(operationValue, 'operation: ecs/batch-stop-servers');
  const resources = readResources(members?.get('resource'), source);
  const context = readContext(members?.get('context'), source);
  const seen = readSeen(members?.get('seen'), source);
  const call = {
    api,
    operation,
    service: source.string(members?.get('service'), 'service: obs')?.toLowerCase(),
    when: readWhen(members?.get('when'), source),
    resources,
    context,
    file: source.file,
    span: source.span(named),
    possible: source.boolean(members?.get('possible')) ?? possible,
    origins: (source.items(members?.get('from'), 'from: [src/app.ts:12]') ?? []).flatMap(
      (item) => readOrigin(item, source) ?? [],
    ),
    seen,
  };
  // A call with a part that was complained about could be taken for another one.
  const isWhole =
    (api === undefined) === (apiValue === undefined) &&
    (operation === undefined) === (operationValue === undefined);
  return isWhole ? call : undefined;
}

/** One case as text, or a list of them. */
function readWhen(value: Value | undefined, source: ManifestText): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const example = 'when: Using an Existing EIP';
  if (!isSeq(value.node)) {
    const name = source.string(value, example);
    return name === undefined ? undefined : [name];
  }
  const names = (source.items(value, example) ?? []).flatMap((item) => source.string(item, example) ?? []);
  return names.length === 0 ? undefined : names;
}

function readApi(value: Value | undefined, source: ManifestText): string | undefined {
  const api = source.string(value, 'GET /v1/{project_id}/cloudservers/detail');
  const complaint = api === undefined ? undefined : endpointComplaint(api);
  if (complaint === undefined) return api;
  source.complain(complaint, value);
  return undefined;
}

/** `src/app.ts:12`, or a mapping of `file`, `line`, `confidence` and `observed`. */
function readOrigin(value: Value, source: ManifestText): CallOrigin | undefined {
  if (!isMap(value.node)) {
    const text = source.string(value, 'src/app.ts:12');
    const [, file = '', line] = /^(.+?)(?::(\d{1,9}))?$/s.exec(text ?? '') ?? [];
    return text === undefined
      ? undefined
      : { file, line: line === undefined ? undefined : Number(line), confidence: 'certain' };
  }
  const members = source.members(value, ['file', 'line', 'confidence', 'observed'], 'from');
  const file = source.string(members?.get('file'), 'file: src/app.ts');
  if (members !== undefined && !members.has('file')) source.complain(say('noFile'), value);
  const origin = {
    line: readNumber(members?.get('line'), 1, say('noLine'), source),
    confidence: readConfidence(members?.get('confidence'), source),
  };
  if (file === undefined) return undefined;
  const isObserved = source.boolean(members?.get('observed')) === true;
  return isObserved ? { file, ...origin, observed: true } : { file, ...origin };
}
