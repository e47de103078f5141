import type { PhrasingContent, RootContent } from 'mdast';
import type { JudgedCallRecord, NeedRecord, WorkloadRecord } from '../../lint/results/lint-record.js';
import { en as overview } from '../../wording/en/report-overview.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import type { IsUntold } from '../untold.js';
import { excessItem, isKnownIn, needItem, unprovenItem } from './markdown-facts.js';
import type { FindingIndex } from './markdown-facts.js';
import {
  anchored,
  code,
  folded,
  foldedList,
  heading,
  lineBreak,
  list,
  paragraph,
  prose,
  sentence,
  strong,
  table,
  words,
} from './mdast.js';
import type { ReportStyle } from '../report-input.js';
import { append } from '../../long-lists.js';

const say = speaker('report', en);
const sayOfRun = speaker('report-overview', overview);

/** What a call's or a need's status looks like; any other status is shown as it is. */
const STATUS = {
  granted: { mark: '✅', key: 'statusGranted' },
  missing: { mark: '❌', key: 'statusMissing' },
  denied: { mark: '⛔', key: 'statusDenied' },
  conditional: { mark: '❔', key: 'statusConditional' },
  unproven: { mark: '❔', key: 'statusUnproven' },
  'no-permission': { mark: '✅', key: 'statusNoPermission' },
} as const;

/** Needs of one call that are listed in its cell before the rest is only counted. */
const NEEDS_SHOWN = 6;

/** What the facts of a workload are told with. */
export interface WorkloadContext {
  readonly findings: FindingIndex;
  readonly isUntold: IsUntold;
  readonly style: ReportStyle;
}

/**
 * What a workload lacks, open, with its reasons; what it has too much or nobody can prove, and the calls that are granted,
 * folded.
 */
export function workloadBlocks(
  workload: WorkloadRecord,
  anchor: string | undefined,
  { findings, isUntold, style }: WorkloadContext,
): RootContent[] {
  const { missing, denied, conditional, excess, unproven } = workload;
  const [lost, accepted] = parted(missing, (one) => !isUntold(workload, one));
  const [refused, tolerated] = parted(denied, (one) => !isUntold(workload, one));
  const need = (rule: string) => (one: NeedRecord) => needItem(one, workload, findings, rule, style);
  const head = sentence((mark) =>
    workload.deduced === true
      ? say('workloadInNoFile', { policies: workload.policies.map((policy) => mark(code(policy))) })
      : say('workload', {
          manifest: mark(code(workload.manifest)),
          policies: workload.policies.map((policy) => mark(code(policy))),
        }),
  );
  return [
    heading(3, ...(anchor === undefined ? [] : anchored(anchor)), ...head),
    ...section('missing', 'moreMissing', lost, need('missing-action')),
    ...section('denied', 'moreDenied', refused, need('denied-action')),
    ...behind(sayOfRun('untoldMissing', { count: accepted.length }), accepted, need('missing-action')),
    ...behind(sayOfRun('untoldDenied', { count: tolerated.length }), tolerated, need('denied-action')),
    ...behind(say('conditional', { count: conditional.length }), conditional, need('conditional-action')),
    ...behind(say('excess', { count: excess.length }), excess, (one) => excessItem(one, findings, style)),
    ...behind(say('unproven', { count: unproven.length }), unproven, (one) => unprovenItem(one, style)),
    ...grantedCalls(workload),
  ];
}

function parted<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Facts behind a line to click on. */
function behind<Fact>(
  summary: string,
  facts: readonly Fact[],
  item: (fact: Fact) => readonly RootContent[],
): RootContent[] {
  return facts.length === 0 ? [] : folded(summary, [list(facts.map(item))]);
}

/** What a call lacks stands above, with the call as its reason. */
function grantedCalls({ judged }: WorkloadRecord): RootContent[] {
  const calls = judged.filter(({ status }) => status === 'granted' || status === 'no-permission');
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
  append(lines, cases.map(caseLine));
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

type Part = 'missing' | 'denied';

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
