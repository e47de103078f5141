import type { Element } from 'hast';
import { byCodeUnit } from '../../catalog/model/code-unit.js';
import { greatest } from '../../long-lists.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { neededActions } from '../cloud-facts.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { servicePrefix } from '../places.js';
import { picture, svg } from './svg.js';

const say = speaker('reference-pages', en);

/** Another service, and how many API operations stand between the two. */
export interface Flow {
  readonly service: string;
  readonly operations: number;
}

export interface Flows {
  /** Services whose actions this service's APIs need. */
  readonly needs: readonly Flow[];
  /** Services whose APIs need this service's actions. */
  readonly neededBy: readonly Flow[];
}

/** Who needs whom, around one service: the most operations first. */
export function serviceFlows(service: ServicePages): Flows {
  const needs = service.operations.flatMap((operation) => {
    const { own, dependencies } = neededActions(operation);
    return [...new Set([...own, ...dependencies].map(servicePrefix))];
  });
  const neededBy = new Set(
    service.actions.flatMap((action) => action.neededBy.map((need) => need.operation.id)),
  );
  return {
    needs: ranked(needs, service.name),
    neededBy: ranked(
      [...neededBy].map((id) => id.slice(0, id.indexOf('/'))),
      service.name,
    ),
  };
}

/** The picture of `serviceFlows`; undefined where the service stands alone. */
export function flowsPicture(facts: CloudFacts, service: ServicePages): Element | undefined {
  const { name } = service;
  const { needs, neededBy } = serviceFlows(service);
  if (needs.length + neededBy.length === 0) return undefined;
  const [left, right] = [shown(neededBy), shown(needs)];
  const height = TOP + Math.max(left.length, right.length, 1) * ROW + 12;
  const middle = TOP + (height - TOP - 12) / 2;
  const most = greatest([...left, ...right].map((flow) => flow.operations));
  const center = WIDTH / 2;
  const lefts = placed(left, EDGE, height);
  const rights = placed(right, WIDTH - EDGE, height);
  const isKnown = ({ service: other }: Flow): boolean => facts.services.has(other);
  return picture(
    'flows',
    { width: WIDTH, height },
    say('flowsTitle', { service: name }),
    [
      flowsText(say('needsActionsOf', { service: name }), needs),
      flowsText(say('neededByApisOf', { service: name }), neededBy),
    ].join(' '),
    ...headOf(left, EDGE, 'end', say('apisThatNeed', { service: name })),
    ...headOf(right, WIDTH - EDGE, 'start', say('apisNeed', { service: name })),
    ...lefts.map(({ x, y, flow }) =>
      curve({ x: x + 10, y }, { x: center - HUB / 2, y: middle }, 'flow-in', flow.operations / most),
    ),
    ...rights.map(({ x, y, flow }) =>
      curve({ x: center + HUB / 2, y: middle }, { x: x - 10, y }, 'flow-out', flow.operations / most),
    ),
    svg('rect', {
      x: center - HUB / 2,
      y: middle - HUB_HEIGHT / 2,
      width: HUB,
      height: HUB_HEIGHT,
      rx: 6,
      className: 'hub',
    }),
    svg('text', { x: center, y: middle + 5, textAnchor: 'middle', className: 'hub-text' }, name),
    ...lefts.map((row) => label(row, 'end', isKnown(row.flow))),
    ...rights.map((row) => label(row, 'start', isKnown(row.flow))),
  );
}

const WIDTH = 720;
const EDGE = 190;
const HUB = 120;
const HUB_HEIGHT = 40;
const TOP = 34;
const ROW = 24;
const MOST_ROWS = 16;

/** The longest flows; the rest is one row. */
function shown(flows: readonly Flow[]): Flow[] {
  if (flows.length <= MOST_ROWS) return [...flows];
  const rest = flows.slice(MOST_ROWS - 1);
  return [
    ...flows.slice(0, MOST_ROWS - 1),
    {
      service: say('more', { count: rest.length }),
      operations: rest.reduce((sum, flow) => sum + flow.operations, 0),
    },
  ];
}

/** A flow with the place of its name. */
interface Row extends Point {
  readonly flow: Flow;
}

function placed(flows: readonly Flow[], x: number, height: number): Row[] {
  const top = TOP + (height - TOP - 12 - flows.length * ROW) / 2;
  return flows.map((flow, index) => ({ flow, x, y: top + index * ROW + ROW / 2 }));
}

/** What stands above a side; nothing where the side is empty. */
function headOf(flows: readonly Flow[], x: number, textAnchor: 'start' | 'end', head: string): Element[] {
  if (flows.length === 0) return [];
  const start = { x, y: 18, className: 'head' };
  return [svg('text', textAnchor === 'start' ? start : { ...start, textAnchor }, head)];
}

function label({ flow, x, y }: Row, textAnchor: 'start' | 'end', isKnown: boolean): Element {
  return svg(
    'text',
    { x, y: y + 4, textAnchor, className: isKnown ? 'strong' : '' },
    flow.service,
    svg('tspan', { className: 'number', dx: 8 }, String(flow.operations)),
  );
}

function curve(from: Point, to: Point, className: string, share: number): Element {
  const [x1, y1] = [rounded(from.x), rounded(from.y)];
  const [x2, y2] = [rounded(to.x), rounded(to.y)];
  const bend = Math.round((x1 + x2) / 2);
  return svg('path', {
    d: `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`,
    className: `flow ${className}`,
    strokeWidth: 1 + 7 * Math.sqrt(share),
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function ranked(services: readonly string[], self: string): Flow[] {
  const counts = new Map<string, number>();
  for (const service of services) if (service !== self) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts]
    .map(([service, operations]) => ({ service, operations }))
    .sort((a, b) => b.operations - a.operations || byCodeUnit(a.service, b.service));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function flowsText(head: string, flows: readonly Flow[]): string {
  if (flows.length === 0) return say('flowsNone', { head });
  const services = flows.map(({ service, operations }) => say('flow', { service, count: operations }));
  return say('flowsText', { head, services: services.join(', ') });
}
