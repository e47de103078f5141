/**
 * Names of the places of the reference: which page a thing stands on, and its anchor there. Pure and without imports,
 * so that findings, pages and the browser agree. A page is named by its path without extension, `/` as separator;
 * a folder's own page is called `README` (`index.html` on the site).
 */
export interface Place {
  readonly page: string;
  readonly anchor?: string;
}

/** The page of a cloud: its services with counts. */
export function cloudPage(cloud: string): string {
  return `${segment(cloud)}/README`;
}

/** A service's own page: counts, pictures, who needs whom. */
export function servicePage(cloud: string, service: string): string {
  return `${segment(cloud)}/${segment(service)}/README`;
}

export function apisPage(cloud: string, service: string): string {
  return `${segment(cloud)}/${segment(service)}/apis`;
}

export function actionsPage(cloud: string, service: string): string {
  return `${segment(cloud)}/${segment(service)}/actions`;
}

/** A service as one table; a page of the site alone. */
export function tablePage(cloud: string, service: string): string {
  return `${segment(cloud)}/${segment(service)}/table`;
}

export function doubtsPage(cloud: string): string {
  return `${segment(cloud)}/doubts`;
}

/** Both clouds side by side, for the endpoints of a service. */
export function comparePage(service: string): string {
  return `compare/${segment(service)}`;
}

/** `ecs/batch-stop-servers` stands on the APIs page of `ecs`. */
export function operationPlace(cloud: string, operation: string): Place {
  const slash = operation.indexOf('/');
  const service = slash < 0 ? operation : operation.slice(0, slash);
  return { page: apisPage(cloud, service), anchor: operationAnchor(operation) };
}

/** `ecs:cloudServers:stop` stands on the actions page of `ecs`, whichever service's API needs it. */
export function actionPlace(cloud: string, action: string): Place {
  return { page: actionsPage(cloud, servicePrefix(action)), anchor: actionAnchor(action) };
}

/** The part of an operation's id behind its service, safe in a fragment. */
export function operationAnchor(operation: string): string {
  return anchor(operation.slice(operation.indexOf('/') + 1));
}

/** The action in lower case, as case carries no meaning; colons stay, so that a link can be read. */
export function actionAnchor(action: string): string {
  return anchor(action.toLowerCase());
}

/** `FunctionGraph:function:list` belongs to `functiongraph`. */
export function servicePrefix(action: string): string {
  const colon = action.indexOf(':');
  return (colon < 0 ? action : action.slice(0, colon)).toLowerCase();
}

/** The anchor of a group of entries on a page; the colon keeps it apart from the entries'. */
export function groupAnchor(group: string): string {
  return `group:${anchor(group)}`;
}

/** The row of an endpoint, by its key, on the page that compares the clouds. */
export function endpointAnchor(key: string): string {
  return anchor(key.replace(' ', ':'));
}

/** `#` and the anchor as it stands in a URL. */
export function fragment(anchor: string): string {
  return `#${encodeURIComponent(anchor).replaceAll('%3A', ':')}`;
}

/** A relative link between two pages of the Markdown reference; the site turns `.md` into `.html`. */
export function href(from: string, to: Place): string {
  const anchorPart = to.anchor === undefined ? '' : fragment(to.anchor);
  if (from === to.page && anchorPart !== '') return anchorPart;
  const here = from.split('/').slice(0, -1);
  const there = to.page.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  const path = [...here.slice(same).map(() => '..'), ...there.slice(same)].map(encodeURIComponent).join('/');
  return `${path}.md${anchorPart}`;
}

/** Letters, digits and `_ : . * -` stay; anything else is written `~` and its code point, so that no two names meet. */
function anchor(name: string): string {
  return name.replace(
    /[^\p{L}\p{N}_:.*-]/gu,
    (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`,
  );
}

/** A folder or file name: ASCII only, and never `.` or `..`. */
function segment(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9_-]/gu, (character) => `~${(character.codePointAt(0) ?? 0).toString(16)}`) || '~'
  );
}
