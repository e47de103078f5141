/**
 * Whether a text is filled in later by a template: `${name}` (Terraform, shells), `{{name}}` (Jinja, Helm), `%[1]s` (Go). What
 * stands there in the end is not known, so that its form cannot be judged.
 */
export function hasPlaceholder(text: string): boolean {
  return /\$\{[^}]*\}|\{\{.*?\}\}|%(?:\[\d+\])?[sdv](?![A-Za-z])/.test(text);
}
