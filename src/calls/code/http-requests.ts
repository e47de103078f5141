import { requestAt } from '../clients/http-request.js';
import { cloudHostsIn } from '../hosts.js';
import type { CallExpression, CodeFacts, Expression, NewExpression } from './code-syntax.js';
import type { Sites } from './sites.js';
import type { Value } from './values/code-value.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

type Evaluate = (expression: Expression) => Value | undefined;

/**
 * Requests to hosts of these clouds that a file writes by hand: `fetch`, `axios`, `requests`, `httpx`, `net/http`,
 * `HttpClient` and their like. What names a method, and an address with a path, is a likely call, whatever it is called;
 * where the one or the other is worked out, it is listed.
 */
export function decideRequests(facts: CodeFacts, evaluate: Evaluate, sites: Sites): void {
  const told = new Set<string>();
  const seen = new Set<Expression>();
  for (const creation of facts.creations) {
    // The outer call of a chain comes first, and takes the addresses of the inner ones.
    for (const { address, expression } of addressesIn(creation, evaluate)) {
      if (seen.has(expression)) continue;
      const method = methodOf(creation, evaluate);
      if (method === undefined) continue;
      seen.add(expression);
      const request = requestAt(method, address);
      if (request === undefined) continue;
      told.add(request.host);
      if (request.api === undefined)
        sites.leave(creation, say('pathAtRunTime'), {
          client: say('requestsTo', { host: request.host }),
          services: request.services,
        });
      else
        sites.place(
          [
            {
              calls: [{ api: request.api, service: request.services[0], operation: undefined }],
              isPossible: false,
            },
          ],
          creation,
          'likely',
        );
    }
  }
  for (const creation of facts.creations)
    for (const address of basesIn(creation, evaluate)) {
      const request = requestAt('GET', address);
      if (request === undefined) continue;
      told.add(request.host);
      sites.leave(creation, say('relativeToHost'), {
        client: say('requestsTo', { host: request.host }),
        services: request.services,
      });
    }
  // Beside a library the host is where its client is pointed.
  if (facts.modules.length > 0 || !usesHttp(facts)) return;
  for (const { text, place } of facts.hosts)
    for (const { host } of cloudHostsIn(text)) {
      const request = requestAt('GET', `https://${host.replaceAll(/\$?\{[^{}]*\}|%[sv]/g, '{}')}`);
      if (request === undefined || told.has(request.host)) continue;
      told.add(request.host);
      sites.leave(place, say('askedElsewhere'), {
        client: say('requestsTo', { host: request.host }),
        services: request.services,
      });
    }
}

/** Hosts that a client of HTTP is made for: its requests name paths alone. */
function basesIn(creation: CallExpression | NewExpression, evaluate: Evaluate): readonly string[] {
  const isSetter = BASE.test(nameOf(creation));
  return creation.args
    .flatMap((argument, index) => {
      if (argument.kind === 'object')
        return argument.members.flatMap(([name, value]) => (BASE.test(name) ? value : []));
      return isSetter && index === 0 ? [argument] : [];
    })
    .flatMap((argument) => {
      const value = evaluate(argument);
      return value?.kind === 'string' && /^https?:\/\//i.test(value.text) ? value.text : [];
    });
}

/** Source: axios, got, ofetch, httpx, aiohttp, resty, WebClient, Retrofit. */
const BASE = /^(?:set_?)?(?:base_?ur[li]|prefix_?url|host_?url)$/i;

interface Address {
  /** `https://ecs.{}.otc.t-systems.com/v1/{}/cloudservers`. */
  readonly address: string;
  readonly expression: Expression;
}

/** Arguments of a call, of those that its chain begins with, and of what is made for it: `URI.create("https://…")`. */
function addressesIn(creation: CallExpression | NewExpression, evaluate: Evaluate): readonly Address[] {
  return chainOf(creation)
    .flatMap(({ args }) => addressed(args, evaluate))
    .flatMap((argument) => {
      const expression =
        [argument, ...innerOf(argument)].find((one) => evaluate(one)?.kind === 'string') ?? argument;
      const value = evaluate(expression);
      return value?.kind === 'string' && /^https?:\/\//i.test(value.text)
        ? [{ address: value.text, expression }]
        : [];
    });
}

