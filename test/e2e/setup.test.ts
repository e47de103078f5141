import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, run } from './run.js';

describe('rules', () => {
  it('lists every rule with its severity and its page', () => {
    const { code, stdout } = run(['rules']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {2}missing-action +error +.+\n +https:\/\/.+\/rules\/missing-action\.md\n/);
  });

  it('lists them for tools', () => {
    const { rules } = JSON.parse(run(['rules', '--format', 'json']).stdout) as {
      readonly rules: readonly { readonly id: string }[];
    };
    expect(rules).toContainEqual(
      expect.objectContaining({
        id: 'missing-action',
        category: 'calls',
        recommended: 'error',
        url: expect.stringContaining('/rules/missing-action.md') as string,
      }),
    );
  });
});

describe('completion', () => {
  const complete = (...words: readonly string[]): readonly string[] => {
    const script = `${run(['completion', 'bash']).stdout}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lint_policies; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script, 'bash', 'lint-policies', ...words], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
  };

  it('of bash offers commands, options, and the values of options', () => {
    expect(complete('ex')).toEqual(['expect', 'extract', 'explain']);
    expect(complete('--fo')).toEqual(['--format']);
    expect(complete('lint', '--format', 's')).toEqual(['sarif']);
    expect(complete('--fail-on', '')).toEqual(['error', 'warning', 'new-access', 'never']);
    expect(complete('completion', 'z')).toEqual(['zsh']);
    expect(complete('explain', '--c')).toEqual(['--cloud', '--catalog', '--color']);
  });

  it('of fish offers the same, with what each is for', ({ skip }) => {
    const script = folder({ 'completion.fish': run(['completion', 'fish']).stdout });
    const fish = spawnSync(
      'fish',
      [
        '--no-config',
        '-c',
        `source ${join(script, 'completion.fish')}; for line in "lint-policies exp" "lint-policies --for" "lint-policies lint --format sa" "lint-policies completion z"; complete -C $line; end`,
      ],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: script } },
    );
    if (fish.error !== undefined) skip('needs fish');
    expect(fish.stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      'expect',
      'explain',
      '--format',
      'sarif',
      'zsh',
      '',
    ]);
  });

  it('leaves files to the shell', () => {
    expect(complete('lint', '--manifest', '')).toEqual(['']);
    expect(complete('lint', 'app')).toEqual(['']);
  });

  it.each(['zsh', 'fish'])('of %s is a script that the shell can read', (shell) => {
    const { code, stdout } = run(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('sarif');
    const check = spawnSync(shell, ['-n', join(folder({ script: stdout }), 'script')], { encoding: 'utf8' });
    if (check.error === undefined)
      expect({ code: check.status, stderr: check.stderr }).toEqual({ code: 0, stderr: '' });
  });
});
