import type { SdkModule } from '../clients/module.js';
import { bucketResources, functionOfUrn, topicResource } from '../resource-names.js';
import type { Expression } from './code-syntax.js';
import type { Evaluate } from './values/values.js';

/**
 * What the arguments of a call name as what it is about: the bucket of a call of OBS, the topic of one of SMN, the
 * function of one of FunctionGraph. Undefined where
 * they name nothing that is known without a run.
 */
export function resourcesNamed(
  method: string,
  modules: readonly SdkModule[],
  args: readonly Expression[],
  evaluate: Evaluate,
): readonly string[] | undefined {
  if (modules.every(({ library }) => library === 'obs' || library === 's3')) {
    // A copy is about two buckets, and a list of buckets about none.
    if (/copy|listbuckets|listAllMy/i.test(method.replaceAll('_', ''))) return undefined;
    const bucket = memberNamed(BUCKET, args, evaluate) ?? firstText(args, evaluate);
    return bucket === undefined ? undefined : bucketResources(bucket);
  }
  const [service] = new Set(modules.map((module) => module.service));
  const member = MEMBERS[service ?? ''];
  const urn = member && memberNamed(member.name, args, evaluate);
  return urn === undefined ? undefined : member?.read(urn);
}

/** `Bucket` of S3 and of the SDKs in JavaScript and Go; `bucketName` of those in Java and Python. */
const BUCKET = /^bucket_?(?:name)?$/i;
/** What names it, by the service that is asked. */
const MEMBERS: Readonly<
  Record<string, { readonly name: RegExp; readonly read: (urn: string) => readonly string[] | undefined }>
> = {
  smn: { name: /^topic_?urn$/i, read: topicResource },
  functiongraph: { name: /^function_?urn$/i, read: functionOfUrn },
};

/** How far what is handed on is followed: `client.send(new GetObjectCommand({ Bucket: "reports" }))`. */
const MOST_LEVELS = 3;

function memberNamed(
  name: RegExp,
  args: readonly Expression[],
  evaluate: Evaluate,
  level = 0,
): string | undefined {
  for (const argument of args) {
    if (argument.kind === 'object')
      for (const [key, value] of argument.members) if (name.test(key)) return textOf(value, evaluate);
    if ((argument.kind === 'new' || argument.kind === 'call') && level < MOST_LEVELS) {
      const inner = memberNamed(name, argument.args, evaluate, level + 1);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

/** `obs.getObject("reports", key)`, `obs.getObject(new GetObjectRequest("reports", key))`. */
function firstText([first]: readonly Expression[], evaluate: Evaluate): string | undefined {
  if (first === undefined) return undefined;
  return first.kind === 'new' ? firstText(first.args, evaluate) : textOf(first, evaluate);
}

function textOf(expression: Expression, evaluate: Evaluate): string | undefined {
  const values = evaluate.all(expression);
  const [value] = values;
  // One of several: what it is then is told by a run.
  return values.length === 1 && value?.kind === 'string' ? value.text : undefined;
}
