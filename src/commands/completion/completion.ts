import type { ExitCode, Io } from '../io/io.js';
import type { CommandSpec, CompletionSpec, OptionSpec, Shell } from './completion-spec.js';

export interface CompletionOptions {
  readonly shell: Shell;
  readonly spec: CompletionSpec;
}

/** Prints a script that completes commands, options, their values, and files. */
export function run(io: Io, { shell, spec }: CompletionOptions): Promise<ExitCode> {
  io.stdout.write(SCRIPTS[shell](spec));
  return Promise.resolve(0);
}

const SCRIPTS: Readonly<Record<Shell, (spec: CompletionSpec) => string>> = { bash, zsh, fish };

function bash({ name, defaultCommand, commands }: CompletionSpec): string {
  const id = identifier(name);
  const list = names(commands).join(' ');
  return `# bash completion for ${name}
${id}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=${defaultCommand} named= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${names(commands).join('|')}) command=\${COMP_WORDS[i]} named=yes; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${valued(commands)
  .map(
    ({ patterns, words }) =>
      `    ${patterns.map(quote).join('|')}) ${words === undefined ? '' : `COMPREPLY=($(compgen -W ${quote(words.join(' '))} -- "$cur")); `}return ;;`,
  )
  .join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$command" in
${commands.map((command) => `      ${command.name}) COMPREPLY=($(compgen -W ${quote(command.options.flatMap(({ flags }) => flags).join(' '))} -- "$cur")) ;;`).join('\n')}
    esac
  elif [[ -z $named ]]; then
    COMPREPLY=($(compgen -W ${quote(list)} -- "$cur"))
  else
    case "$command" in
${withWords(commands)
  .map(
    (command) =>
      `      ${command.name}) COMPREPLY=($(compgen -W ${quote(command.words.join(' '))} -- "$cur")) ;;`,
  )
  .join('\n')}
    esac
  fi
}
complete -o default -F ${id} ${name}
`;
}

function zsh({ name, defaultCommand, commands }: CompletionSpec): string {
  const id = identifier(name);
  const described = (label: string, text: string): string => quote(`${label.replaceAll(':', '\\:')}:${text}`);
  return `#compdef ${name}
${id}() {
  local command=${defaultCommand} named= word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      (${names(commands).join('|')}) command=$word named=yes; break ;;
    esac
  done
  case "$command \${words[CURRENT-1]}" in
${valued(commands)
  .map(
    ({ patterns, words }) =>
      `    (${patterns.map(quote).join('|')}) ${words === undefined ? '_files' : `compadd -- ${words.map(quote).join(' ')}`}; return ;;`,
  )
  .join('\n')}
  esac
  local -a items
  if [[ "\${words[CURRENT]}" == -* ]]; then
    case "$command" in
${commands.map((command) => `      (${command.name}) items=(${command.options.flatMap(({ flags, description }) => flags.map((flag) => described(flag, description))).join(' ')}) ;;`).join('\n')}
    esac
    _describe -o option items
    return
  fi
  if [[ -z "$named" ]]; then
    items=(${commands.map((command) => described(command.name, command.summary)).join(' ')})
    _describe command items
  fi
  case "$command" in
${withWords(commands)
  .map((command) => `    (${command.name}) compadd -- ${command.words.map(quote).join(' ')}; return ;;`)
  .join('\n')}
  esac
  _files
}
compdef ${id} ${name}
`;
}

function fish({ name, defaultCommand, commands }: CompletionSpec): string {
  const id = `_${identifier(name)}`;
  const lines = commands.flatMap((command) => [
    `complete -c ${name} -n 'test -z (${id} named)' -a ${command.name} -d ${fishQuote(command.summary)}`,
    ...(command.words.length === 0
      ? []
      : [
          `complete -c ${name} -n 'test (${id}) = ${command.name}' -f -a ${fishQuote(command.words.join(' '))}`,
        ]),
    ...command.options.map(
      (option) =>
        `complete -c ${name} -n 'test (${id}) = ${command.name}' ${fishOption(option)} -d ${fishQuote(option.description)}`,
    ),
  ]);
  return `# fish completion for ${name}
function ${id}
  for word in (commandline -opc)[2..]
    if contains -- $word ${names(commands).join(' ')}
      echo $word
      return
    end
  end
  test "$argv[1]" = named; and echo ''; or echo ${defaultCommand}
end
${lines.join('\n')}
`;
}

function fishOption({ flags, value }: OptionSpec): string {
  const names = flags
    .map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
    .join(' ');
  if (value === undefined) return names;
  if (value === 'file') return `${names} -r -F`;
  return value === 'other' ? `${names} -x` : `${names} -x -a ${fishQuote(value.join(' '))}`;
}

/** Options that take a value, as \`command --flag\`; without words it is a file. */
function valued(
  commands: readonly CommandSpec[],
): { readonly patterns: readonly string[]; readonly words: readonly string[] | undefined }[] {
  return commands.flatMap((command) =>
    command.options.flatMap(({ flags, value }) =>
      value === undefined
        ? []
        : [
            {
              patterns: flags.map((flag) => `${command.name} ${flag}`),
              words: value === 'file' ? undefined : value === 'other' ? [] : value,
            },
          ],
    ),
  );
}

function withWords(commands: readonly CommandSpec[]): readonly CommandSpec[] {
  return commands.filter((command) => command.words.length > 0);
}

function names(commands: readonly CommandSpec[]): readonly string[] {
  return commands.map((command) => command.name);
}

function identifier(name: string): string {
  return `_${name.replace(/\W/g, '_')}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function fishQuote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
