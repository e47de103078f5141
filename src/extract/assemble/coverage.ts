import { defined } from '../../defined.js';
import type { Coverage, PolicyVersion, ServiceCatalog, Source } from '../../catalog/model/model.js';

type Facts = Pick<ServiceCatalog, 'operations' | 'actions'>;

/** What the facts of a service rest on. */
export function coverageOf(service: Facts): Coverage {
  const said = statements(service);
  const pages = new Map(said.flatMap(({ sources }) => sources).map((source) => [source.page, source]));
  const dates = [...pages.values()].flatMap(({ updated }) => updated ?? []).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return defined({
    pages: pages.size,
    transcribed: [...pages.values()].filter(({ transcribed }) => transcribed).length,
    updated: from === undefined || to === undefined ? undefined : { from, to },
    partial: VERSIONS.filter((version) => said.some((one) => one.version === version && isFromCopies(one))),
  });
}

const VERSIONS: readonly PolicyVersion[] = ['1.1', '5.0'];

interface Statement {
  readonly version: PolicyVersion;
  readonly sources: readonly Source[];
}

/** A page that was read whole has all that it has; of what only copied rows tell, the page may tell more. */
function isFromCopies({ sources }: Statement): boolean {
  return sources.length > 0 && sources.every(({ transcribed }) => transcribed === true);
}

function statements({ operations, actions }: Facts): Statement[] {
  return [
    ...operations.flatMap(({ identity, sources }): Statement[] => {
      if (identity === undefined) return [{ version: '1.1', sources }];
      if (identity.sources.length === 0) return [{ version: '5.0', sources }];
      return [
        { version: '1.1', sources },
        { version: '5.0', sources: identity.sources },
      ];
    }),
    ...actions.flatMap(({ versions = ['1.1'], sources = [] }) =>
      versions.map((version): Statement => ({ version, sources })),
    ),
  ];
}
