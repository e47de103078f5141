import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOG, folder, policy, run } from './run.js';

describe('the language of a run', () => {
  const files = { 'a.json': policy('ecs:cloudServers:lst'), 'b.json': policy('ecs:cloudServers:lst') };

  it('is that of the locale, in every thread', () => {
    const numbers = Array.from({ length: 40 }, (_, index) => String(index));
    const cwd = folder(Object.fromEntries(numbers.map((name) => [`${name}.json`, files['a.json']])));
    const args = ['--catalog', CATALOG, '--concurrency', '2', '--format', 'json'];
    const { stdout } = run(args, { cwd, env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout.match(/"message": "[^\n]*的文档中没有授权项/g)).toHaveLength(40);
  });

  it('is what the configuration says over the environment, and what --lang says over both', () => {
    const cwd = folder({ ...files, 'lint-policies.config.json': '{ "lang": "zh" }' });
    const env = { LINT_POLICIES_LANG: 'en' };
    expect(run(['--catalog', CATALOG], { cwd, env }).stdout).toContain('的文档中没有授权项');
    const { stdout } = run(['--catalog', CATALOG, '--lang', 'en'], { cwd, env });
    expect(stdout).toContain('ecs:cloudServers:lst');
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it('is that of results from a cache, too', () => {
    const cwd = folder(files);
    const args = ['--catalog', CATALOG, '--cache', '--cache-location', `${cwd}/cache`];
    expect(run(args, { cwd }).stdout).not.toMatch(/\p{Script=Han}/u);
    expect(run([...args, '--lang', 'zh'], { cwd }).stdout).toContain('的文档中没有授权项');
  });
});

it('loads Chinese only where it is spoken', () => {
  const folder = new URL('../../dist/', import.meta.url);
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !name.startsWith('site'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
  const chinese = scripts.filter(
    ({ text }) => text.includes('缺少必需的参数') || text.includes('\\u7F3A\\u5C11\\u5FC5\\u9700'),
  );
  expect(chinese).toHaveLength(1);
  expect(chinese[0]?.name).toMatch(/^chunks\/chinese-\w+\.js$/);
  const named = chinese[0]?.name.replace('chunks/', '') ?? '';
  for (const { text } of scripts)
    expect(text).not.toMatch(new RegExp(`(?:from|import) ?"\\./(?:chunks/)?${named}"`));
});
