import { en } from '../../../src/wording/en/related.js';
import { speaker } from '../../../src/wording/speaker.js';

/** What another place has to do with a finding. */
export const related = speaker('related', en);
