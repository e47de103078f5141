/** A call that the cloud refused for want of a permission, as a message of it tells. */
export interface Refusal {
  /** 1-based line of the text where the refusal is told. */
  readonly line: number;
  /** As the message names it; undefined where it names none (OBS, IAM v3, most load balancers between). */
  readonly action: string | undefined;
  /** `GET https://…`, as clients and the Terraform provider log it; undefined where none stands near. */
  readonly api: string | undefined;
  /** The URN that was asked for. */
  readonly resource: string | undefined;
  readonly principal: string | undefined;
  /** An explicit Deny, the lack of an Allow, or neither is said. */
  readonly because: 'explicit-deny' | 'not-allowed' | 'untold';
  /** The kind of policy that the message blames: `identity-based`, `service control`. */
  readonly policyType: string | undefined;
  /** `Ecs.0111`, `PAP5.0012`. */
  readonly code: string | undefined;
}

/**
 * The refusals that a text tells of, in its order, each once: bodies of responses (JSON or XML), messages of SDKs, logs of
 * Terraform, kubectl and controllers, access logs and traces, in English or Chinese. Linear in the text.
 *
 * The wordings are those of the documentation (iam5_faq iam_01_0931, iam_01_1233, iam_01_1244) and of public reports.
 */
export function refusalsIn(text: string): readonly Refusal[] {
  const refusals = new Map<string, Refusal>();
  const records = recordsOf(unescaped(text));
  for (const [index, { line, text: record }] of records.entries()) {
    if (!tellsRefusal(record)) continue;
    const near = [record, records[index - 1]?.text ?? '', records[index + 1]?.text ?? ''];
    const refusal = refusalOf(record, line, near);
    const key = `${refusal.action ?? ''} ${refusal.api ?? ''} ${refusal.resource ?? ''}`;
    if (!refusals.has(key)) refusals.set(key, refusal);
  }
  return merged([...refusals.values()]);
}

/** A body may stand as a string in another, or in HTML. */
function unescaped(text: string): string {
  return text
    .replaceAll(/\\+(["'])/g, '$1')
    .replaceAll(/\\+u0027|\u2019|&#39;|&apos;/g, "'")
    .replaceAll('&quot;', '"');
}

/** A line of a text. */
interface TextRecord {
  readonly line: number;
  readonly text: string;
}

/** Longer lines are no messages that a person pastes; what stands behind is not looked at. */
const LONGEST = 20_000;

function recordsOf(text: string): readonly TextRecord[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.slice(0, LONGEST) }))
    .filter((record) => record.text.trim() !== '');
}

const SAYS = [
  /\b403\b/,
  /\bforbidden\b/i,
  /\b(?:un|not )authorized\b/i,
  /\baccess ?denied\b/i,
  /policy doesn't allow/i,
  /no(?:t have)? (?:enough |sufficient )?permissions?\b/i,
  /insufficient permissions?\b/i,
  /(?:无|没有|缺少|权限不足|未被?授权|拒绝访问|禁止访问|不允许)[^]{0,20}?(?:权限|授权|访问|执行|操作|$)/,
];

function tellsRefusal(text: string): boolean {
  return SAYS.some((pattern) => pattern.test(text));
}

function refusalOf(text: string, line: number, near: readonly string[]): Refusal {
  const first = (pattern: RegExp): string | undefined =>
    near.map((record) => pattern.exec(record)?.[1]).find((match) => match !== undefined);
  return {
    line,
    action: actionIn(text) ?? near.map(actionIn).find((action) => action !== undefined),
    api: near.map(apiIn).find((api) => api !== undefined),
    resource: RESOURCE.exec(text)?.[1],
    principal: PRINCIPAL.exec(text)?.[1],
    because: reasonIn(text),
    policyType: POLICY_TYPE.exec(text)?.[1],
    code: first(CODE),
  };
}

/** Where the message itself names the action, by its wording; then any name of that form that stands by itself. */
const NAMED = [
  /doesn't allow ([\w-]+:[\w*-]*:[\w*-]+)/i,
  /perform(?: action)?:? ([\w-]+:[\w*-]*:[\w*-]+)/i,
  /requested action: ?([\w-]+:[\w*-]*:[\w*-]+)/i,
];
const LOOSE = /(?<![\w:/.-])([A-Za-z][\w-]*:[\w*-]*:[A-Za-z*][\w*-]*)(?![\w:/-])/;

function actionIn(text: string): string | undefined {
  for (const pattern of [...NAMED, LOOSE]) {
    const action = pattern.exec(text)?.[1];
    if (action !== undefined) return action;
  }
  return undefined;
}

const RESOURCE = /\bresource:? ([\w-]+:[\w*-]*:[\w<> *-]*:[\w-]*:[^\s,"']+)/;
const PRINCIPAL = /\bUser: (\S{1,200}) is not authorized/;
const POLICY_TYPE = /(?:no|in (?:an?|the)) ([\w-]+(?: [\w-]+)?) policy/i;
const CODE = /\b([A-Z][A-Za-z]{1,9}\d?\.\d{3,8})\b/;

function reasonIn(text: string): Refusal['because'] {
  if (/explicit(?:ly)? den(?:y|ied)|显式拒绝|明确拒绝/i.test(text)) return 'explicit-deny';
  return /because no|doesn't allow/i.test(text) ? 'not-allowed' : 'untold';
}

const METHOD =
  /\b(GET|PUT|POST|DELETE|PATCH|HEAD)\b["'\s:,\]]{1,4}(?:"?(?:url|uri|path)"?\s*[:=]\s*["']?)?((?:https?:\/\/|\/)[^\s"'\],]+)/;

function apiIn(text: string): string | undefined {
  const [, method, url] = METHOD.exec(text) ?? [];
  return method === undefined || url === undefined ? undefined : `${method} ${url}`;
}

/** A line that only repeats the status beside a line that says more is the same refusal. */
function merged(refusals: readonly Refusal[]): readonly Refusal[] {
  const said = refusals.filter(({ action }) => action !== undefined);
  return refusals.filter(
    ({ action, api, line }) =>
      action !== undefined ||
      (api !== undefined && !said.some((other) => other.api === api)) ||
      (api === undefined && !said.some((other) => Math.abs(other.line - line) <= NEAR)),
  );
}

/** Lines between a status and the body that explains it. */
const NEAR = 5;
