import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { FormatTarget } from '../commands/lint/lint-options.js';
import { closestWord } from '../wording/edit-distance.js';
import { FAIL_ON } from '../lint/config/config.js';
import { REPORT_FORMATS } from '../report/report.js';
import { en } from '../wording/en/cli.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('cli', en);

/** Options that `lint` and `check` share: a flag of its own for each command. */
export const LINT_OPTIONS = {
  catalog: () => new Option('--catalog <dir>', say('catalogFolder')),
  cloud: () => new Option('--cloud <name>', say('lintCloud')),
  config: () => new Option('-c, --config <file>', say('configuration')),
  format: () =>
    new Option('-f, --format <format>', say('lintFormat', { formats: REPORT_FORMATS }))
      .argParser(collectFormat)
      .default<readonly FormatTarget[]>([]),
  output: () => new Option('-o, --output <file>', say('lintOutput')),
  failOn: () => new Option('--fail-on <level>', say('lintFailOn')).choices(FAIL_ON),
  baseline: () => new Option('--baseline <file>', say('lintBaseline')),
  quiet: () => new Option('-q, --quiet', say('lintQuiet')),
  verbose: () => new Option('--verbose', say('lintVerbose')),
} as const;

function collectFormat(value: string, before: readonly FormatTarget[]): readonly FormatTarget[] {
  const [, name = value, file] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  const format = REPORT_FORMATS.find((known) => known === name);
  if (format === undefined)
    throw new InvalidArgumentError(
      say('noFormat', {
        format: name,
        near: closestWord(name, REPORT_FORMATS) ?? '',
        formats: REPORT_FORMATS,
      }),
    );
  return [...before, { format, file }];
}
