import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import { inputOf, missing, plain, record, recordOf, workload } from './sample.js';

describe('the Markdown report', () => {
  it('gives the verdict in a line, a table of calls, and each shortfall with its reason', async () => {
    expect(await renderReport('markdown', inputOf(record), plain))
      .toBe(`❌ **1 error and 2 warnings in 3 files: 1 action missing, 1 grant in excess and 1 unproven.**

### \`app.apis.yaml\` · \`app.json\`

| Call | Needs | Status |
| - | - | - |
| \`GET /v2.1/{project_id}/servers\`<br>查询云服务器列表 | \`ecs:servers:list\` | ✅\u00a0granted |
| \`POST /v1/{project_id}/cloudservers/action\`<br>Starting ECSs | \`ecs:cloudServers:start\` ❌ | ❌\u00a0missing |
| \`POST /v1/{project_id}/cloudservers/action\` | | ❔\u00a0unproven |

**Missing (1)**

- [\`ecs:cloudServers:start\`](https://example.test/rules/missing-action.md)
  - needed by \`POST /v1/{project_id}/cloudservers/action\` (\`ecs/batch-start-servers\`), \`app.apis.yaml:3\`; source: \`ecs/batch.md, table 1, row 2 (line 30)\`

**Excess (1)**

- [\`ecs:cloudServers:list*\`](https://example.test/rules/excess-action.md) in \`app.json:7\`: grants 3 actions today, 1 of them needed (likely); --fix narrows it

  needed: \`ecs:cloudServers:list\`

**Unproven (1)**

- \`POST /v1/{project_id}/cloudservers/action\`: three operations share the endpoint (\`app.apis.yaml:5\`)
  - \`ecs/batch-start-servers\`
  - \`ecs/batch-stop-servers\`
  - \`ecs/batch-reboot-servers\`

1 file skipped.
`);
  });

  it('is empty where there is nothing to say', async () => {
    const clean = recordOf(
      [{ path: 'app.json', checked: true, findings: [] }],
      [{ ...workload, missing: [], excess: [], unproven: [] }],
    );
    expect(await renderReport('markdown', inputOf(clean), plain)).toBe('');
  });

  it('links places where the web view of the repository is known', async () => {
    const linkTo = (path: string, line: number): string =>
      `https://git.example.test/blob/abc/${path}#L${line}`;
    expect(await renderReport('markdown', inputOf(record), { ...plain, linkTo })).toContain(
      '[`app.json:7`](https://git.example.test/blob/abc/app.json#L7)',
    );
  });

  it('folds the calls that are granted and the tail of long lists', async () => {
    const [call] = workload.judged;
    const [need] = workload.missing;
    if (call === undefined || need === undefined) throw new Error('the sample is too small');
    const large = {
      ...workload,
      judged: [...workload.judged, ...Array.from({ length: 20 }, () => call)],
      missing: Array.from({ length: 30 }, (_, index) => ({ ...need, action: `ecs:thing${index}:get` })),
    };
    const markdown = await renderReport('markdown', inputOf(recordOf([], [large])), plain);
    expect(markdown).toContain('<details><summary>21 calls that are granted</summary>');
    expect(markdown).toContain('<details><summary>and 18 more missing</summary>');
  });

  it('lists findings that no workload tells in a table of their own', async () => {
    const stray = {
      ...missing,
      rule: 'unknown-action',
      message: 'Unknown action "ecs:key:lst", did you mean "ecs:key:list"?',
    };
    const markdown = await renderReport(
      'markdown',
      inputOf(recordOf([{ path: 'other.json', checked: true, findings: [stray] }])),
      plain,
    );
    expect(markdown).toContain('**Other findings**');
    expect(markdown).toContain(
      '| `other.json:6` | ❌ Unknown action `ecs:key:lst`, did you mean `ecs:key:list`? | [`unknown-action`](https://example.test/rules/missing-action.md) |',
    );
  });
});
