import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { load } from 'cheerio';
import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { LintRecord } from '../../src/lint/results/lint-record.js';
import { REPORT_FORMATS, renderReport } from '../../src/report/report.js';
import { SCRIPT } from '../../src/report/html/html-script.js';
import { printable } from '../../src/report/printable.js';
import { inputOf, plain, recordOf } from './sample.js';

/** What file names, actions, titles and manifests can hold to leave the place they are shown in. */
const ATTACKS = [
  '::error file=owned::pwned',
  '\n::stop-commands::x\n::set-output name=a::b',
  '##[error]pwned',
  '\u001b[2J\u001b]8;;https://evil.test\u0007click\u001b]8;;\u0007',
  '\u009b31mred',
  '\r\u0000\u0008\u007f',
  '\u202egnp.exe\u2066\u200f',
  '\u2028\u2029\ufeff\u{e0041}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  "\"><svg/onload=alert(1)>' onmouseover='alert(1)",
  '</style></details></code></pre><h1>owned</h1>',
  ']]></failure><testcase name="ok"/>&amp;&#0;',
  '[click](javascript:alert(1)) ![x](https://evil.test/x.png)',
  '```\n# heading\n- [ ] task\n| a | b |\n> quote',
  '` | ` @everyone #1 https://evil.test www.evil.test :boom: ~~x~~ **y**',
  '- !!js/function &anchor *alias {{template}} ${{ secrets.TOKEN }}: #',
  'javascript:alert(1)',
  '%0A%0D%3A%2C,=;',
];

/** A record in which every text that comes from outside is an attack. */
function hostileRecord(attack: string): LintRecord {
  const place = { path: attack, line: 1, column: 1 };
  const need = {
    action: attack,
    as: 'action',
    confidence: 'doubtful',
    why: [attack],
    because: [
      {
        call: attack,
        api: attack,
        operation: attack,
        scenario: attack,
        source: attack,
        line: 1,
        origins: [{ file: attack, line: 1 }],
      },
    ],
    at: [place],
  } as const;
  const finding = {
    rule: 'missing-action',
    severity: 'error',
    confidence: 'likely',
    message: attack,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 4,
    address: attack,
    cloud: attack,
    data: { action: attack, [attack]: attack },
    related: [{ ...place, message: attack }],
    fix: true,
    edits: [{ range: [0, 1], text: attack }],
    suggestions: [{ message: attack, edits: [{ range: [0, 1], text: attack }] }],
    url: attack,
    fingerprint: attack,
  } as const;
  const delta = { added: [attack], removed: [attack] };
  const grants = [
    { action: attack, status: 'granted' },
    { action: attack, status: 'conditional' },
  ] as const;
  const change = {
    name: attack,
    formerly: attack,
    policies: [attack],
    unmeasurable: true,
    gained: grants,
    lost: grants,
    altered: [attack],
    unmeasured: delta,
    calls: [
      { call: attack, after: 'granted' },
      { call: attack, before: 'granted' },
    ],
    missing: delta,
    denied: delta,
    conditional: delta,
    excess: delta,
    unproven: delta,
  } as const;
  const record = recordOf(
    [
      {
        path: attack,
        checked: true,
        findings: [finding, { ...finding, rule: 'unknown-action', fix: false, data: {} }],
      },
      {
        path: `${attack}.skipped`,
        checked: false,
        reason: attack,
        seen: { line: 1, column: 1 },
        foreign: [{ language: attack, address: attack, line: 1, column: 1 }],
        findings: [],
      },
    ],
    [
      {
        manifest: attack,
        policies: [attack],
        calls: 1,
        judged: [
          {
            call: attack,
            operation: attack,
            title: attack,
            status: 'missing',
            scenario: attack,
            needs: [{ action: attack, as: 'dependency', status: 'missing' }],
            line: 1,
          },
        ],
        missing: [
          { ...need, request: { action: attack, resource: attack, context: { [attack]: [attack] } } },
        ],
        denied: [need],
        conditional: [{ ...need, keys: [attack] }],
        excess: [
          { pattern: attack, kind: 'wildcard', grants: 2, needed: [attack], confidence: 'likely', at: place },
        ],
        unproven: [{ kind: 'unknown-api', subject: attack, reason: attack, candidates: [attack], at: place }],
      },
    ],
  );
  return {
    ...record,
    changes: {
      since: attack,
      commit: attack,
      newOnly: false,
      entries: [
        { ...change, kind: 'workload', state: 'changed' },
        { ...change, kind: 'policy', state: 'added' },
      ],
      unchanged: 1,
      findings: { introduced: 1, resolved: 1, known: 1 },
    },
  };
}

