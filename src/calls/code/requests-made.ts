import type { SdkModule } from '../clients/module.js';
import type { CallExpression, CodeFacts, Expression, NewExpression, Place } from './code-syntax.js';
import { meaningsOf } from './operations.js';
import type { Knowledge } from './operations.js';
import type { Sites } from './sites.js';
import { clientNames, servicesOf } from './told-client.js';
import { unknownMethod } from './unknown-method.js';
import type { Value } from './values/code-value.js';
import { isClient, requestedBy } from './values/client-values.js';

/** A request that is made, and that no call was recognised to send. */
export function onCreation(
  creation: CallExpression | NewExpression,
  knowledge: Knowledge,
  sites: Sites,
  evaluate: (expression: Expression) => Value | undefined,
): void {
  const made = evaluate(creation);
  if (isClient(made)) for (const module of made.modules) sites.make(module, creation);
  if (!isCreation(creation, evaluate)) return;
  if (made?.kind === 'instance' && /.Command$/.test(made.name) && knowledge.isS3Obs) {
    const modules = made.modules.filter(({ library }) => library === 's3');
    sites.place(meaningsOf(made.name, modules, knowledge), creation, 'likely');
  }
  const request = requestedBy(made);
  if (request === undefined || sites.isNamed(request.operation)) return;
  const meanings = meaningsOf(request.operation, request.modules, knowledge);
  if (meanings.length > 0) sites.place(meanings, creation, 'doubtful');
  else if (isVerb(request.operation, request.modules, knowledge))
    leaveUnknown(creation, request, knowledge, sites);
}

/** A request of an operation that the SDK does not have, as far as is known. */
export function leaveUnknown(
  at: Place,
  { operation, modules }: { readonly operation: string; readonly modules: readonly SdkModule[] },
  knowledge: Knowledge,
  sites: Sites,
): void {
  sites.name(operation);
  sites.leave(at, unknownMethod(operation, modules, knowledge), {
    client: clientNames(modules),
    services: servicesOf(modules),
  });
}

/** Whether it begins as operations do: classes of what a request holds are called `InstanceRequest` too. */
function isVerb(operation: string, modules: readonly SdkModule[], knowledge: Knowledge): boolean {
  const [verb] = /^[A-Z]?[a-z]+/.exec(operation) ?? [];
  return modules.some(
    (module) =>
      !isUnheardOf(module, knowledge) &&
      knowledge.sdk
        .operations(module.service)
        .some(({ name }) => verb !== undefined && name.startsWith(verb)),
  );
}

/** Its import is listed already, or it is a guess that it is one. */
export function isUnheardOf({ service, isGuess }: SdkModule, { sdk }: Knowledge): boolean {
  return isGuess === true || sdk.operations(service).length === 0;
}

/** Whether the object is made here; methods of a request give the request again. */
function isCreation(
  creation: CodeFacts['creations'][number],
  evaluate: (expression: Expression) => Value | undefined,
): boolean {
  return creation.kind === 'new' || evaluate(creation.callee)?.kind === 'class';
}
