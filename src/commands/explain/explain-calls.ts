import { nearNames } from '../../calls/resolve/near-names.js';
import { parseSdkName, sdkNameOf, sdkOperations } from '../../calls/sdk/names.js';
import { sdkFacts } from '../../calls/sdk/sdk-facts.js';
import { terraformTypeNames, terraformTypes } from '../../calls/terraform/terraform-facts.js';

/** What a name stands for that the catalogs do not have: the endpoints that an SDK operation or a Terraform type calls. */
export interface NamedCalls {
  readonly kind: 'sdk' | 'terraform';
  readonly calls: readonly NamedCall[];
}

export interface NamedCall {
  /** `ecs/v2 ListServersDetails`, `resource huaweicloud_compute_instance`. */
  readonly by: string;
  /** Of what a Terraform type calls; the name of an SDK operation says it itself. */
  readonly service?: string;
  readonly endpoint: string;
}

/** Undefined where the text is no name of an SDK operation and no Terraform type; without calls where the type is not known. */
export function namedCalls(text: string): NamedCalls | undefined {
  if (TERRAFORM.test(text)) {
    const calls = terraformTypes(text).flatMap(({ kind, type, requests }) =>
      requests.map(({ service, endpoint }) => ({ by: `${kind} ${type}`, service, endpoint })),
    );
    return { kind: 'terraform', calls };
  }
  const name = parseSdkName(text);
  const operations = name === undefined ? [] : sdkOperations(name, sdkFacts());
  return operations.length === 0
    ? undefined
    : {
        kind: 'sdk',
        calls: operations.map((operation) => ({
          by: sdkNameOf(operation),
          endpoint: operation.endpoint,
        })),
      };
}

/** The providers of the clouds; facts are at hand for the types of the first two. */
const TERRAFORM = /^(?:huaweicloud|opentelekomcloud|flexibleengine)_[a-z0-9_]+$/;

export function typesNear(text: string): string[] {
  return nearNames(text, terraformTypeNames());
}
