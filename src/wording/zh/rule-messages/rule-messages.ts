import type { Sentences } from '../../speaker.js';
import { access } from './access-rules.js';
import { calls } from './calls-rules.js';
import { danger } from './danger-rules.js';
import { limits } from './limit-rules.js';
import { migration } from './migration-rules.js';
import { noEffect } from './no-effect-rules.js';
import { suppression } from './suppression-rules.js';
import { validity } from './validity-rules.js';
import { DESCRIPTIONS } from './descriptions.js';

/** What rules say, by room: their messages, and what they report under `description`. */
export const RULES: Readonly<Record<string, Sentences>> = Object.fromEntries(
  Object.entries({
    ...access,
    ...calls,
    ...danger,
    ...limits,
    ...migration,
    ...noEffect,
    ...suppression,
    ...validity,
  }).map(([id, messages]) => [`rules/${id}`, { ...messages, description: DESCRIPTIONS[id] ?? '' }]),
);
