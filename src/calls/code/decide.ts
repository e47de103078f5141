import type { SdkModule } from '../clients/module.js';
import type { FoundCall, MadeClient, UnplacedCall } from '../found.js';
import { isGoLibrary, isKnownPackage, isServiceOfConnection } from '../openstack/openstack-facts.js';
import { normalizeName } from '../resolve/normal-name.js';
import { isClient, requestedBy } from './values/client-values.js';
import { decideRequests } from './http-requests.js';
import type { CodeFacts, Expression, Use } from './code-syntax.js';
import { meaningsOf } from './operations.js';
import type { Knowledge } from './operations.js';
import { isUnheardOf, leaveUnknown, onCreation } from './requests-made.js';
import { resourcesNamed } from './resources-named.js';
import { Sites } from './sites.js';
import { clientNames, servicesOf } from './told-client.js';
import { unknownMethod } from './unknown-method.js';
import { evaluator } from './values/values.js';
import type { Evaluate } from './values/values.js';
import type { Value } from './values/code-value.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** The calls that a file shows, and what may be one. */
export interface Decided {
  readonly found: FoundCall[];
  readonly unplaced: UnplacedCall[];
  readonly made: MadeClient[];
}

/**
 * The calls that a file shows. On a client it is certain; by a method whose name is a text, or one that is handed on, it is
 * likely, and so is what a copy of a library is called for; on something unknown it is likely where the request says what
 * is called, and doubtful where no more than the name does. A request that is made and goes to no call that was recognised
 * is a doubtful call.
 */
export function decideCalls(path: string, text: string, facts: CodeFacts, knowledge: Knowledge): Decided {
  const evaluate = evaluator(facts);
  const sites = new Sites(path, text);
  for (const use of facts.uses) {
    const value = evaluate(use.expression);
    const receiver = evaluate(use.expression.of);
    // A method may be one that a class of the file has from the client which it is derived from.
    const client = value?.kind === 'method' ? value.of : receiver;
    const { expression } = use;
    const name = expression.kind === 'member' ? expression.name : textOf(evaluate(expression.key));
    if (isClient(client)) {
      onClient(use, client.modules, name, knowledge, sites, evaluate);
    } else if (use.called && receiver?.kind === 'method' && isConnection(receiver.of)) {
      onUnknownService(use, receiver.of.modules, receiver.name, sites);
    } else if (receiver?.kind === 'module' && name !== undefined) {
      onPackage(use, receiver.modules, name, knowledge, sites);
    } else if (
      use.called &&
      name !== undefined &&
      mayBeClient(receiver) &&
      (value === undefined || (receiver === undefined && isSent(use, name, evaluate)))
    ) {
      onUnknown(use, name, facts.modules, knowledge, sites, evaluate);
    }
  }
  for (const creation of facts.creations) onCreation(creation, knowledge, sites, evaluate);
  decideRequests(facts, evaluate, sites);
  return { found: sites.found, unplaced: sites.unplaced, made: sites.made };
}

function isConnection(
  value: Value,
): value is Extract<Value, { readonly kind: 'class' | 'builder' | 'instance' }> {
  return value.kind === 'instance' && value.name === 'Connection';
}

/** A part of a connection of openstacksdk that is none of the services that are known. */
function onUnknownService(
  { expression }: Use,
  modules: readonly SdkModule[],
  name: string,
  sites: Sites,
): void {
  // Parts of the connection itself, which call nothing.
  if (/^(?:config|log|auth|current_\w+)$/.test(name)) return;
  sites.leave(expression, say('serviceOfConnection', { name }), {
    client: clientNames(modules),
    services: [],
  });
}

/** Whether something of which nothing is known gets the request of the method's name: no method of the file is meant then. */
function isSent({ args }: Use, name: string, evaluate: Evaluate): boolean {
  return args
    .flatMap((arg) => evaluate.all(arg))
    .some((value) => normalizeName(requestedBy(value)?.operation ?? '') === normalizeName(name));
}

/** Methods of the clients themselves, which call nothing. Source: the base classes of the SDKs. */
const OF_CLIENTS: ReadonlySet<string> = new Set(
  [
    'addRequestHeaders apply bind call close destroy disconnect enum equals getClass getHcClient hasOwnProperty hashCode',
    'initCertificate initLog notify notifyAll refresh send setCredential setRequestHeader shutdown toString util wait',
    'GetCredential PreInvoke ServiceURL config',
  ].flatMap((names) => names.split(' ').map(normalizeName)),
);

function onClient(
  { expression, called, args }: Use,
  modules: readonly SdkModule[],
  name: string | undefined,
  knowledge: Knowledge,
  sites: Sites,
  evaluate: Evaluate,
): void {
  const told = { client: clientNames(modules), services: servicesOf(modules) };
  if (modules.every(({ library }) => library === 's3') && !knowledge.isS3Obs) return;
  if (name === undefined) {
    const reason = say('nameAtRunTime');
    sites.leave(expression, reason, told);
    return;
  }
  const meanings = meaningsOf(name, modules, knowledge);
  if (meanings.length > 0) {
    const isPlain = called && expression.kind === 'member' && !modules.some(isNoOriginal);
    sites.place(meanings, expression, isPlain ? 'certain' : 'likely', {
      resources: resourcesNamed(name, modules, args, evaluate),
    });
    return;
  }
  const isMade = /^(?:new|with)(?![a-z])/i.test(name);
  const isCall = called || expression.kind === 'index';
  if (
    !isCall ||
    isMade ||
    OF_CLIENTS.has(normalizeName(name)) ||
    modules.some(({ isGuess }) => isGuess === true)
  )
    return;
  if (modules.some(({ library }) => isGoLibrary(library))) {
    if (RAW.test(name)) sites.leave(expression, say('rawCall'), told);
    return;
  }
  sites.name(name);
  sites.leave(expression, unknownMethod(name, modules, knowledge), told);
}

