import { DOCS_URL } from '../project.js';
import { actionPlace, fragment, operationPlace } from './places.js';
import type { Place } from './places.js';

/** Where the published reference explains an API operation; `operation` is its catalog id. */
export function operationUrl(cloud: string, operation: string): string {
  return url(operationPlace(cloud, operation));
}

/** Where the published reference explains an action, whatever the case it is written in. */
export function actionUrl(cloud: string, action: string): string {
  return url(actionPlace(cloud, action));
}

function url({ page, anchor }: Place): string {
  return `${DOCS_URL}/reference/${page}.md${anchor === undefined ? '' : fragment(anchor)}`;
}
