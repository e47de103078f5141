import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import { excess, inputOf, missing, plain, policyText, record, recordOf, workload } from './sample.js';

describe('the text report', () => {
  it('shows each finding with its frame and its because-chain, then the workload and the verdict', async () => {
    expect(await renderReport('text', inputOf(record), plain)).toBe(
      `app.json:6:7 error missing-action
  Missing "ecs:cloudServers:start", which POST /v1/{project_id}/cloudservers/action needs.
  5 │       "Effect": "Allow",
  6 │       "Action": [
    │       ^^^^^^^^
  because  POST /v1/{project_id}/cloudservers/action (ecs/batch-start-servers): ecs/batch.md, table 1, row 2 (line 30), declared in app.apis.yaml:3
  suggest  Add "ecs:cloudServers:start"
  see      https://example.test/rules/missing-action.md

app.json:7:9 warning excess-action (likely)
  Unexpected wildcard "ecs:cloudServers:list*", expected the 1 action of its 3 that is needed.
  6 │       "Action": [
  7 │         "ecs:cloudServers:list*",
    │         ^^^^^^^^^^^^^^^^^^^^^^^^
  fix      run with --fix
  see      https://example.test/rules/excess-action.md

app.apis.yaml:5:5 warning ambiguous-api
  POST /v1/{project_id}/cloudservers/action is 3 operations; say which one with "operation".
  see      https://example.test/rules/ambiguous-api.md

app.apis.yaml (app.json): 3 calls, 1 granted; 1 action missing, 1 grant in excess and 1 unproven
✖ 1 error and 2 warnings in 3 files: 1 action missing, 1 grant in excess and 1 unproven. 1 file skipped (--verbose tells why).
`,
    );
  });

  it('is empty with --quiet where there are only warnings', async () => {
    const warnings = recordOf([{ path: 'app.json', checked: true, findings: [excess] }]);
    expect(await renderReport('text', inputOf(warnings), { ...plain, detail: 'quiet' })).toBe('');
  });

  it('says with --verbose which files were clean and why others were skipped', async () => {
    const text = await renderReport('text', inputOf(record), { ...plain, detail: 'verbose' });
    expect(text).toContain('clean.json: no findings\n');
    expect(text).toContain('tsconfig.json: skipped, no policy\n');
  });

  it('holds escape sequences only where colours are allowed', async () => {
    expect(await renderReport('text', inputOf(record), { ...plain, color: true })).toContain('\u001b[31m');
    expect(await renderReport('text', inputOf(record), plain)).not.toContain('\u001b');
  });

  it('lists at most four reasons and counts the others', async () => {
    const [need] = workload.missing;
    const [because] = need?.because ?? [];
    if (need === undefined || because === undefined) throw new Error('the sample has no missing action');
    const many = {
      ...workload,
      missing: [
        { ...need, because: Array.from({ length: 9 }, (_, index) => ({ ...because, line: index + 1 })) },
      ],
    };
    const text = await renderReport(
      'text',
      inputOf(recordOf([{ path: 'app.json', checked: true, findings: [missing] }], [many])),
      plain,
    );
    expect(text.match(/needs|declared in/g)).toHaveLength(5);
    expect(text).toContain('and 5 more (--format json lists all)');
  });

  it('leaves out the frame where the text cannot be had', async () => {
    expect(await renderReport('text', inputOf(record, {}), plain)).not.toContain('│');
  });

  it('tells of policies that no manifest covers', async () => {
    const alone = recordOf([{ path: 'app.json', checked: true, findings: [] }]);
    const text = await renderReport(
      'text',
      inputOf({ ...alone, summary: { ...alone.summary, uncovered: 1 } }, { 'app.json': policyText }),
      plain,
    );
    expect(text).toBe('✔ No findings in 1 file. 1 policy without a manifest: its calls were not judged.\n');
  });
});
