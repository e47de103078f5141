import { requestAt } from '../clients/http-request.js';
import { mentionsCloud } from '../hosts.js';
import type { FoundCall, FoundCalls, UnplacedCall } from '../found.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** Requests that a shell script makes with curl, wget or HTTPie to hosts of these clouds. */
export function findInShell(path: string, text: string): FoundCalls {
  const found: FoundCall[] = [];
  const unplaced: UnplacedCall[] = [];
  const variables = new Map<string, string>();
  for (const { line, command } of commandsOf(text)) {
    for (const [, name = '', value = ''] of command.matchAll(ASSIGNMENT))
      variables.set(name, filled(value.replaceAll(/^["']|["']$/g, ''), variables));
    if (!COMMAND.test(command)) continue;
    const told = filled(command, variables);
    if (!mentionsCloud(told)) continue;
    const address = /https?:\/\/[^\s"'|;&>)]+(?:&[^\s"'|;>)]+)*/.exec(told)?.[0] ?? '';
    const request = requestAt(methodOf(told), address);
    if (request === undefined) continue;
    if (request.api === undefined) {
      unplaced.push({
        file: path,
        line,
        text: command.trim().slice(0, 80),
        reason: say('pathAtRunTime'),
        client: say('requestsTo', { host: request.host }),
        services: request.services,
      });
      continue;
    }
    found.push({
      api: request.api,
      service: request.services[0],
      operation: undefined,
      cloud: request.cloud,
      possible: false,
      origin: { file: path, line, confidence: 'likely' },
    });
  }
  return { found, unplaced, problems: [] };
}

const COMMAND = /(?:^|[\s;&|(`])(?:curl|wget|https?)\s/;
const ASSIGNMENT =
  /(?:^|[\s;])(?:export\s+|local\s+|readonly\s+)?([A-Za-z_]\w*)=("[^"\n]*"|'[^'\n]*'|[^\s"';|&]+)/g;

/** Lines, those that go on in the next one put together; without comments. */
function* commandsOf(text: string): Generator<{ readonly line: number; readonly command: string }> {
  let command = '';
  let start = 1;
  for (const [index, line] of text.split('\n').entries()) {
    if (command === '') start = index + 1;
    if (/^\s*#/.test(line)) continue;
    if (line.endsWith('\\')) {
      command += `${line.slice(0, -1)} `;
      continue;
    }
    yield { line: start, command: `${command}${line}` };
    command = '';
  }
}

/** What variables stand for; `{}` for those that are set elsewhere. */
function filled(text: string, variables: ReadonlyMap<string, string>): string {
  return text
    .slice(0, MAX_LENGTH)
    .replaceAll(
      /\$\{([A-Za-z_]\w*)(?:[^}\w][^}]*)?\}|\$([A-Za-z_]\w*)/g,
      (_, braced?: string, plain?: string) => variables.get(braced ?? plain ?? '') ?? '{}',
    )
    .replaceAll(/\$\([^()]*\)|`[^`]*`/g, '{}')
    .slice(0, MAX_LENGTH);
}

const MAX_LENGTH = 4_000;

/** Source: the manual pages of curl, wget and HTTPie. */
function methodOf(command: string): string {
  const [, named] =
    /(?:-X\s*|--request[= ]\s*|--method[= ]\s*)["']?([A-Z]+)/.exec(command) ??
    /(?:^|\s)https?\s+(?:-\S+\s+)*(GET|POST|PUT|PATCH|DELETE|HEAD)\s/.exec(command) ??
    [];
  if (named !== undefined) return named;
  if (/\s(?:-T|--upload-file)\s/.test(command)) return 'PUT';
  if (/\s(?:-I|--head|--spider)\b/.test(command)) return 'HEAD';
  return /\s(?:-d|--data(?:-\w+)?|-F|--form|--json|--post-data|--post-file)[\s=@'"]/.test(command)
    ? 'POST'
    : 'GET';
}
