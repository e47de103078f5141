import type { Confidence } from '../../catalog/model/model.js';
import { defined } from '../../defined.js';
import type { SdkModule } from '../clients/module.js';
import type { FoundCall, MadeClient, UnplacedCall } from '../found.js';
import { normalizeName } from '../resolve/normal-name.js';
import type { Place } from './code-syntax.js';
import type { Meaning } from './operations.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** What was decided so far, with places in the file. */
export class Sites {
  readonly found: FoundCall[] = [];
  readonly unplaced: UnplacedCall[] = [];
  readonly made: MadeClient[] = [];
  /** Calls that a request may have gone to, and methods that nothing is known of: in one spelling. */
  readonly #named = new Set<string>();
  readonly #path: string;
  readonly #text: string;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  isNamed(name: string): boolean {
    return this.#named.has(normalizeName(name));
  }

  /** `method`: where no more than this name of a method says that it is a call. */
  place(
    meanings: readonly Meaning[],
    at: Place,
    confidence: Confidence,
    { method, resources }: Pick<FoundCall, 'method' | 'resources'> = {},
  ): void {
    const [only, ...others] = meanings;
    for (const { calls } of meanings) for (const { api } of calls) this.name(api);
    if (only === undefined) return;
    if (others.length > 0) {
      const names = meanings.flatMap(({ calls }) => calls.map(({ api }) => api));
      const reason = say('mayBeOneOf', { names });
      this.leave(at, reason, { candidates: names, services: servicesOfNames(names), method });
      return;
    }
    for (const call of only.calls)
      this.found.push({
        ...call,
        ...defined({ resources }),
        possible: only.isPossible,
        method,
        origin: { file: this.#path, line: at.line, confidence },
      });
  }

  leave(
    at: Place,
    reason: string,
    more: Pick<UnplacedCall, 'client' | 'services' | 'candidates' | 'method'>,
  ): void {
    this.unplaced.push({ file: this.#path, line: at.line, text: excerpt(this.#text, at), reason, ...more });
  }

  make(module: SdkModule, at: Place): void {
    this.made.push({ file: this.#path, line: at.line, module });
  }

  name(name: string): void {
    this.#named.add(normalizeName(name.slice(name.indexOf(' ') + 1)));
  }
}

/** `ecs` of `ecs/v2 ListServers`. */
function servicesOfNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => /^([a-z0-9]+)\//.exec(name)?.[1] ?? []))];
}

const MAX_EXCERPT = 80;

/** In one line, as the code has it. */
function excerpt(text: string, { start, end }: Place): string {
  const line = text.slice(start, Math.min(end, start + 4 * MAX_EXCERPT)).replaceAll(/\s+/g, ' ');
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line;
}
