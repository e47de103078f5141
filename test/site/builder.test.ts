import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { WorkloadRecord } from '../../src/lint/results/lint-record.js';
import { CATALOG } from '../reference/fixture.js';
import { hasChromium, MISSING, startSite } from './browser.js';
import type { TestSite } from './browser.js';
import { lintAsCommand } from './command.js';
import { text as lines } from '../text.js';

if (!hasChromium) it.skip(`the builder and the copy buttons are not driven: ${MISSING}`);

/** Policies to judge against `ecs/delete-servers`, `ecs/show-server` and `ecs/batch-stop-servers`. */
const CASES: Readonly<Record<string, string>> = {
  'exactly what is needed': policy([
    'ecs:cloudServers:delete',
    'ecs:cloudServers:get',
    'ecs:cloudServers:stop',
    'evs:volumes:get',
    'vpc:*:get*',
  ]),
  'something is missing': policy([
    'ecs:cloudServers:delete',
    'ecs:cloudServers:get',
    'evs:volumes:get',
    'vpc:*:get*',
  ]),
  'a wildcard too wide': policy(['ecs:*:*', 'evs:volumes:get', 'vpc:*:get*']),
  'something denied': JSON.stringify({
    Version: '1.1',
    Statement: [
      { Effect: 'Allow', Action: ['ecs:cloudServers:*', 'evs:volumes:get', 'vpc:*:get*'] },
      { Effect: 'Deny', Action: ['ecs:cloudServers:delete'] },
    ],
  }),
  'only under a condition': JSON.stringify({
    Version: '1.1',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['ecs:cloudServers:*', 'evs:volumes:get', 'vpc:*:get*'],
        Condition: { StringEquals: { 'g:UserName': ['someone'] } },
      },
    ],
  }),
  NotAction: JSON.stringify({
    Version: '5.0',
    Statement: [{ Effect: 'Allow', NotAction: ['ecs:cloudServers:stop'] }],
  }),
  'a service that nobody knows': policy([
    'ecs:cloudServers:*',
    'evs:volumes:get',
    'vpc:*:get*',
    'nosuch:thing:*',
  ]),
  'other case, an action of elsewhere': policy([
    'ECS:CloudServers:DELETE',
    'ecs:cloudServers:get',
    'ecs:cloudServers:stop',
    'evs:volumes:get',
    'vpc:*:get*',
    'vpc:vpcs:create',
  ]),
};
const PICKED = ['ecs/delete-servers', 'ecs/show-server', 'ecs/batch-stop-servers'];
const MANIFEST = `cloud: huaweicloud\napis:\n${PICKED.map((id) => `  - operation: ${id}\n`).join('')}`;

