/**
 * Services, as an SDK, a provider or a host calls them, whose operations the documentation describes under another
 * service, whose actions they need too. Source: the titles of the API references (VPC: publicips, bandwidths, lbaas; KMS
 * and SCM within DEW and CCM; Kafka, RabbitMQ and RocketMQ within DMS), and Open Telekom Cloud's Resource Management Service.
 */
const DOCUMENTED_IN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    eip: ['vpc'],
    config: ['rms'],
    vpc: ['eip', 'elb'],
    lb: ['elb'],
    dew: ['kms'],
    csms: ['kms'],
    kps: ['kms'],
    ccm: ['scm'],
    kafka: ['dms'],
    rabbitmq: ['dms'],
    rocketmq: ['dms'],
    dc: ['dcaas'],
    dcaas: ['dc'],
    rfs: ['rf'],
    aos: ['rf'],
    antiddos: ['anti-ddos'],
    gaussdb: ['gaussdbformysql'],
    taurusdb: ['gaussdb', 'gaussdbformysql'],
    gaussdbforopengauss: ['gaussdb'],
    gaussdbfornosql: ['nosql'],
    geminidb: ['nosql'],
  }),
);

/** The services of a catalog that may describe an SDK service: its own, then those that it is documented in. */
export function servicesDescribing(sdkService: string): readonly string[] {
  return [sdkService, ...(DOCUMENTED_IN.get(sdkService) ?? [])];
}

/** Whether an operation, by its catalog id, is one of an SDK service. */
export function isOperationOf(id: string, sdkService: string): boolean {
  return servicesDescribing(sdkService).some((service) => id.startsWith(`${service}/`));
}
