import type {
  AccessRecord,
  ChangeRecord,
  ChangesRecord,
  GrantedRecord,
  WitnessRecord,
} from '../lint/results/change-record.js';
import { en } from '../wording/en/report.js';
import { paragraphOf, speaker } from '../wording/speaker.js';

const say = speaker('report', en);

/** One kind of change, and what it happened to. The texts of `items` are untrusted. */
export interface ChangeLine {
  readonly label: string;
  /** Whether a reviewer must look (more is granted), something breaks, or it is good to know. */
  readonly weight: 'grant' | 'break' | 'note';
  readonly items: readonly string[];
}

/** How a format puts untrusted text, and words of ours, into a sentence. */
export interface ChangePlaces {
  readonly name: (text: string) => string;
  readonly code: (text: string) => string;
  readonly words: (text: string) => string;
}

/** Which revision it is that was compared with. */
export function comparedWith(changes: ChangesRecord, { code }: Pick<ChangePlaces, 'code'>): string {
  const revision = code(changes.since);
  return changes.commit === changes.since
    ? say('comparedWith', { revision })
    : say('comparedWithCommit', { revision, commit: code(shortCommit(changes)) });
}

/** A workload or a policy, and what happened to it in short. */
export function changeEntry(change: ChangeRecord, { name, code, words }: ChangePlaces): string {
  const places = {
    name: name(change.name),
    formerly: change.formerly === undefined ? [] : [code(change.formerly)],
    headline: words(changeHeadline(change)),
  };
  return change.kind === 'workload' && change.policies.length > 0
    ? say('entryWithPolicies', { ...places, policies: change.policies.map(code) })
    : say('entry', places);
}

/** `grants 2 new actions; 1 newly missing`, after the name of a workload or policy. Our own words. */
export function changeHeadline(change: ChangeRecord): string {
  const { state, gained, altered, unmeasured, missing, denied, lost } = change;
  const fresh = [
    ...counted('grantsNew', gained),
    ...counted('grantsOtherwise', altered),
    ...counted('grantsUnmeasured', unmeasured.added),
  ];
  const rest = [
    ...counted('grantsLost', lost),
    ...counted('newlyMissingCount', missing.added),
    ...counted('newlyDeniedCount', denied.added),
  ];
  if (state === 'removed') return say('removed', { rest: [...fresh, ...rest] });
  return say(state, { grants: fresh.length > 0 ? fresh : [withoutNewActions(change)], rest });
}

/** Where no action of a catalog is new: what is to be said of the requests. */
function withoutNewActions({ access, unmeasurable }: ChangeRecord): string {
  const decided = access === undefined ? undefined : DIRECTIONS[access.direction];
  if (decided !== undefined) return say(decided);
  if (access?.undecided.gained !== undefined || access?.direction === 'unknown')
    return access.gained === undefined
      ? say('allowsUndecided', { stop: access.undecided.gained ?? '' })
      : say('allowsMore');
  return unmeasurable ? say('grantsNothingToIdentities') : say('grantsNothing');
}

/** Of those that are decided and that say more than “nothing new”. */
const DIRECTIONS: Readonly<
  Partial<Record<AccessRecord['direction'], 'allowsMore' | 'allowsMoreAndLess' | 'allowsLess'>>
> = { wider: 'allowsMore', incomparable: 'allowsMoreAndLess', narrower: 'allowsLess' };

/** `ecs:servers:list on ecs:::server:x with g:mfapresent = false (app.json:4)`. */
export function witnessText({ action, resource, context, policy, line }: WitnessRecord): string {
  const keys = Object.entries(context).map(([key, values]) => say('witnessKey', { key, values }));
  return say('witness', { action, resource, context: keys, place: `${policy}:${String(line)}` });
}

