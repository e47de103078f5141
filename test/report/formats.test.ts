import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/report.js';
import { excess, inputOf, missing, plain, record, recordOf } from './sample.js';

const REASON =
  'POST /v1/{project_id}/cloudservers/action (ecs/batch-start-servers): ecs/batch.md, table 1, row 2 (line 30)';

describe('workflow commands of GitHub', () => {
  it('carry severity, place, doubt, reasons and related places', async () => {
    expect(await renderReport('github', inputOf(record), plain)).toBe(
      [
        `::error file=app.json,line=6,endLine=6,col=7,endColumn=15,title=missing-action::Missing "ecs:cloudServers:start", which POST /v1/{project_id}/cloudservers/action needs.%0ABecause ${REASON}%0Aapp.apis.yaml:3:5: the call is declared here%0Ahttps://example.test/rules/missing-action.md`,
        '::warning file=app.json,line=7,endLine=7,col=9,endColumn=33,title=excess-action (likely)::Unexpected wildcard "ecs:cloudServers:list*", expected the 1 action of its 3 that is needed.%0Ahttps://example.test/rules/excess-action.md',
        '::warning file=app.apis.yaml,line=5,endLine=5,col=5,endColumn=46,title=ambiguous-api::POST /v1/{project_id}/cloudservers/action is 3 operations; say which one with "operation".%0Ahttps://example.test/rules/ambiguous-api.md',
        '',
      ].join('\n'),
    );
  });
});

describe('the JUnit report', () => {
  it('has a suite for each file: findings fail, clean files pass, other files are skipped', async () => {
    const $ = load(await renderReport('junit', inputOf(record), plain), { xml: true });
    const suites = $('testsuite')
      .toArray()
      .map((element) => ['name', 'tests', 'failures', 'skipped'].map((name) => $(element).attr(name)));
    expect(suites).toEqual([
      ['app.json', '2', '2', '0'],
      ['app.apis.yaml', '1', '1', '0'],
      ['clean.json', '1', '0', '0'],
      ['tsconfig.json', '1', '0', '1'],
    ]);
    expect($('failure').first().attr('type')).toBe('error');
    expect($('failure').first().text()).toContain(`Because ${REASON}`);
    expect($('failure').eq(1).text()).toContain('severity: warning, confidence: likely');
    expect($('skipped').attr('message')).toBe('no policy');
  });
});

describe('what fails a JUnit case', () => {
  const failing = async (failsFrom: 'error' | 'warning' | 'never') => {
    const $ = load(await renderReport('junit', { ...inputOf(record), failsFrom }, plain), { xml: true });
    return {
      total: $('testsuites').attr('failures'),
      failures: $('failure').length,
      printed: $('system-out').length,
    };
  };

  it('is what fails the run; anything else is what the case printed', async () => {
    expect(await failing('warning')).toEqual({ total: '3', failures: 3, printed: 0 });
    expect(await failing('error')).toEqual({ total: '1', failures: 1, printed: 2 });
    expect(await failing('never')).toEqual({ total: '0', failures: 0, printed: 3 });
  });

  it('has a name of its own, also where several findings of a rule stand at one place', async () => {
    const twice = recordOf([
      { path: 'app.json', checked: true, findings: [missing, { ...missing, message: 'Other.' }] },
    ]);
    const $ = load(await renderReport('junit', inputOf(twice), plain), { xml: true });
    expect(
      $('testcase')
        .toArray()
        .map((element) => $(element).attr('name')),
    ).toEqual(['missing-action at 6:7', 'missing-action at 6:7 (2)']);
  });
});

describe('the Code Climate report', () => {
  it('is a list of issues with what GitLab needs: description, name, fingerprint, severity, place', async () => {
    const issues = JSON.parse(
      await renderReport('codeclimate', inputOf(record), plain),
    ) as readonly unknown[];
    expect(issues).toHaveLength(3);
    expect(issues[1]).toMatchObject({
      type: 'issue',
      check_name: 'excess-action',
      description:
        'Unexpected wildcard "ecs:cloudServers:list*", expected the 1 action of its 3 that is needed. (likely)',
      severity: 'minor',
      fingerprint: 'bbbbbbbbbbbbbbbb',
      location: { path: 'app.json', lines: { begin: 7, end: 7 } },
    });
  });
});

describe('the HTML report', () => {
  it('is one page without requests, under a policy that allows its own style and script only', async () => {
    const $ = load(await renderReport('html', inputOf(record), plain));
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; script-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'$/,
    );
    expect($('link, img').length).toBe(0);
    const hash = createHash('sha256').update($('script').text()).digest('base64');
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toContain(
      `script-src 'sha256-${hash}'`,
    );
  });

  it('shows verdict, workload, findings with frame and reasons, and what was skipped', async () => {
    const $ = load(await renderReport('html', inputOf(record), plain));
    expect($('.verdict').text()).toBe(
      '1 error and 2 warnings in 3 files: 1 action missing, 1 grant in excess and 1 unproven.',
    );
    expect(
      $('.classes li')
        .toArray()
        .map((item) => $(item).text()),
    ).toEqual(['Errors: missing-action 1', 'Warnings: ambiguous-api 1 and excess-action 1']);
    expect($('#policies tbody tr').text()).toBe('app.json311010103');
    expect($('#policies a').attr('href')).toBe(`#${$('section.workload').attr('id') ?? ''}`);
    expect($('.workload .status').text()).toBe('granted');
    expect($('article').first().find('pre').text()).toBe(
      '5 │       "Effect": "Allow",\n6 │       "Action": [\n  │       ^^^^^^^^',
    );
    expect($('article').first().find('li').first().text()).toBe(
      `because ${REASON}, declared in app.apis.yaml:3`,
    );
    expect(
      $('summary')
        .toArray()
        .map((summary) => $(summary).text()),
    ).toEqual([
      'ambiguous-api: 1',
      'excess-action: 1',
      'Unproven (1)',
      '1 call that is granted',
      '1 file skipped',
    ]);
  });

  it('shows everything without its script, leads from each rule and policy to what was found, and folds what is many', async () => {
    const danger = { ...excess, rule: 'privilege-escalation', message: 'It may give itself more.' };
    const files = Array.from({ length: 30 }, (_, index) => ({
      path: `p${String(index)}.json`,
      checked: true,
      findings: [
        { ...danger, message: `It may do ${String(index)}.` },
        { ...missing, message: `Wrong ${String(index)}.` },
      ],
    }));
    const $ = load(await renderReport('html', inputOf(recordOf(files)), plain));
    expect($('#filter').attr('hidden')).toBeDefined();
    expect(
      $('nav a')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['#policies', '#dangers', '#errors']);
    for (const link of $('.classes a, #policies a, nav a').toArray())
      expect($($(link).attr('href') ?? '').length).toBe(1);
    expect($('#dangers > .group > article').length).toBe(3);
    expect($('#dangers summary').text()).toBe('27 more findings');
    expect($('#policies details summary').text()).toBe('and 6 more policies');
    expect($('#by-policy option').length).toBe(31);
  });
});
