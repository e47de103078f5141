/** What is wrong with catalogs, their files and overrides, and what to do. */
export const en = {
  titleInOther: '{title} [{language, select, zh-cn {Chinese} en {English}}]',

  // Values in a file.
  version: `expected schema version 1; this file was written for another version of lint-policies, extract it again or
    update the tool`,
  service: 'expected a service name in lower case (letters, digits, "-", "_"), as in "ecs"',
  cloud: 'expected a cloud name in lower case (letters, digits, "-", "_"), as in "huaweicloud"',
  action: 'expected an action "service:resourceType:operation", as in "ecs:cloudServers:stop"',
  id: 'expected an id "service/name", as in "ecs/list-servers"',
  endpoint: `expected an endpoint "METHOD /path/'{param}'", as in "GET /v1/'{project_id}'/cloudservers/detail"`,
  sha256: 'expected a SHA-256 in hex, 64 digits in lower case',
  empty: 'expected a text, found an empty one; write it or leave the key out',
  overrideReason: 'say why the documentation is wrong',
  overrideProof: 'say where the right fact can be read or how it was tried',
  noPath: 'expected a path below the repository or folder, with "/" and without ".."',
  noRepository: 'expected "owner/name" or "owner/name@revision"',
  noCommit: 'expected a commit: 40 hex digits',
  long: 'longer than 2,000 characters; names and facts are short, sentences do not belong here',

  // Files.
  unreadable: 'unreadable',
  andMore: '{problem} (and {more, number} more in this file)',
  noAliases: 'the alias *{name} is not allowed here; write the value out',
  theFile: 'the file',
  unknownKey: 'unknown key "{key}"; remove it or correct its spelling',
  wrongAt: '{where}: {fault}',
  noTextAt: '{where}: {fault}; put it in quotes if it is meant as text',
  keyTwice: 'the same key stands twice in one mapping; keep one of them',
  tooDeep: '{fault}; these files are a few levels deep',
  noYaml: 'not valid YAML: {fault}',
  nameTwice: '{where}: "{name}" stands twice; keep one entry or give this one another {key}',
  idOfOther: '{where}: the id "{id}" must begin with "{service}/", the service of this file',
  noTitleNorEndpoint: '{where}: neither a title nor an endpoint; give it one of them',
  actionsAndScenarios: `{where}: both actions and scenarios; scenarios stand instead of actions, so repeat the common
    actions in each scenario`,
  identityNoneAndActions: '{where}: identity: no_permission contradicts its actions; remove one of them',
  noneAndActions: '{where}: no_permission contradicts its actions; remove one of them',
  otherCloud: 'says cloud "{cloud}" but stands in the folder of "{folder}"; move it or correct it',
  otherService: 'says service "{service}"; name the file {service}.yaml',
  writtenMeanwhile: 'was written by another run meanwhile; nothing was changed, run again',

  // Folders.
  notCompiled: 'the catalog of "{cloud}" in this folder is not compiled, which is needed here; compile it',
  otherFormat: `compiled for another version of lint-policies (format {format}, expected {expected}); compile it again`,
  noServiceName: 'names a service {name}, which is no name; compile the catalog again',
  damaged: `the compiled catalog is damaged ({fault}); install the package or compile the catalog again`,
  otherLength: '{length} characters where {expected} were written',
  noCloud: `no catalog of the cloud "{cloud}" in this folder; {known, plural,
    =0 {it holds none; expected <cloud>/<service>.yaml below it} other {it holds {known, list}}}`,
  noCatalog: 'holds no catalog; expected <cloud>/<service>.yaml below it',

  // Overrides.
  nothingSet: 'overrides.{index}.set: name at least one fact to set',
  overrideIdle: `the override of {subject} ({cloud}) no longer changes anything: the documentation says the same now;
    remove it`,
  overrideOfNothing: `the override of {subject} ({cloud}) applies to nothing: the catalog has no such
    {what, select, operation {operation} action {action}}; correct or remove it`,
} as const;
