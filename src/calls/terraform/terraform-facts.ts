import { join } from 'node:path';
import { readText } from '../../files.js';
import { packageRoot } from '../../project.js';

/** A resource or data source, and all that its provider may call for it. Source: terraform-provider-huaweicloud's documentation. */
export interface TerraformType {
  readonly kind: 'resource' | 'data';
  /** `huaweicloud_compute_instance`. */
  readonly type: string;
  /** `GET /v1/{project_id}/cloudservers/{server_id}`; an upper bound. */
  readonly endpoints: readonly string[];
}

let shipped: string | undefined;

function facts(): string {
  shipped ??= `\n${readText(join(packageRoot(), 'dist', 'terraform-types.txt'))}`;
  return shipped;
}

/** Undefined for a type that the facts do not know. The file is read when first asked for. */
export function terraformType(kind: TerraformType['kind'], type: string): TerraformType | undefined {
  if (!/^[a-z][a-z0-9_]*$/.test(type)) return undefined;
  const text = facts();
  const head = `\n${kind} ${type}\n`;
  const start = text.indexOf(head);
  if (start < 0) return undefined;
  const endpoints: string[] = [];
  for (const line of lines(text, start + head.length)) {
    if (!line.startsWith('  ')) break;
    endpoints.push(line.slice(2));
  }
  return { kind, type, endpoints };
}

/** Resources and data sources of that name. */
export function terraformTypes(type: string): readonly TerraformType[] {
  return (['resource', 'data'] as const).flatMap((kind) => terraformType(kind, type) ?? []);
}

/** Every type's name, each once. */
export function terraformTypeNames(): string[] {
  return [...new Set(Array.from(facts().matchAll(/^(?:resource|data) (\S+)$/gm), ([, name = '']) => name))];
}

function* lines(source: string, from: number): Generator<string> {
  for (let start = from; start < source.length;) {
    const end = source.indexOf('\n', start);
    yield source.slice(start, end < 0 ? source.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}
