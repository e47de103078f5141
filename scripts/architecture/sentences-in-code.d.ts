// ESLint's configuration, which Node runs as it is, cannot import TypeScript.
export const SENTENCES_IN_CODE: readonly { readonly selector: string; readonly message: string }[];
export const OTHER_TEXTS: readonly string[];
