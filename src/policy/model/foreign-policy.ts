import type { Span } from '../../span.js';
import type { RootNode } from './ast.js';
import { recognise } from './view.js';

/** A policy in a language that is not judged, and where it stands. */
export interface ForeignPolicy {
  /** The cloud whose language it is; or a bucket or topic policy of our clouds. */
  readonly language: string;
  readonly address?: string;
  readonly loc: Span;
}

/** What a root is where it is a policy that is not judged as ours; undefined for any other. */
export function foreignPolicy(root: RootNode): ForeignPolicy | undefined {
  const language = languageOf(root);
  if (language === undefined) return undefined;
  const { address, loc } = root;
  return address === undefined ? { language, loc } : { language, address, loc };
}

function languageOf(root: RootNode): string | undefined {
  const recognition = recognise(root);
  if (!recognition.ok) return recognition.why === 'foreign' ? recognition.cloud : undefined;
  return OTHER_GRAMMARS.get(recognition.kind);
}

/** Kinds of our clouds that have a grammar of their own. */
const OTHER_GRAMMARS: ReadonlyMap<string, string> = new Map([
  ['bucket-policy', 'OBS bucket policy'],
  ['topic-policy', 'SMN topic policy'],
]);
