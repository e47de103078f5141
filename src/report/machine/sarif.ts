import { insideOf } from '../inside.js';
import type { Confidence } from '../../catalog/model/model.js';
import type { Edit, FileRecord, Finding } from '../../lint/results/lint-record.js';
import { shelvedBytes } from '../../lint/results/shelf.js';
import { defined } from '../../defined.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { TOOL } from '../../project.js';
import { originsOf, reasonSentence, reasonsIn } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import type { Piece } from '../../pieces.js';
import { pathUri } from '../web-link.js';
import { printable, printableJsonPieces } from '../printable.js';
import type { ReportInput, RuleDescription } from '../report-input.js';
import { ruleDescriptor } from './sarif-rule.js';

const say = speaker('report', en);

/** SARIF 2.1.0, section 3.27.25: how likely a result is to matter, 0 to 100. */
const RANK: Readonly<Record<Confidence, number>> = { certain: 100, likely: 60, doubtful: 20 };

/**
 * SARIF 2.1.0 (OASIS), as GitHub code scanning and editors read it. Paths are relative to `%SRCROOT%`; columns count
 * UTF-16 units; the fingerprints are those of the baseline.
 */
export function renderSarif(input: ReportInput): Iterable<Piece> {
  const { record } = input;
  const reasons = reasonsIn(record);
  const rules = new Map(withFound(input).map((rule, index) => [rule.id, { rule, index }]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: TOOL.name,
            version: record.tool.version,
            semanticVersion: record.tool.version,
            informationUri: TOOL.url,
            rules: [...rules.values()].map(({ rule }) => ruleDescriptor(rule)),
          },
        },
        automationDetails: { id: `${TOOL.name}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: say('rootDescription') } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: record.files.flatMap(skippedNotification),
          },
        ],
        properties: {
          catalog: record.catalog,
          workloads: record.workloads,
          summary: record.summary,
          ...defined({ changes: record.changes }),
        },
        results: record.files.flatMap((file) => results(file, reasons, (id) => rules.get(id)?.index)),
      },
    ],
  };
  // Down to one result of a run, one workload of its properties.
  return printableJsonPieces(log, 5, shelvedBytes);
}

/** The rules that are known, and those that only a finding names (a parse error, an internal error). */
function withFound({ rules, record }: ReportInput): readonly RuleDescription[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  for (const file of record.files) {
    for (const { rule, severity, url } of file.findings) {
      if (!known.has(rule)) known.set(rule, { id: rule, severity, description: rule, url });
    }
  }
  return [...known.values()];
}

function results(file: FileRecord, reasons: Reasons, indexOf: (id: string) => number | undefined): unknown[] {
  return file.findings.map((finding) => {
    const because = reasons(file.path, finding);
    return {
      ruleId: finding.rule,
      ruleIndex: indexOf(finding.rule),
      level: finding.severity,
      rank: RANK[finding.confidence],
      message: { text: sentence(finding, because) },
      locations: [
        {
          physicalLocation: place(file.path, finding),
          ...defined({ logicalLocations: logical(file.path, finding) }),
        },
      ],
      // Section 3.27.24.
      ...defined({
        baselineState: baselineState(finding),
        relatedLocations: unlessEmpty(
          numbered([...related(finding), ...declarations(because), ...findings(because)]),
        ),
        partialFingerprints: fingerprints(finding),
        fixes: unlessEmpty(fixes(file.path, finding)),
      }),
      properties: { confidence: finding.confidence, because, data: finding.data, url: finding.url },
    };
  });
}

/** Section 3.28.4: the policy inside the file. */
function logical(path: string, finding: Finding): readonly unknown[] | undefined {
  const names = insideOf(path, finding);
  return names.length === 0 ? undefined : names.map((fullyQualifiedName) => ({ fullyQualifiedName }));
}

function baselineState({ introduced }: Finding): string | undefined {
  if (introduced === undefined) return undefined;
  return introduced ? 'new' : 'unchanged';
}

function fingerprints({ fingerprint }: Finding): Readonly<Record<string, string>> | undefined {
  return fingerprint === undefined ? undefined : { 'lintPolicies/v1': fingerprint };
}

/** The message with its reasons in one text: viewers show little else. Doubt is told, certainty is not. */
function sentence(finding: Finding, because: readonly Reason[]): string {
  const { confidence } = finding;
  return [
    printable(finding.message),
    ...(confidence === 'certain' ? [] : [say('confidence', { confidence })]),
    ...because.map((reason) => say('because', { reason: printable(reasonSentence(reason)) })),
  ].join('\n');
}

interface RelatedLocation {
  readonly message: { readonly text: string };
  readonly physicalLocation: unknown;
}

/** Section 3.28.2: unique within the result. */
function numbered(locations: readonly RelatedLocation[]): unknown[] {
  return locations.map((location, id) => ({ id, ...location }));
}

/** Those that the finding names itself come first. */
function related(finding: Finding): RelatedLocation[] {
  return finding.related.map((at) => ({
    message: { text: printable(at.message) },
    physicalLocation: place(at.path, at),
  }));
}

/** Where the calls are declared that make the finding one. */
function declarations(because: readonly Reason[]): RelatedLocation[] {
  return because.flatMap(({ manifest, line, call }) =>
    manifest === undefined || line === undefined
      ? []
      : [
          {
            message: { text: say('declaredHere', { call: printable(call) }) },
            physicalLocation: place(manifest, { line }),
          },
        ],
  );
}

/** Where these calls were found: the end of the chain. */
function findings(because: readonly Reason[]): RelatedLocation[] {
  return because.flatMap((reason) =>
    originsOf(reason).listed.map(({ file, line }) => ({
      message: { text: say('foundHere', { call: printable(reason.call) }) },
      physicalLocation: line === undefined ? { artifactLocation: artifact(file) } : place(file, { line }),
    })),
  );
}

function fixes(path: string, finding: Finding): unknown[] {
  const { fix, edits: safe, suggestions = [] } = finding;
  const offered =
    fix && safe !== undefined ? [{ message: say('applyFix'), edits: safe }, ...suggestions] : suggestions;
  return offered.map(({ message, edits }) => ({
    description: { text: printable(message) },
    artifactChanges: [{ artifactLocation: artifact(path), replacements: edits.map(replacement) }],
  }));
}

function replacement({ range: [start, end], text }: Edit): unknown {
  return { deletedRegion: { charOffset: start, charLength: end - start }, insertedContent: { text } };
}

function skippedNotification(file: FileRecord): unknown[] {
  if (file.checked) return [];
  return [
    {
      level: 'note',
      message: { text: say('notChecked', { reason: printable(file.reason ?? say('noPolicy')) }) },
      locations: [{ physicalLocation: { artifactLocation: artifact(file.path) } }],
    },
  ];
}

interface At {
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

function place(path: string, { line, column, endLine, endColumn }: At): unknown {
  return {
    artifactLocation: artifact(path),
    region: { startLine: line, ...defined({ startColumn: column, endLine, endColumn }) },
  };
}

function artifact(path: string): unknown {
  return { uri: pathUri(path), uriBaseId: '%SRCROOT%' };
}

function unlessEmpty(list: readonly unknown[]): readonly unknown[] | undefined {
  return list.length === 0 ? undefined : list;
}
