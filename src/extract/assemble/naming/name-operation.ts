import { parseEndpoint } from '../../../catalog/model/endpoint.js';
import type { MergedOperation } from '../merge/merged-operation.js';
import { CHINESE_VERBS, METHOD_VERBS, READ_VERBS, VERBS, WEAK_VERBS, verbOf } from './operation-verbs.js';
import { GENERIC_NOUNS, PATH_NOISE, singular, wordsOf } from './operation-words.js';

/**
 * What an operation is called in its id: `batch-stop-servers` for `POST /v1/{project_id}/cloudservers/action` with
 * `ecs:cloudServers:stop`. Made of its path, method and action, which both clouds and both languages share; of the API's
 * name, its English title or its action alone where it has no path.
 */
export function operationName(operation: MergedOperation): string {
  const words = fromPath(operation) ?? fromName(operation);
  return (
    words
      .filter((word, index) => word !== words[index - 1])
      .slice(0, MAX_WORDS)
      .join('-') || 'operation'
  );
}

/** A part of a name; empty where the operation does not tell it. */
export type Naming = (operation: MergedOperation) => string;

/** What else tells operations of the same name apart, in the order of trying: behind the name, or in its place. */
export const QUALIFIERS: readonly { readonly part: Naming; readonly instead?: true }[] = [
  { part: (operation) => discriminatorWords(operation).join('-') },
  {
    part: (operation) =>
      (/^\/(?:[^/{]+\/)*?(v\d[\w.]*)(?:\/|$)/i.exec(pathOf(operation))?.[1] ?? '')
        .toLowerCase()
        .replaceAll('.', '-'),
  },
  { part: (operation) => titleVerb(operation) ?? '' },
  { part: parameterBehind },
  {
    part: (operation) => (operation.title.en === undefined ? '' : titleWords(operation.title.en).join('-')),
    instead: true,
  },
  {
    part: (operation) =>
      literals(operation)
        .map((literal) => literal.text.replace(/^os-/, ''))
        .join('-')
        .replace(/[^a-z0-9]+/g, '-'),
  },
  { part: (operation) => ownAction(operation).slice(1).flatMap(wordsOf).join('-') },
  { part: (operation) => (parseEndpoint(operation.endpoints[0] ?? '')?.method ?? '').toLowerCase() },
];

const MAX_WORDS = 8;

function fromPath(operation: MergedOperation): string[] | undefined {
  const method = parseEndpoint(operation.endpoints[0] ?? '')?.method;
  const all = literals(operation);
  const path = all.filter((literal) => !isBatchAction(literal));
  const batch = path.length < all.length;
  const tail = path.at(-1);
  if (method === undefined || tail === undefined) return undefined;
  const owner = phrase(path, path.length - 2);
  const ownerIsItem = path.at(-2)?.item === true;
  const joined = tail.words.join('-');
  if (!tail.item && path.length > 1 && /^actions?$/.test(joined))
    return fromAction(operation, owner, !ownerIsItem);
  if (!tail.item && path.length > 1 && /^details?$/.test(joined)) return ['list', ...owner, 'details'];
  const many = batch || tail.words[0] === 'batch';
  const [first = '', ...rest] = tail.words[0] === 'batch' ? tail.words.slice(1) : tail.words;
  const says =
    VERBS.has(first) &&
    (rest.length > 0 || path.length > 1) &&
    (method === 'GET' ? READ_VERBS.has(first) : true);
  if (says) return [...(many ? ['batch'] : []), first, ...withOwner(rest, owner)];
  const verb = method === 'GET' ? reading(operation, tail) : verbFor(method, operation);
  const one = tail.item || ((verb === 'create' || verb === 'add') && !namesMany(operation));
  const needsOwner = ownerIsItem || GENERIC_NOUNS.has(joined);
  return [
    ...(batch ? ['batch'] : []),
    verb,
    ...withOwner(one ? singularLast(tail.words) : tail.words, needsOwner ? owner : []),
  ];
}

/** `…/batchaction/…`: not a thing, but a way of doing. */
const isBatchAction = (literal: Literal) => literal.words.join('-') === 'batch-action';

/** `GET` without a parameter behind it shows one thing or lists many, as path or action say. */
function reading(operation: MergedOperation, tail: Literal): string {
  if (tail.item) return 'show';
  return isPlural(tail.words) || wordsOf(ownAction(operation)[2] ?? '')[0] === 'list' ? 'list' : 'show';
}

/** The segment at an index as an owner: `server`, `server-group`; with its own owner where it says little alone. */
function phrase(path: readonly Literal[], index: number): readonly string[] {
  const literal = path[index];
  if (!literal) return [];
  const words = literal.item ? singularLast(literal.words) : literal.words;
  const above = path[index - 1];
  return above && (above.item || GENERIC_NOUNS.has(literal.words.join('-')))
    ? withOwner(words, phrase(path, index - 1).slice(-2))
    : words;
}

/** `…/action`: the discriminator, the action or the title says what is done; on a collection it is done to many. */
function fromAction(operation: MergedOperation, owner: readonly string[], onMany: boolean): string[] {
  const said = discriminatorWords(operation);
  const words = said.length > 0 && VERBS.has(said[0] ?? '') ? said : wordsOf(ownAction(operation)[2] ?? '');
  const [first = ''] = words;
  if (words.length === 0 || words.includes('*') || WEAK_VERBS.has(first)) {
    return [
      titleVerb(operation) ?? 'act-on',
      ...singularLast(wordsOf(ownAction(operation)[1] ?? '')),
      ...(first === '' ? owner : []),
    ];
  }
  const named = words.length > 1 ? words : [...words, ...owner];
  return onMany && first !== 'batch' && !READ_VERBS.has(first) ? ['batch', ...named] : named;
}

function discriminatorWords(operation: MergedOperation): string[] {
  return wordsOf(/(?:^|[^\w-])((?:os-)?[A-Za-z][\w-]*)\W*$/.exec(operation.discriminator ?? '')?.[1] ?? '');
}

/** What the title says is done, in English. */
function titleVerb(operation: MergedOperation): string | undefined {
  const chinese = CHINESE_VERBS.find(([word]) => operation.title['zh-cn']?.includes(word))?.[1];
  return chinese ?? verbOf(/^[A-Za-z]+/.exec(operation.title.en ?? '')?.[0]?.toLowerCase() ?? '');
}

/** `by-id` for a path that ends in `{id}`. */
function parameterBehind(operation: MergedOperation): string {
  const parameter = /\{([\w-]+)\}$/.exec(pathOf(operation))?.[1];
  return parameter === undefined ? '' : ['by', ...wordsOf(parameter)].join('-');
}

/** The action's own word for the thing is a plural: `createServers`. */
function namesMany(operation: MergedOperation): boolean {
  const words = wordsOf(ownAction(operation)[2] ?? '');
  return words.length > 1 && isPlural(words);
}

/** The API's name, the English title, or the action, whichever is there. */
function fromName(operation: MergedOperation): string[] {
  if (/^[A-Z][a-z]+[A-Z]\w*$/.test(operation.title.en ?? '')) return wordsOf(operation.title.en ?? '');
  const title = operation.title.en === undefined ? [] : titleWords(operation.title.en);
  if (title.length > 0) return title;
  const [, resource = '', verb = ''] = ownAction(operation);
  const words = wordsOf(verb);
  return words.length === 1 ? [...words, ...wordsOf(resource)] : words;
}

/** `Stopping ECSs in a Batch` → `batch stop ecss`: small words left out, the verb as in a command. */
function titleWords(title: string): string[] {
  const plain = title
    .replace(/[（(][^)）]*[)）]/g, ' ')
    .replace(/\bin (?:a )?batch(?:es)?\b/i, 'BATCH')
    .replace(/\b([A-Z]{2,})s\b/g, '$1');
  const batch = plain.includes('BATCH');
  const words = plain
    .replace('BATCH', '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
  const [first = '', ...rest] = words;
  return [...(batch ? ['batch'] : []), verbOf(first) ?? first, ...rest]
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'to',
  'in',
  'on',
  'and',
  'or',
  'by',
  'with',
  'about',
  'from',
  'all',
  'its',
  'specified',
  's',
]);

