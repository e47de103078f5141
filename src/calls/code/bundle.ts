/**
 * Whether a script was put together from many files, or squeezed, by a tool: what it calls is written in the sources that it
 * was made from, and to read megabytes of it takes a minute.
 */
export function isBundle(path: string, text: string): boolean {
  return /\.[mc]?js$/i.test(path) && text.length >= SMALLEST && (isSqueezed(text) || hasLoader(text));
}

/** Nobody waits for a smaller one, whatever made it. In UTF-16 units, as all lengths here. */
const SMALLEST = 20_000;

/** Lines that people write are a tenth as long, also where a table of data stands among them. */
const SQUEEZED_LINE = 400;

function isSqueezed(text: string): boolean {
  const most = text.length / SQUEEZED_LINE;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > most) return false;
  }
  return true;
}

function hasLoader(text: string): boolean {
  return LOADERS.some((loader) => loader.test(text));
}

/**
 * What bundlers bring with them to load the parts. Source: the output of webpack 5 and @vercel/ncc 0.38, esbuild 0.25, Rollup 4
 * with @rollup/plugin-commonjs, Parcel 2, browserify 17.
 */
const LOADERS: readonly RegExp[] = [
  /\bfunction __(?:webpack|nccwpck)_require__\(/,
  /\bvar __(?:commonJS|toESM) ?=/,
  /\bfunction getDefaultExportFromCjs ?\(/,
  /\bparcelRequire\w* ?=/,
  /^\(function\(\)\{function r\(e,n,t\)\{function o\(i,f\)/m,
];
