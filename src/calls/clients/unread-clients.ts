import type { UnreadClient } from '../found.js';
import { CLOUD_HOST, cloudHost, mentionsCloud } from '../hosts.js';

/** A library, or a command, that calls these clouds, and whose calls are not read. */
interface Client {
  readonly name: string;
  /** Files that may use it. */
  readonly files: RegExp;
  /** How a line says that it is used; the first group, if any, is the service. */
  readonly uses: RegExp;
  /** What is found is a host of these clouds, which says the service. */
  readonly isHost?: boolean;
  /** It serves other clouds too: counts only where the file names a host of these (`here`), or where it names none (`elsewhere`). */
  readonly host?: 'here' | 'elsewhere';
  /** Something that the file must hold besides. */
  readonly needs?: RegExp;
  /** Where the line does not say it. */
  readonly service?: string;
}

const JVM = /\.(?:kts?|scala|groovy|clj)$/i;
const CSHARP = /\.(?:cs|fs|vb)$/i;
const NATIVE = /\.(?:c|cc|cpp|cxx|h|hpp|m|mm|swift)$/i;
const SHELL = /\.(?:sh|bash|zsh|ps1)$/i;

/** How an endpoint is given to a client of S3 that is no text. Source: the API references of the AWS SDKs and of MinIO. */
const S3_ELSEWHERE: readonly Pick<Client, 'files' | 'needs' | 'uses'>[] = [
  {
    files: /\.py$/i,
    needs: /^\s*(?:import|from)\s+(?:aio)?(?:boto3|minio)\b/m,
    uses: /\bendpoint_url["']?\s*[=:]\s*(?!["']|None\b|=)|\bMinio\(\s*(?:endpoint\s*=\s*)?(?!["')])\w/,
  },
  {
    files: /\.[cm]?[jt]sx?$/i,
    needs: /["'](?:aws-sdk(?:\/[^"']*)?|@aws-sdk\/client-s3|minio)["']/,
    uses: /\bend[Pp]oint\s*(?::\s*(?!["'`]|string\b|undefined\b)|,)/,
  },
  {
    files: /\.go$/i,
    needs: /"github\.com\/(?:aws\/aws-sdk-go(?:-v2)?\/service\/s3|minio\/minio-go(?:\/v\d+)?)"/,
    uses: /\b(?:BaseEndpoint|Endpoint)\s*[:=]\s*(?:aws\.String\()?(?!["=]|aws\.String\()\w|\bminio\.New\((?!")/,
  },
  {
    files: /\.java$/i,
    needs: /\b(?:com\.amazonaws\.services\.s3|software\.amazon\.awssdk\.services\.s3|io\.minio)\b/,
    uses: /\bendpointOverride\((?!URI\.create\(")|\bEndpointConfiguration\((?!")\w|\.endpoint\((?!")\w|\.setEndpoint\((?!")\w/,
  },
];

/** Source: the documentation and the repositories of each. */
const CLIENTS: readonly Client[] = [
  { name: 'huaweicloud-sdk for .NET', files: CSHARP, uses: /\bHuaweiCloud\.SDK\.(\w+)/ },
  { name: 'huaweicloud-sdk for PHP', files: /\.php$/i, uses: /\bHuaweiCloud\\+SDK\\+(\w+)/ },
  { name: 'huaweicloud-sdk for C++', files: NATIVE, uses: /#include\s*[<"]huaweicloud\/(\w+)/ },
  { name: 'huaweicloud-sdk in another language of Java', files: JVM, uses: /\bcom\.huaweicloud\.sdk\.(\w+)/ },
  { name: 'the OBS SDK for .NET', files: CSHARP, uses: /^\s*using\s+(OBS)\b/ },
  { name: 'the OBS SDK for PHP', files: /\.php$/i, uses: /\b(Obs)\\+ObsClient\b/ },
  { name: 'the OBS SDK for C', files: NATIVE, uses: /#include\s*[<"]eSDK(OBS)\.h/ },
  { name: 'the OBS SDK for iOS', files: NATIVE, uses: /\b(OBS)(?:Client|Framework)\b/ },
  { name: 'the OBS SDK in another language of Java', files: JVM, uses: /\bcom\.(obs)\.services\b/ },
  {
    name: 'gophercloud',
    files: /\.go$/i,
    uses: /"github\.com\/gophercloud\/gophercloud(?:\/v\d+)?(?:\/openstack\/[\w/-]*)?"/,
  },
  {
    name: 'the Ansible collection opentelekomcloud.cloud',
    files: /\.ya?ml$/i,
    uses: /^\s*(?:- )?opentelekomcloud\.cloud\.\w+:/,
  },
  {
    name: 'the OpenStack command',
    files: SHELL,
    uses: /(?:^|[\s;&|(`])openstack\s+(?:--os-\S+\s+)*[a-z][a-z-]*\s+[a-z]/,
  },
  { name: 'hcloud (KooCLI)', files: SHELL, uses: /(?:^|[\s;&|(`])hcloud\s+([A-Z]\w*)\s+[A-Z]/ },
  { name: 'obsutil', files: SHELL, uses: /(?:^|[\s;&|(`])(obs)util\s+[a-z]/ },
  {
    name: 'the AWS command',
    files: SHELL,
    uses: /(?:^|[\s;&|(`])aws\s+(?:\S+\s+)*?s3(?:api)?\s/,
    host: 'here',
  },
  {
    name: 'botocore and its like',
    files: /\.py$/i,
    uses: /^\s*(?:import|from)\s+(?:[\w., ]+,\s*)?(?:aioboto3|aiobotocore|botocore|s3fs|smart_open|obstore)\b/,
    host: 'here',
  },
  {
    name: 'a resource of boto3',
    files: /\.py$/i,
    uses: /\.resource\(\s*["']s3["']/,
    host: 'here',
    service: 'obs',
  },
  {
    name: 'a transfer manager of S3',
    files: /\.(?:go|[cm]?[jt]sx?|java)$/i,
    uses: /["/]s3\/(?:s3manager|manager|transfermanager)"|["']@aws-sdk\/lib-storage["']|\b(?:amazonaws\.services\.s3|awssdk)\.transfer\b/,
    host: 'here',
    service: 'obs',
  },
  ...S3_ELSEWHERE.map((client): Client => ({
    name: 'an S3 client at an endpoint that is not written here',
    host: 'elsewhere',
    service: 'obs',
    ...client,
  })),
  {
    name: 'a program in a language that is not read',
    files:
      /\.(?:rb|php|pl|pm|rs|lua|dart|exs?|erl|hs|jl|r|kts?|scala|groovy|clj|cs|fs|vb|c|cc|cpp|cxx|m|mm|swift|ps1|bat)$/i,
    uses: new RegExp(CLOUD_HOST.source, 'i'),
    isHost: true,
    host: 'here',
  },
  {
    name: 'Hadoop',
    files: /\.(?:java|scala|py|xml|conf|properties)$/i,
    uses: /\bfs\.(obs)\.(?:endpoint|access\.key)\b|\borg\.apache\.hadoop\.fs\.obs\b/,
  },
];

/** Files that are read for no more than the libraries that they use. */
export function mayUseUnreadClient(path: string): boolean {
  return CLIENTS.some(({ files }) => files.test(path));
}

/** The libraries that a file uses and whose calls are not read, each once for a service, at the first line that uses it. */
export function unreadClientsIn(path: string, text: string): readonly UnreadClient[] {
  const candidates = CLIENTS.filter(
    ({ files, host, needs }) =>
      files.test(path) &&
      needs?.test(text) !== false &&
      (host === undefined || mentionsCloud(text) === (host === 'here')),
  );
  if (candidates.length === 0) return [];
  const found = new Map<string, UnreadClient>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > MAX_LINE || COMMENT.test(line)) continue;
    for (const client of candidates) {
      const use = useIn(line, client);
      if (use === undefined || use.service === 'core') continue;
      const key = `${client.name} ${use.service ?? ''}`;
      if (!found.has(key))
        found.set(key, { file: path, line: index + 1, client: client.name, cloud: undefined, ...use });
    }
  }
  return [...found.values()];
}

/** How a line uses a client: of which service, as far as it says so. */
function useIn(
  line: string,
  { uses, service, isHost }: Client,
): { readonly service: string | undefined } | undefined {
  const match = uses.exec(line);
  if (match === null) return undefined;
  if (isHost === true) {
    const host = cloudHost(match[0]);
    return host === undefined ? undefined : { service: host.service };
  }
  const named = match.slice(1).join('').toLowerCase();
  return { service: named === '' ? service : named };
}

/** Longer lines are generated. */
const MAX_LINE = 2_000;

const COMMENT = /^\s*(?:\/\/|\*|#(?!include))/;
