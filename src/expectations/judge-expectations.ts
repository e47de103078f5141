import type { NamedPolicy } from '../policy/grants/decision.js';
import { isGranting } from '../policy/grants/grant.js';
import type { DecidingStatement } from '../policy/requests/decide-request.js';
import { decideRequest } from '../policy/requests/decide-request.js';
import type { Request } from '../policy/requests/request.js';
import { accessBeyond } from '../requests/access-beyond.js';
import type { Access } from '../requests/access-beyond.js';
import type { Expectation, ExpectationFile, ExpectedPolicy, ExpectedRequests } from './expectation.js';
import { allowedAmong, refusedAmong } from './requests-allowed.js';
import type { JudgeOptions } from './requests-allowed.js';

/** How an expectation stands with some policies: with one of them, or with all of them where they act together. */
export interface ExpectationOutcome {
  readonly expectation: Expectation;
  readonly policies: readonly NamedPolicy[];
  /** What breaks it, and what could not be decided; kept where both are empty. */
  readonly breaches: readonly Breach[];
  /** The operator, element or expression that ended the search, as it is written. */
  readonly stops: readonly string[];
}

/** A request that is decided otherwise than it is expected to be. */
export interface Breach {
  /** `allowed`: it is, and is not to be; `refused`: it is to be allowed, and is not. */
  readonly as: 'allowed' | 'refused';
  readonly request: Request;
  /** What decides it: the statement that allows it or that denies it; undefined where no statement is about it. */
  readonly by: DecidingStatement | undefined;
  /** The statement that allows what is refused: of the other policy, or the expectation as a policy, which no file holds. */
  readonly expectedBy: DecidingStatement | undefined;
}

/** Policies by what `at-most` and `same-as` name; undefined where nothing of the kind can be read. */
export type FindReference = (expectation: ExpectedPolicy) => readonly NamedPolicy[] | undefined;

/**
 * Whether policies do as is expected: each by itself, or all together where the file says so. An expectation of a policy
 * that cannot be read has no outcome.
 */
export function judgeExpectations(
  { expectations, together }: ExpectationFile,
  policies: readonly NamedPolicy[],
  find: FindReference,
  options: JudgeOptions,
): readonly ExpectationOutcome[] {
  const granting = policies.filter(({ policy }) => isGranting(policy));
  const subjects = together ? [granting] : granting.map((policy) => [policy]);
  return subjects
    .filter((subject) => subject.length > 0)
    .flatMap((subject) => judgeSubject(expectations, subject, find, options));
}

function judgeSubject(
  expectations: readonly Expectation[],
  subject: readonly NamedPolicy[],
  find: FindReference,
  options: JudgeOptions,
): readonly ExpectationOutcome[] {
  // Most policies keep all of them: then one question answers for all.
  const allNever = ofKind(expectations, 'never');
  const allAlways = ofKind(expectations, 'always');
  const keepsNever = allNever.length > 1 && allowedAmong(subject, allNever, options).kind === 'none';
  const keepsAlways = allAlways.length > 1 && refusedAmong(subject, allAlways, options).kind === 'none';
  return expectations.flatMap((expectation): ExpectationOutcome[] => {
    const outcome = (breaches: readonly Breach[], stops: readonly string[]): ExpectationOutcome[] => [
      { expectation, policies: subject, breaches, stops },
    ];
    switch (expectation.kind) {
      case 'never': {
        if (keepsNever) return outcome([], []);
        const found = allowedAmong(subject, [expectation], options);
        return outcome(allowedBy(found), stopsOf(found));
      }
      case 'always': {
        if (keepsAlways) return outcome([], []);
        const found = refusedAmong(subject, [expectation], options);
        return outcome(refusedBy(found, subject), stopsOf(found));
      }
      case 'at-most':
      case 'same-as': {
        const reference = find(expectation);
        if (reference === undefined) return [];
        const beyond = accessBeyond(subject, reference, options);
        const short = expectation.kind === 'at-most' ? NONE : accessBeyond(reference, subject, options);
        return outcome(
          [...allowedBy(beyond), ...refusedBy(short, subject)],
          [...new Set([...stopsOf(beyond), ...stopsOf(short)])],
        );
      }
    }
  });
}

const NONE: Access = { kind: 'none' };

function ofKind(expectations: readonly Expectation[], kind: ExpectedRequests['kind']): ExpectedRequests[] {
  return expectations.flatMap((one) => (one.kind === kind ? [one] : []));
}

function stopsOf(access: Access): readonly string[] {
  return access.kind === 'unknown' ? [access.stop] : [];
}

function allowedBy(access: Access): readonly Breach[] {
  if (access.kind !== 'witness') return [];
  return [{ as: 'allowed', request: access.request, by: access.by, expectedBy: undefined }];
}

function refusedBy(access: Access, subject: readonly NamedPolicy[]): readonly Breach[] {
  if (access.kind !== 'witness') return [];
  const decision = decideRequest(subject, access.request);
  return [
    {
      as: 'refused',
      request: access.request,
      by: decision.outcome === 'denied' ? decision.by : undefined,
      expectedBy: access.by,
    },
  ];
}
