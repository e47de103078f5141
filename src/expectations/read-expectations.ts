import { posix } from 'node:path';
import type { MemberNode, RootNode, ValueNode } from '../policy/model/ast.js';
import { en } from '../wording/en/expectations.js';
import { speaker } from '../wording/speaker.js';
import type { ExpectedPolicy, Expectation, ExpectationReading, PolicyName } from './expectation.js';
import { booleanOf, complaintCollector, membersOf, textOf, textsOf } from './plain-nodes.js';
import type { Complain } from './plain-nodes.js';
import { readRequests } from './read-requests.js';

const say = speaker('expectations', en);

const EXPECTATION_KEYS = ['policies', 'together', 'cloud', 'never', 'always', 'at-most', 'same-as'] as const;

/**
 * What a file of expectations says. What is wrong with it is a complaint at its place, and left out of what was read.
 * @param path of the file; policies are found relative to its folder.
 * @param roots the values of the text, one for each YAML document.
 */
export function readExpectations(path: string, [root, second]: readonly RootNode[]): ExpectationReading {
  const { complain, complaints } = complaintCollector();
  if (second !== undefined) complain(second, say('severalDocuments'));
  const members = root === undefined ? undefined : membersOf(root.value, EXPECTATION_KEYS, complain);
  const named = policiesIn(members?.get('policies'), path, complain);
  const together = members?.get('together');
  const expectations = [
    ...requestsIn(members?.get('never'), 'never', complain),
    ...requestsIn(members?.get('always'), 'always', complain),
    ...referencesIn(members?.get('at-most'), 'at-most', path, complain),
    ...referencesIn(members?.get('same-as'), 'same-as', path, complain),
  ].sort((a, b) => a.span.start.offset - b.span.start.offset);
  if (root !== undefined && members !== undefined && expectations.length === 0 && complaints.length === 0)
    complain({ loc: members.values().next().value?.name.loc ?? root.loc }, say('nothingExpected'));
  return {
    file: {
      path,
      cloud: cloudIn(members?.get('cloud'), complain),
      ...named,
      together: together === undefined ? false : (booleanOf(together.value, complain) ?? false),
      expectations,
    },
    complaints,
  };
}

function cloudIn(member: MemberNode | undefined, complain: Complain): string | undefined {
  if (member === undefined) return undefined;
  const cloud = textOf(member.value, 'huaweicloud', complain);
  if (cloud === undefined || /^[a-z][a-z0-9_-]*$/.test(cloud)) return cloud;
  complain(member.value, say('noCloud'));
  return undefined;
}

/** Without the key, and for `everything`, all policies are meant. */
function policiesIn(
  member: MemberNode | undefined,
  path: string,
  complain: Complain,
): Pick<ExpectationReading['file'], 'policies' | 'without'> {
  if (member === undefined || isEverything(member.value)) return { policies: undefined, without: [] };
  const texts = textsOf(member.value, '[app.json]', complain);
  const without = texts
    .filter(({ text }) => text.startsWith('!'))
    .map(({ text }) => joined(path, text.slice(1)));
  const policies = texts
    .filter(({ text }) => !text.startsWith('!'))
    .flatMap(({ text, node }) => policyName(text, node, path, complain) ?? []);
  if (policies.length === 0 && without.length > 0) complain(member.value, say('onlyWithout'));
  return { policies, without };
}

function isEverything(node: ValueNode): boolean {
  return node.type === 'String' && node.value === 'everything';
}

function policyName(text: string, node: ValueNode, file: string, complain: Complain): PolicyName | undefined {
  const [, path = '', address] = /^(.*?)(?:#(.*))?$/s.exec(text) ?? [];
  if (path.trim() !== '' && !path.includes('\0') && address !== '')
    return { text, path: joined(file, path), address, span: node.loc };
  complain(node, say('noPath'));
  return undefined;
}

function joined(file: string, path: string): string {
  return posix.join(posix.dirname(file), path.replaceAll('\\', '/'));
}

function requestsIn(
  member: MemberNode | undefined,
  kind: 'never' | 'always',
  complain: Complain,
): readonly Expectation[] {
  if (member === undefined) return [];
  const { value } = member;
  if (value.type !== 'Array') return readRequests(value, kind, complain);
  if (value.elements.length === 0) complain(value, say('emptyList'));
  return value.elements.flatMap((element) => readRequests(element, kind, complain));
}

function referencesIn(
  member: MemberNode | undefined,
  kind: ExpectedPolicy['kind'],
  file: string,
  complain: Complain,
): readonly ExpectedPolicy[] {
  if (member === undefined) return [];
  return textsOf(member.value, 'boundary.json', complain).flatMap(({ text, node }) => {
    const reference = policyName(text, node, file, complain);
    return reference === undefined ? [] : [{ kind, reference, text, span: node.loc }];
  });
}
