import type { Language } from './read-code.js';
import { lowerNode } from './javascript-expressions.js';
import { visit } from './javascript-names.js';

export const JAVASCRIPT: Language = {
  // `<T>x` is a cast in the one, JSX in the other.
  grammar: (path) =>
    `tree-sitter-typescript/tree-sitter-${/\.[mc]?ts$/i.test(path) ? 'typescript' : 'tsx'}.wasm`,
  mention: /huaweicloud-sdk-|esdk-obs-|\bObsClient\b|aws-sdk|\bminio\b|myhuaweicloud\.|otc\.t-systems\.com/,
  obs: ['nodejs', 'browserjs'],
  // Source: esdk-obs-browserjs, which a page loads by `<script>`.
  globals: new Map([['ObsClient', { library: 'obs', service: 'obs', version: 'v1' }]]),
  lower: (node, again) => lowerNode(node, again),
  visit,
};
