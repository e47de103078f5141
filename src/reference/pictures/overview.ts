import type { Element } from 'hast';
import { greatest } from '../../long-lists.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import type { CloudFacts } from '../cloud-facts.js';
import { CHARACTER, picture, svg } from './svg.js';

const say = speaker('reference-pages', en);

/** Every service of every cloud with its API operations as bars, the clouds beside each other. */
export function overviewPicture(clouds: readonly CloudFacts[]): Element | undefined {
  const services = servicesWithApis(clouds);
  if (services.length === 0) return undefined;
  const most = Math.max(
    1,
    greatest(clouds.flatMap((facts) => services.map((name) => operationsOf(facts, name)))),
  );
  const start = 24 + greatest(services.map((name) => name.length)) * CHARACTER;
  const column = (WIDTH - start) / clouds.length;
  const perOperation = (column - 60) / most;
  const rows = services.map((name, row) => {
    const y = TOP + row * ROW;
    const bars = clouds.flatMap((facts, index) =>
      bar(operationsOf(facts, name), perOperation, { x: start + index * column, y }, COLOURS[index % 2]),
    );
    return svg('g', {}, svg('text', { x: 0, y: y + BASELINE }, name), ...bars);
  });
  return picture(
    'overview',
    { width: WIDTH, height: TOP + services.length * ROW + 6 },
    say('overviewTitle'),
    clouds.map((facts) => countsText(facts, services)).join(' '),
    ...clouds.map((facts, index) =>
      svg('text', { x: start + index * column, y: 16, className: 'head' }, facts.name),
    ),
    ...rows,
  );
}

/** Services that have an API in any of the clouds, in the order of the alphabet. */
export function servicesWithApis(clouds: readonly CloudFacts[]): readonly string[] {
  const services = clouds.flatMap((facts) => [...facts.services.values()]);
  const named = services.filter(({ operations }) => operations.length > 0).map(({ name }) => name);
  return [...new Set(named)].sort();
}

const WIDTH = 720;
const TOP = 26;
const ROW = 20;
/** Of a row's text, from its top. */
const BASELINE = 12;
/** Classes of the bars of one cloud and the next. */
const COLOURS = ['c1', 'c2'] as const;

function operationsOf(facts: CloudFacts, service: string): number {
  return facts.services.get(service)?.operations.length ?? 0;
}

function countsText(facts: CloudFacts, services: readonly string[]): string {
  const counts = services.map((name) => `${name} ${operationsOf(facts, name)}`);
  return say('cloudCountsText', { cloud: facts.name, counts: counts.join(', ') });
}

function bar(
  count: number,
  perOperation: number,
  { x, y }: { readonly x: number; readonly y: number },
  className: string = COLOURS[0],
): Element[] {
  const number = { y: y + BASELINE, className: 'number' };
  if (count === 0) return [svg('text', { x, ...number }, '–')];
  const width = Math.max(count * perOperation, 1);
  return [
    svg('rect', { x, y: y + 2, width, height: ROW - 8, className }),
    svg('text', { x: x + width + 6, ...number }, String(count)),
  ];
}
