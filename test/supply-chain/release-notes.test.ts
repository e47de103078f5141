import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../scripts/supply-chain/release-notes.js';
import { text } from '../text.js';

const changelog = text`
  # Changelog

  ## Unreleased

  ## 1.2.0 – 2026-12-01

  ### Added

  - A thing.

  ## 1.1.0

  - Another.
`;

describe('what a release is announced with', () => {
  it('is its section of the changelog', () => {
    expect(releaseNotes(changelog, '1.2.0', 'v1.2.0')).toBe('### Added\n\n- A thing.\n');
    expect(releaseNotes(changelog, '1.1.0', 'v1.1.0')).toBe('- Another.\n');
  });

  it.each([
    [
      'the tag is of another version',
      '1.2.0',
      'v1.1.0',
      'the tag is "v1.1.0", the version in package.json 1.2.0; tag the commit v1.2.0',
    ],
    ['the tag has no v', '1.2.0', '1.2.0', 'the tag is "1.2.0"'],
    [
      'the changelog has a longer version only',
      '1.2',
      'v1.2',
      'CHANGELOG.md has no section "## 1.2"; rename "## Unreleased"',
    ],
    ['the section is empty', 'Unreleased', 'vUnreleased', 'is empty; say what is new'],
  ])('is refused where %s', (_, version, tag, message) => {
    expect(() => releaseNotes(changelog, version, tag)).toThrow(message);
  });
});
