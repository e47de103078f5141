/** What is said of calls: which operation one is, and why that cannot be told. Reasons complete a sentence. */
export const en = {
  // Endpoints that are none.
  noMethod: 'no method before the path; write "GET {path}"',
  noSuchMethod: '"{word}" is no HTTP method; write one of {methods, list, or plain}',
  noSlash: 'the path must begin with "/"; write "{method} /{path}"',
  spaceInPath: `a path holds no spaces; take out what follows the path (use "operation:" to tell operations apart)`,
  unbalanced: `the braces of the path are unbalanced; write each parameter as "'{name}'"`,

  // Operations of the catalog.
  noEndpoint: 'the catalog of {cloud} knows no such endpoint',
  otherService: 'the catalog of {cloud} knows this endpoint of another service only, not of "{service}"',
  valueOfParameter: 'read {words, list} as the value of a parameter',
  notAtEndpoint: 'the endpoint is known, but no operation "{operation}" on it',
  noOperation: 'the catalog of {cloud} knows no such operation',
  otherName: '"{api}" is known, but "{operation}" is not what it is called',
  needTheSame: '{count, number} operations fit and need the same: {operations, list, plain}',
  remarks: '{one}; {other}',
  noCases: '{operation} needs the same in every case; take "when" out',
  noSuchCase: '"{name}" is no case of {operation}, which has {cases, list}',

  // Operations of SDKs.
  noSdkOperation: 'the SDK of {service} has no operation "{operation}"',
  sdkCalls: '{name} calls {endpoint}',
  sdkCallsAll: '{calls, list, plain}',
  sdkCallsUnknown: '{calls, list, plain}, which the catalog of {cloud} does not know',
  sdkCallsElsewhere: `{calls, list, plain}, which the catalog of {cloud} knows of another service only; name the operation
    where that is meant`,
  sdkDiffers: `{calls, list, plain}, where the documentation gives
    {endpoints, plural, =0 {no endpoint} other {{endpoints, list, or plain}}}`,
  notOnIt: '{remark}; no operation "{operation}" is on it',

  // OBS.
  noObsRequest: 'OBS has no request {request}',
  obsUntold: 'it is not documented what "{name}" of OBS needs',
  obsNeeds: '{name} of OBS needs {actions, list, plain}',
  obsNeedsUnknown: `{name} of OBS needs {actions, list, plain}, which no operation in the catalog of {cloud} needs`,

  // Calls in code.
  mayBeOneOf: 'it may be {names, list, or plain}; say which in the manifest',
  nameAtRunTime: 'the name of the operation is worked out at run time; list what it may call by hand',
  rawCall: 'method and path are worked out; list what it calls by hand',
  packageCall: 'what "{name}" of {service} calls is not known; list it by hand',
  methodUnknown: 'it is not known what "{name}" of {clients, list, or plain} calls; list it by hand',
  methodNotInSdk: `the SDK of {services, list, or plain} has no such operation{near, plural,
    =0 {} other {; did you mean {near, list, or}?}}`,
  requestsTo: 'requests to {host}',
  pathAtRunTime: 'the path of the request is worked out at run time; list what it calls by hand',
  relativeRequests: 'requests are sent relative to this host; list what they call by hand',
  askedElsewhere: 'what is asked of this host is worked out elsewhere; list it by hand',
  codeTooLarge: 'too large for a source file that somebody wrote; its calls are not looked for',
  notImported: `it may be {api}, but the file does not import it; if it is, list it in the manifest by hand`,
  expectedHere: 'expected "{what}" here; calls near it may be missing',
  notItsLanguage: 'cannot be read from here on as its language; calls near it may be missing',

  // Terraform.
  typeUnknown: 'what the provider calls for this type is not known; list its APIs by hand',
  providerUnknown: `calls are known for the types of the providers "huaweicloud" and "opentelekomcloud" only; list its APIs
    by hand`,

  // Specifications.
  specificationTooLarge: 'too large for the specification of one client; its calls are not looked for',
  specificationUnreadable: 'cannot be read: {fault}',
  noPaths: '"paths" is no mapping of paths to their operations',
  pathElsewhere: 'its operations stand in another file, or nowhere; name that file too',
  pathWithoutSlash: 'a path begins with "/"',

  // Traces and logs.
  notWholeJson: 'this is not whole JSON{more, plural, =0 {} other {; # more like it}}',
  recordTooLong: 'this record is too long to be one{more, plural, =0 {} other {; # more like it}}',
  noJson: 'this is no JSON{more, plural, =0 {} other {; # more like it}}',
  noRecord: 'this is neither a trace nor a request{more, plural, =0 {} other {; # more like it}}',
  notCommonLog: `this line is not in the common log format; say how a line looks with --log-pattern{more, plural,
    =0 {} other {; # more like it}}`,
  notAsPattern: `this line is neither as --log-pattern says nor in the common log format{more, plural,
    =0 {} other {; # more like it}}`,
  refused: 'refused with 401 or 403, so it is no call to allow; declare it if the application needs it',
  byItself: 'of what the cloud did by itself',
  ofOthers: 'of other users',
  otherKinds: 'records of other kinds',
  tooManyKinds: 'too many to list; narrow down what is read',
  recordIsOneOf: 'it may be {operations, list, or plain}; declare the one that is meant',
  recordIsOneOfMany: `it may be {operations, list, or plain} or one of {more, plural, one {# other} other {# others}};
    declare the one that is meant`,
  traceServiceUnknown: 'neither the catalog of {cloud} nor the SDKs know the service "{service}"',
  traceCallsUnknown: 'it calls {endpoint}, which the catalog of {cloud} does not know',
  traceUnknown: `no operation of the service is called so{near, plural, =0 {} other {; near: {near, list, plain}}};
    declare what it calls`,
  noPlaceholder: '--log-pattern: it has no placeholder {placeholder}; there are {known, list, plain}',
  placeholderTwice: '--log-pattern: {placeholder} stands twice in it',
  nothingBetween: '--log-pattern: nothing stands between {one} and {other}; say what parts them',
  placeholdersMissing: `--log-pattern: it needs '{method}' and one of '{path}' and '{url}'`,
} as const;
