import type { Confidence } from '../../catalog/model/model.js';
import type { FoundCall, UnplacedCall } from '../found.js';
import { didYouMean } from '../resolve/near-names.js';
import type { SdkFacts, SdkOperation } from '../sdk/sdk-facts.js';
import { sdkNameOf, sdkNamesNear } from '../sdk/names.js';
import { operationsNamed } from './operations.js';
import type { CodeFacts, Expression, Place, SdkModule, Use } from './code-syntax.js';
import { evaluator, isClient, requestedBy } from './values.js';
import type { Value } from './values.js';

/** Methods of the clients themselves, which call nothing. Source: the base classes of the four SDKs. */
const OF_CLIENTS: ReadonlySet<string> = new Set([
  'getClass',
  'equals',
  'hashCode',
  'toString',
  'wait',
  'notify',
  'notifyAll',
  'bind',
  'call',
  'apply',
  'hasOwnProperty',
  'getHcClient',
  'PreInvoke',
  'GetCredential',
]);

/**
 * The calls that a file shows. On a client it is certain; by a method whose name is a text, or one that is handed on, it is
 * likely; on something unknown it is likely where the request says what is called, and doubtful where no more than the
 * name does. A request that is made and goes to no call that was recognised is a doubtful call.
 */
export function decideCalls(
  path: string,
  text: string,
  facts: CodeFacts,
  sdk: SdkFacts,
): { readonly found: FoundCall[]; readonly unplaced: UnplacedCall[] } {
  const evaluate = evaluator(facts);
  const found: FoundCall[] = [];
  const unplaced: UnplacedCall[] = [];
  const named = new Set<string>();

  const place = (operations: readonly SdkOperation[], at: Place, confidence: Confidence): void => {
    const names = operations.map(sdkNameOf);
    for (const name of names) named.add(name);
    const [api, ...others] = names;
    if (api === undefined) return;
    if (others.length > 0) leave(at, `it may be ${names.join(' or ')}; say which in the manifest`);
    else
      found.push({
        api,
        operation: undefined,
        possible: false,
        origin: { file: path, line: at.line, confidence },
      });
  };

  const leave = (at: Place, reason: string): void => {
    unplaced.push({ file: path, line: at.line, text: excerpt(text, at), reason });
  };

  const onClient = (
    { expression, called }: Use,
    modules: readonly SdkModule[],
    name: string | undefined,
  ): void => {
    if (name === undefined) {
      leave(expression, 'the name of the operation is worked out at run time; list what it may call by hand');
      return;
    }
    const operations = operationsNamed(name, modules, sdk);
    if (operations.length > 0)
      place(operations, expression, called && expression.kind === 'member' ? 'certain' : 'likely');
    else if (
      (called || expression.kind === 'index') &&
      !OF_CLIENTS.has(name) &&
      !/^(?:new|with)(?![a-z])/i.test(name)
    )
      leave(expression, unknownMethod(name, modules, sdk));
  };

  const onUnknown = ({ expression, args }: Use, name: string): void => {
    const operations = operationsNamed(name, facts.modules, sdk);
    const requests = args.flatMap((arg) => requestedBy(evaluate(arg)) ?? []);
    const asked = requests
      .flatMap(({ modules, operation }) => operationsNamed(operation, modules, sdk))
      .filter((operation) => operations.includes(operation));
    place(
      asked.length > 0 ? [...new Set(asked)] : operations,
      expression,
      asked.length > 0 ? 'likely' : 'doubtful',
    );
  };

  for (const use of facts.uses) {
    const { expression, called } = use;
    const [value, receiver] = [evaluate(expression), evaluate(expression.of)];
    const name = expression.kind === 'member' ? expression.name : textOf(evaluate(expression.key));
    // A method may be one that a class of the file has from the client which it is derived from.
    const client = value?.kind === 'method' ? value.of : receiver;
    if (isClient(client)) onClient(use, client.modules, name);
    else if (called && name !== undefined && value === undefined && mayBeClient(receiver))
      onUnknown(use, name);
  }
  for (const creation of facts.creations) {
    if (!isCreation(creation, evaluate)) continue;
    const request = requestedBy(evaluate(creation));
    const operations = request === undefined ? [] : operationsNamed(request.operation, request.modules, sdk);
    if (!operations.some((operation) => named.has(sdkNameOf(operation))))
      place(operations, creation, 'doubtful');
  }
  return { found, unplaced };
}

/** A class of the file itself may have been derived from a client elsewhere. */
function mayBeClient(value: Value | undefined): boolean {
  return value === undefined || value.kind === 'own-instance';
}

/** Whether the object is made here; methods of a request give the request again. */
function isCreation(
  creation: CodeFacts['creations'][number],
  evaluate: (expression: Expression) => Value | undefined,
): boolean {
  return creation.kind === 'new' || evaluate(creation.callee)?.kind === 'class';
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' ? value.text : undefined;
}

function unknownMethod(name: string, modules: readonly SdkModule[], sdk: SdkFacts): string {
  const which = [
    ...new Set(
      modules.map(({ service, version }) => (version === undefined ? service : `${service}/${version}`)),
    ),
  ].join(' or ');
  const near = modules.flatMap(({ service, version }) =>
    sdkNamesNear({ service, version, operation: name }, sdk),
  );
  return `the SDK of ${which} has no such operation${didYouMean([...new Set(near)].slice(0, 3))}`;
}

const MAX_EXCERPT = 80;

/** In one line, as the code has it. */
function excerpt(text: string, { start, end }: Place): string {
  const line = text.slice(start, Math.min(end, start + 4 * MAX_EXCERPT)).replaceAll(/\s+/g, ' ');
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line;
}
