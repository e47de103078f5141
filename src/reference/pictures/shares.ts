import type { Element } from 'hast';
import { byCodeUnit } from '../../catalog/model/code-unit.js';
import { parseEndpoint } from '../../catalog/model/endpoint.js';
import type { AccessLevel } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { ACCESS_LEVELS, accessLabel, accessOf } from '../access.js';
import type { ServicePages } from '../cloud-facts.js';
import { CHARACTER, picture, svg } from './svg.js';

const say = speaker('reference-pages', en);

/** One part of a whole, with the colour class that it is drawn in. */
export interface Share {
  readonly label: string;
  readonly count: number;
  readonly colour: string;
}

/** Actions of a service by access level: documented ones, then inferred ones. Empty shares are left out. */
export function levelShares(service: ServicePages): Share[] {
  const labels = service.actions.flatMap((action) => accessOf(action) ?? []).map(accessLabel);
  const order = [true, false].flatMap((documented) =>
    ACCESS_LEVELS.map((level) => ({
      label: accessLabel({ level, documented }),
      colour: LEVEL_COLOURS[level],
    })),
  );
  return order
    .map(({ label, colour }) => ({ label, colour, count: labels.filter((other) => other === label).length }))
    .filter((share) => share.count > 0);
}

/** API operations of a service by the method of their first endpoint. Empty shares are left out. */
export function methodShares(service: ServicePages): Share[] {
  const methods = service.operations.map(
    (operation) => parseEndpoint(operation.endpoints[0] ?? '')?.method ?? say('noEndpoint'),
  );
  return [...new Set(methods)].sort(byMethod).map((method) => ({
    label: method,
    count: methods.filter((other) => other === method).length,
    colour: METHOD_COLOURS[method] ?? 'c0',
  }));
}

/** Two bars, each a whole: actions by access level, APIs by method. */
export function sharesPicture(service: ServicePages): Element | undefined {
  const bars = [
    { head: say('byLevel'), shares: levelShares(service) },
    { head: say('byMethod'), shares: methodShares(service) },
  ].filter((bar) => bar.shares.length > 0);
  if (bars.length === 0) return undefined;
  return picture(
    'shares',
    { width: WIDTH, height: bars.length * BAR },
    say('sharesTitle', { service: service.name }),
    bars.map(sharesText).join(' '),
    ...bars.map((bar, index) => drawBar(bar.head, bar.shares, index * BAR)),
  );
}

function sharesText({ head, shares }: { readonly head: string; readonly shares: readonly Share[] }): string {
  const counts = shares.map(({ label, count }) => `${label} ${count}`);
  return say('sharesText', { head, shares: counts.join(', ') });
}

/** Reading is blue and writing orange, as `GET` and `PUT` are. */
const LEVEL_COLOURS: Readonly<Record<AccessLevel, string>> = {
  list: 'c4',
  read: 'c1',
  write: 'c2',
  tagging: 'c3',
  permission_management: 'c5',
};
const METHOD_COLOURS: Readonly<Record<string, string>> = {
  GET: 'c1',
  HEAD: 'c1',
  POST: 'c3',
  PUT: 'c2',
  PATCH: 'c4',
  DELETE: 'c5',
};
const METHOD_ORDER = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const WIDTH = 720;
const BAR = 84;

function drawBar(head: string, shares: readonly Share[], y: number): Element {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  let x = 0;
  let legend = 0;
  const drawn = shares.flatMap((share, index) => {
    const width = (share.count / total) * WIDTH;
    const gap = index < shares.length - 1 ? 2 : 0;
    const label = `${share.label} `;
    const parts = [
      svg('rect', { x, y: y + 24, width: Math.max(width - gap, 1), height: 18, className: share.colour }),
      svg('rect', { x: legend, y: y + 53, width: 10, height: 10, rx: 2, className: share.colour }),
      svg(
        'text',
        { x: legend + 16, y: y + 63 },
        label,
        svg('tspan', { className: 'number' }, String(share.count)),
      ),
    ];
    x += width;
    legend += 16 + (label.length + String(share.count).length) * CHARACTER + 14;
    return parts;
  });
  return svg('g', {}, svg('text', { x: 0, y: y + 14, className: 'head' }, head), ...drawn);
}

function byMethod(a: string, b: string): number {
  const rank = (method: string) =>
    METHOD_ORDER.includes(method) ? METHOD_ORDER.indexOf(method) : METHOD_ORDER.length;
  return rank(a) - rank(b) || byCodeUnit(a, b);
}
