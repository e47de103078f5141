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
import { originsOf } from '../because-chain.js';
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
  strong,
  table,
  words,
} from './mdast.js';
import type { ReportStyle } from '../report-input.js';
import { count } from '../summary.js';

/** What a call's or a need's status looks like; any other status is shown as it is. */
const STATUS: Readonly<Record<string, string>> = {
  granted: '✅\u00a0granted',
  missing: '❌\u00a0missing',
  denied: '⛔\u00a0denied',
  conditional: '❔\u00a0conditional',
  unproven: '❔\u00a0unproven',
  'no-permission': '✅\u00a0needs none',
};

/** What a conditional grant depends on; any other word is shown as it is. */
const LIMITS: Readonly<Record<string, string>> = {
  condition: 'a Condition',
  resource: 'the Resource',
  'conditional-deny': 'a Deny with limits',
  'unknown-part': 'what is only known at run time',
};

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
  const policies = workload.policies.flatMap((policy, index) => [
    words(index === 0 ? ' · ' : ', '),
    code(policy),
  ]);
  return [
    heading(3, code(workload.manifest), ...policies),
    ...callTable(workload),
    ...section(
      'Missing',
      workload.missing,
      (need) => needItem(need, workload, findings, 'missing-action', style),
      'missing',
    ),
    ...section(
      'Denied',
      workload.denied,
      (need) => needItem(need, workload, findings, 'denied-action', style),
      'denied',
    ),
    ...section(
      'Conditional',
      workload.conditional,
      (need) => needItem(need, workload, findings, 'conditional-action', style),
      'conditional',
    ),
    ...section('Excess', workload.excess, (excess) => excessItem(excess, findings, style), 'in excess'),
    ...section('Unproven', workload.unproven, (unproven) => unprovenItem(unproven, style), 'unproven'),
  ];
}

/** The calls that fall short stand open; the others are folded where they are many. */
function callTable({ judged }: WorkloadRecord): RootContent[] {
  const head = ['Call', 'Needs', 'Status'];
  if (judged.length === 0) return [];
  if (judged.length <= OPEN) return [table(head, judged.map(callRow))];
  const fine = judged.filter((call) => call.status === 'granted' || call.status === 'no-permission');
  const short = judged.filter((call) => !fine.includes(call));
  return [
    ...(short.length > OPEN * 2
      ? folded(count(short.length, 'call that falls short', 'calls that fall short'), [
          table(head, short.map(callRow)),
        ])
      : short.length > 0
        ? [table(head, short.map(callRow))]
        : []),
    ...(fine.length > 0
      ? folded(count(fine.length, 'call that is granted', 'calls that are granted'), [
          table(head, fine.map(callRow)),
        ])
      : []),
  ];
}

function callRow(call: JudgedCallRecord): PhrasingContent[][] {
  const title = call.title === undefined ? [] : [lineBreak, ...prose(call.title)];
  return [[code(call.call), ...title], needsCell(call), [words(STATUS[call.status] ?? call.status)]];
}

function needsCell({ needs, scenario }: JudgedCallRecord): PhrasingContent[] {
  // What falls short comes first: it must not be what is only counted.
  const ordered = [...needs].sort((a, b) => Number(a.status === 'granted') - Number(b.status === 'granted'));
  const shown = ordered
    .slice(0, NEEDS_SHOWN)
    .flatMap((need, index) => [
      ...(index === 0 ? [] : [lineBreak]),
      code(need.action),
      ...(need.as === 'dependency' ? [words(' (dependency)')] : []),
      ...(need.status === 'granted'
        ? []
        : [words(` ${(STATUS[need.status] ?? need.status).replace(/\u00a0.*/, '')}`)]),
    ]);
  return [
    ...shown,
    ...(needs.length > NEEDS_SHOWN ? [lineBreak, words(`and ${needs.length - NEEDS_SHOWN} more`)] : []),
    ...(scenario === undefined ? [] : [lineBreak, words('scenario: '), ...prose(scenario)]),
  ];
}

function section<T>(
  title: string,
  facts: readonly T[],
  item: (fact: T) => readonly RootContent[],
  what: string,
): RootContent[] {
  if (facts.length === 0) return [];
  return [paragraph(strong(words(`${title} (${facts.length})`))), ...foldedList(facts.map(item), what)];
}

