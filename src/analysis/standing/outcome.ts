import type { Confidence } from '../../catalog/model/model.js';
import type { Request } from '../../policy/requests/request.js';
import type { Conditional, GrantSite, Stop } from '../verdict.js';

/** How a needed action stands with what the policies grant together. */
export interface Standing {
  readonly status: 'granted' | 'missing' | 'denied' | 'conditional';
  /** Where it is denied, or what makes it conditional; empty otherwise. */
  readonly sites: readonly GrantSite[];
  readonly why: Conditional['why'];
  /** Where a Deny with limits names it, whatever its status. */
  readonly limitedDenies: readonly GrantSite[];
  /** The catalog does not tell what the action is called in this generation: it is judged by a name that may not be meant. */
  readonly isGuess: boolean;
  /** Of a call that says what its requests are: one that is refused, where others for the action are not. */
  readonly request?: Request;
  /** Where requests for it are granted that are not the call's. */
  readonly elsewhere?: readonly GrantSite[];
  /** Condition keys that decide, and of which the call says nothing; there where it says something of its requests. */
  readonly keys?: readonly string[];
  /** Boundaries that stop what the policies grant; there where they do. */
  readonly stops?: readonly Stop[];
  /** How sure it is that the requests are those that it was decided for. */
  readonly certainty?: Confidence;
}
