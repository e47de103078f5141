import { foreignCloud } from '../facts/foreign-languages.js';

/**
 * What the path of a resource must look like where its type decides that. Source: user guide 创建自定义策略, resources of OBS
 * (`bucket:<name>`, `object:<bucket>/<object>`).
 */
const PATHS: Readonly<Record<string, { readonly form: RegExp; readonly expected: PathForm }>> = {
  'obs:bucket': {
    form: /^[^/]*$/,
    expected: 'bucket',
  },
  'obs:object': {
    form: /^\*$|^[^/]+\/.+$/s,
    expected: 'object',
  },
};

/** A bucket's name without `/`, or a bucket's and an object's name with `/` between. */
export type PathForm = 'bucket' | 'object';

export type ResourceFault =
  | { readonly kind: 'segments'; readonly count: number }
  | { readonly kind: 'foreign'; readonly cloud: string }
  | { readonly kind: 'empty-segment'; readonly index: number }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'path'; readonly path: string; readonly expected: PathForm };

/**
 * What is wrong with the form of a resource; undefined where nothing is. `service:region:domainId:resourceType:resourcePath` (API
 * reference 创建云服务自定义策略, IAM.1043 to IAM.1048); a URN of Version 5.0 has the same parts and leaves region and account empty
 * where the resource has none (`iam::<account>:policy:<name>`).
 */
export function resourceFault(
  resource: string,
  { emptyParts }: { readonly emptyParts: boolean },
): ResourceFault | undefined {
  // What a template fills in stands for some text.
  const text = resource.replace(/\$\{[^}]*\}/g, 'x');
  if (text === '*') return undefined;
  const [service = '', region = '', domain = '', type = '', ...rest] = text.split(':');
  const cloud = foreignCloud(service);
  if (cloud !== undefined) return { kind: 'foreign', cloud };
  if (rest.length === 0) return { kind: 'segments', count: text.split(':').length };
  const path = rest.join(':');
  const empty = [service, region, domain, type, path].findIndex(
    (part, index) => part === '' && !(emptyParts && (index === 1 || index === 2)),
  );
  if (empty !== -1) return { kind: 'empty-segment', index: empty };
  if (!/^[\w*?-]*$/.test(region)) return { kind: 'region', region };
  const wanted = PATHS[`${service}:${type}`.toLowerCase()];
  return wanted === undefined || wanted.form.test(path)
    ? undefined
    : { kind: 'path', path: resource.split(':').slice(4).join(':'), expected: wanted.expected };
}
