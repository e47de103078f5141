/**
 * The section of the changelog that a release is announced with.
 * @throws Error where the tag is not that of the version, or the changelog does not have it.
 */
export function releaseNotes(changelog: string, version: string, tag: string): string {
  if (tag !== `v${version}`)
    throw new Error(
      `the tag is "${tag}", the version in package.json ${version}; tag the commit v${version}`,
    );
  const sections = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`${version} `) || text.startsWith(`${version}\n`));
  if (section === undefined)
    throw new Error(`CHANGELOG.md has no section "## ${version}"; rename "## Unreleased"`);
  const notes = section.slice(section.indexOf('\n')).trim();
  if (notes === '') throw new Error(`the section "## ${version}" of CHANGELOG.md is empty; say what is new`);
  return `${notes}\n`;
}
