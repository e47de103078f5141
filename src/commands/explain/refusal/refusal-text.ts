import { createColors } from 'picocolors';
import { printable } from '../../../report/printable.js';
import { en } from '../../../wording/en/explain-refusal.js';
import { speaker } from '../../../wording/speaker.js';
import type { ActionAnswer, Place, RefusalAnswer } from './explain-refusal.js';

export const say = speaker('explain-refusal', en);

type Colors = ReturnType<typeof createColors>;

/** Each refusal for a terminal: what was refused, what the policies here say of it, and the edit that mends it. */
export function refusalText(answers: readonly RefusalAnswer[], policies: number, color: boolean): string {
  const colors = createColors(color);
  return `${answers.map((answer) => blockOf(answer, policies, colors).join('\n')).join('\n\n')}\n`;
}

function blockOf(
  { refusal, operations, actions }: RefusalAnswer,
  policies: number,
  colors: Colors,
): string[] {
  const facts: (readonly [label: string, value: string | undefined])[] = [
    [say('call'), refusal.api],
    [say('resource'), refusal.resource],
    [say('principal'), refusal.principal],
    [
      say('blamed'),
      refusal.policyType === undefined ? undefined : say('policyOfType', { type: refusal.policyType }),
    ],
    [say('mayBeCalls'), operationNames(operations)],
  ];
  return [
    colors.bold(printable(headOf({ refusal, operations, actions }))),
    ...facts.flatMap(([label, value]) =>
      value === undefined ? [] : [`  ${colors.dim(label)}  ${printable(value)}`],
    ),
    ...actions.flatMap((action) => ['', ...actionLines(action, actions.length > 1, policies, colors)]),
  ];
}

function headOf({ refusal, actions }: RefusalAnswer): string {
  const { line, action, api, because } = refusal;
  if (action !== undefined) return say(HEADS[because], { line, action });
  return api === undefined || actions.length === 0
    ? say('nothingNamed', { line })
    : say('callRefused', { line, api });
}

const HEADS = { 'not-allowed': 'notAllowed', 'explicit-deny': 'explicitDeny', untold: 'untold' } as const;

/** An action may be needed by hundreds of operations. */
const MOST_OPERATIONS = 3;

function operationNames(operations: RefusalAnswer['operations']): string | undefined {
  if (operations.length === 0) return undefined;
  const names = operations
    .slice(0, MOST_OPERATIONS)
    .map(({ cloud, operation: { id, endpoints } }) => `${endpoints[0] ?? id} (${cloud} ${id})`);
  const more = operations.length - names.length;
  return [...names, ...(more > 0 ? [say('more', { count: more })] : [])].join(', ');
}

function actionLines(answer: ActionAnswer, isOneOfMany: boolean, policies: number, colors: Colors): string[] {
  const { action, otherNames, outcome, deciding, edit } = answer;
  return [
    ...(isOneOfMany ? [`  ${colors.cyan(printable(action))}  ${colors.dim(say('needs'))}`] : []),
    ...(otherNames.length > 0
      ? [`  ${colors.dim(say('alsoCalled'))}  ${printable(otherNames.join(', '))}`]
      : []),
    `  ${policies === 0 ? say('noPolicies') : say(OUTCOMES[outcome])}`,
    ...deciding.slice(0, MOST_PLACES).map((place) => `    ${printable(placeText(place))}`),
    ...(edit === undefined ? [] : editLines(edit, policies)),
  ];
}

const OUTCOMES = {
  denied: 'denied',
  allowed: 'allowed',
  conditional: 'conditional',
  'not-granted': 'notGranted',
} as const;
const MOST_PLACES = 5;

function placeText({ policy, file, line }: Place): string {
  return policy === file ? `${file}:${String(line)}` : `${file}:${String(line)} (${policy})`;
}

function editLines({ action, policy, patch }: NonNullable<ActionAnswer['edit']>, policies: number): string[] {
  const among = say('among', { count: policies });
  return [
    `  ${printable(say(patch === undefined ? 'addByHand' : 'add', { action, policy }))}`,
    ...(patch === undefined
      ? []
      : [
          '',
          ...patch
            .trimEnd()
            .split('\n')
            .map((line) => printable(line)),
          '',
        ]),
    ...(among === '' ? [] : [`  ${among}`]),
  ];
}
