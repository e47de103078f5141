import { afterEach, describe, expect, it } from 'vitest';
import { format } from '../../src/wording/format.js';
import { CHINESE } from '../../src/wording/grammar.js';
import { languageNamed, languageOf, speakIn } from '../../src/wording/language-choice.js';
import { speak, spokenLanguage } from '../../src/wording/speaker.js';

describe('the language of an environment', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [{ LC_ALL: 'C.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
    [{ LINT_POLICIES_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, 'en'],
    [{ LINT_POLICIES_LANG: 'zh' }, 'zh'],
    [{ LINT_POLICIES_LANG: '', LANG: 'zh_CN' }, 'zh'],
    // What is none of ours says nothing.
    [{ LINT_POLICIES_LANG: 'fr', LANG: 'zh_CN' }, 'zh'],
  ])('%j speaks %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });

  it.each([
    ['zh-CN', 'zh'],
    ['ZH', 'zh'],
    ['en_US.UTF-8', 'en'],
    ['zhx', undefined],
    ['', undefined],
  ])('%s names %s', (name, language) => {
    expect(languageNamed(name)).toBe(language);
  });
});

describe('speaking a language', () => {
  afterEach(() => {
    speak();
  });

  it('goes there and back', async () => {
    await speakIn('zh');
    expect(spokenLanguage()).toBe('zh');
    await speakIn('en');
    expect(spokenLanguage()).toBe('en');
  });
});

describe('Chinese around values', () => {
  const said = (message: string, what: string) => format(message, { what }, CHINESE);

  it.each([
    ['需要{what}的权限', 'ecs', '需要 ecs 的权限'],
    ['需要 {what} 的权限', '云服务器', '需要云服务器的权限'],
    ['需要“{what}”', 'ecs:*:*', '需要“ecs:*:*”'],
    ['{what} 需要它', '“甲”', '“甲”需要它'],
    ['见 {what}。', '--fix', '见 --fix。'],
    // The value itself stays as it is.
    ['见{what}', '策略a.json', '见策略a.json'],
  ])('%s with %s is %s', (message, what, sentence) => {
    expect(said(message, what)).toBe(sentence);
  });

  it('lists names with the same spaces', () => {
    expect(format('{names, list, plain or}', { names: ['text', 'json'] }, CHINESE)).toBe('text 或 json');
    expect(format('{names, list}', { names: ['a', 'b'] }, CHINESE)).toBe('“a”和“b”');
    expect(format('{names, list, plain}', { names: ['主机', '网络'] }, CHINESE)).toBe('主机和网络');
  });
});
