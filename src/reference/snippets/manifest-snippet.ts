/** What a manifest says of one operation. */
export interface ManifestCall {
  /** Catalog id. */
  readonly id: string;
  /** Its first endpoint; undefined where the documentation gives none. */
  readonly endpoint: string | undefined;
  /** Other operations answer on the same endpoint: only the id tells which one is meant. */
  readonly shared: boolean;
}

/** One entry of `apis` in a manifest, indented as it stands there; ends without a line break. */
export function manifestEntry({ id, endpoint, shared }: ManifestCall): string {
  if (endpoint === undefined) return `  - operation: ${scalar(id)}`;
  return shared ? `  - api: ${scalar(endpoint)}\n    operation: ${scalar(id)}` : `  - ${scalar(endpoint)}`;
}

/** A whole manifest; `policies` are named where the file of the same name is not the only one. */
export function manifestText(
  cloud: string,
  calls: readonly ManifestCall[],
  policies: readonly string[],
): string {
  const lines = [
    `cloud: ${scalar(cloud)}`,
    calls.length === 0 ? 'apis: []' : 'apis:',
    ...calls.map(manifestEntry),
    '',
  ];
  if (policies.length > 0) lines.unshift(`policies: [${policies.map(scalar).join(', ')}]`);
  return lines.join('\n');
}

/** Plain where YAML reads it back as the same string, quoted otherwise. */
function scalar(value: string): string {
  return /^[\p{L}/][\p{L}\p{N} _./{}-]*$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off|~)$/i.test(value) &&
    !value.endsWith(' ')
    ? value
    : JSON.stringify(value);
}
