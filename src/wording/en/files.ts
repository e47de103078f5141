/** What is said of files, and of what the system refuses; the file is named before it. */
export const en = {
  // What the system refuses.
  noFile: 'no such file or folder; check the path',
  noPermission: 'permission denied; let this user read it, or write it and its folder',
  notPermitted: 'operation not permitted; check the permissions of the file and its folder',
  isFolder: 'is a folder; name a file',
  throughFile: 'a part of the path is a file, not a folder; check the path',
  noSpace: 'no space left on the device; free some and run again',
  noQuota: 'the disk quota is used up; free some space and run again',
  readOnly: 'the file system is read-only; choose another place',
  deviceFailed: 'the device failed; check the disk',
  linkLoop: 'too many symbolic links; the link leads to itself',
  brokenGzip: 'its gzip data is broken; fetch the file again',
  cutGzip: 'its gzip data ends too early; fetch the file again',
  tooManyOpen: 'too many open files; raise the limit (ulimit -n)',
  tooManyOpenInSystem: 'too many open files in the system; close some programs and run again',
  nameTooLong: 'the file name is too long; choose a shorter one',
  isSocket: 'is a socket, or a pipe that nobody reads; name a file',

  // What we do not do.
  tooLarge: 'is larger than {most, number} MB; nothing that is meant to be read here is',
  leadsOut: 'is a link that leads out of the output folder; remove it, or choose another folder',
  madeMeanwhile: 'was made by somebody else meanwhile; it was left as it is, run again',
  notEncoded: `holds bytes that are not {encoding} and would be lost; it was left as it is, save it as UTF-8`,
  changedMeanwhile: 'has changed since it was read; it was left as it is, run again',

  // What cannot be read as what it is.
  parserTooSlow: 'Not read, as it takes the parser too long; leave it out of the run',
  parserGaveUp: `Not read, as this file, or one that was read before it, is nested too deeply for the parser; leave that one
    out of the run`,
  nestedTooDeeply: 'nested too deeply to be read',
  secondDocument: 'a second document begins here',
} as const;
