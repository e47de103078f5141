import { rules } from '../../../rules/registry.js';
import { sdkFacts } from '../../calls/sdk/sdk-facts.js';
import { everyTerraformType } from '../../calls/terraform/terraform-facts.js';
import { groupBy } from '../../reference/cloud-facts.js';
import type { SearchSources } from '../../reference/search/build-index.js';
import type { TerraformFacts } from '../../reference/search/other-rows.js';

/** What can be looked up besides the catalogs: names of the SDKs, Terraform types and rules. Reads all of them. */
export function searchSources(): Required<SearchSources> {
  return (sources ??= {
    sdk: sdkFacts(),
    terraform: terraformFacts(),
    rules: rules.map(({ id, docs }) => ({ id, description: docs.description })),
  });
}

let sources: Required<SearchSources> | undefined;

/** Resources and data sources of one name are one type. */
function terraformFacts(): TerraformFacts[] {
  const types = groupBy(everyTerraformType(), ({ type }) => type);
  return Array.from(types, ([type, kinds]) => {
    const requests = kinds.flatMap((one) => one.requests);
    const services = [...groupBy(requests, ({ service }) => service)]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([service]) => service);
    return { type, services, requests: requests.length };
  });
}
