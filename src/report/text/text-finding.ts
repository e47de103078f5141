import type { createColors } from 'picocolors';
import type { FileRecord, Finding } from '../../lint/results/lint-record.js';
import { en as overview } from '../../wording/en/report-overview.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { labelOf, reasonSentence } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import { insideOf } from '../inside.js';
import { printable } from '../printable.js';
import type { ReportStyle } from '../report-input.js';
import type { SameElsewhere } from '../same-findings.js';
import { codeFrame } from './code-frame.js';
import { wrapped } from './text-width.js';

const say = speaker('report', en);
const sayOfRun = speaker('report-overview', overview);

export type Colors = ReturnType<typeof createColors>;

/** What all findings of a text report are written with. */
export interface FindingContext {
  readonly style: ReportStyle;
  readonly colors: Colors;
  readonly reasons: Reasons;
  /** `check` found it, which fixes nothing: what it decided has to be saved first. */
  readonly isUnsaved: boolean;
}

/** Reasons and related places that are listed before the rest is only counted. */
const LISTED = 4;

/** Where it is, what is wrong, the code frame, and what belongs to it. */
export function findingBlock(
  { path, cloud }: Pick<FileRecord, 'path' | 'cloud'>,
  finding: Finding,
  elsewhere: SameElsewhere | undefined,
  lines: readonly string[],
  { style, colors, reasons, isUnsaved }: FindingContext,
): string {
  const tint = finding.severity === 'error' ? colors.red : colors.yellow;
  const doubt = colors.dim(say('doubt', { confidence: finding.confidence }));
  const times = elsewhere === undefined ? '' : ` ${colors.dim(`(${timesOf(elsewhere)})`)}`;
  const frame = codeFrame(lines, finding, { columns: style.columns - 2, dim: colors.dim, mark: tint });
  const because = reasons(path, finding);
  const declared = new Set(because.flatMap(placesOf));
  const related = finding.related.filter((at) => !declared.has(`${at.path}:${at.line}`));
  const notes: Note[] = [
    ...capped(because.map(reasonText), say('labelBecause')),
    ...capped(
      related.map((at) => `${printable(at.path)}:${at.line}:${at.column}: ${printable(at.message)}`),
      say('labelRelated'),
    ),
    ...otherPlaces(elsewhere, style),
    ...remedies(finding, isUnsaved),
    ...insideOf(path, finding).map((text) => ({ label: say('labelInside'), text })),
    ...knownNotes(finding),
    ...cloudNotes(finding.cloud ?? cloud),
    { label: say('labelSee'), text: printable(finding.url) },
  ];
  const place = `${colors.bold(printable(path))}:${finding.line}:${finding.column}`;
  return [
    `${place} ${tint(colors.bold(say('severity', { severity: finding.severity })))} ${colors.bold(finding.rule)}${doubt}${times}`,
    ...hanging('  ', '  ', printable(finding.message), style),
    ...frame.map((line) => `  ${line}`),
    ...notes.flatMap((note) =>
      hanging(`  ${colors.cyan(note.label.padEnd(LABEL))}  `, ' '.repeat(LABEL + 4), note.text, style),
    ),
  ].join('\n');
}

/** What the catalog knows of the service that the finding is about, where that is little. */
function knownNotes({ data: { coverage } }: Finding): Note[] {
  return typeof coverage === 'string' ? [{ label: say('labelKnown'), text: printable(coverage) }] : [];
}

/** The widest of our labels. */
const LABEL = 7;

/** A text that begins behind `first` and goes on, where lines are broken, below its own beginning. */
export function hanging(first: string, rest: string, text: string, style: ReportStyle): readonly string[] {
  if (style.wraps !== true) return [`${first}${text}`];
  return wrapped(text, style.columns - rest.length).map(
    (line, index) => `${index === 0 ? first : rest}${line}`,
  );
}

function timesOf({ places, files }: SameElsewhere): string {
  return sayOfRun('times', { count: places.length + 1, files });
}

function otherPlaces(elsewhere: SameElsewhere | undefined, { detail }: ReportStyle): readonly Note[] {
  if (elsewhere === undefined) return [];
  const places = elsewhere.places.map(
    ({ path, line, column }) => `${printable(path)}:${String(line)}:${String(column)}`,
  );
  const isWhole = detail === 'verbose' || places.length <= LISTED;
  return [{ label: sayOfRun('labelAlso'), text: sayOfRun(isWhole ? 'alsoAtAll' : 'alsoAt', { places }) }];
}

function remedies({ fix, suggestions = [] }: Finding, isUnsaved: boolean): Note[] {
  if (fix) return [{ label: say('labelFix'), text: isUnsaved ? sayOfRun('saveAndFix') : say('runWithFix') }];
  return suggestions.map(({ message }) => ({ label: say('labelSuggest'), text: printable(message) }));
}

/** What a reason names already: where its call is declared, and where it was found. */
function placesOf({ manifest = '', line = 0, origins = [] }: Reason): readonly string[] {
  return [`${manifest}:${line}`, ...origins.map(({ file, line: at = 0 }) => `${file}:${at}`)];
}

function reasonText(reason: Reason): string {
  const { manifest, line, origins = [] } = reason;
  return say('reason', {
    reason: printable(reasonSentence(reason)),
    declared: manifest === undefined || line === undefined ? [] : [`${printable(manifest)}:${line}`],
    places: origins.map((origin) => printable(labelOf(origin))),
  });
}

interface Note {
  readonly label: string;
  readonly text: string;
}

function capped(texts: readonly string[], label: string): Note[] {
  const notes = texts.slice(0, LISTED).map((text, index) => ({ label: index === 0 ? label : '', text }));
  return texts.length > LISTED
    ? [...notes, { label: '', text: say('moreInJson', { count: texts.length - LISTED }) }]
    : notes;
}

function cloudNotes(cloud: string | undefined): Note[] {
  return cloud === undefined ? [] : [{ label: say('labelCloud'), text: printable(cloud) }];
}
