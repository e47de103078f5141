import { expect, it } from 'vitest';
import { policyUnits } from '../../../src/commands/check/policy-units.js';

it('policies of other clouds and of topics are no unit: no call of ours could need them', async () => {
  const statement = { Effect: 'Allow', Action: ['sns:Publish'], Resource: 'arn:aws:sns:us-east-1:1:t' };
  const topic = { Version: '2008-10-17', Statement: [{ ...statement, Principal: { AWS: '*' } }] };
  const own = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['ecs:cloudServers:list'] }] };
  const units = await policyUnits(
    [
      { path: 'topic.json', text: JSON.stringify({ data: { Policy: JSON.stringify(topic) } }) },
      { path: 'aws.json', text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) },
      { path: 'app.json', text: JSON.stringify(own) },
    ],
    [],
  );
  expect(units.map(({ name }) => name)).toEqual(['app.json']);
});
