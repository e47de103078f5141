import { z } from 'zod';

/**
 * The JSON Schema of a file of expectations, for editors and other tools. `read-expectations.ts` reads the same shape by hand, as
 * it names places and near words; a test holds the two together.
 */
export function expectationJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(expectations, { target: 'draft-2020-12', io: 'input' });
}

const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1)]);

const action = z
  .string()
  .min(1)
  .meta({
    title: 'Action',
    description: 'An action or a pattern of actions, as a policy names them.',
    examples: ['iam:*:*', 'ecs:cloudServers:list'],
  });

const resource = z
  .string()
  .min(1)
  .meta({
    title: 'Resource',
    description: 'A resource or a pattern of resources: service:region:account:type:path.',
    examples: ['obs:*:*:object:secrets/*'],
  });

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const requests = z
  .union([
    action,
    z
      .strictObject({
        action: oneOrMore(action),
        resource: oneOrMore(resource).meta({ description: 'Left out: every resource.' }).optional(),
        condition: z
          .record(z.string(), z.record(z.string(), oneOrMore(scalar)))
          .meta({
            title: 'Condition',
            description:
              'Operators with keys and values, as in the Condition of a policy: what the requests fulfil.',
            examples: [{ NotIpAddress: { 'g:SourceIp': ['10.0.0.0/8'] } }],
          })
          .optional(),
        context: z
          .record(z.string(), z.union([z.null(), oneOrMore(scalar)]))
          .meta({
            title: 'Context',
            description:
              'What the requests have under a condition key: one of the values; addresses may be ranges, texts may have ' +
              'wildcards, null stands for a key that is not there.',
            examples: [{ 'g:SourceIp': '10.0.0.0/8', 'g:MFAPresent': false }],
          })
          .optional(),
      })
      .meta({ title: 'Requests' }),
  ])
  .meta({ title: 'Requests', description: 'An action, or requests told by more than their action.' });

const reference = z
  .string()
  .min(1)
  .meta({
    title: 'Policy',
    description:
      'Path relative to this file; "#address" behind it names one policy of a file that holds several.',
    examples: ['boundary.json', 'main.tf#huaweicloud_identity_role.ops'],
  });

const expectations = z
  .strictObject({
    policies: z
      .union([
        z.literal('everything'),
        oneOrMore(
          z.string().min(1).meta({
            title: 'Policies',
            description:
              'Path or glob relative to this file; "!" before it leaves out again; "#address" behind it names one policy.',
          }),
        ),
      ])
      .meta({
        title: 'Policies',
        description:
          'The policies that are meant. Left out, or "everything": all in the folder of this file and below it.',
        examples: [['app.json', 'teams/**/*.json', '!teams/old/**']],
      })
      .optional(),
    together: z
      .boolean()
      .meta({
        title: 'Together',
        description:
          'The policies act together, as those of one identity do: what one of them denies, none allows. Else each is judged by itself.',
        default: false,
      })
      .optional(),
    cloud: z
      .string()
      .regex(/^[a-z][a-z0-9_-]*$/)
      .meta({
        title: 'Cloud',
        description: 'The cloud whose catalog names the actions.',
        examples: ['huaweicloud', 'opentelekomcloud'],
      })
      .optional(),
    never: oneOrMore(requests)
      .meta({
        title: 'Never',
        description: 'Requests of which none may be allowed.',
        examples: [['iam:*:*', { action: 'obs:object:*', resource: 'obs:*:*:object:secrets/*' }]],
      })
      .optional(),
    always: oneOrMore(requests)
      .meta({
        title: 'Always',
        description: 'Requests of which every one must be allowed.',
        examples: [['ecs:cloudServers:list']],
      })
      .optional(),
    'at-most': oneOrMore(reference)
      .meta({ title: 'At most', description: 'Nothing may be allowed that this policy does not allow.' })
      .optional(),
    'same-as': oneOrMore(reference)
      .meta({ title: 'Same as', description: 'Exactly what this policy allows must be allowed.' })
      .optional(),
  })
  .meta({
    title: 'lint-policies expectations',
    description: 'What policies must never, or must always, allow (*.expect.yaml).',
    anyOf: ['never', 'always', 'at-most', 'same-as'].map((key) => ({
      properties: { [key]: {} },
      required: [key],
    })),
  });