/** What a request is for comes first, or behind its method, or is named. */
function addressed(args: readonly Expression[], evaluate: Evaluate): readonly Expression[] {
  const isTold = args.some(
    (argument) => argument.kind !== 'object' && methodOfArgument(argument, evaluate) !== undefined,
  );
  return args.filter((argument, index) => index === 0 || isTold || argument.kind === 'object');
}

/** A chain longer than this is no request. */
const MAX_CHAIN = 20;

function chainOf(creation: CallExpression | NewExpression): readonly (CallExpression | NewExpression)[] {
  const links: (CallExpression | NewExpression)[] = [];
  for (let link: Expression | undefined = creation; links.length < MAX_CHAIN;) {
    if (link?.kind !== 'call' && link?.kind !== 'new') break;
    links.push(link);
    link = link.kind === 'call' && link.callee.kind === 'member' ? link.callee.of : undefined;
  }
  return links;
}

/** What is handed on in an argument: `{ url: "https://…" }`, `URI.create("https://…")`. */
function innerOf(argument: Expression): readonly Expression[] {
  if (argument.kind === 'object')
    return argument.members.flatMap(([name, value]) => (name === 'url' ? value : []));
  return argument.kind === 'call' || argument.kind === 'new' ? argument.args : [];
}

/** What says it first: an argument, the name of a function, a later part of the chain. */
function methodOf(creation: CallExpression | NewExpression, evaluate: Evaluate): string | undefined {
  const chain = chainOf(creation);
  for (const { args } of chain)
    for (const argument of args) {
      const method = methodOfArgument(argument, evaluate);
      if (method !== undefined) return method;
    }
  for (const link of chain) {
    const name = nameOf(link);
    const [, verb] =
      /^(?:Http)?(get|post|put|patch|delete|head|options)(?:Async|_async|ForObject|ForEntity)?$/i.exec(
        name,
      ) ?? [];
    if (verb !== undefined && verb.toLowerCase() !== 'options') return verb.toUpperCase();
    if (READING.has(name)) return 'GET';
  }
  return undefined;
}

/** Functions that read what is at an address unless they are told another method. */
const READING: ReadonlySet<string> = new Set([
  'fetch',
  'axios',
  'got',
  'urlopen',
  'ofetch',
  'request',
  'openStream',
]);

function methodOfArgument(argument: Expression, evaluate: Evaluate): string | undefined {
  if (argument.kind === 'member')
    return /^Method(Get|Post|Put|Patch|Delete|Head)$/.exec(argument.name)?.[1]?.toUpperCase();
  if (argument.kind === 'object') {
    const [, method] = argument.members.find(([name]) => name === 'method') ?? [];
    return method === undefined ? undefined : methodOfArgument(method, evaluate);
  }
  const value = evaluate(argument);
  return value?.kind === 'string' && /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/i.test(value.text)
    ? value.text.toUpperCase()
    : undefined;
}

function nameOf(link: CallExpression | NewExpression): string {
  const named = link.kind === 'call' ? link.callee : link.type;
  return named.kind === 'member' || named.kind === 'name' ? named.name : '';
}

/**
 * Names that clients of HTTP have in one way or another, `fetch`, `axios`, `NewRequest`, `HttpClient`, `RestTemplate`,
 * `RESTMessageV2`: what is sent to a host that a file names may go through a client that nobody here has heard of.
 */
const HTTP =
  /http|request|fetch|axios|^got$|url_?(?:lib|open|conn)|openConnection|rest_?(?:message|client|template)|webclient|resty/i;

function usesHttp({ creations }: CodeFacts): boolean {
  return creations.some((creation) =>
    chainOf(creation).some((link) => {
      const named = link.kind === 'call' ? link.callee : link.type;
      const owner = named.kind === 'member' && named.of.kind === 'name' ? named.of.name : '';
      return HTTP.test(nameOf(link)) || HTTP.test(owner);
    }),
  );
}
