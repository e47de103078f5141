import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/migrate/migrate.js';
import type { MigrateOptions } from '../../../src/commands/migrate/migrate.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'migrate-'));
  mkdirSync(join(cwd, 'catalog/huaweicloud'), { recursive: true });
  writeFileSync(
    join(cwd, 'catalog/huaweicloud/kiln.yaml'),
    text`
      schema: 1
      cloud: huaweicloud
      service: kiln
      operations:
        - id: kiln/list
          title: { en: Listing Kilns }
          endpoints: ["GET /kilns"]
          actions: ["kiln:kilns:all"]
          identity: { actions: ["kiln:kilns:list"] }
        - id: kiln/old
          title: { en: Old }
          endpoints: ["GET /old"]
          actions: ["kiln:old:get"]
      actions:
        - { name: "kiln:kilns:list", versions: ["5.0"], aliases: ["kiln:kilns:all"] }
        - { name: "kiln:kilns:all", versions: ["1.1"] }
        - { name: "kiln:old:get", versions: ["1.1"] }
    `,
  );
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

async function migrate(files: Readonly<Record<string, string>>, options: Partial<MigrateOptions> = {}) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const io = memoryIo(cwd);
  const code = await run(io, {
    paths: Object.keys(files),
    to: '5.0',
    catalog: 'catalog',
    format: 'text',
    ...options,
  });
  return { code, out: io.out(), err: io.err() };
}

const policy = (...actions: readonly string[]) =>
  JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] });

describe('migrate', () => {
  it('writes nothing over the policy that it migrates', async () => {
    const content = policy('kiln:kilns:all');
    await expect(migrate({ 'app.json': content }, { out: '.' })).rejects.toThrow(
      'is the policy that is migrated, and would be overwritten; name another folder',
    );
    expect(readFileSync(join(cwd, 'app.json'), 'utf8')).toBe(content);
  });

  it('prints the policy in the other version, and that every call stands the same', async () => {
    const { code, out, err } = await migrate({ 'app.json': policy('kiln:kilns:all') });
    expect(JSON.parse(out)).toEqual({
      Version: '5.0',
      Statement: [{ Effect: 'Allow', Action: ['kiln:kilns:list'] }],
    });
    expect(err).toBe('app.json: 1 call stands the same, none differs\n');
    expect(code).toBe(0);
  });

  it('names what cannot be carried over with its place, and the calls that stand otherwise', async () => {
    const { code, err } = await migrate({ 'app.json': policy('kiln:kilns:all', 'kiln:old:get') });
    expect(err).toBe(
      'app.json:1:76: the catalog knows no name for "kiln:old:get" there that allows nothing besides; it is left out\n' +
        'GET /old (kiln/old) was granted and is unproven\n' +
        'app.json: 1 call stands the same, 1 differs\n',
    );
    expect(code).toBe(1);
  });

  it('writes no policy that would deny less', async () => {
    const text = JSON.stringify({
      Version: '1.1',
      Statement: [
        { Effect: 'Allow', Action: ['kiln:kilns:all'] },
        { Effect: 'Deny', Action: ['kiln:old:get'] },
      ],
    });
    const { code, out, err } = await migrate({ 'app.json': text });
    expect(out).toBe('');
    expect(err).toContain('a Deny must not lose it, so write its name by hand\n');
    expect(err).toContain('app.json: not migrated; mend what is named above\n');
    expect(code).toBe(1);
  });

  it('writes a file each, in the syntax of the source', async () => {
    const yaml = 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["kiln:kilns:all"]\n';
    const { code, out } = await migrate(
      { 'app.json': policy('kiln:kilns:all'), 'ops.yaml': yaml },
      { out: 'new' },
    );
    expect(out).toBe('');
    expect(readFileSync(join(cwd, 'new/ops.yaml'), 'utf8')).toContain('- kiln:kilns:list');
    expect(JSON.parse(readFileSync(join(cwd, 'new/app.json'), 'utf8'))).toMatchObject({ Version: '5.0' });
    expect(code).toBe(0);
  });

  it('says all of it in JSON', async () => {
    const { out } = await migrate(
      { 'app.json': policy('kiln:kilns:all', 'kiln:old:get') },
      { format: 'json' },
    );
    expect(JSON.parse(out)).toMatchObject({
      policies: [
        {
          path: 'app.json',
          policy: { Version: '5.0' },
          left: [{ line: 1, column: 76, kind: 'name', text: 'kiln:old:get', blocks: false }],
          calls: { same: 1, changed: [{ operation: 'kiln/old', before: 'granted', after: 'unproven' }] },
        },
      ],
    });
  });

  it('refuses what has nothing to migrate', async () => {
    await expect(migrate({ 'app.json': policy('kiln:kilns:all') }, { to: '1.1' })).rejects.toThrow(
      'there is no policy of Version 5.0 here',
    );
  });
});