interface Literal {
  readonly words: readonly string[];
  /** As written, in lower case. */
  readonly text: string;
  /** A parameter follows: one item of a collection. */
  readonly item: boolean;
}

/** The literal segments of the first endpoint's path, without versions and what stands before the subject. */
function literals(operation: MergedOperation): Literal[] {
  const segments = pathOf(operation)
    .split('/')
    .filter((segment) => segment !== '');
  const isParameter = (segment: string | undefined) =>
    segment !== undefined && (segment.startsWith('{') || segment.startsWith(':') || segment.startsWith('$'));
  const found = segments.flatMap((segment, index): Literal[] => {
    if (isParameter(segment) || /^v\d+(?:[._]\d+)*$/i.test(segment)) return [];
    const words = wordsOf(segment.replace(/\{[^}]*\}/g, '').replace(/\.(?:json|xml)$/, ''));
    return words.length === 0
      ? []
      : [{ words, item: isParameter(segments[index + 1]), text: segment.toLowerCase() }];
  });
  return found.filter(
    ({ text }, index) => index === found.length - 1 || (!PATH_NOISE.has(text) && text !== operation.service),
  );
}

function verbFor(method: string, operation: MergedOperation): string {
  const [first = '', second = ''] = wordsOf(ownAction(operation)[2] ?? '');
  const verb = first === 'batch' && VERBS.has(second) ? `batch-${second}` : first;
  if (method === 'POST' && (VERBS.has(first) || verb !== first) && !WEAK_VERBS.has(first)) return verb;
  return METHOD_VERBS[method] ?? method.toLowerCase();
}

/** The first action of the operation's own service, in three parts. */
function ownAction(operation: MergedOperation): readonly string[] {
  const { identity } = operation;
  const needs = identity === undefined ? [operation] : [operation, identity];
  const actions = needs
    .flatMap(({ actions: own, scenarios }) => [...own, ...scenarios.flatMap((scenario) => scenario.actions)])
    .map((action) => action.split(':'));
  return (
    actions.find(
      ([service, , verb]) => service?.toLowerCase() === operation.service && !verb?.includes('*'),
    ) ??
    actions[0] ??
    []
  );
}

function withOwner(noun: readonly string[], owner: readonly string[]): readonly string[] {
  if (owner.length === 0) return noun;
  const last = owner.at(-1) ?? '';
  const named = noun.some((word) => word === last || word === singular(last) || singular(word) === last);
  return named ? noun : [...owner, ...noun];
}

const pathOf = (operation: MergedOperation) => parseEndpoint(operation.endpoints[0] ?? '')?.path ?? '';
const singularLast = (words: readonly string[]) =>
  words.map((word, index) => (index === words.length - 1 ? singular(word) : word));
const isPlural = (words: readonly string[]) => singular(words.at(-1) ?? '') !== words.at(-1);
