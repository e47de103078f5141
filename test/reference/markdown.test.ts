import type { Nodes } from 'mdast';
import { posix } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Action, Doubt, ServiceCatalog } from '../../src/catalog/model/model.js';
import { DOCS_URL } from '../../src/project.js';
import { actionUrl, operationUrl } from '../../src/reference/links.js';
import { printMarkdown } from '../../src/reference/markdown/print.js';
import { markdownReference } from '../../src/reference/markdown-reference.js';
import type { Output } from '../../src/reference/output.js';
import { createReference } from '../../src/reference/reference-facts.js';
import type { Reference } from '../../src/reference/reference-facts.js';
import { fixtureCatalogs, fixtureReference } from './fixture.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
let reference: Reference;
let files: Output;
let anchors: Map<string, ReadonlySet<string>>;

beforeAll(async () => {
  reference = await fixtureReference();
  files = markdownReference(reference);
  anchors = new Map(
    [...pages()].map(([path, text]) => [
      path,
      new Set([...text.matchAll(/<a id="([^"]*)"><\/a>/g)].map((match) => decode(match[1] ?? ''))),
    ]),
  );
});

describe('the Markdown reference', () => {
  it('says of an API what it needs, where, and from which row', () => {
    expect(file('huaweicloud/ecs/apis.md'))
      .toContain(`### <a id="delete-servers"></a>删除云服务器 · Deleting ECSs

\`POST /v1/{project_id}/cloudservers/delete\`

- **Needs** [\`ecs:cloudServers:delete\`](actions.md#ecs:cloudservers:delete)
- **Identity policies need** [\`ecs:cloudServers:delete\`](actions.md#ecs:cloudservers:delete)
- **Scope** project, enterprise project
- **Source** [table 1, row 2](https://github.com/huaweicloudDocs/ecs/blob/abcdef6789012345678901234567890123456789/cn.zh-cn/API%E5%8F%82%E8%80%83/%E7%94%9F%E5%91%BD%E5%91%A8%E6%9C%9F%E7%AE%A1%E7%90%86.md?plain=1#L14)
`);
  });

  it('tells what cases need besides, names operations that share an endpoint, and compares the clouds', () => {
    const apis = file('huaweicloud/ecs/apis.md');
    expect(apis).toContain(
      [
        '- **Needs** [`ecs:cloudServers:create`](actions.md#ecs:cloudservers:create)',
        '- **Depends on** [`evs:volumes:create`](../evs/actions.md#evs:volumes:create)',
        '- **In some cases also** Assigning a new EIP: [`vpc:publicIps:create`]',
      ].join('\n'),
    );
    expect(apis).toContain(
      '- **Same endpoint** [批量重启云服务器 · Restarting ECSs in a batch](#batch-reboot-servers)\n- **Open Telekom Cloud** [needs the same](../../opentelekomcloud/ecs/apis.md#stopping-ecss-in-a-batch)',
    );
    expect(apis).toContain('- **Operation** `ecs/batch-stop-servers`');
    expect(apis).toContain(
      '[needs other actions](../../opentelekomcloud/ecs/apis.md#querying-details-about-an-ecs)',
    );
    expect(apis).toContain('- Needs no permission');
    expect(apis).toContain('- The documentation names no action');
  });

  it('says of an action what it opens, alone or with what, and everything that narrows it', () => {
    const actions = file('huaweicloud/ecs/actions.md');
    expect(actions).toContain(
      '- **Access level** Write\n- **Alone opens**\n  - [删除云服务器 · Deleting ECSs](apis.md#delete-servers) `POST /v1/{project_id}/cloudservers/delete`\n- **Also called** `ecs:servers:delete`\n- **Resource types** `instance` (required), keys `g:EnterpriseProjectId`, `g:ResourceTag/<tag-key>`\n- **Condition keys** `ecs:SSHKeyPairName`',
    );
    expect(actions).toContain(
      '- **Together with** [`evs:volumes:get`](../evs/actions.md#evs:volumes:get), [`vpc:*:get*`](../vpc/actions.md#vpc:*:get*) **opens**',
    );
    expect(actions).toContain('- No API needs it: it opens functions of the console');
    expect(file('huaweicloud/vpc/actions.md')).toContain(
      '- **Dependency of**\n  - [查询云服务器详情 · Querying details about an ECS](../ecs/apis.md#show-server)',
    );
    expect(file('huaweicloud/vpc/actions.md')).toContain('- **Stands for** 1 known action\n');
  });

  it('leads from a former name to what replaced it', () => {
    expect(file('huaweicloud/ecs/actions.md')).toContain(
      '| <a id="ecs:servers:stop"></a>`ecs:servers:stop` | [`ecs:cloudServers:stop`](#ecs:cloudservers:stop) | 2021-03-01 |',
    );
  });

  it('makes a page of what is doubtful', () => {
    expect(file('huaweicloud/doubts.md')).toContain(
      '| [远程登录 · Remote login](ecs/apis.md#console-login) | A space inside the action was removed. | `ecs:servers: createConsole` |',
    );
    expect(file('opentelekomcloud/doubts.md')).toContain('Nothing is known to be doubtful.');
  });

  it('has a place for every kind of doubt there', () => {
    const kinds: readonly Doubt['kind'][] = ['transcribed', 'mismatch', 'conflict'];
    const catalog = catalogOf(kinds.map((kind) => ({ kind, confidence: 'likely', note: `It is ${kind}.` })));
    const doubts = markdownReference(createReference([catalog])).get('huaweicloud/doubts.md');
    expect(doubts?.match(/^## .*$/gm)).toEqual([
      '## <a id="kind:conflict"></a>Sources disagree',
      '## <a id="kind:mismatch"></a>Named differently elsewhere',
      '## <a id="kind:transcribed"></a>Copied from one page',
    ]);
    expect(doubts).toContain('and no other page that was read confirms it. 1 fact.\n');
  });

  it('links only to pages, anchors and pictures that exist', () => {
    const broken = [...pages()].flatMap(([path, text]) =>
      targets(text)
        .filter((url) => !exists(path, url))
        .map((url) => `${path}: ${url}`),
    );
    expect(broken).toEqual([]);
  });

  it('has a row for every finding to link to, whatever the case of the action', () => {
    for (const facts of reference.clouds) {
      for (const service of facts.services.values()) {
        for (const { id } of service.operations) expect(lands(operationUrl(facts.cloud, id)), id).toBe(true);
        for (const { name } of service.actions)
          expect(lands(actionUrl(facts.cloud, name.toUpperCase())), name).toBe(true);
        for (const { name } of service.former) expect(lands(actionUrl(facts.cloud, name)), name).toBe(true);
      }
    }
  });

  it('never has two anchors of the same name on a page', () => {
    for (const [path, text] of pages()) {
      const ids = [...text.matchAll(/<a id="([^"]*)">/g)].map((match) => match[1]);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('is what a second run writes, byte for byte, whatever the order of the catalogs', async () => {
    const catalogs = await fixtureCatalogs();
    const forwards = markdownReference(createReference(catalogs));
    expect(markdownReference(createReference(catalogs.toReversed()))).toEqual(forwards);
    expect([...markdownReference(createReference(catalogs)).keys()]).toEqual([...forwards.keys()]);
  });

  it('is Markdown that reads back as it was meant: writing what was read changes nothing', () => {
    for (const [path, text] of pages()) expect(printMarkdown(parser.parse(text)), path).toBe(text);
  });
});

describe('hostile text', () => {
  it('stays text: no markup but our anchors, no link but ours, no picture from elsewhere', () => {
    for (const [path, text] of pages()) {
      visit(parser.parse(text), (node) => {
        if (node.type === 'html') expect(node.value, path).toMatch(/^(<a id="[^"<>]*">|<\/a>|<!-- -->)$/);
        if (node.type === 'link')
          expect(node.url, path).toMatch(/^(https:\/\/github\.com\/huaweicloudDocs\/|[\w./~-]*(\.md)?(#|$))/);
        if (node.type === 'image') expect(node.url, path).toMatch(/^[a-z]+\.svg$/);
      });
    }
  });

  it('can be read in full, direction marks as their code points, line breaks as spaces', () => {
    const texts: string[] = [];
    visit(parser.parse(file('huaweicloud/hostile/apis.md')), (node) => {
      if (node.type === 'text' || node.type === 'inlineCode') texts.push(node.value);
    });
    const all = texts.join('');
    expect(all).toContain('<script>alert("title")</script> · a](javascript:alert(1)) [b');
    expect(all).toContain('GET /v1/{project_id}/`tick|pipe`/{a"onmouseover="x}');
    expect(all).toContain('左[U+202E]右 · line one # line two - line three');
    expect(all).toContain('*when* _it_ ~~is~~ ![x](http://example.com/x.png)');
    expect(all).toContain('&lt;b&gt; [^1]');
  });
});

function catalogOf(doubts: readonly Doubt[]): ServiceCatalog {
  const name = 'kms:keys:list';
  const action: Action = {
    name,
    aliases: [],
    resources: [],
    condition_keys: [],
    sources: [],
    scope: {},
    doubts,
  };
  return { schema: 1, cloud: 'huaweicloud', service: 'kms', operations: [], actions: [action] };
}

function* pages(): Generator<[string, string]> {
  for (const [path, text] of files) if (path.endsWith('.md')) yield [path, text];
}

function file(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no file ${path}`);
  return text;
}

function targets(text: string): string[] {
  const urls: string[] = [];
  visit(parser.parse(text), (node) => {
    if (node.type === 'link' || node.type === 'image') urls.push(node.url);
  });
  return urls;
}

function exists(from: string, url: string): boolean {
  if (url.startsWith('https:')) return true;
  const [path = '', fragment] = url.split('#');
  const target = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  return (
    files.has(target) &&
    (fragment === undefined || anchors.get(target)?.has(decodeURIComponent(fragment)) === true)
  );
}

function lands(url: string): boolean {
  const root = `${DOCS_URL}/reference/`;
  return url.startsWith(root) && exists('README.md', url.slice(root.length)) && url.includes('#');
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits)));
}
