import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommanderError } from '@commander-js/extra-typings';
import { askedLanguage, firstLanguage } from '../../src/cli/asked-language.js';
import { createProgram } from '../../src/cli/program.js';
import { speakIn } from '../../src/wording/language-choice.js';
import type { Language } from '../../src/wording/language-choice.js';
import { speak } from '../../src/wording/speaker.js';
import { englishIn } from '../left-in-english.js';

describe('the language that a command line asks for', () => {
  it.each([
    [['--lang', 'zh'], 'zh'],
    [['lint', '--lang=zh', '--help'], 'zh'],
    [['--lang', 'zh', '--lang', 'en'], 'en'],
    [['--lang', 'fr'], undefined],
    [['--lang'], undefined],
    [['--', '--lang', 'zh'], undefined],
  ])('%j: %s', (args, language) => {
    expect(askedLanguage(args)).toBe(language);
  });

  it('goes before the environment', () => {
    expect(firstLanguage(['--lang=en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(firstLanguage([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
  });
});

describe('the help', () => {
  afterEach(() => {
    speak();
  });

  const { commands } = createProgram(() => Promise.resolve());
  const names = commands.map((command) => command.name());
  const typed = new Set([
    ...names.flatMap((name) => name.split('-')),
    ...commands.flatMap((command) => command.registeredArguments.map((argument) => argument.name())),
  ]);

  it.each([[], ...names.map((name) => [name])])('in Chinese leaves no English: %s', async (...args) => {
    const { said } = await run('zh', [...args, '--help']);
    expect(said).toContain('用法: lint-policies');
    expect(englishIn(said).filter((word) => !typed.has(word))).toEqual([]);
  });

  it.each([[], ...names.map((name) => [name])])('in English has no Chinese: %s', async (...args) => {
    const { said } = await run('en', [...args, '--help']);
    expect(said).toContain('Usage: lint-policies');
    // What is typed may be in any language.
    expect(said.replace(/^ +\$ .*$/gm, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('is as wide as a terminal', async () => {
    const { said } = await run('zh', ['lint', '--help']);
    const options = said.slice(said.indexOf('选项：'), said.indexOf('示例：')).split('\n');
    for (const line of options)
      expect(line.replace(/[^\x20-\x7e]/g, 'xx').length, line).toBeLessThanOrEqual(80);
  });
});

describe('a complaint', () => {
  beforeEach(async () => {
    await speakIn('zh');
  });
  afterEach(() => {
    speak();
  });

  it.each([
    [['--formt', 'x'], '未知的选项“--formt”；是否应为 --format？（见 --help）'],
    [['explain'], '缺少必需的参数“queries”（见 --help）'],
    [['migrate', 'a'], '缺少必需的选项“--to <version>”（见 --help）'],
    [['reference', '--out'], '选项“-o, --out <dir>”缺少值（见 --help）'],
    [['--lang', 'fr'], '选项“--lang <language>”的值“fr”无效。可选的值：en, zh。（见 --help）'],
    [['completion', 'x'], '参数“shell”的值“x”无效。可选的值：bash, zsh, fish。（见 --help）'],
    [['completion', 'zsh', 'b'], '“completion”的参数过多：应有 1 个，给出了 2 个。（见 --help）'],
    [
      ['--concurrency', 'x'],
      '选项“--concurrency <threads>”的值“x”无效。请给出从 1 开始的线程数、auto 或 off。（见 --help）',
    ],
  ])('%j: %s', async (args, complaint) => {
    expect((await run('zh', args)).complained.trim()).toBe(complaint);
  });

  it.each([
    [['--formt', 'x'], "unknown option '--formt'; Did you mean --format? (see --help)"],
    [
      ['completion', 'zsh', 'b'],
      "too many arguments for 'completion'. Expected 1 argument but got 2. (see --help)",
    ],
    [
      ['--lang', 'fr'],
      "option '--lang <language>' argument 'fr' is invalid. Allowed choices are en, zh. (see --help)",
    ],
  ])('in English: %j', async (args, complaint) => {
    expect((await run('en', args)).complained.trim()).toBe(complaint);
  });
});

/** What the program says of a command line, without running a command. */
async function run(language: Language, args: readonly string[]) {
  await speakIn(language);
  let said = '';
  let complained = '';
  const program = createProgram(() => Promise.resolve());
  for (const command of [program, ...program.commands])
    command.configureOutput({
      ...command.configureOutput(),
      writeOut: (text) => void (said += text),
      writeErr: (text) => void (complained += text),
      getOutHelpWidth: () => 80,
    });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
  }
  return { said, complained };
}
