import { expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { exampleCatalog } from './example-catalog.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());

it('an action that another cloud documents of the same service is not called unknown', async () => {
  const text = JSON.stringify({
    Version: '1.1',
    Statement: [{ Effect: 'Allow', Action: ['ecs:cloudServers:freeze', 'ecs:cloudServers:thaw'] }],
  });
  const { record } = await lintFiles({
    files: [{ path: 'app.json', text }],
    config: DEFAULT_CONFIG,
    loadCatalog: () =>
      Promise.resolve({ ...catalog, isNamedElsewhere: (action) => action === 'ecs:cloudServers:freeze' }),
  });
  expect(record.files[0]?.findings).toMatchObject([
    { rule: 'unknown-action', data: { action: 'ecs:cloudServers:thaw' } },
  ]);
});
