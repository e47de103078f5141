/** A command as it is typed into a shell, each argument quoted where it must be. */
export function commandLine(command: string, args: readonly string[]): string {
  return [command, ...args.map(quoted)].join(' ');
}

function quoted(argument: string): string {
  return /^[\w./@%+=:,~-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
