import type { PhrasingContent, RootContent } from 'mdast';
import type {
  BecauseRecord,
  ExcessRecord,
  Finding,
  LintRecord,
  NeedRecord,
  PlaceRecord,
  UnprovenRecord,
  WorkloadRecord,
} from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import type { ReportStyle } from '../report-input.js';
import { code, folded, foldedList, link, OPEN, paragraph, place, prose, sentence, words } from './mdast.js';

const say = speaker('report', en);

/** What a conditional grant depends on; any other word is shown as it is. */
const LIMITS = {
  condition: 'limitCondition',
  resource: 'limitResource',
  'conditional-deny': 'limitDeny',
  'unknown-part': 'limitUnknown',
} as const;

/** The findings that stand behind the facts of a workload, by rule and action and by rule and place. */
export type FindingIndex = ReadonlyMap<string, Finding>;

export function findingIndex(record: LintRecord): FindingIndex {
  const index = new Map<string, Finding>();
  for (const { path, findings } of record.files) {
    for (const finding of findings) {
      const { action } = finding.data;
      if (typeof action === 'string') index.set(actionKey(finding.rule, action), finding);
      index.set(placeKey(finding.rule, { path, line: finding.line, column: finding.column }), finding);
    }
  }
  return index;
}

export function needItem(
  need: NeedRecord,
  workload: WorkloadRecord,
  findings: FindingIndex,
  rule: string,
  style: ReportStyle,
): RootContent[] {
  const help = findings.get(actionKey(rule, need.action));
  const head = sentence((mark) =>
    say('need', {
      action: mark(...link(help?.url, code(need.action))),
      as: need.as ?? 'action',
      possible: need.possible === true,
      confidence: need.confidence,
      limits: (need.why ?? []).map((why) => mark(limit(why))),
      places: linesOf(need.at ?? []).map(({ path, line }) => mark(...place(path, line, style))),
    }),
  );
  const said = [paragraph(...head), ...requestOf(need)];
  const reasons = need.because.map((because) => [paragraph(...reasonOf(because, workload, style))]);
  return reasons.length === 0
    ? said
    : [...said, ...foldedList(reasons, (count) => say('moreReasons', { count }))];
}

/** A request that is refused, or the condition keys that nobody spoke of. */
function requestOf({ request, keys = [] }: NeedRecord): RootContent[] {
  if (request === undefined && keys.length === 0) return [];
  const context = Object.entries(request?.context ?? {}).map(([key, values]) => `${key}=${values.join(' ')}`);
  const resource = request?.resource ?? '';
  return [
    paragraph(
      ...sentence((mark) =>
        request === undefined
          ? say('openKeys', { keys: keys.map((key) => mark(code(key))) })
          : say('refusedRequest', {
              resources: resource === '' ? [] : [mark(code(resource))],
              context: context.map((one) => mark(code(one))),
            }),
      ),
    ),
  ];
}

function reasonOf(because: BecauseRecord, workload: WorkloadRecord, style: ReportStyle): PhrasingContent[] {
  const { call, api, operation, scenario, line, source, origins = [] } = because;
  return sentence((mark) =>
    say('neededBy', {
      call: mark(code(api ?? call)),
      operations: operation === '' ? [] : [mark(code(operation))],
      scenarios: scenario === undefined ? [] : [mark(...prose(scenario))],
      declared: workload.deduced === true ? [] : [mark(...place(workload.manifest, line, style))],
      places: origins.map((origin) => mark(...originOf(origin, style))),
      sources: source === '' ? [] : [mark(code(source))],
    }),
  );
}

/** A line that the call was found in. */
function originOf(
  { file, line }: { readonly file: string; readonly line?: number },
  style: ReportStyle,
): PhrasingContent[] {
  return line === undefined ? [code(file)] : place(file, line, style);
}

export function excessItem(excess: ExcessRecord, findings: FindingIndex, style: ReportStyle): RootContent[] {
  const { at, pattern, kind, grants, needed, confidence } = excess;
  const help = findings.get(placeKey('excess-action', at));
  const head = sentence((mark) => {
    const places = {
      pattern: mark(...link(help?.url, code(pattern))),
      place: mark(...place(at.path, at.line, style)),
      confidence,
      fix: help?.fix === true,
      observed: observedOf(help).map((text) => mark(...prose(text))),
    };
    return kind === 'literal'
      ? say('excessAction', places)
      : say('excessPattern', { ...places, grants, needed: needed.length });
  });
  if (needed.length === 0 || kind === 'literal') return [paragraph(...head)];
  const actions = paragraph(
    ...sentence((mark) => say('needed', { actions: needed.map((action) => mark(code(action))) })),
  );
  return needed.length > OPEN
    ? [paragraph(...head), ...folded(say('allNeeded', { count: needed.length }), [actions])]
    : [paragraph(...head), actions];
}

/** What traces and logs show of it, where the finding says that. */
function observedOf(finding: Finding | undefined): readonly string[] {
  const observed = finding?.data['observed'];
  return typeof observed === 'string' && observed !== '' ? [observed] : [];
}

function limit(why: string): PhrasingContent {
  return isKnownIn(LIMITS, why) ? words(say(LIMITS[why])) : code(why);
}

export function isKnownIn<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}

export function unprovenItem(
  { subject, reason, at, candidates = [] }: UnprovenRecord,
  style: ReportStyle,
): RootContent[] {
  const head = sentence((mark) =>
    say('unprovenFact', {
      subject: mark(code(subject)),
      reason: mark(...prose(reason)),
      places: at === undefined ? [] : [mark(...place(at.path, at.line, style))],
    }),
  );
  if (candidates.length === 0) return [paragraph(...head)];
  const items = candidates.map((candidate) => [paragraph(code(candidate))]);
  return [paragraph(...head), ...foldedList(items, (count) => say('moreCandidates', { count }))];
}

/** Each line once. */
function linesOf(places: readonly PlaceRecord[]): readonly PlaceRecord[] {
  return [...new Map(places.map((one) => [`${one.path}:${one.line}`, one])).values()];
}

function actionKey(rule: string, action: string): string {
  return JSON.stringify([rule, action.toLowerCase()]);
}

function placeKey(rule: string, { path, line, column }: PlaceRecord): string {
  return JSON.stringify([rule, path, line, column]);
}
