import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import type { Finding } from '../../src/lint/results/lint-record.js';
import {
  ambiguous,
  excess,
  inputOf,
  missing,
  plain,
  policyText,
  record,
  recordOf,
  workload,
} from './sample.js';

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
✖ 1 error and 2 warnings in 3 files: 1 action missing, 1 grant in excess and 1 unproven. --fix mends 1 of them in one file. 1 file skipped (--verbose tells why).
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

  it('shows what is most severe first: files with errors, then dangers, then the rest, and so within a file', async () => {
    const files = [
      { path: 'doubtful.json', checked: true, findings: [{ ...ambiguous }] },
      { path: 'dangerous.json', checked: true, findings: [{ ...excess, message: 'Idle.' }, danger] },
      { path: 'broken.json', checked: true, findings: [excess, missing] },
    ];
    const text = await renderReport('text', inputOf(recordOf(files)), plain);
    expect(
      [...text.matchAll(/^(\S+?):\d+:\d+ \S+ (\S+)/gm)].map(([, file, rule]) => `${file} ${rule}`),
    ).toEqual([
      'broken.json missing-action',
      'broken.json excess-action',
      'dangerous.json privilege-escalation',
      'dangerous.json excess-action',
      'doubtful.json ambiguous-api',
    ]);
  });

  it('folds the same finding of several files into the first, with a count and the other places', async () => {
    const files = Array.from({ length: 7 }, (_, index) => ({
      path: `p${String(index)}.json`,
      checked: true,
      findings: [{ ...excess, line: index + 1 }],
    }));
    const text = await renderReport('text', inputOf(recordOf(files)), plain);
    expect(text).toContain('p0.json:1:9 warning excess-action (likely) (7 times in 7 files)\n');
    expect(text).toContain(
      '  also     at p1.json:2:9, p2.json:3:9, p3.json:4:9, p4.json:5:9 and 2 more (--verbose shows all)\n',
    );
    expect(text.match(/^\S+ warning/gm)).toHaveLength(1);
    const verbose = await renderReport('text', inputOf(recordOf(files)), { ...plain, detail: 'verbose' });
    expect(verbose).toContain(
      'at p1.json:2:9, p2.json:3:9, p3.json:4:9, p4.json:5:9, p5.json:6:9 and p6.json:7:9\n',
    );
  });

  it('does not fold findings that rest on other reasons', async () => {
    const other = { ...missing, data: { ...missing.data, source: 'ecs/other.md, table 1, row 2 (line 30)' } };
    const files = [missing, other].map((finding, index) => ({
      path: `p${String(index)}.json`,
      checked: true,
      findings: [finding],
    }));
    const text = await renderReport('text', inputOf(recordOf(files)), plain);
    expect(text.match(/^\S+ error/gm)).toHaveLength(2);
  });

  it('ends in a table of policies and one of rules, then the verdict and what --fix would do', async () => {
    const alone = { path: 'alone.json', checked: true, findings: [danger, excess] };
    const all = recordOf(
      [...record.files, alone],
      [{ ...workload, unread: [{ client: 'gophertelekomcloud' }] }],
    );
    const text = await renderReport('text', inputOf(all), plain);
    expect(text.slice(text.indexOf('calls  '))).toBe(
      `calls  granted  missing  denied  excess  dangerous  unproven  unread  findings  policy
    3        1        1       0       1          0         1       1         3  app.json (app.apis.yaml)
    –        –        –       –       –          1         –       0         2  alone.json

errors  warnings  files  fixable  rule
     1         0      1        0  missing-action
     0         1      1        0  privilege-escalation (dangerous)
     0         2      2        2  excess-action
     0         1      1        0  ambiguous-api

✖ 1 error and 4 warnings in 4 files: 1 action missing, 1 grant in excess and 1 unproven. --fix mends 2 of them in 2 files. 1 file skipped (--verbose tells why).
`,
    );
  });

  it('leaves out the columns of calls where no policy has a manifest', async () => {
    const files = ['a.json', 'b.json'].map((path) => ({ path, checked: true, findings: [danger, excess] }));
    const text = await renderReport('text', inputOf(recordOf(files)), plain);
    expect(text).toContain('\ndangerous  unread  findings  policy\n');
  });

  it('counts the policies that are not in the table, and no error and no danger', async () => {
    const files = Array.from({ length: 40 }, (_, index) => ({
      path: `p${String(index).padStart(2, '0')}.json`,
      checked: true,
      findings: [{ ...missing, rule: `error-${String(index)}` }],
    }));
    const text = await renderReport('text', inputOf(recordOf(files)), plain);
    expect(text).toContain('\nand 30 more policies (--verbose shows all)\n');
    expect(text.match(/ error-\d+$/gm)).toHaveLength(80);
    expect(
      await renderReport('text', inputOf(recordOf(files)), { ...plain, detail: 'verbose' }),
    ).not.toContain('--verbose');
  });

  it.each([
    [{ findings: 0, files: 0 }, 'There was nothing to fix.'],
    [
      { findings: 12, files: 3 },
      'Fixed 12 problems in 3 files; 3 left: 1 missing-action, 1 ambiguous-api and 1 excess-action.',
    ],
  ])('says what --fix did: %j', async (fixed, sentence) => {
    const after = { ...record, summary: { ...record.summary, fixed } };
    expect(await renderReport('text', inputOf(after), plain)).toContain(` ${sentence} `);
    const clean = recordOf([{ path: 'app.json', checked: true, findings: [] }]);
    const all = { ...clean, summary: { ...clean.summary, fixed: { findings: 1, files: 1 } } };
    expect(await renderReport('text', inputOf(all), plain)).toContain(
      'Fixed one problem in one file; none is left.',
    );
  });

  it('ends its lines at the width of a terminal, below their own beginning, and cuts no word', async () => {
    const narrow = { ...plain, columns: 60, wraps: true };
    const text = await renderReport('text', inputOf(record), narrow);
    expect(text).toContain(
      `  because  POST /v1/{project_id}/cloudservers/action
           (ecs/batch-start-servers): ecs/batch.md, table 1,
           row 2 (line 30), declared in app.apis.yaml:3
`,
    );
    expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
  });
});

const danger: Finding = {
  ...excess,
  rule: 'privilege-escalation',
  message: '"iam:agencies:createAgency" lets its holder give itself more.',
  fix: false,
};
