import type { ListItem } from 'mdast';
import { saysWhatItNeeds, sidesOf, waysOf } from '../../analysis/needs/needs.js';
import type { Alternative, Case, Need, Side } from '../../analysis/needs/needs.js';
import type { Operation } from '../../catalog/model/model.js';
import { en as labels } from '../../wording/en/reference-labels.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts } from '../cloud-facts.js';
import {
  code,
  joined,
  linkTo,
  listItem,
  listOf,
  paragraph,
  sentence,
  strong,
  text,
} from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import { actionPlace } from '../places.js';
import { line, lineOf } from './fact-lines.js';

const say = speaker('reference-pages', en);
const sayLabel = speaker('reference-labels', labels);

/** The page that the lines stand on. */
export interface NeedsContext {
  readonly facts: CloudFacts;
  readonly path: string;
}

/** What an operation needs of policies 1.1, and what identity policies call it where that is documented or another name. */
export function needItems(context: NeedsContext, operation: Operation): ListItem[] {
  return [...classicItems(context, operation), ...identityItems(context, operation)];
}

function classicItems(context: NeedsContext, operation: Operation): ListItem[] {
  if (operation.no_permission === true) return [listItem(paragraph(say('needsNoPermission')))];
  const sides = sidesOf(context.facts.catalog, operation);
  if (!saysWhatItNeeds(operation))
    return [listItem(paragraph(say(sides['5.0'] === undefined ? 'namesNoAction' : 'namesNoClassicAction')))];
  const { alternatives, cases } = waysOf(operation);
  const [only, ...others] = alternatives;
  if (only !== undefined && others.length === 0)
    return [...actionItems(context, only), ...caseItems(context, sayLabel('casesNeed'), cases)];
  const scenarios = alternatives.map((alternative) =>
    listItem(paragraph(text(alternative.scenario ?? '')), listOf(actionItems(context, alternative))),
  );
  return [listItem(paragraph(strong(say('needsOneOf'))), listOf(scenarios))];
}

function actionItems(context: NeedsContext, { needs }: Alternative): ListItem[] {
  return [
    ...lineOf(sayLabel('needs'), links(context, needs, 'action')),
    ...lineOf(sayLabel('dependsOn'), links(context, needs, 'dependency')),
  ];
}

/** Each case in a line of its own: what is needed besides when it arises. */
function caseItems(context: NeedsContext, label: string, cases: readonly Case[]): ListItem[] {
  return cases.map((one) => line(label, ...inCase(one.scenario, needsText(context, one.needs))));
}

function identityItems(context: NeedsContext, operation: Operation): ListItem[] {
  const sides = sidesOf(context.facts.catalog, operation);
  const side = sides['5.0'];
  if (side === undefined || isTheSame(side, sides['1.1'])) return [];
  if (side.noPermission) return [line(sayLabel('identityNeeds'), say('identityNone'))];
  return [
    ...side.alternatives.map(({ scenario, needs }) => {
      const content = needsText(context, needs);
      const told = side.derived
        ? sentence((place) => say('likelyNeeds', { needs: place(...content) }))
        : content;
      return line(sayLabel('identityNeeds'), ...(scenario === undefined ? told : inCase(scenario, told)));
    }),
    ...caseItems(context, sayLabel('identityCasesNeed'), side.cases),
  ];
}

/** Nothing is said twice where no page tells of identity policies and the names were kept. */
function isTheSame(identity: Side, classic: Side | undefined): boolean {
  const named = (side: Side): string =>
    JSON.stringify(side.alternatives.map(({ needs }) => needs.map(({ action, as }) => [action, as])));
  return identity.derived && classic !== undefined && named(identity) === named(classic);
}

function inCase(scenario: string, needs: readonly Inline[]): readonly Inline[] {
  return sentence((place) => say('inCase', { scenario: place(text(scenario)), needs: place(...needs) }));
}

/** The actions, and behind them what they depend on. */
function needsText(context: NeedsContext, needs: readonly Need[]): readonly Inline[] {
  const actions = links(context, needs, 'action');
  const dependencies = links(context, needs, 'dependency');
  if (dependencies.length === 0) return actions;
  if (actions.length === 0) return dependencies;
  return sentence((place) =>
    say('withDependencies', { actions: place(...actions), dependencies: place(...dependencies) }),
  );
}

function links({ facts, path }: NeedsContext, needs: readonly Need[], as: Need['as']): Inline[] {
  const actions = needs.filter((need) => need.as === as).map(({ action }) => action);
  return joined(
    actions.map((action) =>
      facts.actions.has(action.toLowerCase())
        ? linkTo(path, actionPlace(facts.cloud, action), code(action))
        : code(action),
    ),
  );
}