const render = (format: (typeof REPORT_FORMATS)[number], attack: string): Promise<string> =>
  renderReport(
    format,
    { ...inputOf(hostileRecord(attack)), rules: [], textOf: () => `${attack}\n${attack}` },
    { ...plain, detail: 'verbose', linkTo: (path) => path },
  );

const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validSarif = ajv.compile(
  JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  ) as Record<string, unknown>,
);

const RAW =
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

/** What the Markdown report writes itself. */
const OWN_TAG =
  /^(?:<br>|<a id="lint-policies-\d+">|<\/a>|<\/?details>|<details><summary>[\w ()-]*<\/summary>)$/;

describe.each(ATTACKS)('%j', (attack) => {
  it.each(REPORT_FORMATS)(
    'leaves no control character, bidirectional mark or CI command in %s',
    async (format) => {
      const report = await render(format, attack);
      expect(report).not.toMatch(RAW);
      expect(report).not.toContain('##[');
      const commands = report.split('\n').filter((line) => line.trimStart().startsWith('::'));
      expect(commands).toHaveLength(format === 'github' ? 2 : 0);
    },
  );

  it('comes out of the JSON report as it went in', async () => {
    expect(JSON.parse(await render('json', attack))).toEqual(hostileRecord(attack));
  });

  it('adds no tag, link, image, heading or mention to the Markdown report', async () => {
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(await render('markdown', attack));
    const nodes = [...walk(tree)];
    const html = nodes.flatMap((node) =>
      node.type === 'html' && 'value' in node ? [String(node.value)] : [],
    );
    expect(html.filter((tag) => !OWN_TAG.test(tag))).toEqual([]);
    expect(
      nodes.filter((node) =>
        ['image', 'definition', 'code', 'blockquote', 'thematicBreak', 'footnoteDefinition'].includes(
          node.type,
        ),
      ),
    ).toEqual([]);
    const links = nodes.flatMap((node) => (node.type === 'link' && 'url' in node ? [String(node.url)] : []));
    expect(links.filter((url) => !/^#lint-policies-\d+$/.test(url))).toEqual([]);
    expect(nodes.filter((node) => node.type === 'heading')).toHaveLength(3);
    const texts = nodes.flatMap((node) =>
      node.type === 'text' && 'value' in node ? [String(node.value)] : [],
    );
    expect(texts.join(' ')).not.toMatch(/@\w|#\d|:\w+:/);
  });

  it('adds no element, attribute or address to the HTML report', async () => {
    const $ = load(await render('html', attack));
    expect($('img, svg, iframe, object, link, base, form').length).toBe(0);
    expect(
      $('script')
        .toArray()
        .map((element) => $(element).text()),
    ).toEqual([SCRIPT]);
    expect($('h1').length).toBe(1);
    expect(
      $('*')
        .toArray()
        .flatMap((element) => Object.keys('attribs' in element ? element.attribs : {}))
        .filter((name) => name.startsWith('on') || name === 'style'),
    ).toEqual([]);
    expect(
      $('a')
        .toArray()
        .filter((element) => !/^(?:https?:|#[a-z]+(?:-\d+)?$)/.test($(element).attr('href') ?? '')),
    ).toEqual([]);
    expect($('article > .message').first().text()).toBe(printable(attack));
  });

  it('makes no SARIF report that its schema refuses', async () => {
    validSarif(JSON.parse(await render('sarif', attack)));
    expect(validSarif.errors).toBeNull();
  });

  it('adds no element to the JUnit report', async () => {
    const $ = load(await render('junit', attack), { xml: true });
    expect($('testsuite').length).toBe(2);
    expect($('testcase').length).toBe(3);
    expect($('failure').first().attr('message')).toBe(printable(attack));
  });

  it('is the whole file name of each GitHub command and never its end', async () => {
    for (const line of (await render('github', attack)).trimEnd().split('\n')) {
      const file = /^::error file=([^,:]*),line=1,endLine=1,col=1,endColumn=4,title=[^,:]*::/.exec(line)?.[1];
      expect(decodeURIComponent((file ?? '').replace(/%(?!25|0D|0A|3A|2C)/g, '%25'))).toBe(printable(attack));
    }
  });
});

describe('any text at all', () => {
  it('is printable on one line once it went through printable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(RAW);
        expect(shown).not.toContain('\n');
        expect(printable(shown)).toBe(shown);
      }),
    );
  });
});

function* walk(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of (node as Parent).children) yield* walk(child);
}
