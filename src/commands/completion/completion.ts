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
  const reply = (words: readonly string[]): string =>
    `COMPREPLY=($(compgen -W ${quote(words.join(' '))} -- "$cur"))`;
  const values = valued(commands).map(({ lines, value }) => {
    const replied = value === 'file' ? '' : `${reply(wordsOf(value))}; `;
    return `    ${lines.map(quote).join('|')}) ${replied}return ;;`;
  });
  const options = commands.map((command) => `      ${command.name}) ${reply(flagsOf(command))} ;;`);
  const words = withWords(commands).map((command) => `      ${command.name}) ${reply(command.words)} ;;`);
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
${values.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$command" in
${options.join('\n')}
    esac
  elif [[ -z $named ]]; then
    ${reply(names(commands))}
  else
    case "$command" in
${words.join('\n')}
    esac
  fi
}
complete -o default -F ${id} ${name}
`;
}

function zsh({ name, defaultCommand, commands }: CompletionSpec): string {
  const id = identifier(name);
  const values = valued(commands).map(({ lines, value }) => {
    const added = value === 'file' ? '_files' : `compadd -- ${wordsOf(value).map(quote).join(' ')}`;
    return `    (${lines.map(quote).join('|')}) ${added}; return ;;`;
  });
  const options = commands.map((command) => {
    const items = command.options.flatMap(({ flags, description }) =>
      flags.map((flag) => zshItem(flag, description)),
    );
    return `      (${command.name}) items=(${items.join(' ')}) ;;`;
  });
  const words = withWords(commands).map(
    (command) => `    (${command.name}) compadd -- ${command.words.map(quote).join(' ')}; return ;;`,
  );
  return `#compdef ${name}
${id}() {
  local command=${defaultCommand} named= word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      (${names(commands).join('|')}) command=$word named=yes; break ;;
    esac
  done
  case "$command \${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  local -a items
  if [[ "\${words[CURRENT]}" == -* ]]; then
    case "$command" in
${options.join('\n')}
    esac
    _describe -o option items
    return
  fi
  if [[ -z "$named" ]]; then
    items=(${commands.map((command) => zshItem(command.name, command.summary)).join(' ')})
    _describe command items
  fi
  case "$command" in
${words.join('\n')}
  esac
  _files
}
compdef ${id} ${name}
`;
}

function zshItem(label: string, text: string): string {
  return quote(`${label.replaceAll(':', '\\:')}:${text}`);
}

function fish({ name, commands, defaultCommand }: CompletionSpec): string {
  const id = `_${identifier(name)}`;
  const lines = commands.flatMap((command) => {
    const complete = (condition: string, rest: string): string =>
      `complete -c ${name} -n '${condition}' ${rest}`;
    const isChosen = `test (${id}) = ${command.name}`;
    const itself = `-a ${command.name} -d ${fishQuote(command.summary)}`;
    const words = command.words.length === 0 ? [] : [`-f -a ${fishQuote(command.words.join(' '))}`];
    const options = command.options.map(
      (option) => `${fishOption(option)} -d ${fishQuote(option.description)}`,
    );
    return [
      complete(`test -z (${id} named)`, itself),
      ...[...words, ...options].map((rest) => complete(isChosen, rest)),
    ];
  });
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

/** An option that takes a value, as the lines that it ends: `lint --format`, `lint -f`. */
interface Valued {
  readonly lines: readonly string[];
  readonly value: NonNullable<OptionSpec['value']>;
}

function valued(commands: readonly CommandSpec[]): Valued[] {
  return commands.flatMap((command) =>
    command.options.flatMap(({ flags, value }) =>
      value === undefined ? [] : [{ lines: flags.map((flag) => `${command.name} ${flag}`), value }],
    ),
  );
}

/** What can be offered for a value that is no file. */
function wordsOf(value: readonly string[] | 'other'): readonly string[] {
  return value === 'other' ? [] : value;
}

function flagsOf({ options }: CommandSpec): readonly string[] {
  return options.flatMap(({ flags }) => flags);
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
