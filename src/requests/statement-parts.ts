import type { NamedPolicy } from '../policy/grants/decision.js';
import { isGranting } from '../policy/grants/grant.js';
import { foldAction, serviceOf } from '../policy/grants/pattern.js';
import { foldResource } from '../policy/grants/resource.js';
import type { UnknownNode } from '../policy/model/ast.js';
import type { Elements, Statement } from '../policy/model/policy.js';
import type { ConditionTest } from '../policy/requests/condition-test.js';
import { conditionTests } from '../policy/requests/condition-test.js';
import type { DecidingStatement, NamingStatement } from '../policy/requests/decide-request.js';
import type { Language } from './text-language.js';
import { patternLanguage } from './text-language.js';
import type { Demand } from './region.js';

/** Requests to which a statement, or a part of it, applies: all demands hold. */
export interface Part {
  readonly effect: 'Allow' | 'Deny';
  readonly demands: readonly Demand[];
  /** Parts of one key, in whatever policies, demand the same. */
  readonly key: string;
  /** In lower case; undefined where a pattern leaves the service open. */
  readonly services: readonly string[] | undefined;
  /** Undefined for a statement that is only known at run time. */
  readonly by: DecidingStatement | undefined;
}

/** Everything that policies allow and deny, in the order of their statements. */
export function partsOf(policies: readonly NamedPolicy[]): readonly Part[] {
  return policies
    .filter(({ policy }) => isGranting(policy))
    .flatMap((policy) => [
      ...policy.policy.statements.flatMap((statement) => statementParts({ policy, statement })),
      ...policy.policy.unknown.flatMap(unknownStatement),
    ]);
}

/** A statement that nobody can read yet may allow and may deny. */
function unknownStatement(node: UnknownNode): readonly Part[] {
  return (['Allow', 'Deny'] as const).map((effect) =>
    part(effect, [onRun(`statement ${effect}`, node, true)], undefined, undefined),
  );
}

function statementParts(by: DecidingStatement): readonly Part[] {
  const { statement } = by;
  const tests = conditionTests(statement).map(conditionDemand);
  const parts: Part[] = [];
  for (const { effect, demands } of effectsOf(statement))
    for (const ofAction of actionAlternatives(statement))
      for (const ofResource of resourceAlternatives(statement))
        parts.push(
          part(
            effect,
            [...demands, ...ofAction.demands, ...ofResource.demands, ...tests],
            ofAction.services,
            by,
          ),
        );
  return parts;
}

/** The requests to which a statement applies that is told to name their action. */
export function partsNaming(
  { by, named, anyResource }: NamingStatement,
  effect: Part['effect'],
): readonly Part[] {
  if (named === 'no') return [];
  const { statement } = by;
  const isSaid: readonly Demand[] =
    named === 'yes' ? [] : [{ on: 'run', text: textOf(statement), stop: 'Action', holds: true }];
  const tests = conditionTests(statement).map(conditionDemand);
  return effectsOf(statement)
    .filter((one) => one.effect === effect)
    .flatMap(({ demands }) =>
      (anyResource ? ANY : resourceAlternatives(statement)).map((ofResource) =>
        part(effect, [...isSaid, ...demands, ...ofResource.demands, ...tests], undefined, by),
      ),
    );
}

/** The same for actions that are written the same. */
function textOf({ action, notAction }: Statement): string {
  const unknown = [...(action?.unknown ?? []), ...(notAction?.unknown ?? [])];
  return ['named', ...unknown.map(({ text }) => text)].join('\n');
}

function part(
  effect: Part['effect'],
  demands: readonly Demand[],
  services: Part['services'],
  by: Part['by'],
): Part {
  return { effect, demands, key: demands.map(keyOf).join('\n'), services, by };
}

/** The same for demands that ask the same. */
function keyOf(demand: Demand): string {
  const sign = demand.holds ? '+' : '-';
  switch (demand.on) {
    case 'context': {
      const { key, use, values } = demand.test;
      return JSON.stringify([sign, key, use.operator.name, use.quantifier, use.ifExists, values]);
    }
    case 'run':
      return `${sign}${demand.text}`;
    case 'action':
    case 'resource':
      return `${sign}${demand.on} ${String(demand.language.id)}`;
  }
}

