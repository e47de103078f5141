/**
 * Types of resources that begin with another service than the actions that take them: `sts:agencies:assume` is of agencies,
 * and these are `iam:…`. Source: support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1275.html (URNs of agencies).
 */
export const RESOURCE_HOMES: Readonly<Record<string, string>> = { 'sts:agency': 'iam:agency' };

/** Whether actions of a service take resources that begin with another one. */
export function takesResourcesOf(service: string, home: string): boolean {
  return Object.entries(RESOURCE_HOMES).some(
    ([own, other]) => own.startsWith(`${service}:`) && other.startsWith(`${home}:`),
  );
}
