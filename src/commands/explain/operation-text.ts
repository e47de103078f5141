import { ownNeeds } from '../../analysis/needs/own-needs.js';
import type { Operation } from '../../catalog/model/model.js';
import { printable } from '../../report/printable.js';
import type { ExplainedOperation } from './explain-answer.js';
import type { Colors } from './answer-lines.js';
import { identityLines } from './identity-text.js';
import { LABEL, fields, sourceText, doubtLines, titleText, scopeWords } from './answer-lines.js';
import { en } from '../../wording/en/explain.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('explain', en);

export function operationLines(
  { operation, identity, sources }: ExplainedOperation,
  head: (text: string) => string,
  colors: Colors,
): string[] {
  const alone =
    operation.scenarios.length === 0 &&
    operation.actions.length === 0 &&
    operation.dependent_actions.length === 0;
  return [
    head(`${colors.bold(printable(operation.id))}  ${titleText(operation.title)}`),
    ...fields(
      [
        [say('endpoints'), operation.endpoints],
        [say('toldBy'), operation.discriminator === undefined ? [] : [operation.discriminator]],
        [say('needs'), needNames(operation)],
        [say('needs'), alone ? [say(operation.no_permission ? 'noPermission' : 'notSaid')] : []],
      ],
      colors,
    ),
    ...caseLines(operation, colors),
    ...identityLines(operation, identity, colors),
    ...fields([[say('scope'), scopeWords(operation.scope)]], colors),
    ...doubtLines(operation.doubts, colors),
    ...sources.map(
      (source, index) =>
        `  ${colors.dim((index === 0 ? say('from') : '').padEnd(LABEL))}${sourceText(source, source.url, colors, LABEL + 2)}`,
    ),
  ];
}

/**
 * What is needed in each case. Where the cases share actions of the operation itself, these are needed always, and the
 * rest when the case arises; else each case is a use of its own.
 */
function caseLines({ scenarios }: Operation, colors: Colors): string[] {
  const own = ownNeeds(scenarios);
  const always = new Set(own === undefined ? [] : needNames(own));
  const cases = scenarios.flatMap((scenario, index) => {
    const names = needNames(scenario).filter((name) => !always.has(name));
    const or = index === 0 ? 'either' : 'or';
    const label = say(own === undefined ? or : 'when');
    return fields([[label, [`${scenario.when}:`, ...names.map((name) => `  ${name}`)]]], colors);
  });
  return [...fields([[say('needs'), [...always]]], colors), ...cases];
}

export function needNames(set: Pick<Operation, 'actions' | 'dependent_actions'>): string[] {
  return [...set.actions, ...set.dependent_actions.map((name) => say('dependency', { name }))];
}
