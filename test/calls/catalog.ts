import { createCatalog } from '../../src/catalog/index/memory.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';
import type { Call } from '../../src/calls/call.js';

/** What a test says of an operation; the rest is filled in. */
export type OperationSketch = Pick<Operation, 'id'> & Partial<Operation>;

/** A catalog in memory from operations, each in the file of the service that its id begins with. */
export function catalogOf(
  operations: readonly OperationSketch[],
  services: readonly Partial<ServiceCatalog>[] = [],
): Catalog {
  const byService = new Map<string, Operation[]>();
  for (const { service } of services) if (service !== undefined) byService.set(service, []);
  for (const sketch of operations) {
    const service = sketch.id.slice(0, sketch.id.indexOf('/'));
    const operation = {
      title: { en: sketch.id },
      endpoints: [],
      actions: [],
      dependent_actions: [],
      scenarios: [],
      scope: {},
      sources: [],
      ...sketch,
    };
    byService.set(service, [...(byService.get(service) ?? []), operation]);
  }
  return createCatalog(
    'huaweicloud',
    [...byService].map(([service, own]) => ({
      schema: 1,
      cloud: 'huaweicloud',
      service,
      actions: [],
      ...services.find((one) => one.service === service),
      operations: own,
    })),
  );
}

/** A call as a manifest declares it; text is its `api`. */
export function callOf(call: string | Partial<Call>): Call {
  const position = { line: 1, column: 1, offset: 0 };
  const rest = typeof call === 'string' ? { api: call } : call;
  return {
    api: undefined,
    operation: undefined,
    file: 'app.apis.yaml',
    span: { start: position, end: position },
    possible: false,
    origins: [],
    ...rest,
  };
}
