import { beforeAll, describe, expect, it } from 'vitest';
import type { RootNode, ValueNode } from '../../../src/policy/model/ast.js';
import { variantsOf } from '../../../src/policy/model/variants.js';
import { loadSyntax, parsePolicyText } from '../../../src/policy/syntax/parse-policy.js';
import { plain } from '../plain.js';
import { text } from '../../text.js';

beforeAll(() => loadSyntax('hcl'));

const UNKNOWN = '?';

describe('an expression of Terraform is what Terraform makes of it', () => {
  it.each([
    ['concat(["a"], ["b"], [])', ['a', 'b']],
    ['flatten([["a"], [["b"]], "c"])', ['a', 'b', 'c']],
    ['compact(["a", "", null])', ['a']],
    ['distinct(["a", "b", "a"])', ['a', 'b']],
    ['tolist(toset(["a", "a"]))', ['a']],
    ['chunklist(["a", "b", "c"], 2)[1]', ['c']],
    ['merge({ a = 1 }, { a = 2, b = 3 })', { a: 2, b: 3 }],
    ['format("%s:%s:*", "ecs", "servers")', 'ecs:servers:*'],
    ['formatlist("ecs:%s:get", ["a", "b"])', ['ecs:a:get', 'ecs:b:get']],
    ['join(":", ["ecs", "servers", "get"])', 'ecs:servers:get'],
    ['split(",", "a,b")', ['a', 'b']],
    ['upper("get")', 'GET'],
    ['replace("ecs-get", "-", ":")', 'ecs:get'],
    ['lookup({ a = "x" }, "a", "y")', 'x'],
    ['lookup({ a = "x" }, "b", "y")', 'y'],
    ['element(["a", "b"], 3)', 'b'],
    ['keys({ a = 1, b = 2 })', ['a', 'b']],
    ['values({ a = 1, b = 2 })', [1, 2]],
    ['length(["a", "b"])', 2],
    ['coalesce(null, "a")', 'a'],
    ['try("a", "b")', 'a'],
    ['zipmap(["a"], ["b"])', { a: 'b' }],
    ['slice(["a", "b", "c"], 1, 2)', ['b']],
    ['[for s in ["ecs", "evs"] : "${s}:*:get"]', ['ecs:*:get', 'evs:*:get']],
    ['[for k, v in { ecs = "get" } : "${k}:*:${v}"]', ['ecs:*:get']],
    ['[for s in ["a", "b"] : s if s != "a"]', ['b']],
    ['{ for s in ["a", "b"] : s => upper(s) }', { a: 'A', b: 'B' }],
    ['[for o in [{ n = "a" }, { n = "b" }] : o.n]', ['a', 'b']],
    ['[{ n = "a" }, { n = "b" }][*].n', ['a', 'b']],
    ['local.list.*.n', ['a', 'b']],
    ['1 == 1 ? "a" : "b"', 'a'],
    ['!(2 > 1) || false ? "a" : "b"', 'b'],
    ['jsondecode("{\\"a\\": [1]}").a', [1]],
    ['jsondecode(jsonencode({ a = "x" })).a', 'x'],
    ['yamldecode("a: [b, c]").a', ['b', 'c']],
    ['var.given', 'by default'],
    ['local.list[var.index].n', 'b'],
  ])('%s', (expression, expected) => {
    expect(valueOf(expression)).toEqual(expected);
  });
});

