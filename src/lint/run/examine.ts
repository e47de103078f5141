import type { Confidence } from '../../catalog/model/model.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { RootNode } from '../../policy/model/ast.js';
import type { Policy, PolicyKind } from '../../policy/model/policy.js';
import { defined } from '../../defined.js';
import type { Span } from '../../span.js';
import type { AnyPlaces } from '../../wording/message-places.js';
import { phrase } from '../../wording/speaker.js';
import type { Sentences } from '../../wording/speaker.js';
import type { Edit } from '../results/lint-record.js';
import type {
  Edits,
  RuleContext,
  RuleDefinition,
  RuleFinding,
  RuleListeners,
  RuleOptions,
  Widened,
} from '../rule-definition.js';
import type { EslintFix, RuleReport, SpokenData } from '../results/rule-report.js';
import { isCollected, noteFailure, noteFinding } from './sink.js';
import type { FinePrint } from '../results/fine-print.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { expectationsOf } from '../expectations/judged-expectations.js';
import type { JudgedWorkload } from './workload.js';
import { seenClouds } from './seen-cloud.js';
import { workspaceOf } from './workspace.js';

/**
 * Runs a rule over a file: makes its context, calls the listeners that fit the file, and gives what was reported in the
 * form that ESLint takes.
 */
export function examine<Messages extends Sentences, Options extends RuleOptions>(
  definition: RuleDefinition<Messages, Options>,
  kinds: ReadonlySet<PolicyKind>,
  source: PolicySourceCode,
  options: RuleOptions | undefined,
): readonly RuleReport[] {
  const context = new FileContext(
    definition,
    source,
    (options ?? definition.meta.options?.defaults ?? {}) as Widened<Options>,
  );
  try {
    const listeners = definition.create(context as unknown as RuleContext<Messages, Widened<Options>>);
    if (source.kind === 'manifest') visitManifest(listeners, source);
    else if (source.kind === 'expectations') visitExpectations(listeners, source);
    else visitPolicies(listeners, source, kinds, context);
  } catch (error) {
    if (!noteFailure(source, definition.id, error)) throw error;
  }
  return context.reports;
}

function visitManifest(listeners: RuleListeners, source: PolicySourceCode): void {
  if (listeners.manifest === undefined) return;
  const judged = workspaceOf(source).manifestWorkload(source);
  if (judged !== undefined) listeners.manifest(judged);
}

function visitExpectations(listeners: RuleListeners, source: PolicySourceCode): void {
  const judged = listeners.expectations === undefined ? undefined : expectationsOf(source);
  if (judged !== undefined) listeners.expectations?.(judged);
}

function visitPolicies(
  listeners: RuleListeners,
  source: PolicySourceCode,
  kinds: ReadonlySet<PolicyKind>,
  context: Looking,
): void {
  listeners.document?.(source.ast);
  if (listeners.policy !== undefined || listeners.statement !== undefined) {
    for (const policy of source.policies) {
      // Of a policy of which nothing is known for certain, only what it may be can be judged.
      if (policy.root.value.type !== 'Unknown') visitPolicy(listeners, policy, kinds, context);
    }
    context.inVariant = true;
    for (const policy of source.variants) visitPolicy(listeners, policy, kinds, context);
    context.inVariant = false;
  }
  if (listeners.workload !== undefined)
    for (const judged of workspaceOf(source).workloads(source)) listeners.workload(judged);
}

/** What is looked at. */
interface Looking {
  inVariant: boolean;
  root: RootNode | undefined;
}

function visitPolicy(
  listeners: RuleListeners,
  policy: Policy,
  kinds: ReadonlySet<PolicyKind>,
  context: Looking,
): void {
  if (!kinds.has(policy.kind)) return;
  context.root = policy.root;
  listeners.policy?.(policy);
  if (listeners.statement !== undefined)
    for (const statement of policy.statements) listeners.statement(statement, policy);
  context.root = undefined;
}

/** One is made for every rule and file, so that it is a class: its accessors are made once. */
class FileContext<Options extends RuleOptions> implements RuleContext<Sentences, Options> {
  readonly id: string;
  readonly reports: RuleReport[] = [];
  /** What is looked at is only one of the things that a policy may be: nothing of it is edited. */
  inVariant = false;
  /** The policy that is looked at: one file may hold policies of several clouds. */
  root: RootNode | undefined;
  readonly #said = new Set<string>();
  readonly #messages: Sentences;
  readonly #confidence: Confidence;

