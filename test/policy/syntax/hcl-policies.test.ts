import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSyntax, parsePolicyText } from '../../../src/policy/syntax/parse-policy.js';
import { outline } from '../hcl-outline.js';
import { text as lines } from '../../text.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/policy/hcl');
const FIXTURES = readdirSync(FOLDER).filter((name) => !name.endsWith('.txt'));

beforeAll(() => loadSyntax('hcl'));

/** Every node of these files with its place and the text that stands there; the outlines beside them are read by a person. */
describe('policies inside Terraform', () => {
  it.each(FIXTURES)('%s reads as its outline says', async (name) => {
    await expect(read(readFileSync(join(FOLDER, name), 'utf8'), name)).toMatchFileSnapshot(
      join(FOLDER, `${name}.txt`),
    );
  });

  it('keeps its places in files with CRLF and a byte order mark', () => {
    const text = readFileSync(join(FOLDER, 'heredoc.tf'), 'utf8');
    const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const places = (outlined: string): string[] => outlined.match(/"[^"]*" @ \d+:\d+-\d+:\d+/g) ?? [];
    expect(places(read(windows, 'main.tf'))).toEqual(places(read(text, 'main.tf')));
    expect(places(read(text, 'main.tf')).length).toBeGreaterThan(8);
  });

  it('has no roots in a file that names no resource with a policy, whatever else stands there', () => {
    expect(read('resource "huaweicloud_vpc" "a" { cidr = "10.0.0.0/8" }\nthis is { not HCL', 'main.tf')).toBe(
      '',
    );
  });
});

describe('what Terraform alone can tell', () => {
  it.each([
    ['a variable', 'var.policy'],
    ['an attribute of another resource', 'huaweicloud_x.y.policy'],
    ['a local of another file', 'local.elsewhere'],
    ['a conditional', 'var.all ? "{}" : "[]"'],
    ['a function that is not read', 'replace("{}", "{", "[")'],
    ['an index into a list that is not there', 'local.list[7]'],
    ['a spread', 'jsonencode(local.list...)'],
    ['a local that leads to itself', 'local.loop'],
  ])('%s is unknown', (_, expression) => {
    expect(read(`locals {\n  list = []\n  loop = local.loop\n}\n${role(expression)}`, 'main.tf')).toContain(
      '\nunknown @ ',
    );
  });

  it('an object with a computed name is unknown as a whole, so that no part of it is taken for all', () => {
    expect(values(role('jsonencode({ Version = "1.1", (var.key) = [] })'))).toEqual(['unknown']);
    expect(values(role('<<EOF\n{ "Version": "1.1", "${var.key}": [] }\nEOF'))).toEqual(['unknown']);
    expect(values(role('<<EOF\n{ "Version": "1.1", ${var.members} }\nEOF'))).toEqual(['unknown']);
  });

  it('a hole between values takes the commas around it with it, or leaves them', () => {
    for (const list of [
      '"a", ${x}',
      '${x}, "a"',
      '"a" ${x}',
      '${x} "a"',
      '"a", %{if x} "b", %{endif}',
      '%{for y in x}"${y}",%{endfor} "a"',
    ]) {
      expect(
        values(role(`<<EOF\n[${list}]\nEOF`))
          .filter((value) => value !== '[]')
          .sort(),
        list,
      ).toEqual(['"a"', 'unknown']);
    }
  });

  it('holes among which no JSON can be seen make the whole policy unknown, not wrong', () => {
    expect(values(role('<<EOF\n{ ${jsonencode(var.key)}: [1] ] }\nEOF'))).toEqual([
      'unknown "{ " ? ": [1] ] }\\n"',
    ]);
  });

  it('locals that multiply each other come to an end', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, level) => `  a${level + 1} = [local.a${level}, local.a${level}]\n`,
    ).join('');
    expect(
      read(`locals {\n  a0 = ["x"]\n${doubling}}\n${role('jsonencode(local.a60)')}`, 'main.tf'),
    ).toContain('unknown');
  });

  it('a local text is more of the JSON around it, and a local list a value of it', () => {
    const locals = lines`
      locals {
        verb = "get"
        text = "\\"ecs:a:b\\""
        list = ["vpc:a:b"]
      }
    `;
    expect(
      values(
        `${locals}${role('<<EOF\n["ecs:*:${local.verb}", ${local.text}, ${jsonencode(local.list)}, "${~ local.verb ~} "]\nEOF')}`,
      ),
    ).toEqual(['[]', '"ecs:*:get"', '"ecs:a:b"', '[]', '"vpc:a:b"', '"get"']);
  });
});

