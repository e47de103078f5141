import { z } from 'zod';

/**
 * The JSON Schema of a manifest, for editors and other tools. `manifest.ts` reads the same shape by hand, as a schema
 * library costs more to load than a manifest to lint; a test holds the two together.
 */
export function manifestJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(manifestSchema, { target: 'draft-2020-12', io: 'input' });
}

const api = z
  .string()
  .min(1)
  .meta({
    title: 'API',
    description:
      'Method and path of the API, or the name of an operation. ' +
      'Parameter names carry no meaning, and a path with values in their place is understood.',
    examples: ['GET /v1/{project_id}/cloudservers/detail', 'POST /v1/{project_id}/cloudservers/action'],
  });

const operation = z
  .string()
  .min(1)
  .meta({
    title: 'Operation',
    description: 'Catalog id or title of the operation; needed where one endpoint is several operations.',
    examples: ['ecs/batch-stop-servers', '批量关闭云服务器'],
  });

const possible = z.boolean().meta({
  title: 'Possible',
  description: 'The call may happen, it need not: what it needs is only possibly missing, and never excess.',
  default: false,
});

const origin = z.union([
  z
    .string()
    .min(1)
    .meta({ title: 'File and line', examples: ['src/app.ts:12'] }),
  z
    .strictObject({
      file: z
        .string()
        .min(1)
        .meta({ description: 'The source file.', examples: ['src/app.ts'] }),
      line: z.int().min(1).meta({ description: 'Its line, counted from 1.' }).optional(),
      confidence: z
        .enum(['certain', 'likely', 'doubtful'])
        .meta({ description: 'How sure it is that the call stands there.' })
        .optional(),
      observed: z
        .boolean()
        .meta({ description: 'It is the record of a trace or of a log, and no line that somebody wrote.' })
        .optional(),
    })
    .meta({ title: 'File, line and confidence' }),
]);

const urn = z
  .string()
  .regex(/^(?:\*|\/iam\/agencies\/\S+|[^\s:]+:[^\s:]*:[^\s:]*:[^\s:]+:\S(?:.*\S)?)$/)
  .meta({
    title: 'URN',
    description: 'service:region:account:type:path; "*" stands for any text.',
    examples: ['obs:*:*:object:reports/*'],
  });

const resource = z.union([
  urn,
  z
    .strictObject({
      urn,
      confidence: z
        .enum(['certain', 'likely', 'doubtful'])
        .meta({ description: 'How sure it is that the call is about it: "likely" where a scan read it.' })
        .optional(),
    })
    .meta({ title: 'Resource and confidence' }),
]);

const contextValue = z.union([z.string().min(1), z.number(), z.boolean()]);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const entryFields = {
  service: z
    .string()
    .min(1)
    .meta({
      title: 'Service',
      description: 'The service that is asked: services share paths on hosts of their own.',
      examples: ['obs'],
    })
    .optional(),
  when: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .meta({
      title: 'When',
      description:
        "In which case the operation is called, by the documentation's words for it, or a list of these: what the case " +
        'needs is then needed. Left out: what every case needs.',
      examples: ['Using an Existing EIP', ['Using an Existing EIP', 'Assigning a New EIP']],
    })
    .optional(),
  resource: z
    .union([resource, z.array(resource).min(1)])
    .meta({
      title: 'Resource',
      description:
        'What the call is about, one resource or several: the verdict is then given for requests on these. It holds for those ' +
        'actions of the call that can be about such a resource. Left out: any.',
      examples: ['obs:*:*:object:reports/*', ['obs:*:*:bucket:reports', 'obs:*:*:object:reports/*']],
    })
    .optional(),
  context: z
    .record(z.string().regex(/^[^\s:]+:[^\s:]\S*$/), z.union([contextValue, z.array(contextValue).min(1)]))
    .meta({
      title: 'Context',
      description:
        'What is known of the requests, by condition key: one of several values, or all of them where the key holds several ' +
        'at once. Of "10.0.0.0/8", any address of it. Of a key that is left out nothing is known.',
      examples: [{ 'g:SourceIp': '10.0.0.0/8', 'obs:prefix': 'inbox/' }],
    })
    .optional(),
  possible: possible.optional(),
  seen: z
    .strictObject({
      count: z.int().min(1).meta({ description: 'How many records show the call.' }),
      last: day.meta({ description: 'The day of the last one, in UTC.' }).optional(),
    })
    .meta({
      title: 'Seen',
      description: 'What traces and logs show of the call.',
      examples: [{ count: 12, last: '2026-10-31' }],
    })
    .optional(),
  from: z
    .array(origin)
    .meta({ title: 'From', description: 'Where the call was found.', examples: [['src/app.ts:12']] })
    .optional(),
};

