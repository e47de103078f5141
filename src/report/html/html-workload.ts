import type { Element } from 'hast';
import { h } from 'hastscript';
import type {
  JudgedCallRecord,
  NeedRecord,
  UnprovenRecord,
  WorkloadRecord,
} from '../../lint/results/lint-record.js';
import { defined } from '../../defined.js';
import { en as overview } from '../../wording/en/report-overview.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { printable } from '../printable.js';
import { shortfalls } from '../summary.js';
import type { IsUntold } from '../untold.js';
import { code, sentence, words } from './html-parts.js';

const say = speaker('report', en);
const sayOfRun = speaker('report-overview', overview);

/** What was judged and what came of it; what no finding tells, what nobody can prove, and the calls that are granted are folded. */
export function workloadSection(
  workload: WorkloadRecord,
  anchor: string | undefined,
  isUntold: IsUntold,
): Element {
  const judged = sentence((mark) =>
    say('judgedAgainst', {
      calls: workload.calls,
      policies: workload.policies.map((policy) => mark(code(policy))),
      short: shortfalls(workload),
    }),
  );
  const untold = (part: 'missing' | 'denied'): readonly NeedRecord[] =>
    workload[part].filter((need) => isUntold(workload, need));
  const [missing, denied] = [untold('missing'), untold('denied')];
  return h('section', defined({ className: ['workload'], id: anchor }), [
    h('h3', workload.deduced === true ? workload.policies.map(code) : code(workload.manifest)),
    h('p', judged),
    ...actionList(sayOfRun('untoldMissing', { count: missing.length }), missing),
    ...actionList(sayOfRun('untoldDenied', { count: denied.length }), denied),
    ...unprovenList(workload.unproven),
    ...grantedTable(workload.judged),
  ]);
}

function actionList(summary: string, needs: readonly NeedRecord[]): Element[] {
  const items = needs.map(({ action }) => h('li', code(action)));
  return items.length === 0 ? [] : [h('details', [h('summary', summary), h('ul', items)])];
}

/** What the other calls lack is told by the findings. */
function grantedTable(calls: readonly JudgedCallRecord[]): Element[] {
  const granted = calls.filter(({ status }) => status === 'granted' || status === 'no-permission');
  if (granted.length === 0) return [];
  const head = [say('columnCall'), say('columnNeeds'), say('columnStatus')].map((name) =>
    h('th', { scope: 'col' }, name),
  );
  return [
    h('details', [
      h('summary', say('callsGranted', { count: granted.length })),
      h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: say('columnCall') }, [
        h('table', [h('thead', h('tr', head)), h('tbody', granted.map(callRow))]),
      ]),
    ]),
  ];
}

function callRow({ call, title, needs, cases = [], status }: JudgedCallRecord): Element {
  const lines = [
    ...needs.map(({ action }) => [code(action)]),
    ...cases.map(({ scenario, needs: besides }) =>
      sentence((mark) =>
        say('inCase', {
          scenario: mark(words(printable(scenario))),
          needs: besides.map(({ action }) => mark(code(action))),
        }),
      ),
    ),
  ];
  return h('tr', [
    h('td', title === undefined ? [code(call)] : [code(call), h('br'), printable(title)]),
    h(
      'td',
      lines.flatMap((line, index) => (index === 0 ? line : [h('br'), ...line])),
    ),
    h('td', { className: ['status', 'clean'] }, printable(status)),
  ]);
}

function unprovenList(unproven: readonly UnprovenRecord[]): Element[] {
  if (unproven.length === 0) return [];
  return [
    h('details', [
      h('summary', say('unproven', { count: unproven.length })),
      h('ul', unproven.map(unprovenItem)),
    ]),
  ];
}

function unprovenItem({ subject, reason, candidates = [] }: UnprovenRecord): Element {
  const head = sentence((mark) =>
    say('unprovenReason', { subject: mark(code(subject)), reason: mark(words(printable(reason))) }),
  );
  const items = candidates.map((name) => h('li', code(name)));
  return h('li', items.length === 0 ? head : [...head, h('ul', items)]);
}
