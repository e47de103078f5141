import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { closest } from 'fastest-levenshtein';
import type { FormatTarget } from '../commands/lint/lint-options.js';
import { FAIL_ON } from '../lint/config/config.js';
import { REPORT_FORMATS } from '../report/report.js';

/** Options that `lint` and `check` share: a flag of its own for each command. */
export const LINT_OPTIONS = {
  catalog: () => new Option('--catalog <dir>', 'a catalog folder in place of the shipped one'),
  cloud: () =>
    new Option('--cloud <name>', 'cloud of policies that no manifest gives one (default: huaweicloud)'),
  config: () =>
    new Option('-c, --config <file>', 'configuration (default: lint-policies.config.* in this folder)'),
  format: () =>
    new Option(
      '-f, --format <format>',
      `NAME or NAME=FILE; may be repeated; NAME is one of ${REPORT_FORMATS.join(', ')}`,
    )
      .argParser(collectFormat)
      .default<readonly FormatTarget[]>([]),
  output: () => new Option('-o, --output <file>', 'write the report to a file'),
  failOn: () =>
    new Option('--fail-on <level>', 'exit 1 on findings of this severity (default: error)').choices(FAIL_ON),
  baseline: () => new Option('--baseline <file>', 'findings that may stay'),
  quiet: () => new Option('-q, --quiet', 'show errors only'),
  verbose: () => new Option('--verbose', 'also show clean and skipped files'),
} as const;

function collectFormat(value: string, before: readonly FormatTarget[]): readonly FormatTarget[] {
  const [, name = value, file] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  const format = REPORT_FORMATS.find((known) => known === name);
  if (format === undefined)
    throw new InvalidArgumentError(
      `There is no format "${name}"; did you mean "${closest(name, [...REPORT_FORMATS])}"? Known are ${REPORT_FORMATS.join(', ')}.`,
    );
  return [...before, { format, file }];
}
