import { CHINESE } from '../grammar.js';
import type { Translation } from '../speaker.js';
import { zh as analysis } from './analysis.js';
import { zh as calls } from './calls.js';
import { zh as catalog } from './catalog.js';
import { zh as characters } from './characters.js';
import { zh as cli } from './cli.js';
import { zh as commander } from './commander.js';
import { zh as commands } from './commands.js';
import { zh as commandsCalls } from './commands-calls.js';
import { zh as commandsCatalog } from './commands-catalog.js';
import { zh as commandsCheck } from './commands-check.js';
import { zh as commandsExplain } from './commands-explain.js';
import { zh as commandsLint } from './commands-lint.js';
import { zh as commandsMigrate } from './commands-migrate.js';
import { zh as commandsSetup } from './commands-setup.js';
import { zh as coverage } from './coverage.js';
import { zh as doubts } from './doubts.js';
import { zh as explain } from './explain.js';
import { zh as explainRefusal } from './explain-refusal.js';
import { zh as expectations } from './expectations.js';
import { zh as explainRequest } from './explain-request.js';
import { zh as extract } from './extract.js';
import { zh as files } from './files.js';
import { zh as limits } from './limits.js';
import { zh as lint } from './lint.js';
import { zh as manifest } from './manifest.js';
import { zh as observation } from './observation.js';
import { zh as policy } from './policy.js';
import { zh as referenceBuilder } from './reference-builder.js';
import { zh as referenceLabels } from './reference-labels.js';
import { zh as referencePages } from './reference-pages.js';
import { zh as referenceSearch } from './reference-search.js';
import { zh as referenceSite } from './reference-site.js';
import { zh as related } from './related.js';
import { zh as report } from './report.js';
import { zh as reportOverview } from './report-overview.js';
import { zh as syntax } from './syntax.js';
import { zh as unusedSuppression } from './unused-suppression.js';
import { zh as valueTypes } from './value-types.js';
import { zh as whoCan } from './who-can.js';
import { RULES } from './rule-messages/rule-messages.js';

/** Everything in Chinese: what `speakIn('zh')` loads. */
export const chinese: Translation = {
  grammar: CHINESE,
  rooms: {
    analysis: analysis,
    calls: calls,
    catalog: catalog,
    characters: characters,
    cli: cli,
    commander: commander,
    commands: commands,
    'commands-calls': commandsCalls,
    'commands-catalog': commandsCatalog,
    'commands-check': commandsCheck,
    'commands-explain': commandsExplain,
    'commands-lint': commandsLint,
    'commands-migrate': commandsMigrate,
    'commands-setup': commandsSetup,
    coverage: coverage,
    doubts: doubts,
    explain: explain,
    'explain-refusal': explainRefusal,
    'explain-request': explainRequest,
    expectations: expectations,
    extract: extract,
    files: files,
    limits: limits,
    lint: lint,
    manifest: manifest,
    observation: observation,
    policy: policy,
    'reference-builder': referenceBuilder,
    'reference-labels': referenceLabels,
    'reference-pages': referencePages,
    'reference-search': referenceSearch,
    'reference-site': referenceSite,
    related: related,
    report: report,
    'report-overview': reportOverview,
    syntax: syntax,
    'unused-suppression': unusedSuppression,
    'value-types': valueTypes,
    'who-can': whoCan,
    ...RULES,
  },
};
