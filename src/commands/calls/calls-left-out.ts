import { posix } from 'node:path';
import type { Discovered } from '../discovery/discover.js';
import type { SourceKind } from './calls-sources.js';

/** Why a file that a search finds is not the application. */
export type LeftOut = 'tests' | 'library' | 'bundle';

/**
 * Undefined for a file that counts, as far as its path tells. What is named, or stands below a folder that is named, is what was asked
 * for.
 */
export function leftOutAs(
  { path, named }: Discovered,
  kind: SourceKind,
  paths: readonly string[],
  includeTests: boolean,
): LeftOut | undefined {
  if (named || !WRITTEN.has(kind)) return undefined;
  const inside = belowNamed(path, paths);
  if (LIBRARY.some((pattern) => pattern.test(inside))) return 'library';
  return !includeTests && TESTS.some((pattern) => pattern.test(inside)) ? 'tests' : undefined;
}

const WRITTEN: ReadonlySet<SourceKind> = new Set(['terraform', 'code', 'shell', 'other']);

function belowNamed(path: string, paths: readonly string[]): string {
  const folders = paths
    .filter((one) => !/[*?[\]{}!]/.test(one))
    .map((one) => `${posix.normalize(one).replace(/\/+$/, '')}/`)
    .filter((folder) => path.startsWith(folder))
    .sort((a, b) => b.length - a.length);
  return path.slice(folders[0]?.length ?? 0);
}

/**
 * Tests, mocks and examples, by the conventions of each language. Source: `go help test`, pytest and unittest, Jest, Vitest
 * and Mocha, Maven's standard directory layout with Surefire's and Failsafe's defaults, `terraform test`.
 */
const TESTS: readonly RegExp[] = [
  /(?:^|\/)(?:tests?|testing|testdata|testutils?|__tests__|__mocks__|mocks?|fakes?|fixtures|examples?|e2e|e2e-tests?|integration-tests?|spec)\//i,
  /_test\.go$|(?:^|\/)(?:mock|fake)_\w+\.go$|_(?:mock|fake)s?\.go$/,
  /(?:^|\/)(?:test_\w+|\w+_test|tests|conftest)\.py$/,
  /\.(?:test|spec|mock|stories)\.[cm]?[jt]sx?$/,
  /(?:^|\/)(?:Test\w+|\w+(?:Test|Tests|TestCase|IT))\.(?:java|kt|scala|groovy)$/,
  /\.tftest\.(?:hcl|json)$/,
];

/** A copy of a library within the repository: it calls what it is called for, and nothing by itself. Source: the layout of each. */
const LIBRARY: readonly RegExp[] = [
  /(?:^|\/)huaweicloud-sdk-(?:go|python|java|nodejs)-(?:v3|obs)\//,
  /(?:^|\/)huaweicloud-sdk-go-obs\//,
  /(?:^|\/)services\/[a-z0-9]+\/v\d+\/(?:(?:model|region)\/|\w+_(?:client|invoker|meta)\.go$)/,
  /(?:^|\/)huaweicloudsdk[a-z0-9]+\//,
  /(?:^|\/)com\/huaweicloud\/sdk\//,
  /(?:^|\/)com\/obs\/services\//,
  /(?:^|\/)(?:golangsdk|gophertelekomcloud)\/(?:openstack|pagination)\//,
  /(?:^|\/)esdk-obs-(?:nodejs|browserjs)[\w.-]*(?:\.js$|\/)/,
];
