import type { Confidence } from '../../catalog/model/model.js';
import type { ManifestText, Value } from './manifest-text.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'doubtful'];

/** `certain` where nothing is written. */
export function readConfidence(value: Value | undefined, source: ManifestText): Confidence {
  const text = source.string(value, 'confidence: likely');
  const confidence = CONFIDENCES.find((known) => known === text);
  if (text !== undefined && confidence === undefined)
    source.complain(say('noConfidence', { known: CONFIDENCES }), value);
  return confidence ?? 'certain';
}
