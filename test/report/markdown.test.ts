import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import { ambiguous, excess, inputOf, missing, plain, record, recordOf, workload } from './sample.js';

describe('the Markdown report', () => {
  it('gives the verdict in a line, a table of calls, and each shortfall with its reason', async () => {
    expect(await renderReport('markdown', inputOf(record), plain))
      .toBe(`❌ **1 error and 2 warnings in 3 files: 1 action missing, 1 grant in excess and 1 unproven.** --fix mends 1 of them in one file.

- Errors: [\`missing-action\`](https://example.test/rules/missing-action.md) 1
- Warnings: \`ambiguous-api\` 1 and \`excess-action\` 1

| policy | calls | granted | missing | denied | excess | dangerous | unproven | unread | findings |
| - | - | - | - | - | - | - | - | - | - |
| [\`app.json\`](#lint-policies-1) | 3 | 1 | 1 | 0 | 1 | 0 | 1 | 0 | 3 |

### <a id="lint-policies-1"></a>\`app.apis.yaml\` · \`app.json\`

**Missing (1)**

- [\`ecs:cloudServers:start\`](https://example.test/rules/missing-action.md)
  - needed by \`POST /v1/{project_id}/cloudservers/action\` (\`ecs/batch-start-servers\`), \`app.apis.yaml:3\`; source: \`ecs/batch.md, table 1, row 2 (line 30)\`

<details><summary>Excess (1)</summary>

- [\`ecs:cloudServers:list*\`](https://example.test/rules/excess-action.md) in \`app.json:7\`: grants 3 actions today, 1 of them needed (likely); --fix narrows it

  needed: \`ecs:cloudServers:list\`

</details>

<details><summary>Unproven (1)</summary>

- \`POST /v1/{project_id}/cloudservers/action\`: three operations share the endpoint (\`app.apis.yaml:5\`)
  - \`ecs/batch-start-servers\`
  - \`ecs/batch-stop-servers\`
  - \`ecs/batch-reboot-servers\`

</details>

<details><summary>1 call that is granted</summary>

| Call | Needs | Status |
| - | - | - |
| \`GET /v2.1/{project_id}/servers\`<br>查询云服务器列表 | \`ecs:servers:list\` | ✅\u00a0granted |

</details>

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

  it('shows a request that is refused, and the keys of which nobody spoke', async () => {
    const request = {
      action: 'ecs:cloudServers:start',
      resource: 'ecs:x:x:instance:web',
      context: { 'g:SourceIp': ['10.0.0.1'] },
    };
    const own = {
      ...workload,
      missing: workload.missing.map((one) => ({ ...one, request })),
      conditional: workload.missing.map((one) => ({ ...one, keys: ['g:MFAPresent'] })),
    };
    const page = await renderReport('markdown', inputOf({ ...record, workloads: [own] }), plain);
    expect(page).toContain('For example on `ecs:x:x:instance:web` with `g:SourceIp=10.0.0.1`.');
    expect(page).toContain('The manifest says nothing of `g:MFAPresent`.');
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
    const findings = large.missing.map(({ action }) => ({ ...missing, data: { action } }));
    const markdown = await renderReport(
      'markdown',
      inputOf(recordOf([{ path: 'app.json', checked: true, findings }], [large])),
      plain,
    );
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
    expect(markdown).toContain('### Errors');
    expect(markdown).toContain(
      '| <a id="lint-policies-1"></a>`other.json:6` | ❌ Unknown action `ecs:key:lst`, did you mean `ecs:key:list`? | [`unknown-action`](https://example.test/rules/missing-action.md) |',
    );
  });

  it('shows every class of errors and dangers first, one of each rule open, and folds warnings', async () => {
    const danger = { ...excess, rule: 'privilege-escalation', message: 'It may give itself more.' };
    const rules = ['syntax', 'action-format', ...Array.from({ length: 20 }, () => 'element-type')];
    const files = rules.map((rule, index) => ({
      path: `p${String(index)}.json`,
      checked: true,
      findings: [
        { ...missing, rule, message: `Wrong ${String(index)}.` },
        { ...danger, message: `It may do ${String(index)}.` },
        { ...ambiguous, message: `Unclear ${String(index)}.` },
      ],
    }));
    const markdown = await renderReport('markdown', inputOf(recordOf(files)), plain);
    expect(markdown.split('\n').slice(2, 5)).toEqual([
      '- Dangers: [`privilege-escalation`](https://example.test/rules/privilege-escalation.md) 22',
      '- Errors: `element-type` 20, `action-format` 1 and `syntax` 1',
      '- Warnings: `ambiguous-api` 22',
    ]);
    const open = markdown.slice(markdown.indexOf('### Errors'), markdown.lastIndexOf('10 more findings'));
    for (const rule of ['syntax', 'action-format', 'element-type']) expect(open).toContain(`\`${rule}\``);
    expect(markdown).toContain('<details><summary>22 warnings</summary>');
  });

  it('folds one finding of many files into a line that counts the others', async () => {
    const files = Array.from({ length: 7 }, (_, index) => ({
      path: `p${String(index)}.json`,
      checked: true,
      findings: [{ ...missing, rule: 'syntax', data: {}, related: [] }],
    }));
    const markdown = await renderReport('markdown', inputOf(recordOf(files)), plain);
    expect(markdown.match(/❌ Missing/g)).toHaveLength(1);
    expect(markdown).toContain('`p3.json:6`<br>and 3 more |');
  });

  it('says which missing actions are among no finding, as under a baseline, and folds them', async () => {
    const accepted = recordOf([{ path: 'app.json', checked: true, findings: [] }], [workload]);
    const markdown = await renderReport('markdown', inputOf(accepted), plain);
    expect(markdown).toContain('No findings in 1 file: 1 action missing (1 not among the findings), 1 grant');
    expect(markdown).toContain(
      '<details><summary>one missing action that is not among the findings</summary>',
    );
    expect(markdown).not.toContain('**Missing');
  });
});