/** What a service client of the libraries in Go sends as it is given. Source: `ServiceClient` of gophercloud and its forks. */
const RAW = /^(?:Get|Post|Put|Patch|Delete|Head|Request)(?:With(?:Body|BodyResp|Response))?$/;

/** Functions of a package that begin so call something. Source: the packages of gophercloud and its forks. */
const CALLING =
  /^(?:List|Get|Show|Query|Create|Add|Update|Modify|Put|Delete|Remove|Batch|Attach|Detach|Bind|Unbind|Start|Stop|Restart|Resize)/;

/** A function of a package in Go, which is given the client: `instances.List(client, opts)`. */
function onPackage(
  { expression, called, args }: Use,
  modules: readonly SdkModule[],
  name: string,
  knowledge: Knowledge,
  sites: Sites,
): void {
  const packages = modules.filter(({ library }) => isGoLibrary(library));
  const meanings = meaningsOf(name, packages, knowledge);
  if (meanings.length > 0) {
    sites.place(meanings, expression, called && !packages.some(isNoOriginal) ? 'certain' : 'likely');
    return;
  }
  const isKnown = packages.some(
    ({ library, service }) => isGoLibrary(library) && isKnownPackage(library, service),
  );
  if (!isKnown || !called || args.length < 2 || !CALLING.test(name) || /(?:Opts|Result|Builder)$/.test(name))
    return;
  const [module] = packages;
  sites.leave(expression, say('packageCall', { name, service: module?.service ?? '' }), {
    client: clientNames(packages),
    services: servicesOf(packages),
  });
}

/** A method of something of which nothing is known. */
function onUnknown(
  { expression, args }: Use,
  name: string,
  modules: readonly SdkModule[],
  knowledge: Knowledge,
  sites: Sites,
  evaluate: Evaluate,
): void {
  const attribute = expression.of.kind === 'member' ? expression.of.name : '';
  const proxies = modules.flatMap((module) =>
    module.library === 'openstacksdk' ? { ...module, service: attribute } : [],
  );
  const viaProxy = meaningsOf(name, proxies, knowledge);
  if (viaProxy.length > 0) {
    sites.place(viaProxy, expression, 'likely');
    return;
  }
  if (proxies.length > 0 && isPartOfConnection(expression.of)) {
    sites.leave(expression, unknownMethod(name, proxies, knowledge), {
      client: clientNames(proxies),
      services: servicesOf(proxies),
      method: name,
    });
    return;
  }
  const given = args.flatMap((arg) => evaluate.all(arg).flatMap((value) => requestedBy(value) ?? []));
  // One variable may hold several requests, one after the other: the one of the method's name is sent.
  const unheard = given.filter(({ operation }) => normalizeName(operation) === normalizeName(name));
  const requests = unheard.length > 0 ? unheard : args.flatMap((arg) => requestedBy(evaluate(arg)) ?? []);
  const named = meaningsOf(
    name,
    modules.filter((module) => mayHaveMethod(module, name)),
    knowledge,
  );
  const asked = requests.flatMap(({ modules: own, operation }) => meaningsOf(operation, own, knowledge));
  const same = named.filter(({ calls }) => asked.some((one) => one.calls[0]?.api === calls[0]?.api));
  const [own] = asked.length > 0 ? [] : unheard;
  if (own !== undefined && !own.modules.some((module) => isUnheardOf(module, knowledge))) {
    leaveUnknown(expression, own, knowledge, sites);
    return;
  }
  if (same.length > 0) sites.place(same, expression, 'likely');
  else sites.place(named, expression, 'doubtful', { method: name });
}

/** Names that connections have: `self.conn.compute`, `cloud.rds`. */
const CONNECTION = /^_?(?:\w*_)?(?:conn(?:ection)?|cloud|sdk|openstack|otc)$/i;

function isPartOfConnection(of: Expression): boolean {
  if (of.kind !== 'member' || !isServiceOfConnection(of.name)) return false;
  return (of.of.kind === 'member' || of.of.kind === 'name') && CONNECTION.test(of.of.name);
}

/** Names of one word mean anything; functions of packages are no methods. */
function mayHaveMethod({ library }: SdkModule, name: string): boolean {
  if (library === 'sdk') return true;
  return !isGoLibrary(library) && /[a-z][A-Z]|_/.test(name);
}

/** A class of the file itself may have been derived from a client elsewhere. */
function mayBeClient(value: Value | undefined): boolean {
  return value === undefined || value.kind === 'own-instance';
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' && !value.text.includes('{}') ? value.text : undefined;
}

function isNoOriginal({ isCopy, library }: SdkModule): boolean {
  return isCopy === true || library === 's3';
}