function needItem(
  need: NeedRecord,
  workload: WorkloadRecord,
  findings: FindingIndex,
  rule: string,
  style: ReportStyle,
): RootContent[] {
  const help = findings.get(actionKey(rule, need.action));
  const head = paragraph(
    ...link(help?.url, code(need.action)),
    ...(need.as === 'dependency' ? [words(' (dependency)')] : []),
    ...(need.possible === true ? [words(' (may be needed)')] : []),
    ...confidence(need),
    ...(need.why === undefined || need.why.length === 0
      ? []
      : [
          words(': depends on '),
          ...need.why.flatMap((why, index) => [...(index === 0 ? [] : [words(' and ')]), limit(why)]),
        ]),
    ...places(need.at, style),
  );
  const reasons = need.because.map((because) => [
    paragraph(
      words('needed by '),
      code(because.api ?? because.call),
      ...(because.operation === '' ? [] : [words(' ('), code(because.operation), words(')')]),
      ...(because.scenario === undefined ? [] : [words(', scenario '), ...prose(because.scenario)]),
      words(', '),
      ...place(workload.manifest, because.line, style),
      ...found(because, style),
      ...(because.source === '' ? [] : [words('; source: '), code(because.source)]),
    ),
  ]);
  return [head, ...(reasons.length === 0 ? [] : foldedList(reasons, 'reasons'))];
}

/** The lines that the call was found in. */
function found(because: BecauseRecord, style: ReportStyle): PhrasingContent[] {
  const { listed, more } = originsOf(because);
  const places = listed.flatMap(({ file, line, label }) => [
    words(', found at '),
    ...(line === undefined ? [code(label)] : place(file, line, style)),
  ]);
  return more === 0 ? places : [...places, words(` and at ${more} more`)];
}

function excessItem(excess: ExcessRecord, findings: FindingIndex, style: ReportStyle): RootContent[] {
  const { at } = excess;
  const help = findings.get(placeKey('excess-action', at));
  const measure =
    excess.kind === 'literal'
      ? [words(': no declared call needs it')]
      : [
          words(
            `: grants ${count(excess.grants, 'action')} today, ${excess.needed.length === 0 ? 'none' : String(excess.needed.length)} of them needed`,
          ),
        ];
  const head = paragraph(
    ...link(help?.url, code(excess.pattern)),
    words(' in '),
    ...place(at.path, at.line, style),
    ...measure,
    ...confidence(excess),
    ...unusedWords(help),
    ...(help?.fix === true
      ? [words(excess.kind === 'literal' ? '; --fix removes it' : '; --fix narrows it')]
      : []),
  );
  if (excess.needed.length === 0 || excess.kind === 'literal') return [head];
  const needed = paragraph(
    words('needed: '),
    ...excess.needed.flatMap((action, index) => [...(index === 0 ? [] : [words(', ')]), code(action)]),
  );
  return excess.needed.length > OPEN
    ? [head, ...folded(`the ${excess.needed.length} that are needed`, [needed])]
    : [head, needed];
}

/** What traces and logs show of it, where the finding says that. */
function unusedWords(finding: Finding | undefined): PhrasingContent[] {
  const observed = finding?.data['observed'];
  return typeof observed === 'string' ? prose(observed) : [];
}

function limit(why: string): PhrasingContent {
  const known = LIMITS[why];
  return known === undefined ? code(why) : words(known);
}

function unprovenItem(unproven: UnprovenRecord, style: ReportStyle): RootContent[] {
  const head = paragraph(
    code(unproven.subject),
    words(': '),
    ...prose(unproven.reason),
    ...(unproven.at === undefined
      ? []
      : [words(' ('), ...place(unproven.at.path, unproven.at.line, style), words(')')]),
  );
  const candidates = unproven.candidates ?? [];
  return candidates.length === 0
    ? [head]
    : [
        head,
        ...foldedList(
          candidates.map((candidate) => [paragraph(code(candidate))]),
          'candidates',
        ),
      ];
}

function places(at: readonly PlaceRecord[] | undefined, style: ReportStyle): PhrasingContent[] {
  if (at === undefined || at.length === 0) return [];
  const lines = [...new Map(at.map((one) => [`${one.path}:${one.line}`, one])).values()];
  return lines.flatMap(({ path, line }, index) => [
    words(index === 0 ? ' in ' : ', '),
    ...place(path, line, style),
  ]);
}

function confidence(fact: { readonly confidence: string }): PhrasingContent[] {
  return fact.confidence === 'certain' ? [] : [words(` (${fact.confidence})`)];
}

function actionKey(rule: string, action: string): string {
  return JSON.stringify([rule, action.toLowerCase()]);
}

function placeKey(rule: string, { path, line, column }: PlaceRecord): string {
  return JSON.stringify([rule, path, line, column]);
}
