/** Letters and digits only, in lower case and one width: `Stopping ECSs (Batch)` and `stopping-ecss-batch` are the same name. */
export function normalizeName(text: string): string {
  return PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What most names are: nothing to be taken out, and much faster to see than to take out. */
const PLAIN = /^[A-Za-z0-9]*$/;
