/** Four words in a row, as in a sentence: a name has fewer, and a notation has marks between them. */
const FOUR_WORDS = String.raw`(^|[\s"“(])[A-Za-z][a-z']+([,;:]? [a-z']+){3}`;

/**
 * Where sentences may stand: errors for programmers, what a rule says of itself and of what it finds, descriptions in a JSON
 * Schema.
 */
const HOMES = [
  'NewExpression[callee.name=/^(Type|Range|Syntax)?Error$/]',
  'Property[key.name=/^(docs|messages|message|missing|known|unknown|description|title)$/]',
  'CallExpression[callee.property.name=/^(describe|meta)$/]',
];

/** For ESLint's `no-restricted-syntax`: sentences that stand in code, where nobody looks for them or translates them. */
export const SENTENCES_IN_CODE = [
  ['Literal', 'value'],
  ['TemplateElement', 'value.raw'],
].map(([node, text]) => ({
  selector: `${node}[${text}=/${FOUR_WORDS}/]:not(${HOMES.map((home) => `${home} ${node}`).join(', ')})`,
  message:
    'Put sentences into src/wording/en/<room>.ts and say them by speaker(); CONTRIBUTING has it under Sentences.',
}));

/** Files with texts for other readers: whoever tests a rule, shells, browsers, whoever finds a folder. */
export const OTHER_TEXTS = [
  'src/wording/**',
  'src/lint/tester.ts',
  // Said before anything else is loaded.
  'src/cli.ts',
  // Messages of rules that differ in little.
  'rules/shared/families/**',
  'src/commands/completion/completion.ts',
  'src/commands/cache/cache-folder.ts',
  'src/report/html/html-script.ts',
  // Names of clients, and of what they have.
  'src/calls/clients/unread-clients.ts',
  'src/calls/code/decide.ts',
  // What git says.
  'src/commands/explain/refusal/patch.ts',
  'src/commands/lint/revision.ts',
];
