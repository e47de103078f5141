import type { PhrasingContent, RootContent } from 'mdast';
import type {
  BecauseRecord,
  ExcessRecord,
  Finding,
  JudgedCallRecord,
  LintRecord,
  NeedRecord,
  PlaceRecord,
  UnprovenRecord,
  WorkloadRecord,
} from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import {
  code,
  folded,
  foldedList,
  heading,
  lineBreak,
  link,
  OPEN,
  paragraph,
  place,
  prose,
  sentence,
  strong,
  table,
  words,
} from './mdast.js';
import type { ReportStyle } from '../report-input.js';

const say = speaker('report', en);

/** What a call's or a need's status looks like; any other status is shown as it is. */
const STATUS = {
  granted: { mark: '✅', key: 'statusGranted' },
  missing: { mark: '❌', key: 'statusMissing' },
  denied: { mark: '⛔', key: 'statusDenied' },
  conditional: { mark: '❔', key: 'statusConditional' },
  unproven: { mark: '❔', key: 'statusUnproven' },
  'no-permission': { mark: '✅', key: 'statusNoPermission' },
} as const;

/** What a conditional grant depends on; any other word is shown as it is. */
const LIMITS = {
  condition: 'limitCondition',
  resource: 'limitResource',
  'conditional-deny': 'limitDeny',
  'unknown-part': 'limitUnknown',
} as const;

/** Needs of one call that are listed in its cell before the rest is only counted. */
const NEEDS_SHOWN = 6;

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

/** A workload as a table of its calls, then what is less than clean, each part with its reasons. */
export function workloadBlocks(
  workload: WorkloadRecord,
  findings: FindingIndex,
  style: ReportStyle,
): RootContent[] {
  const need = (rule: string) => (one: NeedRecord) => needItem(one, workload, findings, rule, style);
  const head = sentence((mark) =>
    say('workload', {
      manifest: mark(code(workload.manifest)),
      policies: workload.policies.map((policy) => mark(code(policy))),
    }),
  );
  return [
    heading(3, ...head),
    ...callTable(workload),
    ...section('missing', 'moreMissing', workload.missing, need('missing-action')),
    ...section('denied', 'moreDenied', workload.denied, need('denied-action')),
    ...section('conditional', 'moreConditional', workload.conditional, need('conditional-action')),
    ...section('excess', 'moreExcess', workload.excess, (one) => excessItem(one, findings, style)),
    ...section('unproven', 'moreUnproven', workload.unproven, (one) => unprovenItem(one, style)),
  ];
}

/** The calls that fall short stand open; the others are folded where they are many. */
function callTable({ judged }: WorkloadRecord): RootContent[] {
  if (judged.length === 0) return [];
  if (judged.length <= OPEN) return [tableOf(judged)];
  const fine = judged.filter((call) => call.status === 'granted' || call.status === 'no-permission');
  const short = judged.filter((call) => !fine.includes(call));
  return [...shortTable(short), ...fineTable(fine)];
}

function shortTable(calls: readonly JudgedCallRecord[]): RootContent[] {
  if (calls.length === 0) return [];
  return calls.length > OPEN * 2
    ? folded(say('callsShort', { count: calls.length }), [tableOf(calls)])
    : [tableOf(calls)];
}

function fineTable(calls: readonly JudgedCallRecord[]): RootContent[] {
  return calls.length === 0 ? [] : folded(say('callsGranted', { count: calls.length }), [tableOf(calls)]);
}

function tableOf(calls: readonly JudgedCallRecord[]): RootContent {
  return table([say('columnCall'), say('columnNeeds'), say('columnStatus')], calls.map(callRow));
}

function callRow(call: JudgedCallRecord): PhrasingContent[][] {
  const title = call.title === undefined ? [] : [lineBreak, ...prose(call.title)];
  return [[code(call.call), ...title], needsCell(call), [words(statusWords(call.status))]];
}

function statusWords(status: string): string {
  if (!isKnownIn(STATUS, status)) return status;
  const { mark, key } = STATUS[status];
  return `${mark}\u00a0${say(key)}`;
}

function needsCell({ needs, scenario, cases = [] }: JudgedCallRecord): PhrasingContent[] {
  // What falls short comes first: it must not be what is only counted.
  const ordered = [...needs].sort((a, b) => Number(a.status === 'granted') - Number(b.status === 'granted'));
  const lines = ordered.slice(0, NEEDS_SHOWN).map(needLine);
  const more = needs.length - NEEDS_SHOWN;
  if (more > 0) lines.push([words(say('more', { count: more }))]);
  if (scenario !== undefined)
    lines.push(sentence((mark) => say('scenario', { scenario: mark(...prose(scenario)) })));
  lines.push(...cases.map(caseLine));
  return lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]));
}

/** What is needed besides when a case arises. */
function caseLine({ scenario, needs }: NonNullable<JudgedCallRecord['cases']>[number]): PhrasingContent[] {
  return sentence((mark) =>
    say('inCase', {
      scenario: mark(...prose(scenario)),
      needs: needs.slice(0, NEEDS_SHOWN).map((need) => mark(...needLine(need))),
    }),
  );
}

function needLine({ action, as, status }: JudgedCallRecord['needs'][number]): PhrasingContent[] {
  const line: PhrasingContent[] = [code(action)];
  if (as === 'dependency') line.push(words(` ${say('asDependency')}`));
  if (status !== 'granted') line.push(words(` ${isKnownIn(STATUS, status) ? STATUS[status].mark : status}`));
  return line;
}

type Part = 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven';

function section<T>(
  title: Part,
  more: `more${Capitalize<Part>}`,
  facts: readonly T[],
  item: (fact: T) => readonly RootContent[],
): RootContent[] {
  if (facts.length === 0) return [];
  return [
    paragraph(strong(words(say(title, { count: facts.length })))),
    ...foldedList(facts.map(item), (count) => say(more, { count })),
  ];
}

function needItem(
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
  const reasons = need.because.map((because) => [paragraph(...reasonOf(because, workload, style))]);
  if (reasons.length === 0) return [paragraph(...head)];
  return [paragraph(...head), ...foldedList(reasons, (count) => say('moreReasons', { count }))];
}

function reasonOf(because: BecauseRecord, workload: WorkloadRecord, style: ReportStyle): PhrasingContent[] {
  const { call, api, operation, scenario, line, source, origins = [] } = because;
  return sentence((mark) =>
    say('neededBy', {
      call: mark(code(api ?? call)),
      operations: operation === '' ? [] : [mark(code(operation))],
      scenarios: scenario === undefined ? [] : [mark(...prose(scenario))],
      declared: mark(...place(workload.manifest, line, style)),
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

function excessItem(excess: ExcessRecord, findings: FindingIndex, style: ReportStyle): RootContent[] {
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

function isKnownIn<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}

function unprovenItem(
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
