import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overlayServices } from '../../src/catalog/change/overlay.js';
import { storedServices } from '../../src/catalog/yaml/store.js';
import { run } from '../../src/commands/extract/extract.js';
import { memoryIo } from '../commands/memory-io.js';

const GUIDE = readFileSync('src/reference/guides/catalog.md', 'utf8');
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'own-catalog-'));
  cpSync('test/fixtures/extract/authorization-schema.json', join(cwd, 'schemas/vpc.json'));
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

it("the guide's command makes a catalog of an account's schemas, which the shipped one takes over itself", async () => {
  expect(GUIDE).toContain('npx lint-policies extract schemas/*.json --out iam-catalog\n');
  const io = memoryIo(cwd);
  expect(
    await run(io, {
      pages: ['schemas/vpc.json'],
      cloud: 'huaweicloud',
      out: 'iam-catalog',
      format: 'text',
      only: [],
      acceptLoss: false,
    }),
  ).toBe(0);
  const own = storedServices(join(cwd, 'iam-catalog'), 'huaweicloud');
  const [vpc] = overlayServices(own, own);
  expect(vpc?.operations.map(({ id, identity }) => [id, identity?.actions])).toEqual([
    ['vpc/create-vpc', ['vpc:vpcs:create']],
    ['vpc/list-vpcs', ['vpc:vpcs:list']],
  ]);
  expect(vpc?.actions.filter(({ versions }) => versions?.includes('5.0'))).toMatchObject([
    { name: 'vpc:vpcs:create', access_level: 'write' },
    { name: 'vpc:vpcs:list', aliases: ['vpc:vpc:list'] },
  ]);
});
