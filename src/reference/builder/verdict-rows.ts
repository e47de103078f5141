import type { Because, Unproven, Verdict } from '../../analysis/verdict.js';
import { plainTitle } from '../markdown/title.js';

/** One line of a verdict as the builder shows it; all plain text. */
export interface VerdictRow {
  readonly state: 'granted' | 'no-permission' | 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven';
  readonly subject: string;
  readonly detail: string;
}

/** The verdict's findings, worst first, then the calls that are covered. */
export function verdictRows(verdict: Verdict): VerdictRow[] {
  return [
    ...verdict.denied.map(({ action, because }) => ({
      state: 'denied' as const,
      subject: action,
      detail: `denied, and needed by ${reasons(because)}`,
    })),
    ...verdict.missing.map(({ action, because }) => ({
      state: 'missing' as const,
      subject: action,
      detail: `needed by ${reasons(because)}`,
    })),
    ...verdict.conditional.map(({ action, why, because }) => ({
      state: 'conditional' as const,
      subject: action,
      detail: `granted with a ${why.join(' and a ')}; needed by ${reasons(because)}`,
    })),
    ...verdict.excess.map(({ pattern, grants, needed }) => ({
      state: 'excess' as const,
      subject: pattern,
      detail: excessDetail(grants, needed),
    })),
    ...verdict.unproven.map(unprovenRow),
    ...verdict.calls.flatMap(({ resolution, status }) =>
      (status === 'granted' || status === 'no-permission') && resolution.status === 'resolved'
        ? [
            {
              state: status,
              subject: plainTitle(resolution.operation.title, resolution.operation.id),
              detail: status === 'granted' ? 'everything it needs is granted' : 'needs no permission',
            },
          ]
        : [],
    ),
  ];
}

function reasons(because: readonly Because[]): string {
  return [
    ...new Set(
      because.map(
        ({ operation, as }) =>
          `${plainTitle(operation.title, operation.id)}${as === 'dependency' ? ' (as a dependency)' : ''}`,
      ),
    ),
  ].join(', ');
}

function excessDetail(grants: readonly string[], needed: readonly string[]): string {
  const actions = (count: number) => `${count} ${count === 1 ? 'action' : 'actions'}`;
  if (needed.length > 0)
    return `grants ${actions(grants.length)} today, ${needed.length} needed: ${needed.join(', ')}`;
  return grants.length > 1
    ? `grants ${actions(grants.length)} today, none of them needed`
    : 'no picked operation needs it';
}

function unprovenRow(unproven: Unproven): VerdictRow {
  if ('site' in unproven) return { state: 'unproven', subject: unproven.pattern, detail: unproven.reason };
  const { call } = unproven.resolution;
  return {
    state: 'unproven',
    subject: [call.api, call.operation].filter((part) => part !== undefined).join(' · '),
    detail: unproven.reason,
  };
}
