import type { Denied, Stop } from '../src/analysis/verdict.js';
import { defined } from '../src/defined.js';
import { createRule } from '../src/lint/rule.js';
import type { JsonValue } from '../src/lint/results/lint-record.js';
import type { RuleFinding } from '../src/lint/rule-definition.js';
import { pathOf } from '../src/lint/language/source-code.js';
import { nodeOf } from './shared/grants/grant-site.js';
import { reasonOf } from './shared/reasons/because-facts.js';
import { related } from './shared/reasons/related.js';
import { requestFacts, requestPlaces } from './shared/reasons/request-places.js';

export const rule = createRule({
  id: 'stopped-by-boundary',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions that the policies grant and a boundary of the manifest stops',
      category: 'calls',
      recommended: 'error',
      sources: ['https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1290.html'],
    },
    messages: {
      stopped: `"{action}" is needed for {call}{others, plural,
          =0 {} one { and # more call} other { and # more calls}} and granted, but {boundaries, list, plain}
        {count, plural, one {stops} other {stop}} it{resources, plural, =0 {} other { on {resources, list}}}
        {context, plural, =0 {} other {with {context, list, plain}}};
        allow it there too, or do without the call.`,
    },
  },
  create(context) {
    return {
      manifest({ verdict, catalog }) {
        for (const denied of verdict.denied) {
          const { action, stops = [], because, request, confidence } = denied;
          const [first] = because;
          if (stops.length === 0 || first === undefined) continue;
          const reason = reasonOf(because, catalog);
          const places = request === undefined ? { resources: [], context: [] } : requestPlaces(request);
          const boundaries = stops.map(placeText);
          context.report({
            at: first.call.span,
            messageId: 'stopped',
            data: {
              action,
              call: reason.call,
              others: reason.others,
              boundaries,
              count: boundaries.length,
              ...places,
            },
            facts: defined({ ...reason.facts, stops: stops.map(stopFacts), request: factsOf(denied) }),
            confidence,
            related: [...stops.flatMap(placesOf), ...reason.related],
            key: action,
            url: reason.url,
          });
        }
      },
    };
  },
});

function factsOf({ action, request }: Denied): JsonValue | undefined {
  return request && requestFacts(action, request);
}

function stopFacts({ boundary, how, sites }: Stop): JsonValue {
  return { boundary: boundary.id, how, lines: sites.map((site) => nodeOf(site).loc.start.line) };
}

/** `scp.json:7` where a Deny of it stands, else where its statements begin. */
function placeText(stop: Stop): string {
  const [line] = placesOf(stop).map(({ at }) => ('loc' in at ? at.loc : at).start.line);
  return `${stop.boundary.id}:${String(line ?? 1)}`;
}

function placesOf({ boundary, sites }: Stop): NonNullable<RuleFinding['related']> {
  const path = pathOf(boundary.policy);
  if (sites.length > 0) return sites.map((site) => ({ path, at: nodeOf(site), message: related('denies') }));
  const { statementMember, node } = boundary.policy;
  return [{ path, at: statementMember?.name ?? node, message: related('allowsOther') }];
}
