import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { PackedPolicy } from '../../analysis/pack.js';
import { synthesise } from '../../analysis/synthesise.js';
import type { Synthesis } from '../../analysis/synthesise.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import { writeAll } from '../../files.js';
import { printPolicy } from '../../policy/syntax/print-policy.js';
import { Problem } from '../../problem.js';
import { givenCalls } from './generate-calls.js';
import type { CallsOptions } from './generate-calls.js';
import { explainInText, explanationTable } from './generate-explain.js';
import { reportOn } from './generate-report.js';
import type { ExitCode, Io } from '../io/io.js';

export interface GenerateOptions extends CallsOptions {
  /** Left out: 1.1. */
  readonly policyVersion?: '1.1' | '5.0' | undefined;
  /** Left out: what the ending of `out` says, else JSON. */
  readonly format?: 'json' | 'yaml' | undefined;
  /** Says why each action is there: in comments where the format has them (YAML, `.jsonc`), else in a table on stderr. */
  readonly explain?: boolean | undefined;
  /** File or folder; left out: standard output. */
  readonly out?: string | undefined;
  /** Writes what can be proven where some calls are unknown or ambiguous, instead of nothing. */
  readonly allowUnproven?: boolean | undefined;
}

/**
 * Writes the least-privilege policy for the calls of a manifest or of sources; several where the language demands it.
 * Exit 1 where calls are unproven, or could not be placed, and that is not allowed.
 */
export async function run(io: Io, options: GenerateOptions): Promise<ExitCode> {
  const given = await givenCalls(io, options);
  if (given === undefined) return 2;
  const { catalog, calls, left } = given;
  const synthesis = synthesise(
    calls.map((call) => resolveCall(call, catalog)),
    catalog,
    options.policyVersion ?? '1.1',
  );
  reportOn(io, synthesis);
  if (synthesis.unproven.length + left > 0 && options.allowUnproven !== true) {
    io.stderr.write('nothing was written; mend these calls, or write what is proven with --allow-unproven\n');
    return 1;
  }
  if (synthesis.policies.length === 0) io.stderr.write('the declared calls need no permission\n');
  else if (options.out === undefined) print(io, synthesis, options);
  else write(io, synthesis, options, options.out);
  return 0;
}

/** One policy as it is; several as one JSON array, or as the documents of one YAML stream. */
function print(io: Io, synthesis: Synthesis, options: GenerateOptions): void {
  const documents = synthesis.policies.map(({ document }) => document);
  if (options.format === 'yaml') {
    const texts = documents.map((document) =>
      commented(printPolicy(document, 'yaml'), 'yaml', synthesis, options),
    );
    io.stdout.write(texts.join('---\n'));
    return;
  }
  const [only, ...others] = documents;
  if (only !== undefined) io.stdout.write(printPolicy(others.length === 0 ? only : documents, 'json'));
  if (options.explain === true) io.stderr.write(explanationTable(synthesis.reasons));
}

function write(io: Io, synthesis: Synthesis, options: GenerateOptions, out: string): void {
  const target = resolve(io.cwd, out);
  const isFolder = out.endsWith('/') || (existsSync(target) && statSync(target).isDirectory());
  const extension = isFolder ? `.${options.format ?? 'json'}` : extname(target);
  const format = options.format ?? (/^\.ya?ml$/i.test(extension) ? 'yaml' : 'json');
  if (!isFolder && !FITTING[format].test(extension)) {
    throw new Problem(
      'usage',
      `the name of the file says another format than ${format}; name it with a fitting ending, or name a folder`,
      { file: out },
    );
  }
  const { manifest } = options;
  const stem = isFolder
    ? join(
        target,
        manifest === undefined ? 'policy' : basename(manifest).replace(/(\.apis)?\.(ya?ml|json)$/i, ''),
      )
    : target.slice(0, target.length - extension.length);
  const files = synthesis.policies.map((policy) => ({
    file: `${stem}${suffixOf(policy, synthesis.policies)}${extension}`,
    policy,
  }));
  const syntax = extension.toLowerCase() === '.jsonc' ? 'jsonc' : format;
  writeAll(
    files.map(({ file, policy }) => [
      file,
      commented(printPolicy(policy.document, format), syntax, synthesis, options),
    ]),
  );
  const names = files.map(({ file }) =>
    relative(resolve(io.cwd, manifest === undefined ? '.' : dirname(manifest)), file),
  );
  io.stderr.write(`wrote ${names.join(', ')}\n`);
  if (names.length > 1 && manifest !== undefined)
    io.stderr.write(`name them all in the manifest: policies: [${names.join(', ')}]\n`);
  if (options.explain === true && syntax === 'json') io.stderr.write(explanationTable(synthesis.reasons));
}

const FITTING = { json: /^\.jsonc?$/i, yaml: /^\.ya?ml$/i } as const;

function suffixOf({ group, part }: PackedPolicy, all: readonly PackedPolicy[]): string {
  if (all.length === 1) return '';
  return [group === 'all' ? undefined : group, part]
    .flatMap((word) => (word === undefined ? [] : `.${String(word)}`))
    .join('');
}

function commented(
  text: string,
  syntax: 'json' | 'jsonc' | 'yaml',
  { reasons }: Synthesis,
  { explain }: GenerateOptions,
): string {
  return explain === true && syntax !== 'json' ? explainInText(text, syntax, reasons) : text;
}
