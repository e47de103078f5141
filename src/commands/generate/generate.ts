import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { PackedPolicy } from '../../analysis/synthesis/pack.js';
import { synthesise } from '../../analysis/synthesis/synthesise.js';
import type { Synthesis } from '../../analysis/synthesis/synthesise.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import { writeAll } from '../../files.js';
import { printPolicy } from '../../policy/edit/print-policy.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';
import type { ExitCode, Io } from '../io/io.js';
import { placeOf } from '../io/place-of.js';
import { givenCalls } from './generate-calls.js';
import type { CallsOptions } from './generate-calls.js';
import { explainInText, explanationTable } from './generate-explain.js';
import { reportOn } from './generate-report.js';

const say = speaker('commands-calls', en);

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
 * Exit 1 where calls are unproven, could not be placed or not be read, and that is not allowed; and where there is none.
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
  const unproven = synthesis.unproven.length + left;
  if (unproven > 0 && options.allowUnproven !== true) {
    io.stderr.write(`${say('nothingWritten')}\n`);
    return 1;
  }
  if (calls.length + unproven === 0) {
    io.stderr.write(`${say('noCallGiven')}\n`);
    return 1;
  }
  if (synthesis.policies.length === 0)
    io.stderr.write(`${say(unproven > 0 ? 'nothingProven' : 'noPermissionNeeded')}\n`);
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
  const { manifest, explain } = options;
  const { stem, extension, format } = targetOf(resolve(io.cwd, out), out, options);
  const syntax = extension.toLowerCase() === '.jsonc' ? 'jsonc' : format;
  const texts = synthesis.policies.map(
    (policy) =>
      [
        `${stem}${suffixOf(policy, synthesis.policies)}${extension}`,
        commented(printPolicy(policy.document, format), syntax, synthesis, options),
      ] as const,
  );
  const read = new Set(
    [...(options.paths ?? []), manifest ?? []].flat().map((path) => placeOf(io.cwd, path)),
  );
  const overwritten = texts.find(([file]) => read.has(placeOf(io.cwd, file)));
  if (overwritten !== undefined) throw new Problem('usage', say('overwritesInput'), { file: overwritten[0] });
  writeAll(texts);
  const folder = resolve(io.cwd, manifest === undefined ? '.' : dirname(manifest));
  const files = texts.map(([file]) => relative(folder, file));
  io.stderr.write(`${say('wrote', { files })}\n`);
  if (files.length > 1 && manifest !== undefined)
    io.stderr.write(`${say('nameThemAll', { files: files.join(', ') })}\n`);
  if (explain === true && syntax === 'json') io.stderr.write(explanationTable(synthesis.reasons));
}

/** How the files are called, and what is written into them. */
interface Target {
  /** What the names of all begin with. */
  readonly stem: string;
  readonly extension: string;
  readonly format: 'json' | 'yaml';
}

/** @throws Problem where the ending of a file does not go with the format that is asked for. */
function targetOf(target: string, out: string, { format: asked, manifest }: GenerateOptions): Target {
  if (out.endsWith('/') || (existsSync(target) && statSync(target).isDirectory())) {
    const format = asked ?? 'json';
    const name =
      manifest === undefined ? 'policy' : basename(manifest).replace(/(\.apis)?\.(ya?ml|json)$/i, '');
    return { stem: join(target, name), extension: `.${format}`, format };
  }
  const extension = extname(target);
  const format = asked ?? (FITTING.yaml.test(extension) ? 'yaml' : 'json');
  if (!FITTING[format].test(extension))
    throw new Problem('usage', say('otherFormat', { format }), { file: out });
  return { stem: target.slice(0, target.length - extension.length), extension, format };
}

const FITTING = { json: /^\.jsonc?$/i, yaml: /^\.ya?ml$/i } as const;

function suffixOf({ group, part }: PackedPolicy, all: readonly PackedPolicy[]): string {
  if (all.length === 1) return '';
  return [group === 'all' ? [] : group, part ?? []]
    .flat()
    .map((word) => `.${word}`)
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