describe('what only a run can tell is a hole that holds what stands in the text', () => {
  it.each([
    ['both arms of a conditional', 'var.x ? "a" : "b"', ['a', 'b']],
    ['both arms where a default decides today', 'var.on ? "a" : "b"', ['a', 'b']],
    ['the body of a loop', '[for s in var.x : "literal"]', [['literal']]],
    ['an element that a condition may leave out', '[for s in ["a"] : s if var.x]', [['a']]],
    ['lists that are joined', 'concat(["a"], var.x ? ["b"] : [])', [['a', 'b']]],
    ['what is merged', 'merge({ a = 1 }, var.x ? { b = 2 } : {})', [{ a: 1, b: 2 }, { a: 1 }]],
    ['what is merged into something unknown', 'merge({ a = 1 }, var.x)', [{ a: 1 }]],
    ['an index', '["a", "b"][var.x]', ['a', 'b']],
    ['the arguments of a function that is not read', 'base64gzip(["a"])', [['a']]],
    ['lists in lists, which such a function may put together', 'setproduct([["a"], ["b"]])', [['a', 'b']]],
    ['those arguments that may be in the result', 'matchkeys(["a"], ["key"], [var.x])', [['a']]],
    ['nothing where the result is something else', 'contains(["a"], var.x)', []],
    ['a text with a known choice in it', '"ecs:${var.x ? "get" : "list"}"', ['ecs:get', 'ecs:list']],
  ])('%s', (_, expression, expected) => {
    const [root] = rootsOf(policy(expression));
    expect(plain(statement(root?.value))).not.toEqual(expected[0]);
    expect(root === undefined ? [] : variantsOf(root).map(({ value }) => plain(statement(value)))).toEqual(
      expected,
    );
  });

  it('takes the inside of directives in a heredoc for what may stand there, and what is around it for certain', () => {
    const [root] = rootsOf(text`
      resource "huaweicloud_identity_role" "r" {
        policy = <<EOT
      { "Version": "1.1", "Statement": [
        %{ if var.write }{ "Effect": "Alow", "Action": ["ecs:a:create"] },%{ else }{ "Effect": "Deny" },%{ endif }
        { "Effect": "Allow", "Action": ["ecs:a:get"] }
      ] }
      EOT
      }
    `);
    expect(JSON.stringify(plain(known(root?.value)))).toContain('ecs:a:get');
    const variants =
      root === undefined ? [] : variantsOf(root).map(({ value }) => JSON.stringify(plain(value)));
    expect(variants.filter((one) => one.includes('Alow') && one.includes('ecs:a:get'))).toHaveLength(1);
    expect(variants.filter((one) => one.includes('Deny') && one.includes('ecs:a:get'))).toHaveLength(1);
  });

  it('makes as many variants as the hole with the most possibilities, not one for each combination', () => {
    const choices = Array.from({ length: 40 }, (_, index) => `var.x${index} ? "a${index}" : "b${index}"`);
    const [root] = rootsOf(policy(`[${choices.join(', ')}]`));
    expect(root === undefined ? 0 : variantsOf(root).length).toBe(2);
  });

  it('comes to an end where loops multiply each other', () => {
    const nested = Array.from({ length: 40 }).reduce<string>(
      (inner) => `[for x in [1, 2] : ${inner}]`,
      '"a"',
    );
    expect(() => rootsOf(policy(nested))).not.toThrow();
    const shared = Array.from({ length: 60 }).reduce<string>(
      (inner, _, depth) => `[for x${depth} in ${inner} : [x${depth}, x${depth}]]`,
      '["a"]',
    );
    expect(() => rootsOf(policy(`flatten(${shared})`))).not.toThrow();
  });
});

describe('policies of several resources', () => {
  it('are told apart where each key or index makes another policy', () => {
    const source = text`
      locals {
        policies = {
          reader = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ecs:*:get"] }] }
          writer = { Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ecs:*:create"] }] }
        }
      }
      resource "huaweicloud_identity_role" "each" {
        for_each = local.policies
        policy   = jsonencode(each.value)
      }
      resource "huaweicloud_identity_role" "counted" {
        count  = 2
        policy = jsonencode({ Version = "1.1", Statement = [], Sid = count.index })
      }
      resource "huaweicloud_identity_role" "same" {
        for_each = local.policies
        name     = each.key
        policy   = jsonencode({ Version = "1.1", Statement = [] })
      }
    `;
    expect(rootsOf(source).map(({ address }) => address)).toEqual([
      'huaweicloud_identity_role.each["reader"]',
      'huaweicloud_identity_role.each["writer"]',
      'huaweicloud_identity_role.counted[0]',
      'huaweicloud_identity_role.counted[1]',
      'huaweicloud_identity_role.same',
    ]);
  });

  it('stand wherever they are written: module, default, local, statements alone; those of another cloud are named', () => {
    const source = text`
      module "agency" {
        source = "./modules/agency"
        policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["ecs:a:b"] }] })
      }
      variable "policy" {
        default = <<EOT
      { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:a:b"] }] }
      EOT
      }
      locals {
        unused     = { Effect = "Allow", Action = ["ecs:a:b"] }
        statements = [{ Effect = "Allow", Action = ["ecs:a:b"] }]
      }
      resource "aws_iam_policy" "other" {
        policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:*"] }] })
      }
    `;
    expect(rootsOf(source).map(({ address, foreign }) => [address, foreign])).toEqual([
      ['module.agency.policy', undefined],
      ['var.policy.default', undefined],
      ['local.unused', undefined],
      ['local.statements', undefined],
      ['aws_iam_policy.other', 'AWS'],
    ]);
  });
});

