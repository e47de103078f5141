import type { Because } from '../../src/analysis/verdict.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { JsonValue } from '../../src/lint/results/lint-record.js';
import type { RuleFinding } from '../../src/lint/rule-contract.js';
import { callText, formatSource, titleOf } from '../../src/lint/results/workload-record.js';
import { operationUrl } from '../../src/reference/links.js';

/** Why an action is needed, in the parts of a finding: values for the sentence, facts for the record, the places of the calls. */
export interface Reason {
  /** `GET /v1/… (Querying ECSs)`, and how many more calls need it. */
  readonly call: string;
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly related: NonNullable<RuleFinding['related']>;
  /** Where the reference explains the operation of the first call. */
  readonly url: string | undefined;
}

export function reasonOf(because: readonly Because[], catalog: Catalog): Reason {
  const [first] = because;
  if (first === undefined) return { call: 'a declared call', facts: {}, related: [], url: undefined };
  const { operation, source, scenario, call } = first;
  const title = titleOf(operation);
  const others = because.length - 1;
  return {
    call: `${callText(call)}${title === undefined || callText(call).includes(title) ? '' : ` (${title})`}${others === 0 ? '' : ` and ${others} more ${others === 1 ? 'call' : 'calls'}`}`,
    facts: {
      api: call.api ?? operation.endpoints[0] ?? null,
      operation: operation.id,
      ...(scenario === undefined ? {} : { scenario }),
      source: source === undefined ? '' : formatSource(source),
      calls: because.map((one) => callText(one.call)),
    },
    related: because.map((one) => ({
      path: one.call.file,
      at: one.call.span,
      message: `${callText(one.call)} needs it${one.as === 'dependency' ? ' as a dependency' : ''}${one.scenario === undefined ? '' : ` ("${one.scenario}")`}`,
    })),
    // A page that has an address was published, and so was the reference made from it; what a team adds has no page there.
    url:
      source === undefined || catalog.urlOf(source) === undefined
        ? undefined
        : operationUrl(catalog.cloud, operation.id),
  };
}