const entry = z.union([
  api,
  z
    .strictObject({ api, operation: operation.optional(), ...entryFields })
    .meta({ title: 'A call by its API' }),
  z.strictObject({ operation, ...entryFields }).meta({ title: 'A call by its operation' }),
]);

const manifestSchema = z
  .strictObject({
    policies: z
      .array(
        z.string().min(1).meta({
          title: 'Policy',
          description:
            'Path relative to the manifest; "#address" behind it names one policy of a file that holds several.',
        }),
      )
      .min(1)
      .meta({
        title: 'Policies',
        description: 'The policies that together must cover the calls. Left out: the file of the same name.',
        examples: [['app.json', 'main.tf#huaweicloud_identity_role.ops']],
      })
      .optional(),
    boundaries: z
      .array(
        z
          .string()
          .min(1)
          .meta({
            title: 'Boundary',
            description:
              'Path relative to the manifest of a policy of Version 5.0; "#address" behind it names one policy of a file that ' +
              'holds several.',
          }),
      )
      .min(1)
      .meta({
        title: 'Boundaries',
        description:
          'What limits the policies, such as service control policies: each of them must allow what the calls need. ' +
          'One that only denies lets everything else through. They grant nothing.',
        examples: [['scp.json', 'organization.tf#huaweicloud_organizations_policy.base']],
      })
      .optional(),
    cloud: z
      .string()
      .regex(/^[a-z][a-z0-9_-]*$/)
      .meta({
        title: 'Cloud',
        description: 'The cloud whose catalog applies.',
        examples: ['huaweicloud', 'opentelekomcloud'],
      })
      .optional(),
    possible: possible
      .meta({ description: 'All calls of this manifest may happen, none need: an upper bound.' })
      .optional(),
    observed: z
      .array(
        z.strictObject({
          by: z.enum(['traces', 'logs']).meta({
            description: 'What shows calls: traces show what changes something, logs also what only reads.',
          }),
          from: day.meta({ description: 'The day of the first record, in UTC.' }),
          to: day.meta({ description: 'The day of the last record, in UTC.' }),
          unplaced: z
            .int()
            .min(0)
            .meta({ description: 'How many records could not be placed.', default: 0 })
            .optional(),
        }),
      )
      .meta({
        title: 'Observed',
        description: 'What the traces and logs span that "seen" comes from.',
        examples: [[{ by: 'traces', from: '2026-08-01', to: '2026-10-31' }]],
      })
      .optional(),
    unread: z
      .array(
        z.strictObject({
          client: z
            .string()
            .min(1)
            .meta({
              description: 'Whose calls they are.',
              examples: ['gophertelekomcloud'],
            }),
          service: z
            .string()
            .min(1)
            .meta({
              description: 'The service that they may use; left out where any may be meant.',
              examples: ['rds'],
            })
            .optional(),
          files: z
            .array(z.string().min(1))
            .meta({ description: 'Where they were seen.', examples: [['src/app.go:12']] })
            .optional(),
          listed: z
            .boolean()
            .meta({ description: 'They are listed under "apis" by hand.', default: false })
            .optional(),
        }),
      )
      .meta({
        title: 'Unread',
        description:
          'Calls that were recognised and not read: what they may need is never excess. List them under "apis" by hand, then say "listed: true".',
        examples: [[{ client: 'gophertelekomcloud', service: 'rds', files: ['src/app.go:12'] }]],
      })
      .optional(),
    apis: z
      .array(entry)
      .min(1)
      .meta({
        title: 'APIs',
        description: 'The API operations that the application calls.',
        examples: [
          [
            'GET /v1/{project_id}/cloudservers/detail',
            { api: 'POST /v1/{project_id}/cloudservers/action', operation: 'ecs/batch-stop-servers' },
          ],
        ],
      })
      .optional(),
  })
  .meta({
    title: 'lint-policies manifest',
    anyOf: [
      { properties: { apis: {} }, required: ['apis'] },
      { properties: { unread: {} }, required: ['unread'] },
    ],
    description:
      'The API operations that an application calls, and the policies that must cover them (*.apis.yaml).',
  });
