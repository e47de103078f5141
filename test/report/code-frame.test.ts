import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/report/text/code-frame.js';

const style = { columns: 80, dim: (text: string) => text, mark: (text: string) => text };

describe('a code frame', () => {
  it('puts carets under exactly the span', () => {
    expect(
      codeFrame(['{', '  "a": 1', '}'], { line: 2, column: 3, endLine: 2, endColumn: 6 }, style),
    ).toEqual(['1 │ {', '2 │   "a": 1', '  │   ^^^']);
  });

  it('shows one caret under an empty span', () => {
    expect(codeFrame(['abc'], { line: 1, column: 4, endLine: 1, endColumn: 4 }, style)).toEqual([
      '1 │ abc',
      '  │    ^',
    ]);
  });

  it('counts a wide character as two columns, before the caret and under it', () => {
    expect(codeFrame(['"查询": "详情"'], { line: 1, column: 7, endLine: 1, endColumn: 11 }, style)).toEqual([
      '1 │ "查询": "详情"',
      `  │ ${' '.repeat(8)}${'^'.repeat(6)}`,
    ]);
  });

  it('keeps the caret in place behind tabs and control characters', () => {
    expect(codeFrame(['\t\u001b[31m"x"'], { line: 1, column: 7, endLine: 1, endColumn: 10 }, style)).toEqual([
      '1 │  ␛[31m"x"',
      '  │       ^^^',
    ]);
  });

  it('folds the middle of a long span', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);
    const frame = codeFrame(lines, { line: 2, column: 1, endLine: 11, endColumn: 5 }, style);
    expect(frame.filter((line) => /\d+ │/.test(line))).toEqual([
      ' 1 │ line 1',
      ' 2 │ line 2',
      ' 3 │ line 3',
      ' 4 │ line 4',
      '11 │ line 11',
    ]);
    expect(frame).toContain('   ┆');
  });

  it('shows the part of a very long line that matters', () => {
    const line = `${'x'.repeat(5000)}"here"${'y'.repeat(5000)}`;
    const [code, carets] = codeFrame([line], { line: 1, column: 5001, endLine: 1, endColumn: 5007 }, style);
    expect(code?.length).toBeLessThan(90);
    expect(code?.slice(carets?.indexOf('^'))).toMatch(/^"here"y/);
    expect(carets?.trim()).toBe('│ ' + ' '.repeat((carets ?? '').indexOf('^') - 4) + '^^^^^^');
  });

  it('is empty where the span is outside the text', () => {
    expect(codeFrame(['a'], { line: 7, column: 1, endLine: 7, endColumn: 2 }, style)).toEqual([]);
  });
});
