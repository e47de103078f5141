import { byCodeUnit } from '../../catalog/model/code-unit.js';

/** The cloud that most of what was found calls, as far as that is said; undefined where nothing says it. */
export function cloudSeen(calls: readonly { readonly cloud?: string | undefined }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { cloud } of calls) if (cloud !== undefined) counts.set(cloud, (counts.get(cloud) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
  return most?.[0];
}
