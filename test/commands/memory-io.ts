import type { Io } from '../../src/commands/io/io.js';

/** An Io that keeps what is written. */
export function memoryIo(
  cwd: string,
  facts: { readonly terminal?: boolean } = {},
): Io & { readonly out: () => string; readonly err: () => string } {
  const written = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({
    write: (text: string) => void (written[name] += text),
    isTTY: facts.terminal === true,
    columns: 80,
    color: facts.terminal === true,
  });
  return {
    cwd,
    env: {},
    stdout: sink('out'),
    stderr: sink('err'),
    stdin: () => Promise.resolve(new Uint8Array()),
    out: () => written.out,
    err: () => written.err,
  };
}
