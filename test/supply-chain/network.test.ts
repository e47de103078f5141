import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = ['src', 'rules']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const using = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .sort();

describe('our code', () => {
  it('reaches the network to read pages, to write a comment on a pull request, and for nothing else', () => {
    expect(
      using(
        /\bfetch\(|from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?'|\bWebSocket\b|\bnew XMLHttpRequest\b|\bsendBeacon\b/,
      ),
    ).toEqual(['src/commands/publish/github-request.ts', 'src/extract/sources/http.ts']);
  });

  it('starts git and no other program', () => {
    expect(using(/from '(?:node:)?child_process'/)).toEqual(['src/git.ts']);
    for (const { text } of sources)
      expect(text).not.toMatch(
        /(?<!\.)\bexec(?:Sync)?\(['"`]|\bspawn(?:Sync)?\(|execFile(?:Sync)?\((?!'git')\w*['"]|shell: true/,
      );
  });

  it('makes no code of text', () => {
    expect(using(/\beval\(|\bnew Function\(|from '(?:node:)?vm'/)).toEqual([]);
  });
});
