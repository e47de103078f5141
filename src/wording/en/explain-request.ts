/** What `explain` says of one request and the policies that are here. */
export const en = {
  noResource: `what is "{action}" to be done to? Write a resource between it and {values, list},
    such as "obs:*:*:object:bucket/name"`,
  noValue: '"{word}" is no condition key with a value; write something like "g:SourceIp=10.0.0.1"',
  noRequest: `this is no request; write '{' "action": "…", "resource": "…", "context": '{' "g:SourceIp": "…" '}' '}'`,
  noPolicies: 'no policy of an identity is here; name policies with --policies',

  request: '{action} on {resource}{context, plural, =0 {} other { with {context, list, plain}}}',
  decided: `{outcome, select,
    allowed {Allowed by the statement at {place}.}
    denied {Denied by the statement at {place}.}
    not-granted {Refused: no statement allows it.}
    unknown {Nobody can say{known, select, yes {: the statement at {place} is only known in part} no {}}.}}`,
  alone: '{policy} by itself: {answer}',
  aloneOutcome: `{outcome, select,
    allowed {allowed at {place}}
    denied {denied at {place}}
    not-granted {no statement}
    unknown {unknown{known, select, yes { at {place}} no {}}}}`,
  silent: '{count, plural, one {# other policy says} other {# other policies say}} nothing of it',
} as const;
