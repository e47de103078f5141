import type { Because } from '../../../src/analysis/verdict.js';
import type { Call } from '../../../src/calls/call.js';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { defined } from '../../../src/defined.js';
import type { JsonValue } from '../../../src/lint/results/lint-record.js';
import type { RuleFinding } from '../../../src/lint/rule-definition.js';
import { spokenTitle } from '../../../src/catalog/model/spoken-title.js';
import { callText, formatSource } from '../../../src/lint/results/workload-record.js';
import { operationUrl } from '../../../src/reference/links.js';
import { related } from './related.js';

/** Why an action is needed, in the parts of a finding: values for the sentence, facts for the record, the places of the calls. */
export interface Reason {
  /** `GET /v1/… (Querying ECSs)` */
  readonly call: string;
  /** How many more calls need it. */
  readonly others: number;
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly related: NonNullable<RuleFinding['related']>;
  /** Where the reference explains the operation of the first call. */
  readonly url: string | undefined;
}

/** @param because at least one reason, as no verdict is without. */
export function reasonOf(because: readonly Because[], catalog: Catalog): Reason {
  const [first] = because;
  if (first === undefined) throw new TypeError('an action that no call needs');
  const { operation, source, scenario, call } = first;
  return {
    call: titledCall(first),
    others: because.length - 1,
    facts: defined({
      api: call.api ?? operation.endpoints[0] ?? null,
      operation: operation.id,
      scenario,
      source: source === undefined ? '' : formatSource(source),
      calls: because.map((one) => callText(one.call)),
    }),
    related: because.map(placeOf),
    url: urlOf(first, catalog),
  };
}

/** `GET /v1/… (Querying ECSs)` */
function titledCall({ call, operation }: Because): string {
  const text = callText(call);
  const title = spokenTitle(operation.title);
  return title === undefined || text.includes(title) ? text : `${text} (${title})`;
}

function placeOf({ call, as, scenario }: Because): Reason['related'][number] {
  if (scenario === undefined && as === 'action') return neededBy(call);
  const when = scenario === undefined ? 'always' : 'sometimes';
  const message = related('neededAs', { call: callText(call), as, when, scenario: scenario ?? '' });
  return { path: call.file, at: call.span, message };
}

/** A call as another place of a finding. */
export function neededBy(call: Call): Reason['related'][number] {
  return { path: call.file, at: call.span, message: related('neededBy', { call: callText(call) }) };
}

/** A page that has an address was published, and so was the reference made from it; what a team adds has no page there. */
function urlOf({ source, operation }: Because, catalog: Catalog): string | undefined {
  return source === undefined || catalog.urlOf(source) === undefined
    ? undefined
    : operationUrl(catalog.cloud, operation.id);
}
