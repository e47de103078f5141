import { RESOURCE_SERVICES, scopeOf } from './services.js';

/**
 * Prefixes of actions that are in use beside those that a catalog documents. Sources: the modules of huaweicloud-sdk-go-v3, which are
 * named as the prefixes are, and the documentation of custom policies of Huawei Cloud and Open Telekom Cloud.
 */
const NAMES: ReadonlySet<string> = new Set([
  'aad', 'aca', 'anc', 'antiddos', 'aom', 'aos', 'apic', 'apig', 'apm', 'as', 'asm', 'astrozero', 'bcc', 'bcs', 'billing', 'bms', 'bss', 'bssintl', 'cae', 'cbh', 'cbr', 'cbs', 'cc', 'cce', 'cci', 'ccm', 'cdm', 'cdn', 'ces', 'cfw', 'cgs',
  'cloudide', 'cloudpond', 'cloudrtc', 'cloudtable', 'cloudtest', 'cms', 'cnad', 'coc', 'codeartsartifact', 'codeartsbuild', 'codeartscheck', 'codeartsdeploy', 'codeartsgovernance', 'codeartsinspector', 'codeartspipeline', 'codeartsrepo',
  'config', 'cpcs', 'cph', 'cpts', 'csbs', 'cse', 'csms', 'css', 'cts', 'das', 'dataartsfabric', 'dataartsstudio', 'dayu', 'dbss', 'dc', 'dcaas', 'dcc', 'dcs', 'ddm', 'dds', 'deh', 'devcloud', 'devstar', 'dgc', 'dis', 'dlf', 'dli', 'dlv',
  'dms', 'dns', 'drs', 'dsc', 'dss', 'dwr', 'dws', 'ec', 'ecs', 'edgesec', 'eg', 'eihealth', 'eip', 'elb', 'eps', 'er', 'esw', 'evs', 'frs', 'functiongraph', 'ga', 'gaussdb', 'gaussdbfornosql', 'gaussdbforopengauss', 'geip', 'ges', 'gsl',
  'hilens', 'hss', 'iam', 'iamaccessanalyzer', 'identitycenter', 'identitystore', 'idme', 'iec', 'ief', 'imagesearch', 'ims', 'iotanalytics', 'iotda', 'iotdm', 'iotedge', 'ivs', 'kms', 'koomessage', 'koophone', 'kps', 'kvs', 'lakeformation',
  'live', 'lts', 'mapds', 'mas', 'meeting', 'moderation', 'modelarts', 'modelartsinsights', 'mpc', 'mrs', 'msgsms', 'mssi', 'mtd', 'nat', 'nlp', 'obs', 'ocr', 'octopus', 'oms', 'oneaccess', 'optverse', 'organizations', 'oroas', 'osm', 'projectman', 'ram', 'rds',
  'res', 'rf', 'rfs', 'rgc', 'rms', 'roma', 'sa', 'scm', 'sdrs', 'secmaster', 'servicestage', 'sfs', 'sfsturbo', 'sis', 'smn', 'sms', 'sts', 'swr', 'taurusdb', 'tics', 'tms', 'ucs', 'ugo', 'vas', 'vbs', 'vcm', 'vod', 'vpc', 'vpcep', 'vpn',
  'vss', 'waf', 'webscan', 'wks', 'workspace',
]);

/** Whether a prefix is known to be in use, whatever its case. */
export function isServiceName(name: string): boolean {
  const folded = name.toLowerCase();
  return NAMES.has(folded) || scopeOf(folded) !== undefined || Object.hasOwn(RESOURCE_SERVICES, folded);
}
