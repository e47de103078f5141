/**
 * SDK services whose operations the documentation describes under another service, whose actions they need too.
 * Source: the VPC API references (publicips, bandwidths) and Open Telekom Cloud's Resource Management Service.
 */
const DOCUMENTED_IN: ReadonlyMap<string, string> = new Map([
  ['eip', 'vpc'],
  ['config', 'rms'],
]);

/** The services of a catalog that may describe an SDK service: its own, then the one that it is documented in. */
export function servicesDescribing(sdkService: string): readonly string[] {
  const other = DOCUMENTED_IN.get(sdkService);
  return other === undefined ? [sdkService] : [sdkService, other];
}

/** Whether an operation, by its catalog id, is one of an SDK service. */
export function isOperationOf(id: string, sdkService: string): boolean {
  return servicesDescribing(sdkService).some((service) => id.startsWith(`${service}/`));
}
