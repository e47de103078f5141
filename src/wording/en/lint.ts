/** What the linter says of files, configurations, baselines and itself; what it finds in policies is each rule's own. */
export const en = {
  source: '{page}, table {table}, row {row} (line {line})',

  // Files that are not judged.
  notParsed: 'not a policy: it cannot be parsed, and no Statement is named in it',
  unknownPolicy: 'the policy of {policy} in line {line} is not known here: {why}',
  foreignOnly: 'written in a policy language that is not judged: {languages, list, plain}',
  nearMiss: 'line {line, number}: {why}',
  noCatalog: 'The calls of this manifest were not judged: {fault}.',
  noStatement: 'not a policy: no Statement with an Effect or an Action was found in it',
  leftOut: `{count, plural, one {# more finding} other {# more findings}} of this rule
    {count, plural, one {is} other {are}} left out from here on, as {most, number} of them are shown;
    mend the others first.`,
  linterFailed: 'The linter failed on this file: {reason}; please report it.',
  ruleFailed: 'Rule "{rule}" failed on this file: {reason}; please report it.',
  unreadable: '{fault}.',

  // Under ESLint.
  languageOption:
    'there is no language option "{name}"; leave it out, the syntax follows from the name of the file',
  terraformUnderEslint:
    'Terraform files are read by the command lint-policies, not under ESLint; leave them out of "files"',
  settingNoText: 'settings["lint-policies"].{name} is no text; write it in quotation marks',

  // The configuration.
  noConfig: 'no such configuration file; check the path, or run "lint-policies init" for one',
  nestedCode: `is code, and only the configuration of the folder of the run is run;
    write it as JSON or YAML, or name it with --config`,
  codeNotRun: 'is code, and not the code of whoever runs this; it is not run',
  namesCodeNotRun: 'names code, and not the code of whoever runs this; it is not run',
  noDefaultExport: `no default export; write "export default '{' … '}'"`,
  severalDocuments: 'several documents in one file; keep one',
  noConfiguration: 'not a configuration; write an object with the keys of one',
  unknownKey: `unknown key "{key}"; {near, plural,
    =0 {remove it or correct its spelling}
    other {did you mean {near, list, or}?}}`,
  reasonMissing: '{where}: a reason is needed; say why in a sentence',
  noSetting: `{where}: expected "off", "warning" or "error", or one of them with options: ["error", '{' … '}']`,
  wrongValue: '{where}: {fault}',
  unknownRule: `there is no rule "{rule}"; {near, plural,
    =0 {"lint-policies rules" lists them}
    other {did you mean {near, list, or}?}}`,
  unknownOption: `the rule "{rule}" has no option "{name}"; {near, plural,
    =0 {{options, plural, =0 {it has none} other {it has {options, list, plain}}}}
    other {did you mean {near, list, or}?}}`,
  wrongOptions: 'options of the rule "{rule}": {fault}',

  // Globs.
  slowByBrackets: `the pattern "{pattern}" has a round bracket;
    list what is meant as '{'a,b'}', or write \\( for the character`,
  slowByLength: 'the pattern "{pattern}" has {count} characters; use at most {most}',
  slowByStars: 'the pattern "{pattern}" has {count} stars in one segment; use at most {most}',
  slowByBraces: `the pattern "{pattern}" has {count} times "'{'"; use at most {most}`,
  slowByGlobstars: 'the pattern "{pattern}" has {count} times "**"; use at most {most}',

  // Modules of the user's, and plugins with rules.
  noTypeScript: 'not valid TypeScript: {fault}',
  notLoaded: 'could not be loaded: {fault}',
  noPlugin: 'the plugin "{plugin}" is not there; give its path from the folder of this file',
  noRules: 'the plugin "{plugin}" exports no rules; export "rules", a list of what createRule() returns',
  notARule: 'the plugin "{plugin}" exports something that is no rule; export what createRule() returns',
  ruleTaken: 'the rule "{rule}" of a plugin has a name that is taken; give it another',

  // The baseline.
  noBaseline: `no baseline: expected '{' "version": 1, "findings": [ … ] '}', as --write-baseline writes it`,
  otherBaseline: 'a baseline of another version; expected "version": 1, as --write-baseline writes it',
  noEntry: `expected an entry '{' "rule", "path", "fingerprint", "reason" '}'`,
  entryWithoutReason: 'an entry without a reason; say why the finding may stay: "reason": "…"',
  entryWithout: 'expected "{key}", a text',
  noDate: 'expected a date such as "2026-12-31"',
} as const;