describe('the files around', () => {
  const FILES: Readonly<Record<string, string>> = {
    './': 'main.tf\nlocals.tf\nvariables.tf\nterraform.tfvars\nteam.auto.tfvars',
    'locals.tf': 'locals {\n  services = var.services\n}',
    'variables.tf': 'variable "services" {\n  default = ["ecs"]\n}\nvariable "verb" {\n  default = "list"\n}',
    'terraform.tfvars': 'services = ["evs"]',
    'team.auto.tfvars': 'services = ["evs", "vpc"]',
    'role.json.tftpl':
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["${service}:a:b"] }] }',
    'actions.yaml': 'reader:\n  - ecs:a:get\n',
  };
  const surroundings = { read: (path: string) => FILES[path] };

  it('give locals, defaults and values, the later file over the earlier', () => {
    const expression = '[for s in local.services : "${s}:*:${var.verb}"]';
    expect(valueOf(expression, surroundings)).toEqual(['evs:*:list', 'vpc:*:list']);
  });

  it('are read as templates and as data', () => {
    const [root] = rootsOf(
      text`
        resource "huaweicloud_identity_role" "r" {
          policy = templatefile("\${path.module}/role.json.tftpl", { service = "ecs" })
        }
      `,
      surroundings,
    );
    expect(plain(known(root?.value))).toEqual({
      Version: '1.1',
      Statement: [{ Effect: 'Allow', Action: ['ecs:a:b'] }],
    });
    expect(valueOf('yamldecode(file("actions.yaml")).reader', surroundings)).toEqual(['ecs:a:get']);
  });

  it('that are not there are named', () => {
    const [root] = rootsOf(policy('jsondecode(file("absent.json"))'), surroundings);
    const hole = statement(root?.value);
    expect(hole.type === 'Unknown' ? hole.why : undefined).toBe(
      'it is in absent.json, which is not there to be read',
    );
  });
});

describe('JSON in a string is strict, since the provider’s parser is', () => {
  it.each([
    ['a comma behind the last member', '{ "Version": "1.1", "Statement": [], }', 'trailing-comma'],
    ['a comment', '{ "Version": "1.1", // why\n "Statement": [] }', 'syntax'],
  ])('%s is a problem at its place', (_, json, code) => {
    const source = `resource "huaweicloud_identity_role" "r" {\n  policy = <<EOT\n${json}\nEOT\n}\n`;
    const parsed = parsePolicyText(source, { syntax: 'hcl' });
    expect(parsed.problems.map((problem) => [problem.code, problem.line])).toEqual([[code, 3]]);
    expect(parsed.problems[0]?.message).not.toContain('.jsonc');
  });

  it('but for what a template puts in', () => {
    const json = '{ "Version": "1.1", "Statement": [ %{ for s in var.x }${s}, %{ endfor } ] }';
    const source = `resource "huaweicloud_identity_role" "r" {\n  policy = <<EOT\n${json}\nEOT\n}\n`;
    expect(parsePolicyText(source, { syntax: 'hcl' }).problems).toEqual([]);
  });
});

function policy(expression: string): string {
  return `locals {
  list = [{ n = "a" }, { n = "b" }]
}
variable "given" { default = "by default" }
variable "index" { default = 1 }
variable "on" { default = true }
resource "huaweicloud_identity_role" "r" {
  policy = jsonencode({ Version = "1.1", Statement = ${expression} })
}
`;
}

function rootsOf(
  source: string,
  surroundings?: { readonly read: (path: string) => string | undefined },
): readonly RootNode[] {
  const parsed = parsePolicyText(source, { filename: 'main.tf', surroundings });
  return parsed.ok ? parsed.document.body : [];
}

function valueOf(
  expression: string,
  surroundings?: { readonly read: (path: string) => string | undefined },
): unknown {
  const [root] = rootsOf(policy(expression), surroundings);
  return plain(statement(root?.value));
}

/** The value of Statement, which may be anything here. */
function statement(value: ValueNode | undefined): ValueNode {
  const member =
    value?.type === 'Object' ? value.members.find(({ name }) => name.value === 'Statement') : undefined;
  if (member === undefined) throw new Error(`no Statement in ${UNKNOWN}`);
  return member.value;
}

function known(value: ValueNode | undefined): ValueNode {
  if (value === undefined) throw new Error('no root');
  return value;
}
