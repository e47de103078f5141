import type { Element } from 'hast';
import type { CloudFacts } from '../cloud-facts.js';
import { CHARACTER, picture, svg } from './svg.js';

/** Every service of every cloud with its API operations as bars, the clouds beside each other. */
export function overviewPicture(clouds: readonly CloudFacts[]): Element | undefined {
  const services = [
    ...new Set(
      clouds.flatMap((facts) =>
        [...facts.services.values()]
          .filter((service) => service.operations.length > 0)
          .map((service) => service.name),
      ),
    ),
  ].sort();
  const count = (facts: CloudFacts, name: string) => facts.services.get(name)?.operations.length ?? 0;
  const most = Math.max(1, ...clouds.flatMap((facts) => services.map((name) => count(facts, name))));
  if (services.length === 0) return undefined;
  const start = 24 + Math.max(...services.map((name) => name.length)) * CHARACTER;
  const column = (WIDTH - start) / clouds.length;
  const longest = column - 60;
  return picture(
    'overview',
    { width: WIDTH, height: TOP + services.length * ROW + 6 },
    'API operations by service and cloud',
    clouds
      .map((facts) => `${facts.name}: ${services.map((name) => `${name} ${count(facts, name)}`).join(', ')}.`)
      .join(' '),
    ...clouds.map((facts, index) =>
      svg('text', { x: start + index * column, y: 16, className: 'head' }, facts.name),
    ),
    ...services.map((name, row) =>
      svg(
        'g',
        {},
        svg('text', { x: 0, y: TOP + row * ROW + 12 }, name),
        ...clouds.flatMap((facts, index) => {
          const value = count(facts, name);
          const width = (value / most) * longest;
          const x = start + index * column;
          return value === 0
            ? [svg('text', { x, y: TOP + row * ROW + 12, className: 'number' }, '–')]
            : [
                svg('rect', {
                  x,
                  y: TOP + row * ROW + 2,
                  width: Math.max(width, 1),
                  height: ROW - 8,
                  className: index % 2 === 0 ? 'c1' : 'c2',
                }),
                svg(
                  'text',
                  { x: x + Math.max(width, 1) + 6, y: TOP + row * ROW + 12, className: 'number' },
                  String(value),
                ),
              ];
        }),
      ),
    ),
  );
}

const WIDTH = 720;
const TOP = 26;
const ROW = 20;
