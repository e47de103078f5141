import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { expect, it } from 'vitest';
import { SENTENCES_IN_CODE } from '../../scripts/architecture/sentences-in-code.js';

it.each([
  ['a text', `complain('no such file; check the path');`],
  ['a template with places', 'const said = `the catalog of ${cloud} knows no such endpoint`;'],
  ['a part of a sentence', 'const end = `${said} and what it needs besides`;'],
  ['a value of finding data', `context.report({ data: { reason: 'it is only known at run time' } });`],
])('a sentence in code is an offence: %s', (_, code) => {
  expect(offencesIn(code)).toHaveLength(1);
});

it.each([
  ['an error for programmers', `throw new TypeError('there is at least one of them');`],
  ['what a rule says', `createRule({ meta: { messages: { empty: 'The Sid is empty; give it a name.' } } });`],
  ['a description in a JSON Schema', `z.string().describe('The day of the last record, in UTC.');`],
  ['a name', `const kinds = ['identity policy', 'a', 'GET /v1/{project_id}/servers'];`],
  ['a sentence that is said', `say('neededBy', { count: 3 });`],
])('what else stands in quotation marks is none: %s', (_, code) => {
  expect(offencesIn(code)).toEqual([]);
});

function offencesIn(code: string): readonly string[] {
  const messages = new Linter().verify(code, {
    languageOptions: { parser },
    rules: { 'no-restricted-syntax': ['error', ...SENTENCES_IN_CODE] },
  });
  return messages.map(({ message }) => message);
}