describe('strings', () => {
  it('mean what HCL says: escapes when quoted, none in a heredoc, and shared indentation taken away', () => {
    expect(values(role('jsonencode(["a\\tb", "\\u00e9", "$${x}", "%%{x}", "\\U0001F600"])'))).toEqual([
      '[]',
      '"a\\tb"',
      '"é"',
      '"${x}"',
      '"%{x}"',
      '"😀"',
    ]);
    expect(values(role('jsonencode([<<-EOF\n      a\\t\n\n        b\n    EOF\n])'))).toEqual([
      '[]',
      '"a\\\\t\\n\\n  b\\n"',
    ]);
    expect(values(role('jsonencode([<<EOF\nEOF\n])'))).toEqual(['[]', '""']);
  });

  it('an empty policy is none', () => {
    expect(read(role('""'), 'main.tf')).toBe('');
    expect(read(role('null'), 'main.tf')).toBe('');
  });
});

describe('a broken file', () => {
  it.each([
    [
      'a string that does not end',
      role('jsonencode({ Version = "1.1 })'),
      '2:35 Unexpected end of the line inside a string, expected a closing quotation mark',
    ],
    [
      'a string that runs into the next',
      role('"{}\n  name = "b"'),
      '2:12 Unexpected end of the line inside a string',
    ],
    [
      'a heredoc that does not end',
      role('<<EOF\n{}'),
      '2:12 Unexpected end, expected the marker that closes this heredoc',
    ],
    [
      'a list that does not end',
      role('jsonencode({\n  Action = [\n    "a"\n  })'),
      'Unexpected end of what starts in line 3, expected “]”',
    ],
    ['a stray brace', `${role('jsonencode({')}}\n`, 'Unexpected'],
    [
      'JSON with a missing brace',
      role('<<EOF\n{\n  "Version": "1.1",\n  "Statement": [\n    {\nEOF'),
      '7:1 Unexpected end of the policy, expected “}]}”; the “{” of line 6 is not closed',
    ],
    [
      'JSON nested without end',
      role(`<<EOF\n${'['.repeat(5000)}\nEOF`),
      '3:1001 Nested deeper than 1000 levels',
    ],
  ])('%s is one clear problem', (_, text, message) => {
    const outlined = read(text, 'main.tf');
    expect(outlined.startsWith('failed\n! ')).toBe(true);
    expect(outlined).toContain(message);
  });

  it('a resource that is not closed does not hide the one behind it', () => {
    const outlined = read(
      `resource "huaweicloud_identity_role" "open" {\n  name = "x"\n\n${role('jsonencode({ Version = "1.1" })')}`,
      'main.tf',
    );
    expect(outlined).toContain('# huaweicloud_identity_role.ops (identity)');
    expect(outlined).toContain('expected “}”');
  });

  it.each([
    ['brackets', role(`jsonencode(${'['.repeat(20_000)}${']'.repeat(20_000)})`)],
    ['open brackets', role('['.repeat(20_000))],
    ['blocks', `${'a {'.repeat(5000)}${'}'.repeat(5000)}${role('jsonencode({})')}`],
    ['holes', role(`"${'${"'.repeat(2000)}${'"}'.repeat(2000)}"`)],
    ['operations', role(`jsonencode(1${'+1'.repeat(20_000)})`)],
    ['parentheses', role(`${'('.repeat(5000)}1${')'.repeat(5000)}`)],
  ])('very deep %s do not overflow the stack', (_, text) => {
    expect(() => read(text, 'main.tf')).not.toThrow();
  });
});

function role(policy: string): string {
  return `resource "huaweicloud_identity_role" "ops" {\n  policy = ${policy}\n}\n`;
}

function read(text: string, filename: string): string {
  const result = parsePolicyText(text, { filename });
  return outline(
    result.ok
      ? { ok: true, roots: result.document.body, comments: result.comments, problems: result.problems }
      : result,
    text,
  );
}

/** What was read, without names and places. */
function values(text: string): string[] {
  return [...read(text, 'main.tf').matchAll(/^ *(?:.* = |- )?([^#!\s].*) @ \d/gm)].map(
    (match) => match[1] ?? '',
  );
}
