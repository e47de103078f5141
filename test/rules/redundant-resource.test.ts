import { describe, it } from 'vitest';
import { rule } from '../../rules/redundant-resource.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'resources of different buckets and different case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*", "obs:*:*:object:A/x"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:object:GetObject"]
              Resource: ["obs:*:*:object:a/*", "obs:*:*:object:b/*"]
        `,
      },
      {
        name: 'one resource',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'what a wildcard covers, and a second copy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": [«"obs:*:*:object:a/x"», "obs:*:*:object:a/*", «"OBS:*:*:object:a/*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:object:GetObject"]
              Resource:
                - «obs:*:*:object:a/x»
                - obs:*:*:object:a/*
                - «OBS:*:*:object:a/*»
        `,
        errors: [{ messageId: 'redundant', data: { by: 'obs:*:*:object:a/*' } }, 'redundant'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action: ["obs:object:GetObject"]
                Resource:
                  - obs:*:*:object:a/*
          `,
        },
      },
    ],
  },
  { describe, it },
);
