import { z } from 'zod';

/** What `npm audit --json` prints: advisories by package, or why there was no answer. */
const reportSchema = z.union([
  z.object({
    vulnerabilities: z.record(
      z.string(),
      z.object({
        severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
        via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
      }),
    ),
  }),
  z.object({ message: z.string() }),
  z.object({ error: z.object({ summary: z.string() }) }),
]);

export interface Audit {
  /** Advisories that the package must not be published with: of what is in it, and grave ones of what builds it. */
  readonly grave: readonly string[];
  /** The others, to be looked at. */
  readonly slight: readonly string[];
  /** Why the registry said nothing; undefined where it answered. */
  readonly silence: string | undefined;
}

/**
 * Judges the JSON of `npm audit` over all that is installed.
 * @param shipped names of the packages that are bundled: an advisory of one of them counts whatever its severity.
 * @throws z.ZodError where it is neither a report nor an error of npm's.
 */
export function judgeAudit(json: string, shipped: ReadonlySet<string>): Audit {
  const report = reportSchema.parse(JSON.parse(json));
  if ('message' in report) return { grave: [], slight: [], silence: report.message };
  if ('error' in report) return { grave: [], slight: [], silence: report.error.summary };
  const grave: string[] = [];
  const slight: string[] = [];
  for (const [name, { severity, via }] of Object.entries(report.vulnerabilities)) {
    const inPackage = shipped.has(name);
    const reasons = via
      .map((cause) => (typeof cause === 'string' ? `by ${cause}` : `${cause.title}, ${cause.url}`))
      .join('; ');
    (inPackage || severity === 'high' || severity === 'critical' ? grave : slight).push(
      `${name} (${severity}, ${inPackage ? 'in the package' : 'builds and tests it'}): ${reasons}`,
    );
  }
  return { grave, slight, silence: undefined };
}

/** Names of the packages whose licences stand in `dist/third-party-licenses.txt`. */
export function bundledPackages(licenses: string): ReadonlySet<string> {
  return new Set(
    [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d+\.\d+\S* \(.*\)$/gm)].map(
      ([, name = '']) => name,
    ),
  );
}
