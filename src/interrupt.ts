/**
 * What an interrupt must not leave behind. While something is registered here, a signal waits until the running code
 * comes back to the event loop (a write is never cut in two), everything registered is cleaned up, and the signal then
 * ends the process as it would have: a shell sees 130 or 143.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const cleanups = new Set<() => void>();
let listening = false;
let taken: ((signal: NodeJS.Signals) => void) | undefined;

/**
 * Has `cleanup` called where a signal ends the process before the returned function is. It must not throw and must not
 * wait for anything.
 */
export function onInterrupt(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  listen();
  return () => {
    cleanups.delete(cleanup);
    // A signal that came meanwhile is delivered when the event loop next looks, and is lost where nobody listens then.
    setImmediate(() => setImmediate(stopWhenIdle));
  };
}

/** Resolves at the first signal, which then does not end the process: it is up to the caller to come to an end. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    taken = () => {
      taken = undefined;
      resolve();
    };
    listen();
  });
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const signal of SIGNALS) process.on(signal, end);
}

function stopWhenIdle(): void {
  if (cleanups.size > 0 || taken !== undefined || !listening) return;
  listening = false;
  for (const signal of SIGNALS) process.removeListener(signal, end);
}

function end(signal: NodeJS.Signals): void {
  if (taken !== undefined) {
    taken(signal);
    return;
  }
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
  stopWhenIdle();
  process.kill(process.pid, signal);
}