describe.skipIf(!hasChromium)('the builder', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite(CATALOG);
  });
  afterAll(async () => {
    await site.close();
  });

  it('judges a pasted policy as the command does, case by case', async () => {
    const { page, complaints } = await site.open(
      `builder.html?cloud=huaweicloud&${PICKED.map((id) => `operation=${id}`).join('&')}`,
    );
    const seen = new Set<string>();
    for (const [name, text] of Object.entries(CASES)) {
      const record = await lintAsCommand({ 'app.json': text, 'app.apis.yaml': MANIFEST });
      await page.getByLabel('Paste a policy').fill(text);
      await page.waitForTimeout(300);
      const verdict = verdictOf(record.workloads[0]);
      expect(await shownVerdict(page), name).toEqual(verdict);
      for (const [kind, found] of Object.entries(verdict))
        if (found !== 0 && (found as readonly string[]).length !== 0) seen.add(kind);
    }
    // The cases are worth comparing: between them they show every kind of result.
    expect([...seen].sort()).toEqual(['conditional', 'denied', 'excess', 'granted', 'missing', 'unproven']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('runs every rule over the text, and grants nothing of what the cloud does not take', async () => {
    const { page, complaints } = await site.open(
      'builder.html?cloud=huaweicloud&operation=ecs/batch-stop-servers',
    );
    const area = page.getByLabel('Paste a policy');
    const verdict = page.locator('#verdict');
    await area.fill(policy(['ecs:cloudServers:stop']).replace('Allow', 'allow'));
    await verdict.getByText('so it grants nothing').waitFor();
    expect(await verdict.locator('[data-rule="invalid-effect"]').count()).toBe(1);
    expect(await verdict.locator('[data-state="granted"]').count()).toBe(0);
    await area.fill(policy(['ecs:cloudServers:stop', 'ecs:cloudServers:stopp']));
    const unknown = verdict.locator('[data-rule="unknown-action"]');
    await unknown.waitFor();
    expect(await unknown.getByRole('link').getAttribute('href')).toBe('rules/unknown-action.html');
    expect(await verdict.locator('[data-state="granted"]').count()).toBe(1);
    await page.getByLabel('Find an API').fill('ecs/show-server');
    expect(await page.locator('.offers code').first().textContent()).toContain('/cloudservers/');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('reads YAML, and says where a text is broken or why it is no policy', async () => {
    const { page, complaints } = await site.open(
      'builder.html?cloud=huaweicloud&operation=ecs/delete-servers',
    );
    const area = page.getByLabel('Paste a policy');
    await area.fill(lines`
      Version: "1.1"
      Statement:
        - Effect: Allow
          Action: [ecs:cloudServers:delete]
    `);
    await page.getByText('The policy covers exactly what is needed.').first().waitFor();
    await area.fill('{\n  "Version": "1.1",,\n}');
    await page
      .locator('#verdict')
      .getByText(/Line 2, column \d+/)
      .waitFor();
    await area.fill('{ "name": "lint-policies" }');
    await page
      .locator('#verdict')
      .getByText(/This is no policy/)
      .waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('gives a policy and a manifest that lint clean together, whatever is picked', async () => {
    const { page, complaints } = await site.open('builder.html', { from: 'http' });
    for (const [search, name] of [
      ['批量关闭', '批量关闭云服务器'],
      ['querying details about an', '查询云服务器详情'],
      ['creating ecss', '创建云服务器'],
      ['assigning', '申请弹性公网IP'],
    ] as const) {
      await page.getByLabel('Find an API').fill(search);
      await page
        .getByRole('button', { name: new RegExp(`^Pick ${name}(?: ·|$)`) })
        .first()
        .click();
    }
    const files = await builtFiles(page);
    expect(Object.keys(files)).toEqual(['policy.json', 'policy.apis.yaml']);
    expect(files['policy.json']).not.toContain('*');
    const record = await lintAsCommand(files);
    expect(record.files.flatMap((file) => file.findings.map((finding) => finding.message))).toEqual([]);
    expect(record.workloads[0]).toMatchObject({ calls: 4, missing: [], excess: [], unproven: [] });
    await page.getByLabel('Version').selectOption('5.0');
    expect((await builtFiles(page))['policy.json']).toContain('"Version": "5.0"');
    expect(page.url()).toContain('operation=ecs%2Fshow-server');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('downloads what it shows', async () => {
    const { page } = await site.open('builder.html?cloud=huaweicloud&operation=ecs/delete-servers', {
      from: 'http',
    });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('policy.json');
    await page.context().close();
  });

  it('has copy buttons on the pages whose policy lints clean against the manifest line', async () => {
    const { page, complaints } = await site.open('huaweicloud/ecs/apis.html', { from: 'http' });
    for (const id of ['list-servers', 'batch-stop-servers', 'console-login']) {
      const entry = page.locator(`section:has(> h3#${id})`);
      await entry.getByRole('button', { name: 'Copy policy' }).click();
      const copiedPolicy = await clipboard(page);
      await entry.getByRole('button', { name: 'Copy manifest line' }).click();
      const line = await clipboard(page);
      const record = await lintAsCommand({
        'app.json': copiedPolicy,
        'app.apis.yaml': `cloud: huaweicloud\napis:\n${line}\n`,
      });
      expect(
        record.files.flatMap((file) => file.findings.map((finding) => finding.message)),
        id,
      ).toEqual([]);
      expect(record.workloads[0], id).toMatchObject({ calls: 1, missing: [], excess: [], unproven: [] });
    }
    expect(
      await page
        .locator('section:has(> h3#create-servers)')
        .getByRole('button', { name: 'Copy policy' })
        .count(),
    ).toBe(1);
    // A name of the other generation, and a wildcard: only the catalog knows what they stand for.
    expect(
      await page
        .locator('section:has(> h3#delete-servers)')
        .getByRole('link', { name: 'Build policy' })
        .count(),
    ).toBe(1);
    await page.locator('section:has(> h3#show-server)').getByRole('link', { name: 'Build policy' }).click();
    await page.getByText('vpc:*:get*').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('copies an action from its entry', async () => {
    const { page } = await site.open('huaweicloud/ecs/actions.html', { from: 'http' });
    await page
      .locator('section:has(> h3[id="ecs:cloudservers:stop"])')
      .getByRole('button', { name: 'Copy action' })
      .click();
    expect(await clipboard(page)).toBe('ecs:cloudServers:stop');
    await page.context().close();
  });
});

function policy(actions: readonly string[]): string {
  return JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] });
}

interface ShownVerdict {
  readonly missing: readonly string[];
  readonly denied: readonly string[];
  readonly conditional: readonly string[];
  readonly excess: readonly string[];
  readonly unproven: readonly string[];
  readonly granted: number;
}

async function shownVerdict(page: Page): Promise<ShownVerdict> {
  const items = await page.locator('#verdict li[data-state]').all();
  const rows = await Promise.all(
    items.map(async (item) => ({
      state: await item.getAttribute('data-state'),
      subject: await item.locator('code').textContent(),
    })),
  );
  const of = (state: string) =>
    rows
      .filter((row) => row.state === state)
      .map((row) => row.subject ?? '')
      .sort();
  return {
    missing: of('missing'),
    denied: of('denied'),
    conditional: of('conditional'),
    excess: of('excess'),
    unproven: of('unproven'),
    granted: of('granted').length,
  };
}

function verdictOf(workload: WorkloadRecord | undefined): ShownVerdict {
  if (workload === undefined) throw new Error('the command judged no workload');
  return {
    missing: workload.missing.map(({ action }) => action).sort(),
    denied: workload.denied.map(({ action }) => action).sort(),
    conditional: workload.conditional.map(({ action }) => action).sort(),
    excess: workload.excess.map(({ pattern }) => pattern).sort(),
    unproven: workload.unproven.map(({ subject }) => subject).sort(),
    granted: workload.judged.filter(({ status }) => status === 'granted').length,
  };
}

async function builtFiles(page: Page): Promise<Record<string, string>> {
  const blocks = await page.locator('.builder pre').all();
  return Object.fromEntries(
    await Promise.all(
      blocks.map(
        async (block) =>
          [(await block.getAttribute('aria-label')) ?? '', (await block.textContent()) ?? ''] as const,
      ),
    ),
  );
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate<string>('navigator.clipboard.readText()');
}
