/** What a catalog file's mistakes are called, each with its remedy. */
export const FAULT = {
  version:
    'expected schema version 1; this file was written for another version of lint-policies, extract it again or update the tool',
  service: 'expected a service name in lower case (letters, digits, "-", "_"), as in "ecs"',
  cloud: 'expected a cloud name in lower case (letters, digits, "-", "_"), as in "huaweicloud"',
  action: 'expected an action "service:resourceType:operation", as in "ecs:cloudServers:stop"',
  id: 'expected an id "service/name", as in "ecs/list-servers"',
  endpoint: 'expected an endpoint "METHOD /path/{param}", as in "GET /v1/{project_id}/cloudservers/detail"',
  sha256: 'expected a SHA-256 in hex, 64 digits in lower case',
  empty: 'expected a text, found an empty one; write it or leave the key out',
  long: 'longer than 2,000 characters; names and facts are short, sentences do not belong here',
} as const;
