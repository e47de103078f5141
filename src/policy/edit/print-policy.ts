/** Plain data of a policy: what JSON can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** A policy as text, with a line end behind it. YAML is written in blocks. */
export function printPolicy(value: Plain, syntax: 'json' | 'yaml'): string {
  return syntax === 'json' ? `${printJson(value)}\n` : `${printYaml(value)}\n`;
}

/**
 * JSON over several lines, without a line end; the lines after the first begin with `margin`.
 * `unit` is the indentation of one level.
 */
export function printJson(value: Plain, margin = '', unit = '  ', lineEnd = '\n'): string {
  const text = JSON.stringify(value, null, unit);
  return margin === '' && lineEnd === '\n' ? text : text.replaceAll('\n', `${lineEnd}${margin}`);
}

/** JSON on one line, with a space behind colons and commas. */
export function printJsonLine(value: Plain): string {
  if (isList(value)) return `[${value.map(printJsonLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${printJsonLine(inner)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** YAML blocks without a line end; the lines after the first begin with `margin`. */
export function printYaml(value: Plain, margin = '', lineEnd = '\n'): string {
  if (isList(value) && value.length > 0)
    return value.map((item) => `- ${printYaml(item, `${margin}  `, lineEnd)}`).join(`${lineEnd}${margin}`);
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value)
      .map(([name, inner]) => `${yamlString(name)}:${printYamlValue(inner, margin, lineEnd)}`)
      .join(`${lineEnd}${margin}`);
  }
  return typeof value === 'string' ? yamlString(value) : printJsonLine(value);
}

/** What stands behind `name:`: a scalar beside it, a block below it. */
export function printYamlValue(value: Plain, margin: string, lineEnd: string): string {
  const block = (isList(value) && value.length > 0) || (isObject(value) && Object.keys(value).length > 0);
  if (!block) return ` ${printYaml(value)}`;
  const inner = `${margin}  `;
  return `${lineEnd}${inner}${printYaml(value, inner, lineEnd)}`;
}

/** How a string stands in YAML: bare, or in one of the two quotation marks. */
export type YamlQuote = '' | "'" | '"';

/**
 * A string for YAML, in the wanted style where it can be written so, else in double quotes. Bare strings are only those
 * that every reader takes for a string, also one of YAML 1.1 (`no`, `1.1` and `2016-09-07` are quoted).
 */
export function yamlString(value: string, quote: YamlQuote = ''): string {
  if (
    quote === '' &&
    /^[A-Za-z_](?:[\w./*+@$-]|:(?=[\w*./$-]))*$/.test(value) &&
    !/^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i.test(value)
  )
    return value;
  if (quote === "'" && /^[\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe]*$/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isObject(value: Plain): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !isList(value);
}
