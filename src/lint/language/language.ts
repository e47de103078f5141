import type { File, Language, OkParseResult, ParseResult } from '@eslint/core';
import type { DocumentNode, PolicyNode } from '../../policy/model/ast.js';
import { syntaxOf } from '../../policy/syntax/parse-policy.js';
import { isManifestName, readManifestSource, readPolicySource } from './read-source.js';
import { VISITOR_KEYS } from './source-code.js';
import type { PolicySourceCode } from './source-code.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

interface LanguageTypes {
  LangOptions: Record<string, unknown>;
  Code: PolicySourceCode;
  RootNode: DocumentNode;
  Node: PolicyNode;
}

/** `iam/policy`: policies in JSON, JSONC, YAML and HCL, and the manifests (`*.apis.yaml`) beside them. */
export class PolicyLanguage implements Language<LanguageTypes> {
  readonly fileType = 'text';
  readonly lineStart = 1;
  readonly columnStart = 1;
  readonly nodeTypeKey = 'type';
  readonly visitorKeys = VISITOR_KEYS;

  validateLanguageOptions(options: Record<string, unknown>): void {
    const [unknown] = Object.keys(options);
    if (unknown !== undefined) throw new TypeError(say('languageOption', { name: unknown }));
  }

  parse(file: File): ParseResult<DocumentNode> & { readonly source?: PolicySourceCode } {
    const input = { path: slashed(file.path), text: String(file.body) };
    if (isManifestName(input.path)) return parseManifestFile(input);
    if (syntaxOf(input.path) === 'hcl')
      return { ok: false, errors: [{ message: say('terraformUnderEslint'), line: 1, column: 1 }] };
    const reading = readPolicySource(input, 'tree');
    if (reading.ok) return { ok: true, ast: reading.source.ast, source: reading.source };
    return {
      ok: false,
      errors: reading.problems.map(({ message, line, column }) => ({ message, line, column })),
    };
  }

  /** What `parse` read is a source already; ESLint hands its result on. */
  createSourceCode(
    _file: File,
    result: OkParseResult<DocumentNode> & { readonly source?: PolicySourceCode },
  ): PolicySourceCode {
    if (result.source === undefined) throw new TypeError('createSourceCode() takes what parse() returned');
    return result.source;
  }
}

function parseManifestFile(input: {
  readonly path: string;
  readonly text: string;
}): ParseResult<DocumentNode> & { readonly source?: PolicySourceCode } {
  const { source, problems } = readManifestSource(input, 'tree');
  if (source !== undefined) return { ok: true, ast: source.ast, source };
  return {
    ok: false,
    errors: problems.map(({ message, where }) => ({
      message,
      line: where?.line ?? 1,
      column: where?.column ?? 1,
    })),
  };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
