import { coverageWords } from '../../../reference/coverage-words.js';
import { printable } from '../../../report/printable.js';
import { en } from '../../../wording/en/explain.js';
import { speaker } from '../../../wording/speaker.js';
import { fields, titleText } from '../answer-lines.js';
import type { Colors } from '../answer-lines.js';
import type { Found, ThingAnswer, ThingInCloud, WordsAnswer } from './explain-words.js';

const say = speaker('explain', en);

/** What holds the words, two lines each, and how to go on. */
export function wordsLines({ found, more }: WordsAnswer, colors: Colors): string[] {
  const [first] = found;
  return [
    ...found.flatMap((one) => foundLines(one, colors)),
    '',
    ...(more > 0 ? [`  ${say('andMore', { more })}`] : []),
    ...(first === undefined ? [] : [`  ${colors.dim(say('askByName', { name: printable(first.name) }))}`]),
  ];
}

function foundLines({ kind, name, title, clouds, endpoints, actions }: Found, colors: Colors): string[] {
  const where = clouds.length === 0 ? '' : `  ${colors.dim(clouds.map(printable).join(', '))}`;
  const titled = titleText(title);
  const [endpoint] = endpoints;
  const about = [
    ...(endpoint === undefined ? [] : [printable(endpoint)]),
    ...(actions.length === 0 ? [] : [say('needsActions', { actions: actions.map(printable) })]),
  ];
  return [
    '',
    `  ${colors.bold(printable(name))}${titled === '' ? '' : `  ${titled}`}  ${colors.cyan(say('foundKind', { kind }))}${where}`,
    ...about.map((line) => `    ${line}`),
  ];
}

/** A service, a condition key or a resource type; of a rule its page is shown instead. */
export function thingLines(answer: ThingAnswer, colors: Colors): string[] {
  const { global, clouds, kind } = answer;
  const everywhere =
    global === undefined
      ? []
      : [
          `  ${say('globalKey', {
            type: global.type,
            several: global.multiValued ? 'several' : 'one',
            versions: global.classic ? ['1.1', '5.0'] : ['5.0'],
          })}`,
        ];
  return [...everywhere, ...clouds.flatMap((cloud) => ['', ...cloudLines(kind, cloud, colors)])];
}

function cloudLines(kind: ThingAnswer['kind'], one: ThingInCloud, colors: Colors): string[] {
  const head = (text: string) => `${colors.cyan(printable(one.cloud))}  ${text}`;
  if (kind === 'service') {
    const title = titleText(one.title);
    const size = say('serviceSize', { operations: one.operations ?? 0, actions: one.actions.length });
    return [
      head([title, size].filter((part) => part !== '').join(' · ')),
      ...fields([[say('from'), one.coverage === undefined ? [] : coverageWords(one.coverage)]], colors),
    ];
  }
  const narrowed = say(kind === 'key' ? 'narrowedByKey' : 'narrowedToType', { actions: one.actions.length });
  return [
    head([...(one.type === undefined ? [] : [one.type]), narrowed].join(' · ')),
    ...fields(
      [
        ['URN', one.urn === undefined ? [] : [one.urn]],
        [say('actions'), one.actions],
      ],
      colors,
    ),
  ];
}
