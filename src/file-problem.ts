import { Problem } from './problem.js';
import { en } from './wording/en/files.js';
import { speaker } from './wording/speaker.js';

const say = speaker('files', en);

/** What is said of each code. */
const REMEDIES = {
  ENOENT: 'noFile',
  EACCES: 'noPermission',
  EPERM: 'notPermitted',
  EISDIR: 'isFolder',
  ENOTDIR: 'throughFile',
  EEXIST: 'throughFile',
  ENOSPC: 'noSpace',
  EDQUOT: 'noQuota',
  EROFS: 'readOnly',
  EIO: 'deviceFailed',
  ELOOP: 'linkLoop',
  Z_DATA_ERROR: 'brokenGzip',
  Z_BUF_ERROR: 'cutGzip',
  EMFILE: 'tooManyOpen',
  ENFILE: 'tooManyOpenInSystem',
  ENAMETOOLONG: 'nameTooLong',
  ENXIO: 'isSocket',
} as const;

/** Turns a file system error into a Problem with a remedy; anything else is thrown on unchanged. */
export function fileProblem(file: string, error: unknown): Problem {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === undefined) throw error;
  return new Problem('file', remedyOf(code) ?? error.message, { file }, { cause: error });
}

/** The same for whatever was thrown: undefined unless it is the file system or the system's limits that refused something. */
export function systemProblem(error: unknown): Problem | undefined {
  const remedy = remedyOf(codeOf(error) ?? '');
  if (!(error instanceof Error) || !('syscall' in error) || remedy === undefined) return undefined;
  return new Problem(
    'file',
    remedy,
    'path' in error && typeof error.path === 'string' ? { file: error.path } : undefined,
    { cause: error },
  );
}

function remedyOf(code: string): string | undefined {
  return Object.hasOwn(REMEDIES, code) ? say(REMEDIES[code as keyof typeof REMEDIES]) : undefined;
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