function effectsOf({ effect, effectMember }: Statement): readonly Pick<Part, 'effect' | 'demands'>[] {
  const written = effectMember?.value;
  if (written?.type === 'Unknown')
    return [
      { effect: 'Allow', demands: [onRun('effect', written, true)] },
      { effect: 'Deny', demands: [onRun('effect', written, false)] },
    ];
  return effect === undefined ? [] : [{ effect, demands: [] }];
}

/** One of several ways in which an element applies: all demands of one way hold. */
interface Alternative {
  readonly demands: readonly Demand[];
  readonly services: readonly string[] | undefined;
}

type Dimension = 'action' | 'resource';

const ANY: readonly Alternative[] = [{ demands: [], services: undefined }];

function actionAlternatives({ action, notAction }: Statement): readonly Alternative[] {
  if (action !== undefined) return namedIn(action, 'action');
  return notAction === undefined ? [] : exceptNamedIn(notAction, 'action');
}

function resourceAlternatives({ resource, notResource }: Statement): readonly Alternative[] {
  if (resource !== undefined) return namedIn(resource, 'resource');
  return notResource === undefined ? ANY : exceptNamedIn(notResource, 'resource');
}

/** What is named, and what only a run names: that stands for some of what its known parts allow. */
function namedIn({ items, unknown }: Elements, on: Dimension): readonly Alternative[] {
  const texts = items.map(({ value }) => value);
  // `*` beside anything else is `*`.
  if (on === 'resource' && texts.some((text) => /^\*+$/.test(text))) return ANY;
  const known = texts.length === 0 ? [] : [alternative(texts, on)];
  return [
    ...known,
    ...unknown.map((node) => {
      const { demands, services } = alternative([mayStandFor(node)], on);
      return { demands: [...demands, onRun(on, node, true)], services };
    }),
  ];
}

function alternative(texts: readonly string[], on: Dimension): Alternative {
  const services = texts.map(serviceOf);
  const open = on === 'resource' || services.includes(undefined);
  return {
    demands: [{ on, language: languageOf(on, texts), holds: true }],
    services: open ? undefined : [...new Set(services.flatMap((one) => one ?? []))],
  };
}

/** Without what is named; and of what an unknown element may name, only where it does not. */
function exceptNamedIn({ items, unknown }: Elements, on: Dimension): readonly Alternative[] {
  const named = items.map(({ value }) => value);
  const without = (more: readonly string[]): readonly Demand[] =>
    named.length + more.length === 0
      ? []
      : [{ on, language: languageOf(on, [...named, ...more]), holds: false }];
  const open: Alternative = { demands: without(unknown.map(mayStandFor)), services: undefined };
  if (unknown.length === 0) return [open];
  const closed = unknown.map((node) => onRun(on, node, false));
  return [open, { demands: [...without([]), ...closed], services: undefined }];
}

function conditionDemand(test: ConditionTest): Demand {
  return test.kind === 'known'
    ? { on: 'context', test, holds: true }
    : { on: 'run', text: `condition\n${test.text}`, stop: test.stop, holds: true };
}

function onRun(what: string, node: UnknownNode, holds: boolean): Demand {
  return {
    on: 'run',
    text: `${what}\n${node.text}`,
    stop: node.text.replace(/^"(.*)"$/s, '$1').replace(/\s+/g, ' '),
    holds,
  };
}

function mayStandFor({ parts }: UnknownNode): string {
  return (parts ?? [undefined]).map((part) => part ?? '*').join('');
}

function languageOf(on: Dimension, patterns: readonly string[]): Language {
  return remembered(`${on} ${patterns.join('\n')}`, () =>
    on === 'action'
      ? patternLanguage(patterns.map(foldAction))
      : patternLanguage(patterns.map(foldResource), { single: true, colons: 4 }),
  );
}

const LANGUAGES = new Map<string, Language>();
const MOST_LANGUAGES = 5_000;

/** Equal lists are one language, so that what was found of one holds for the other. */
function remembered(key: string, make: () => Language): Language {
  const known = LANGUAGES.get(key);
  if (known !== undefined) return known;
  if (LANGUAGES.size >= MOST_LANGUAGES) LANGUAGES.clear();
  const language = make();
  LANGUAGES.set(key, language);
  return language;
}
