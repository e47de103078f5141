/**
 * Names that sources give to resources, as URNs. Sources: user guide 创建自定义策略 (resources of OBS); api-smn/PublishMessage
 * (resource type topic; a topic's own URN is `urn:smn:<region>:<project>:<name>`)
 * and functiongraph_01_0407 (a function's path is its group and its name; its own URN is
 * `urn:fss:<region>:<project>:function:<group>:<name>`).
 */

/** A bucket and all that is in it; undefined for what is no name of a bucket. */
export function bucketResources(name: string): readonly string[] | undefined {
  // OBS API reference, “Creating a Bucket”: 3 to 63 of these characters.
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) return undefined;
  return [`obs:*:*:bucket:${name}`, `obs:*:*:object:${name}/*`];
}

/** By its name, or by its own URN. */
export function topicResource(text: string): readonly string[] | undefined {
  const name = /^urn:smn:[^:{}]*:[^:{}]*:([\w-]+)$/.exec(text)?.[1] ?? text;
  return /^[A-Za-z0-9][\w-]*$/.test(name) ? [`smn:*:*:topic:${name}`] : undefined;
}

export function functionResource(group: string, name: string): readonly string[] | undefined {
  return [group, name].every((text) => /^[A-Za-z][\w-]*$/.test(text))
    ? [`functiongraph:*:*:function:${group}/${name}`]
    : undefined;
}

/** By a function's own URN, with or without a version behind it. */
export function functionOfUrn(urn: string): readonly string[] | undefined {
  const [, group, name] = /^urn:fss:[^:{}]*:[^:{}]*:function:([\w-]+):([\w-]+)(?::[\w.-]+)?$/.exec(urn) ?? [];
  return group === undefined || name === undefined ? undefined : functionResource(group, name);
}
