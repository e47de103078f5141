import { Problem } from './problem.js';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder; check the path',
  EACCES: 'permission denied; let this user read it, or write it and its folder',
  EPERM: 'operation not permitted; check the permissions of the file and its folder',
  EISDIR: 'is a folder; name a file',
  ENOTDIR: 'a part of the path is a file, not a folder; check the path',
  EEXIST: 'a part of the path is a file, not a folder; check the path',
  ENOSPC: 'no space left on the device; free some and run again',
  EDQUOT: 'the disk quota is used up; free some space and run again',
  EROFS: 'the file system is read-only; choose another place',
  EIO: 'the device failed; check the disk',
  ELOOP: 'too many symbolic links; the link leads to itself',
  Z_DATA_ERROR: 'its gzip data is broken; fetch the file again',
  Z_BUF_ERROR: 'its gzip data ends too early; fetch the file again',
  EMFILE: 'too many open files; raise the limit (ulimit -n)',
  ENFILE: 'too many open files in the system; close some programs and run again',
  ENAMETOOLONG: 'the file name is too long; choose a shorter one',
  ENXIO: 'is a socket, or a pipe that nobody reads; name a file',
};

/** Turns a file system error into a Problem with a remedy; anything else is thrown on unchanged. */
export function fileProblem(file: string, error: unknown): Problem {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === undefined) throw error;
  return new Problem('file', REMEDIES[code] ?? error.message, { file }, { cause: error });
}

/** The same for whatever was thrown: undefined unless it is the file system or the system's limits that refused something. */
export function systemProblem(error: unknown): Problem | undefined {
  const code = codeOf(error);
  if (
    !(error instanceof Error) ||
    code === undefined ||
    !('syscall' in error) ||
    REMEDIES[code] === undefined
  )
    return undefined;
  return new Problem(
    'file',
    REMEDIES[code],
    'path' in error && typeof error.path === 'string' ? { file: error.path } : undefined,
    { cause: error },
  );
}

/** Runs what touches a file; its errors become Problems that name the file. */
export function guarded<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof Problem ? error : fileProblem(file, error);
  }
}

/** `ENOENT`, … */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
