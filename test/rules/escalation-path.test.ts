import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/escalation-path.js';
import { testRule } from '../../src/lint/tester.js';
import { ESCALATION_PATHS } from '../../src/policy/facts/escalation-paths.js';
import { text } from '../text.js';

const CREATE = '{ "Effect": "Allow", "Action": ["ecs:cloudServers:createServers"] }';
const PASS = '{ "Effect": "Allow", "Action": ["iam:agencies:pass"] }';
const MFA = '"Condition": { "Bool": { "g:MFAPresent": ["true"] } }';

function identity(...statements: readonly string[]): string {
  return `{ "Version": "5.0", "Statement": [${statements.join(', ')}] }`;
}

testRule(
  rule,
  {
    valid: [
      { name: 'one step alone', json: identity(CREATE) },
      {
        name: 'an agency that is named',
        json: identity(
          CREATE,
          '{ "Effect": "Allow", "Action": ["iam:agencies:pass"], "Resource": ["iam:*:*:agency:backup"] }',
        ),
      },
      {
        name: 'a step that is denied again',
        json: identity(CREATE, PASS, '{ "Effect": "Deny", "Action": ["ecs:cloudServers:create*"] }'),
      },
      {
        name: 'steps that escalate by themselves, which another rule reports',
        json: identity(
          '{ "Effect": "Allow", "Action": ["iam:policies:createV5", "iam:users:attachPolicyV5"] }',
        ),
      },
      {
        name: 'everything, which is said enough of',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["*"]
        `,
      },
    ],
    invalid: [
      {
        name: 'an agency that is passed to a server, by two statements',
        json: identity(CREATE.replace('"ecs:', '«"ecs:').replace('Servers"', 'Servers"»'), PASS),
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["iam:agencies:*"]
            - Effect: Allow
              Action:
                - «functiongraph:function:createFunction»
        `,
        errors: [{ messageId: 'open', confidence: 'certain' }],
      },
      {
        name: 'three steps to a user of its own',
        json: text`
          { "Version": "1.1", "Statement": [
            { "Effect": "Allow", "Action": ["iam:users:createUser"] },
            { "Effect": "Allow", "Action": ["iam:credentials:createCredential"], ${MFA} },
            { "Effect": "Allow", "Action": [«"iam:permissions:addUserToGroup"»], ${MFA} }
          ] }
        `,
        errors: [
          {
            messageId: 'guarded',
            confidence: 'likely',
            data: {
              path: 'user-of-its-own',
              steps: [
                '1. "iam:users:createUser" (policy.json:2)',
                '2. "iam:credentials:createCredential" (policy.json:3)',
                '3. "iam:permissions:addUserToGroup" (policy.json:4)',
              ],
            },
          },
        ],
      },
      {
        name: 'a condition that leaves something out, which makes it conditional',
        json: identity(`{ "Effect": "Allow", "Action": [«"ecs:cloudServers:createServers"»], ${MFA} }`, PASS),
        errors: ['guarded'],
      },
      {
        name: 'a condition that every request meets, which hides nothing',
        json: identity(
          '{ "Effect": "Allow", "Action": [«"rf:stack:create"»], "Condition": { "StringMatch": { "g:UserName": ["*"] } } }',
          PASS,
        ),
        errors: [{ messageId: 'open', data: { path: 'stack-with-agency' } }],
      },
      {
        name: 'a step in another policy of the same application',
        json: identity('{ "Effect": "Allow", "Action": [«"rf:stack:create"»] }'),
        others: { 'agencies.json': identity(PASS) },
        manifest: 'policies: [policy.json, agencies.json]\napis: [GET /v1/nothing]\n',
        errors: [
          {
            messageId: 'open',
            data: {
              steps: ['1. "iam:agencies:pass" (agencies.json:1)', '2. "rf:stack:create" (policy.json:1)'],
            },
          },
        ],
      },
      {
        name: 'a Deny of some requests, which leaves the others',
        json: identity(
          '{ "Effect": "Allow", "Action": [«"mrs:cluster:createCluster"»] }',
          PASS,
          `{ "Effect": "Deny", "Action": ["mrs:*:*"], ${MFA} }`,
        ),
        errors: ['guarded'],
      },
    ],
  },
  { describe, it },
);

describe('the table of paths', () => {
  it('names actions of the catalog, each path once, with its page', () => {
    const known = new Map<string, string>();
    const catalogOf = (service: string): string => {
      const text = known.get(service) ?? readFileSync(`catalog/huaweicloud/${service}.yaml`, 'utf8');
      known.set(service, text);
      return text;
    };
    const unknown = ESCALATION_PATHS.flatMap(({ steps }) => steps.flat()).filter(
      (action) => !catalogOf(action.slice(0, action.indexOf(':'))).includes(action),
    );
    expect(unknown).toEqual([]);
    expect(new Set(ESCALATION_PATHS.map(({ id }) => id)).size).toBe(ESCALATION_PATHS.length);
    for (const { steps, source } of ESCALATION_PATHS) {
      expect(steps.length).toBeGreaterThan(1);
      expect(source).toMatch(/^https:\/\/support\.huaweicloud\.com\//);
    }
  });
});
