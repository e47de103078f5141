import type { Element } from 'hast';
import { byCode, neededActions } from '../cloud-facts.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { servicePrefix } from '../places.js';
import { picture, svg } from './svg.js';

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
  const flows = serviceFlows(service);
  if (flows.needs.length + flows.neededBy.length === 0) return undefined;
  const left = shown(flows.neededBy);
  const right = shown(flows.needs);
  const height = TOP + Math.max(left.length, right.length, 1) * ROW + 12;
  const middle = TOP + (height - TOP - 12) / 2;
  const most = Math.max(...[...left, ...right].map((flow) => flow.operations));
  const hubHeight = 40;
  return picture(
    'flows',
    { width: WIDTH, height },
    `${service.name}: who needs whom`,
    `${describe(`APIs of ${service.name} need actions of`, flows.needs)} ${describe(`Actions of ${service.name} are needed by APIs of`, flows.neededBy)}`,
    ...(left.length > 0
      ? [
          svg(
            'text',
            { x: EDGE, y: 18, className: 'head', textAnchor: 'end' },
            `APIs that need ${service.name}`,
          ),
        ]
      : []),
    ...(right.length > 0
      ? [svg('text', { x: WIDTH - EDGE, y: 18, className: 'head' }, `${service.name} APIs need`)]
      : []),
    ...left.map((flow, index) =>
      curve(
        { x: EDGE + 10, y: rowY(index, left.length, height) },
        { x: WIDTH / 2 - HUB / 2, y: middle },
        'flow-in',
        flow.operations / most,
      ),
    ),
    ...right.map((flow, index) =>
      curve(
        { x: WIDTH / 2 + HUB / 2, y: middle },
        { x: WIDTH - EDGE - 10, y: rowY(index, right.length, height) },
        'flow-out',
        flow.operations / most,
      ),
    ),
    svg('rect', {
      x: WIDTH / 2 - HUB / 2,
      y: middle - hubHeight / 2,
      width: HUB,
      height: hubHeight,
      rx: 6,
      className: 'hub',
    }),
    svg('text', { x: WIDTH / 2, y: middle + 5, textAnchor: 'middle', className: 'hub-text' }, service.name),
    ...left.map((flow, index) => label(flow, EDGE, rowY(index, left.length, height), 'end')),
    ...right.map((flow, index) => label(flow, WIDTH - EDGE, rowY(index, right.length, height), 'start')),
  );

  function label(flow: Flow, x: number, y: number, textAnchor: 'start' | 'end'): Element {
    const known = facts.services.has(flow.service);
    return svg(
      'text',
      { x, y: y + 4, textAnchor, className: known ? 'strong' : '' },
      flow.service,
      svg('tspan', { className: 'number', dx: 8 }, String(flow.operations)),
    );
  }
}

const WIDTH = 720;
const EDGE = 190;
const HUB = 120;
const TOP = 34;
const ROW = 24;
const MOST_ROWS = 16;

/** The longest flows; the rest is one row. */
function shown(flows: readonly Flow[]): Flow[] {
  if (flows.length <= MOST_ROWS) return [...flows];
  const rest = flows.slice(MOST_ROWS - 1);
  return [
    ...flows.slice(0, MOST_ROWS - 1),
    { service: `${rest.length} more`, operations: rest.reduce((sum, flow) => sum + flow.operations, 0) },
  ];
}

function rowY(index: number, rows: number, height: number): number {
  return TOP + (height - TOP - 12 - rows * ROW) / 2 + index * ROW + ROW / 2;
}

function curve(from: Point, to: Point, className: string, share: number): Element {
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map((value) => Math.round(value * 10) / 10) as [
    number,
    number,
    number,
    number,
  ];
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
    .sort((a, b) => b.operations - a.operations || byCode(a.service, b.service));
}

function describe(lead: string, flows: readonly Flow[]): string {
  return flows.length === 0
    ? `${lead} no other service.`
    : `${lead} ${flows.map((flow) => `${flow.service} (${flow.operations})`).join(', ')}.`;
}
