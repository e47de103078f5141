import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/calls/manifest/manifest.js';
import { readPlainManifest } from '../../../src/calls/manifest/plain-manifest.js';
import { text as written } from '../../text.js';

const FILE = 'shop/app.apis.yaml';

/** A key that says nothing new, and that only the YAML parser reads. */
function throughYaml(text: string) {
  return parseManifest(`${text}\npossible: false\n`, FILE);
}

describe('a manifest of the plain shape', () => {
  it('is read without the YAML parser, with the place of each call', () => {
    const manifest = readPlainManifest(
      '# what the shop calls\ncloud: huaweicloud\n\napis:\n  - GET /v1/{project_id}/servers\n  # to stop\n  - POST /v1/{project_id}/servers/action',
      FILE,
    );
    expect(manifest).toMatchObject({
      cloud: 'huaweicloud',
      policies: [],
      calls: [
        { api: 'GET /v1/{project_id}/servers' },
        { api: 'POST /v1/{project_id}/servers/action', possible: false },
      ],
    });
    expect(manifest?.calls[0]?.span).toEqual({
      start: { line: 5, column: 5, offset: 52 },
      end: { line: 5, column: 33, offset: 80 },
    });
  });

  it.each([
    [
      'a quoted call',
      written`
        apis:
          - "GET /v1/a"
      `,
    ],
    [
      'an operation',
      written`
        apis:
          - operation: ecs/list-servers
      `,
    ],
    [
      'a comment behind a call',
      written`
        apis:
          - GET /v1/a # why
      `,
    ],
    [
      'a line that goes on with the one before',
      written`
        apis:
        - GET /v1/a
          - GET /v1/b
      `,
    ],
    [
      'a key of a mapping',
      written`
        apis:
          - GET /v1/a:
      `,
    ],
    ['a list on one line', 'apis: [GET /v1/a]\n'],
    [
      'policies',
      written`
        policies: [a.json]
        apis:
          - GET /v1/a
      `,
    ],
    [
      'a key behind the calls',
      written`
        apis:
          - GET /v1/a
        cloud: huaweicloud
      `,
    ],
    [
      'a second cloud',
      written`
        cloud: a
        cloud: b
        apis:
          - GET /v1/a
      `,
    ],
    [
      'a cloud that is no text',
      written`
        cloud: true
        apis:
          - GET /v1/a
      `,
    ],
    [
      'a method that there is not',
      written`
        apis:
          - FETCH /v1/a
      `,
    ],
    ['no calls', 'apis:\n'],
    ['nothing', ''],
  ])('does not go so far as %s', (_, text) => {
    expect(readPlainManifest(text, FILE)).toBeUndefined();
  });

  it('leaves a call that stands twice to the YAML parser, which complains', () => {
    expect(
      parseManifest(
        written`
          apis:
            - GET /v1/{a}
            - GET /v1/{b}
        `,
        FILE,
      ).problems,
    ).toHaveLength(1);
  });

  it('is what the YAML parser makes of the same text, or is left to it', () => {
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(
            fc.constantFrom('  - ', '- ', '    - ', ' -  '),
            fc.constantFrom('GET /v1/', 'POST /', 'get /', 'GET ', ''),
            fc.stringMatching(/^[ab/{}.?=&%~*$@+\-:#,[\]"'! \t|>]{0,12}$/),
          )
          .map((parts) => parts.join('')),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(
            fc.constantFrom('  - ', '- '),
            fc.constantFrom('GET /v1/{id}', 'GET /v1/a', 'DELETE /v2/{id}/b.c', 'PUT /v3/x?y=z'),
          )
          .map((parts) => parts.join('')),
      },
      fc.constantFrom(
        'cloud: huaweicloud',
        'cloud: null',
        'cloud:',
        'apis:',
        '# comment',
        '  # comment',
        '',
        ' ',
        '---',
        '...',
        '\t',
        '\r',
        'apis: []',
        'policies: [a.json]',
      ),
    );
    const text = fc
      .tuple(
        fc.constantFrom('apis:', 'cloud: huaweicloud\napis:', '# c\n\napis:', ''),
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('', '\n'),
      )
      .map(([start, lines, end]) => [start, ...lines].join('\n') + end);
    let plain = 0;
    fc.assert(
      fc.property(text, (source) => {
        const manifest = readPlainManifest(source, FILE);
        if (manifest === undefined) return;
        plain += 1;
        // Whether a call stands twice is asked of both readings in the same way, and elsewhere.
        const reading = throughYaml(source);
        if (reading.problems.some(({ message }) => message.includes('twice'))) return;
        expect(reading).toEqual({ manifest, problems: [] });
      }),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(20);
  });
});
