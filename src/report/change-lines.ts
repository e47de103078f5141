import type { ChangeRecord, ChangesRecord, GrantedRecord } from '../lint/results/lint-record.js';
import { count } from './summary.js';

/** One kind of change, and what it happened to. The texts of `items` are untrusted. */
export interface ChangeLine {
  readonly label: string;
  /** Whether a reviewer must look (more is granted), something breaks, or it is good to know. */
  readonly weight: 'grant' | 'break' | 'note';
  readonly items: readonly string[];
}

/** `grants 2 new actions; 1 newly missing`, after the name of a workload or policy. Our own words. */
export function changeHeadline(change: ChangeRecord): string {
  const { state, gained, altered, unmeasured, missing, denied, lost } = change;
  const fresh = [
    gained.length > 0 ? `grants ${count(gained.length, 'new action')}` : '',
    altered.length > 0 ? `grants ${count(altered.length, 'action')} on other terms` : '',
    unmeasured.added.length > 0 ? `${count(unmeasured.added.length, 'new grant')} cannot be measured` : '',
  ].filter((part) => part !== '');
  const rest = [
    lost.length > 0 ? `${count(lost.length, 'action')} no longer granted` : '',
    missing.added.length > 0 ? `${missing.added.length} newly missing` : '',
    denied.added.length > 0 ? `${denied.added.length} newly denied` : '',
  ].filter((part) => part !== '');
  const grants =
    fresh.length > 0
      ? fresh
      : [
          change.unmeasurable
            ? 'grants nothing new to identities; what a policy of a resource opens is not measured'
            : 'grants nothing new',
        ];
  if (state === 'removed') return ['is gone', ...(fresh.length > 0 ? fresh : []), ...rest].join('; ');
  return [`${state === 'added' ? 'is new and ' : ''}${grants.join(', ')}`, ...rest].join('; ');
}

/** The kinds of change that there are, what matters most first. */
export function changeLines(change: ChangeRecord): readonly ChangeLine[] {
  const { gained, lost, altered, unmeasured, missing, denied, conditional, excess, unproven } = change;
  const lines: ChangeLine[] = [
    { label: 'new grants', weight: 'grant', items: withStatus(gained, 'granted') },
    { label: 'new grants, on conditions', weight: 'grant', items: withStatus(gained, 'conditional') },
    { label: 'granted on other terms', weight: 'grant', items: altered },
    { label: 'new, and nobody can say what it grants', weight: 'grant', items: unmeasured.added },
    { label: 'newly missing', weight: 'break', items: missing.added },
    { label: 'newly denied', weight: 'break', items: denied.added },
    { label: 'lost grants', weight: 'note', items: withStatus(lost, 'granted') },
    { label: 'lost grants, on conditions', weight: 'note', items: withStatus(lost, 'conditional') },
    { label: 'gone, and nobody can say what it granted', weight: 'note', items: unmeasured.removed },
    { label: 'newly in excess', weight: 'note', items: excess.added },
    { label: 'newly conditional', weight: 'note', items: conditional.added },
    { label: 'newly unproven', weight: 'note', items: unproven.added },
    { label: 'no longer missing', weight: 'note', items: missing.removed },
    { label: 'no longer denied', weight: 'note', items: denied.removed },
    { label: 'no longer in excess', weight: 'note', items: excess.removed },
    { label: 'no longer conditional', weight: 'note', items: conditional.removed },
    { label: 'no longer unproven', weight: 'note', items: unproven.removed },
    {
      label: 'newly called',
      weight: 'note',
      items: change.calls.flatMap(({ call, before }) => (before === undefined ? [call] : [])),
    },
    {
      label: 'no longer called',
      weight: 'note',
      items: change.calls.flatMap(({ call, after }) => (after === undefined ? [call] : [])),
    },
  ];
  return lines.filter(({ items }) => items.length > 0);
}

/** What is compared with, and what came of it as a whole. `since` is untrusted and left to the caller. */
export function changesSentence({ entries, unchanged, findings }: ChangesRecord): string {
  const others = unchanged > 0 ? `${entries.length > 0 ? 'others ' : ''}unchanged: ${unchanged}` : '';
  const found = [
    findings.introduced > 0 ? `${count(findings.introduced, 'finding')} introduced` : '',
    findings.resolved > 0 ? `${findings.resolved} resolved` : '',
    others,
  ].filter((part) => part !== '');
  const sentence = [
    ...(entries.length === 0 ? ['no policy and no declared call is different'] : []),
    ...found,
  ].join('; ');
  return sentence === '' ? '' : `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

/** `1a2b3c4d`, as far as people read a commit. */
export function shortCommit({ commit }: ChangesRecord): string {
  return commit.slice(0, 8);
}

function withStatus(grants: readonly GrantedRecord[], wanted: GrantedRecord['status']): readonly string[] {
  return grants.flatMap(({ action, status }) => (status === wanted ? [action] : []));
}
