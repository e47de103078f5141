import type { PhrasingContent } from 'mdast';
import type { Operation } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { accessLabel, accessOf } from '../access.js';
import { Citations } from '../citations.js';
import { neededActions } from '../cloud-facts.js';
import type { CloudFacts, ServicePages } from '../cloud-facts.js';
import { code, joined, linkTo, table, text, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionPlace, operationPlace, tablePage } from '../places.js';
import type { Reference } from '../reference-facts.js';
import { trail } from './trail.js';

const say = speaker('reference-pages', en);

/** One service as one table, a row for each action of each API: to be sorted and filtered by the site. */
export function tablePageOf(reference: Reference, facts: CloudFacts, service: ServicePages): Page {
  const path = tablePage(facts.cloud, service.name);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const head = [
    say('api'),
    say('endpoint'),
    say('action'),
    say('level'),
    say('resourceTypes'),
    say('conditionKeys'),
    say('source'),
  ];
  const rows = service.operations.flatMap((operation) => rowsOf({ facts, path, citations }, operation));
  return {
    path,
    title: say('tableOf', { service: service.name, cloud: facts.name }),
    tree: {
      type: 'root',
      children: [...trail(facts, service, path, 'table'), table(head, rows), ...citations.list()],
    },
  };
}

interface Context {
  readonly facts: CloudFacts;
  readonly path: string;
  readonly citations: Citations;
}

type Cell = Inline | readonly Inline[];

/** Own actions first, then those that it depends on; one row without an action where the operation names none. */
function rowsOf(context: Context, operation: Operation): Cell[][] {
  const { facts, path, citations } = context;
  const { own, dependencies } = neededActions(operation);
  const place = operationPlace(facts.cloud, operation.id);
  const api: Cell = linkTo(path, place, ...titleText(operation.title, operation.id));
  const endpoints: Cell = joined(operation.endpoints.map(code));
  const source: Cell = citations.cite(operation.sources);
  const actions = [...own, ...dependencies];
  if (actions.length === 0)
    return [
      [
        api,
        endpoints,
        say(operation.no_permission === true ? 'noneNeeded' : 'noneNamed'),
        '',
        '',
        '',
        source,
      ],
    ];
  return actions.map((action): Cell[] => [
    api,
    endpoints,
    own.includes(action)
      ? actionLink(context, action)
      : [...actionLink(context, action), ' ', text(say('dependencyMark'))],
    ...aboutAction(facts, action),
    source,
  ]);
}

function actionLink({ facts, path }: Context, action: string): PhrasingContent[] {
  return [linkTo(path, actionPlace(facts.cloud, action), code(action))];
}

/** Its level, what it can be narrowed to and by which keys. */
function aboutAction(facts: CloudFacts, name: string): Cell[] {
  const action = facts.actions.get(name.toLowerCase());
  if (action === undefined) return ['', '', ''];
  const access = accessOf(action);
  const resources = action.entry?.resources ?? [];
  const keys = [...(action.entry?.condition_keys ?? []), ...resources.flatMap((one) => one.condition_keys)];
  return [
    access === undefined ? '' : accessLabel(access),
    joined(resources.map(({ type }) => code(type))),
    joined([...new Set(keys)].map(code)),
  ];
}
