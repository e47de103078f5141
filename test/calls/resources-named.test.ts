import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../src/commands/calls/calls-entries.js';
import { findInCode } from '../../src/calls/code/find-in-code.js';
import { sdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import { text } from '../text.js';
import { catalogOf } from './catalog.js';

async function aboutIn(path: string, source: string): Promise<(readonly string[] | undefined)[]> {
  const { found } = await findInCode(path, source, sdkFacts());
  return found.map(({ resources }) => resources);
}

const PANTRY = ['obs:*:*:bucket:pantry', 'obs:*:*:object:pantry/*'];

describe('what the arguments of a call name', () => {
  it.each([
    [
      'a.py',
      text`
        from obs import ObsClient
        NAME = "pantry"
        store = ObsClient(server="https://obs.eu-de.otc.t-systems.com")
        store.getObject("pantry", "jam")
        store.getObject(bucketName=NAME, objectKey="jam")
        store.getObject(name_of_today(), "jam")
        store.copyObject("pantry", "jam", "cellar", "jam")
        store.listBuckets()
      `,
      [PANTRY, PANTRY, undefined, undefined, undefined],
    ],
    [
      'a.js',
      text`
        const ObsClient = require('esdk-obs-nodejs');
        const store = new ObsClient({ server });
        store.getObject({ Bucket: 'pantry', Key: key });
        store.getObject({ Bucket: process.env.BUCKET, Key: key });
      `,
      [PANTRY, undefined],
    ],
    [
      'A.java',
      text`
        import com.obs.services.ObsClient;
        import com.obs.services.model.GetObjectRequest;
        class A { void run(ObsClient store) {
          store.getObject("pantry", "jam");
          store.getObject(new GetObjectRequest("pantry", "jam"));
        } }
      `,
      [PANTRY, PANTRY],
    ],
    [
      'b.py',
      text`
        from huaweicloudsdksmn.v2 import *
        client = SmnClient.new_builder().build()
        client.publish_message(PublishMessageRequest(topic_urn="urn:smn:eu-de:0123:alarms", body=body))
      `,
      [['smn:*:*:topic:alarms']],
    ],
    [
      'c.py',
      text`
        from huaweicloudsdkfunctiongraph.v2 import *
        client = FunctionGraphClient.new_builder().build()
        client.invoke_function(InvokeFunctionRequest(function_urn="urn:fss:eu-de:0123:function:default:resize:latest"))
      `,
      [['functiongraph:*:*:function:default/resize']],
    ],
  ])('is read in %s', async (path, source, about) => {
    expect(await aboutIn(path, source)).toEqual(about);
  });
});

describe('an entry for several places', () => {
  const catalog = catalogOf([
    { id: 'obs/get-object', endpoints: ['GET /{bucket}/{object}'], actions: ['obs:object:GetObject'] },
  ]);
  const found = (...names: (string | undefined)[]) =>
    names.map((name, index) => ({
      api: 'obs/get-object',
      operation: undefined,
      possible: false,
      origin: { file: 'a.py', line: index + 1, confidence: 'certain' as const },
      resources: name === undefined ? undefined : [`obs:*:*:bucket:${name}`, `obs:*:*:object:${name}/*`],
    }));

  it('is about all that they name, as far as an action of the operation can be', () => {
    const [entry] = entriesOf(found('pantry', 'cellar'), catalog);
    expect(entry?.resources).toEqual(['obs:*:*:object:cellar/*', 'obs:*:*:object:pantry/*']);
  });

  it('may be about anything where one of them does not tell', () => {
    const [entry] = entriesOf(found('pantry', undefined), catalog);
    expect(entry?.resources).toBeUndefined();
  });
});
