import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { readCloud } from '../src/catalog/index/compile.js';
import { loadCatalog, shippedCatalogs } from '../src/catalog/yaml/load.js';
import type { Suite } from './suite.js';

/** Loading a cloud: the compiled index with one service and with all, against the YAML it is made from and plain JSON.parse. */
export const catalog: Suite = {
  name: 'catalog',
  async run({ quick }) {
    const bench = new Bench({ time: quick ? 50 : 1_000, iterations: quick ? 1 : 5, warmup: !quick });
    bench.add('compiled index and one service', async () =>
      (await loadCatalog('huaweicloud')).service('ecs'),
    );
    bench.add('compiled, every service', async () => {
      const loaded = await loadCatalog('huaweicloud');
      for (const name of loaded.services) loaded.service(name);
    });
    bench.add('JSON.parse of every compiled file', () => {
      const folder = join(shippedCatalogs(), 'huaweicloud');
      for (const name of readdirSync(folder)) JSON.parse(readFileSync(join(folder, name), 'utf8'));
    });
    bench.add('YAML, validated', () => readCloud('catalog', 'huaweicloud'));
    await bench.run();
    return [
      {
        title: 'Catalog load',
        timings: bench.tasks.map(({ name, result }) => {
          if (result.state !== 'completed') throw new Error(`${name} did not complete`);
          return {
            name,
            milliseconds: result.latency.p50,
            spread: [result.latency.min, result.latency.max] as const,
            processor: NaN,
            mebibytes: NaN,
          };
        }),
      },
    ];
  },
};
