import type { Problem } from '../../problem.js';

/** How another catalog changes what is said about a manifest or a policy. */
export interface Impact {
  /** A manifest, or a policy that no manifest covers. */
  readonly path: string;
  /** A call would be refused that is allowed, or known to be allowed, with the old catalog. */
  readonly breaks: boolean;
  readonly changes: readonly ImpactChange[];
}

export interface ImpactChange {
  readonly kind: 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven' | 'finding';
  readonly change: 'new' | 'gone';
  /** The action, wildcard, call or message that it is about. */
  readonly subject: string;
  /** Why: the operations that need it, or the reason. */
  readonly because: readonly string[];
}

export interface ImpactResult {
  readonly impacts: readonly Impact[];
  /** Manifests and policies that were judged with both catalogs. */
  readonly judged: number;
  readonly problems: readonly Problem[];
}
