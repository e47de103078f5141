import { expect, it } from 'vitest';
import { readFlag, readScope } from '../../../src/extract/cells/scope.js';

it.each([
  ['√', true],
  ['Y', true],
  ['Supported', true],
  ['支持', true],
  ['×', false],
  ['x', false],
  ['Not supported', false],
  ['Unsupported', false],
  ['不支持', false],
  ['-', undefined],
  ['', undefined],
  ['N/A', undefined],
] as const)('a flag "%s" is %s', (text, flag) => {
  expect(readFlag(text)).toBe(flag);
});

it.each([
  ['支持：项目(Project) 不支持：企业项目(Enterprise Project)', { project: true, enterprise_project: false }],
  ['支持：项目(Project) 企业项目(Enterprise Project)', { project: true, enterprise_project: true }],
  ['Supported: Project Enterprise project Unsupported: none', { project: true, enterprise_project: true }],
  ['Supported:Project Unsupported:Enterprise project', { project: true, enterprise_project: false }],
  ['项目(Project)', { project: true }],
  ['Project', { project: true }],
  ['', {}],
])('a list of scopes "%s"', (text, scope) => {
  expect(readScope(text)).toEqual(scope);
});
