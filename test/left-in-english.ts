/** English words that a Chinese text has, without what is named: code, options, addresses, files, actions, names of products. */
export function englishIn(text: string): readonly string[] {
  const words =
    NOTATION.reduce((rest, pattern) => rest.replace(pattern, ' '), text).match(/[A-Za-z][A-Za-z']+/g) ?? [];
  return [...new Set(words)].filter((word) => !NAMES.has(word) && !/^[A-Z]+$/.test(word));
}

/** What is quoted, typed or linked stays as it is in any language. */
const NOTATION: readonly RegExp[] = [
  /'\{[^']*'/g,
  /terraform\s+show\s+-json|pull-requests: write/g,
  /https?:\/\/[^\s）。，；"]+/g,
  /^ *\$ .*?(?=\p{Script=Han}|$)/gmu,
  /“[^”]*”/g,
  /"[^"]*"/g,
  /`[^`]*`/g,
  /--?[a-z][\w-]*/g,
  /<[^>]*>/g,
  /\[[\w.-]+(?:\.\.\.)?\]/g,
  /[\w.*{}-]*[/:_*][\w.*{}/:-]*/g,
  /\b[\w.-]+\.(?:json|yaml|yml|tf|md|html|config|\*)\b(?:\.\*)?/g,
];

/** Names that have no Chinese, or none that anybody uses. */
const NAMES: ReadonlySet<string> = new Set(
  `Terraform Markdown JavaScript TypeScript GitHub OpenAPI gzip Python Go Java Node Allow Deny Action Resource Version Condition Statement
  Effect Sid Principal Actions Open Telekom Cloud Boolean Null provider shell fork heredoc robots
  Json Yaml bash zsh fish source compinit text json markdown sarif github junit codeclimate html yaml auto off error
  warning never recommended strict check lint generate migrate diff calls extract explain reference rules init publish
  completion help gophertelekomcloud golangsdk openstacksdk huaweicloud opentelekomcloud stderr locale en zh
  expect address key value witness paths queries policies pages names folder report old new rcfile config command git`.split(
    /\s+/,
  ),
);