/** A list of actions that are new, or gone, says more than one request of them. */
function witnessLines({ access, ...actions }: ChangeRecord): readonly ChangeLine[] {
  const gained = actions.gained.length > 0 ? undefined : access?.gained;
  const lost = actions.lost.length > 0 ? undefined : access?.lost;
  const stops = Object.values(access?.undecided ?? {});
  return [
    { label: say('allowsNow'), weight: 'grant', items: gained === undefined ? [] : [witnessText(gained)] },
    { label: say('allowedBefore'), weight: 'note', items: lost === undefined ? [] : [witnessText(lost)] },
    { label: say('notDecided'), weight: 'grant', items: [...new Set(stops)] },
  ];
}

/** The kinds of change that there are, what matters most first. */
export function changeLines(change: ChangeRecord): readonly ChangeLine[] {
  const { gained, lost, altered, unmeasured, missing, denied, conditional, excess, unproven } = change;
  const lines: ChangeLine[] = [
    ...witnessLines(change),
    { label: say('newGrants'), weight: 'grant', items: withStatus(gained, 'granted') },
    { label: say('newGrantsOnConditions'), weight: 'grant', items: withStatus(gained, 'conditional') },
    { label: say('grantedOtherwise'), weight: 'grant', items: altered },
    { label: say('newUnmeasured'), weight: 'grant', items: unmeasured.added },
    { label: say('newlyMissing'), weight: 'break', items: missing.added },
    { label: say('newlyDenied'), weight: 'break', items: denied.added },
    { label: say('lostGrants'), weight: 'note', items: withStatus(lost, 'granted') },
    { label: say('lostGrantsOnConditions'), weight: 'note', items: withStatus(lost, 'conditional') },
    { label: say('goneUnmeasured'), weight: 'note', items: unmeasured.removed },
    { label: say('newlyInExcess'), weight: 'note', items: excess.added },
    { label: say('newlyConditional'), weight: 'note', items: conditional.added },
    { label: say('newlyUnproven'), weight: 'note', items: unproven.added },
    { label: say('noLongerMissing'), weight: 'note', items: missing.removed },
    { label: say('noLongerDenied'), weight: 'note', items: denied.removed },
    { label: say('noLongerInExcess'), weight: 'note', items: excess.removed },
    { label: say('noLongerConditional'), weight: 'note', items: conditional.removed },
    { label: say('noLongerUnproven'), weight: 'note', items: unproven.removed },
    {
      label: say('newlyCalled'),
      weight: 'note',
      items: change.calls.flatMap(({ call, before }) => (before === undefined ? [call] : [])),
    },
    {
      label: say('noLongerCalled'),
      weight: 'note',
      items: change.calls.flatMap(({ call, after }) => (after === undefined ? [call] : [])),
    },
  ];
  return lines.filter(({ items }) => items.length > 0);
}

/** What came of the comparison as a whole, in sentences; empty where there is nothing to say. */
export function changesSentences({ entries, unchanged, findings }: ChangesRecord): string {
  const { introduced, resolved } = findings;
  return paragraphOf([
    ...(entries.length === 0 ? [say('nothingDifferent')] : []),
    ...(introduced > 0 ? [say('introduced', { count: introduced })] : []),
    ...(resolved > 0 ? [say('resolved', { count: resolved })] : []),
    ...(unchanged > 0
      ? [say(entries.length > 0 ? 'othersUnchanged' : 'unchanged', { count: unchanged })]
      : []),
  ]);
}

/** `1a2b3c4d`, as far as people read a commit. */
export function shortCommit({ commit }: ChangesRecord): string {
  return commit.slice(0, 8);
}

function withStatus(grants: readonly GrantedRecord[], wanted: GrantedRecord['status']): readonly string[] {
  return grants.flatMap(({ action, status }) => (status === wanted ? [action] : []));
}

type Counting =
  | 'grantsNew'
  | 'grantsOtherwise'
  | 'grantsUnmeasured'
  | 'grantsLost'
  | 'newlyMissingCount'
  | 'newlyDeniedCount';

/** A phrase where there is something to count. */
function counted(key: Counting, { length: count }: readonly unknown[]): readonly string[] {
  return count > 0 ? [say(key, { count })] : [];
}
