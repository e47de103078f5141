import type { PolicyDocument } from '../../src/analysis/synthesis/pack.js';
import { AGENCY_USES } from '../../src/policy/facts/sensitive-actions.js';

/** Whether an action uses an agency, which a person has to name. */
export function usesAgency(action: string): boolean {
  return AGENCY_USES.includes(action);
}

/** An identity policy in which a person has said which agencies are meant: no declared call tells. */
export function withNamedAgencies(document: PolicyDocument): PolicyDocument {
  if (document.Version === '1.1') return document;
  const rest = document.Statement.map((statement) => ({
    ...statement,
    Action: statement.Action.filter((action) => !usesAgency(action)),
  }));
  const uses = document.Statement.flatMap(({ Action }) => Action.filter(usesAgency));
  if (uses.length === 0) return document;
  const named = { Effect: 'Allow', Action: uses, Resource: ['iam:*:*:agency:backup'] } as const;
  return { ...document, Statement: [...rest.filter(({ Action }) => Action.length > 0), named] };
}
