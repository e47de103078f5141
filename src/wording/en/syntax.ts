/** What cannot be read as JSON, YAML or Terraform: what stands there, what was expected, and what to do. */
export const en = {
  // JSON.
  trailingComma: 'Unexpected comma behind the last item, expected none in JSON; remove it',
  comment: `Unexpected comment, expected none in JSON; {in, select,
    file {remove it or name the file .jsonc} policy {remove it}}`,
  emptyJson:
    'Unexpected end of the {in, select, file {file} policy {policy}}, expected a JSON value; the file is empty',
  tooDeep: 'Nested deeper than {most} levels, expected a policy; check how this file was made',
  cutOff:
    'Unexpected end of the {in, select, file {file} policy {policy}}, expected a value; the file is cut off',
  noValue: 'Unexpected {found}, expected a value',
  noName: 'Unexpected {found}, expected a name in double quotes',
  bareName: 'Unexpected {name}, expected a name in double quotes; write "{name}"',
  noColon: 'Unexpected {found}, expected “:” and a value behind the name "{name}"',
  membersInList: `Unexpected “:” in a list, expected an object; put '{' and '}' around the members`,
  leadingComma: 'Unexpected comma, expected a value before it; remove it',
  secondComma: 'Unexpected second comma, expected one; remove it',
  notClosed: `Unexpected end of the {in, select, file {file} policy {policy}}, expected “{expected}”; the “{opening}” of
    line {line} is not closed`,
  otherCloser: 'Unexpected “{found}”, expected “{expected}” for the “{opening}” of line {line}',
  noComma: 'Unexpected {found}, expected “,” before it; add a comma',
  closerBehind: `Unexpected “{found}” behind the end of the value, expected the end of the
    {in, select, file {file} policy {policy}}; remove it or open it before`,
  textBehind: `Unexpected text behind the end of the value, expected the end of the
    {in, select, file {file} policy {policy}}; one file holds one JSON value`,
  otherWord: 'Unexpected {word}, expected {expected}',
  number: 'a number',
  noNumber: 'Unexpected {word}, expected a JSON number; put it in double quotes if it is text',
  bareText: 'Unexpected {word}, expected a value; put text in double quotes',
  end: 'end of the {in, select, file {file} policy {policy}}',
  string: 'string',
  openComment: `Unexpected end of the {in, select, file {file} policy {policy}} inside a comment, expected “*/”; close the
    comment`,
  nul: 'Unexpected NUL character (U+0000), expected text; save the file as UTF-8',
  noPlainSpace: 'Unexpected {found}, expected a plain space; replace it',
  lookAlike: 'Unexpected {found}, expected “{expected}”; replace it',
  unescaped: 'Unexpected {found} inside a string, expected an escape; write {escape}',
  tab: 'tab',
  brokenString: `Unexpected line break inside a string, expected a closing quotation mark; write one string a line`,
  openString: `Unexpected end of the line inside a string, expected a closing quotation mark; add it, or write \\n for a line
    break`,
  noHexDigits: 'Unexpected “\\u”, expected four hexadecimal digits behind it',
  noEscape: `Unexpected escape “{found}”, expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u; write \\\\ for a backslash`,

  // YAML.
  emptyYaml: 'Unexpected end of the file, expected a YAML value; the file is empty',
  manyAliases: 'Unexpected number of values behind aliases, expected a policy; write the values out',
  noAnchor: `Unexpected “{alias}”, which is an alias in YAML and no anchor has its name, expected a string; put it in
    quotes: "{alias}"`,
  aliasOfItself: 'Unexpected alias “{alias}” inside its own anchor, expected a value; write the value out',
  noMapping: 'Unexpected value behind “<<”, expected an alias of a mapping',
  tabAsIndent: 'Unexpected tab as indentation, expected spaces; replace it',
  brokenKey: `Unexpected line break in a key, expected “:” in the same line; check the indentation and the quotation marks`,
  startsAlias: `Unexpected “{word}”, which starts an alias in YAML, expected a string; put it in quotes: "{word}"`,

  // Terraform.
  longBlanks: 'Unexpected run of more than {most} blanks, expected Terraform; check how this file was made',
  hclEnd: 'Unexpected end, expected more HCL',
  otherHcl: 'Unexpected {found}, expected other HCL',
  openHclString: 'Unexpected end of the line inside a string, expected a closing quotation mark',
  hclStringEnd: 'Unexpected end, expected a closing quotation mark',
  heredocEnd: 'Unexpected end, expected the marker that closes this heredoc',
  hclNotClosed: 'Unexpected end of what starts in line {line}, expected “{expected}”',
  validate: '{fault}; terraform validate tells more',
} as const;