  constructor(
    { id, meta }: Pick<RuleDefinition<Sentences, RuleOptions>, 'id' | 'meta'>,
    readonly source: PolicySourceCode,
    readonly options: Options,
  ) {
    this.id = id;
    this.#messages = meta.messages;
    this.#confidence = meta.confidence ?? 'certain';
  }

  get path(): string {
    return this.source.path;
  }

  get text(): string {
    return this.source.text;
  }

  get catalog(): Catalog {
    return workspaceOf(this.source).catalog(this.source, this.root);
  }

  get isBoundary(): boolean {
    return workspaceOf(this.source).isBoundary(this.source);
  }

  get workloads(): readonly JudgedWorkload[] {
    return workspaceOf(this.source).workloads(this.source);
  }

  readonly owns = (policy: Policy): boolean => this.source.policies.includes(policy);

  readonly report = (finding: RuleFinding): void => {
    const loc = spanOf(finding.at);
    if (isAt(loc, this.root?.caller)) return;
    const data = this.#spoken(finding);
    if (this.#isSaid(finding.messageId, loc, data.sentence)) return;
    noteFinding(
      this.source,
      { rule: this.id, message: data.sentence, loc },
      { ...finePrint(finding, this.#confidence), cloud: this.#cloud() },
    );
    const fix = this.inVariant ? [] : offered(finding.fix, this.source);
    const suggest = this.inVariant ? [] : this.#suggestions(finding);
    this.reports.push({
      loc,
      messageId: finding.messageId,
      data,
      ...defined({
        fix: fix.length > 0 ? eslintFix(fix) : undefined,
        suggest: suggest.length > 0 ? suggest : undefined,
      }),
    });
  };

  /** Whose catalog judged what is looked at, where the file is for several clouds. */
  #cloud(): string | undefined {
    return this.root !== undefined && seenClouds(this.source).length > 1 ? this.catalog.cloud : undefined;
  }

  /** What several policies of one text share is said once. */
  #isSaid(messageId: string, { start, end }: Span, sentence: string): boolean {
    if (!this.source.hasSharedText) return false;
    const key = JSON.stringify([messageId, start.offset, end.offset, sentence]);
    if (this.#said.has(key)) return true;
    this.#said.add(key);
    return false;
  }

  #suggestions({ suggest = [] }: RuleFinding): NonNullable<RuleReport['suggest']> {
    return suggest.flatMap((suggestion) => {
      const edits = evaluate(suggestion.edits);
      if (edits.length === 0) return [];
      return [{ messageId: suggestion.messageId, data: this.#spoken(suggestion), fix: eslintFix(edits) }];
    });
  }

  /** @throws TypeError for a message that the rule does not have, and for a value that is missing. */
  #spoken({ messageId, data }: { readonly messageId: string; readonly data?: AnyPlaces }): SpokenData {
    const message = Object.hasOwn(this.#messages, messageId) ? this.#messages[messageId] : undefined;
    if (message === undefined) throw new TypeError(`rule "${this.id}" has no message "${messageId}"`);
    return { sentence: phrase(`rules/${this.id}`, messageId, message, data ?? {}) };
  }
}

/** Under the runner, which collects, the fixes of a file are checked together; elsewhere each before it is offered. */
function offered(edits: Edits | undefined, source: PolicySourceCode): readonly Edit[] {
  if (edits === undefined) return [];
  const evaluated = evaluate(edits);
  return evaluated.length > 0 && (isCollected(source) || workspaceOf(source).allowsFix(source, evaluated))
    ? evaluated
    : [];
}

function evaluate(edits: Edits): readonly Edit[] {
  return (typeof edits === 'function' ? edits() : edits) ?? [];
}

function eslintFix(edits: readonly Edit[]): EslintFix {
  return (fixer) => edits.map((edit) => fixer.replaceTextRange([edit.range[0], edit.range[1]], edit.text));
}

/** What a module says itself is reported in its own files. */
function isAt({ start, end }: Span, caller: RootNode['caller']): boolean {
  return start.offset === caller?.[0] && end.offset === caller[1];
}

function finePrint(finding: RuleFinding, confidence: Confidence): Omit<FinePrint, 'cloud'> {
  return {
    confidence: finding.confidence ?? confidence,
    data: { ...finding.data, ...finding.facts },
    related: (finding.related ?? []).map(({ path, at, message }) => ({ path, span: spanOf(at), message })),
    url: finding.url,
    key: finding.key,
  };
}

function spanOf(at: Span | { readonly loc: Span }): Span {
  return 'loc' in at ? at.loc : at;
}
