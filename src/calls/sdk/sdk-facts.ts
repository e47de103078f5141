import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files.js';
import { packageRoot } from '../../project.js';

/** One operation of the Huawei Cloud SDKs. Source: huaweicloud-sdk-go-v3 and -python-v3, whose names differ only in spelling. */
export interface SdkOperation {
  /** As import paths write it: `ecs`, `gaussdbforopengauss`. */
  readonly service: string;
  /** Of the SDK's client, not of the path: `v2`. */
  readonly version: string;
  /** `ListServersDetails`. */
  readonly name: string;
  /** `GET /v1/{project_id}/cloudservers/detail`. */
  readonly endpoint: string;
}

export interface SdkFacts {
  /** Names only, sorted. */
  services(): readonly string[];
  /** Of all versions; empty for a service that no SDK has. Read when first asked for. */
  operations(service: string): readonly SdkOperation[];
}

let facts: SdkFacts | undefined;

/** The shipped facts. Reads nothing before it is asked. */
export function sdkFacts(): SdkFacts {
  facts ??= readFrom(join(packageRoot(), 'dist', 'sdk'));
  return facts;
}

function readFrom(folder: string): SdkFacts {
  let services: readonly string[] | undefined;
  const known = new Map<string, readonly SdkOperation[]>();
  return {
    services: () =>
      (services ??= readdirSync(folder)
        .map((name) => name.replace(/\.txt$/, ''))
        .sort()),
    operations: (service) => {
      const before = known.get(service);
      if (before !== undefined) return before;
      const file = join(folder, `${service}.txt`);
      const operations =
        /^[a-z0-9]+$/.test(service) && existsSync(file) ? parseOperations(service, readText(file)) : [];
      known.set(service, operations);
      return operations;
    },
  };
}

/** A line `v2`, then a line `  ListServersDetails GET /v1/…` for each operation of that version. */
function parseOperations(service: string, text: string): SdkOperation[] {
  let version = '';
  return text.split('\n').flatMap((line) => {
    const [, name, endpoint] = /^ {2}(\S+) (.+)$/.exec(line) ?? [];
    if (name !== undefined && endpoint !== undefined) return [{ service, version, name, endpoint }];
    version = line;
    return [];
  });
}
