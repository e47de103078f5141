import type { Alternative } from '../../analysis/needs/needs.js';
import type { Operation } from '../../catalog/model/model.js';
import { en as coverage } from '../../wording/en/coverage.js';
import { en } from '../../wording/en/commands-explain.js';
import { speaker } from '../../wording/speaker.js';
import { LABEL, doubtLines, fields, sourceText } from './answer-lines.js';
import type { Colors } from './answer-lines.js';
import type { IdentityAnswer } from './identity-answer.js';

const say = speaker('commands-explain', en);
const sayCoverage = speaker('coverage', coverage);

/** What identity policies must grant, whether a page tells it or the names do, and what narrows each of the actions. */
export function identityLines(
  { identity: documented }: Operation,
  answer: IdentityAnswer | 'unknown' | undefined,
  colors: Colors,
): string[] {
  if (answer === undefined) return [];
  if (answer === 'unknown') return fields([['identity', [say('identityUnknown')]]], colors);
  const { alternatives, cases, no_permission: none, derived, actions } = answer;
  const [only, ...others] = alternatives;
  const needs = others.length === 0 ? namesOf(only) : alternatives.flatMap(scenarioLines);
  const besides = cases.flatMap((one) => [say('inCase', { scenario: one.scenario }), ...indented(one)]);
  const source = documented?.sources[0];
  return [
    ...fields(
      [
        [
          'identity',
          [...(none ? [say('noPermission')] : needs), ...(derived ? [say('derived')] : []), ...besides],
        ],
      ],
      colors,
    ),
    ...doubtLines(documented?.doubts, colors),
    ...(source === undefined
      ? []
      : [`  ${colors.dim(''.padEnd(LABEL))}${sourceText(source, undefined, colors, LABEL + 2)}`]),
    ...fields([['limits', actions.flatMap(factsLine)]], colors),
  ];
}

function namesOf(alternative: Alternative | undefined): string[] {
  return (alternative?.needs ?? []).map(({ action, as }) => say('need', { action, as }));
}

function scenarioLines(alternative: Alternative): string[] {
  return [say('inCase', { scenario: alternative.scenario ?? '' }), ...indented(alternative)];
}

function indented(alternative: Alternative): string[] {
  return namesOf(alternative).map((name) => `  ${name}`);
}

/** `ecs:cloudServers:act: write; instance (required); keys g:ResourceTag/<tag-key>; also called ecs:servers:act` */
function factsLine({
  name,
  access_level: level,
  resources,
  condition_keys: keys,
  aliases,
  unread,
}: IdentityAnswer['actions'][number]): string[] {
  const types = resources.map(({ type, required, condition_keys: own }) =>
    say('resourceType', { type, required: required ? 'yes' : 'no', keys: own }),
  );
  const facts = [
    ...(level === undefined ? [] : [level]),
    ...(types.length === 0 ? [] : [say('types', { types })]),
    ...(keys.length === 0 ? [] : [say('keys', { keys })]),
    ...(aliases.length === 0 ? [] : [say('aliases', { aliases })]),
    ...(unread === undefined ? [] : [sayCoverage('unread')]),
  ];
  return facts.length === 0 ? [] : [say('facts', { name, facts: facts.join('; ') })];
}
