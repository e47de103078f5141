import { expect, it } from 'vitest';
import { renderReport, REPORT_FORMATS } from '../../src/report/report.js';
import { inputOf, missing, plain, recordOf } from './sample.js';

it.each(REPORT_FORMATS)('a finding says which policy inside its file it is about, as %s', async (format) => {
  const inside = { ...missing, address: '/data/reader.json' };
  const record = recordOf([{ path: 'map.yaml', checked: true, findings: [inside] }], []);
  const report = await renderReport(format, inputOf(record, {}), plain);
  // JSON has a field of its own for it.
  const [own, place] = [/"address": ?"\/data\/reader\.json"/, /map\.yaml\\*#\/data\/reader\.json/];
  expect(report).toMatch(format === 'json' ? own : place);
});
