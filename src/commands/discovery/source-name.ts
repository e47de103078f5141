/** Whether a file is called as source code is in a language that calls are found in (`isCode`, which loads the grammars). */
export function isSourceName(path: string): boolean {
  return /\.(?:[mc]?[jt]s|[jt]sx|py|go|java)$/i.test(path);
}
