/** What a page is to say of an action. */
export interface ActionFact {
  readonly name: string;
  readonly level: string;
  readonly types: readonly {
    readonly type: string;
    readonly required: boolean;
    readonly keys: readonly string[];
  }[];
  /** Keys beside no resource type. */
  readonly ownKeys: readonly string[];
  readonly aliases: readonly string[];
}

export interface ApiFact {
  readonly title: string;
  readonly endpoint: string;
  readonly actions: readonly string[];
  readonly dependencies: readonly string[];
}

export interface Facts {
  readonly actions: readonly ActionFact[];
  readonly apis: readonly ApiFact[];
}

export interface Style {
  readonly language: 'zh' | 'en';
  readonly syntax: 'html' | 'markdown';
  /** How `<` and `>` are written: `&lt;`, `\<`, as they are, `&amp;lt;`. */
  readonly escaping: 'entity' | 'backslash' | 'none' | 'twice';
  /** Cells that rows share are merged (HTML), or left blank but for the first (Markdown). */
  readonly merged: boolean;
  readonly order: readonly number[];
}

export const shapes = [
  'the page of one API',
  'the page of several APIs',
  'the reference of a service',
] as const;
export type Shape = (typeof shapes)[number];

/** A page of that shape that says these things. */
export function pageOf(shape: Shape, facts: Facts, style: Style): string {
  const write = style.syntax === 'html' ? HTML : MARKDOWN;
  const words = WORDS[style.language];
  if (shape === 'the reference of a service') {
    return write.page([
      write.heading(1, words.reference),
      write.table(
        actionColumns(words, style, false),
        facts.actions.map((fact) => actionRows(fact, undefined)),
        style,
      ),
      write.table(
        words.api,
        facts.apis.map((fact) => [apiRow(fact)]),
        style,
      ),
    ]);
  }
  const isOne = shape === 'the page of one API';
  const apis = isOne ? facts.apis.slice(0, 1) : facts.apis;
  const level = isOne ? 1 : 2;
  const parts = apis.flatMap((api, at) => [
    write.heading(level, isOne ? api.title : `1.${at + 1} ${api.title}`),
    write.heading(level + 1, words.authorization),
    write.paragraph(words.says),
    write.table(
      actionColumns(words, style, true),
      facts.actions.filter(({ name }) => api.actions.includes(name)).map((fact) => actionRows(fact, api)),
      style,
    ),
    write.heading(level + 1, 'URI'),
    write.paragraph(api.endpoint),
  ]);
  return write.page(isOne ? parts : [write.heading(1, words.several), ...parts]);
}

interface Words {
  readonly reference: string;
  readonly several: string;
  readonly authorization: string;
  readonly says: string;
  readonly action: readonly Column[];
  readonly dependencies: Column;
  readonly api: readonly Column[];
}

type Field = 'action' | 'level' | 'type' | 'key' | 'alias' | 'dependency' | 'api';
type Column = readonly [field: Field, header: string];
/** What stands in a cell: a line each; `shared` cells are the same in all rows of a group. */
type Row = Readonly<Partial<Record<Field, readonly string[]>>>;

const WORDS: Readonly<Record<'zh' | 'en', Words>> = {
  zh: {
    reference: '身份策略授权参考',
    several: '仓库接口',
    authorization: '授权信息',
    says: '如果使用身份策略授权，需要以下权限。',
    action: [
      ['action', '授权项'],
      ['level', '访问级别'],
      ['type', '资源类型（*为必须）'],
      ['key', '条件键'],
      ['alias', '别名'],
    ],
    dependencies: ['dependency', '依赖的授权项'],
    api: [
      ['api', 'API'],
      ['action', '对应的授权项'],
      ['dependency', '依赖的授权项'],
    ],
  },
  en: {
    reference: 'Actions Supported by Identity Policy-based Authorization',
    several: 'Depot APIs',
    authorization: 'Authorization Information',
    says: 'With identity policy-based authorization, these permissions are needed.',
    action: [
      ['action', 'Action'],
      ['level', 'Access Level'],
      ['type', 'Resource Type (*: required)'],
      ['key', 'Condition Key'],
      ['alias', 'Alias'],
    ],
    dependencies: ['dependency', 'Dependencies'],
    api: [
      ['api', 'API'],
      ['action', 'Action'],
      ['dependency', 'Dependencies'],
    ],
  },
};

function actionColumns(words: Words, { order }: Style, withDependencies: boolean): Column[] {
  const columns = withDependencies ? [...words.action, words.dependencies] : [...words.action];
  return columns
    .map((column, at) => ({ column, rank: order[at] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
}

/** A row for each resource type, and one for the keys beside none. */
function actionRows({ name, level, types, ownKeys, aliases }: ActionFact, api: ApiFact | undefined): Row[] {
  const shared: Row = {
    action: [name],
    level: [level],
    alias: aliases,
    dependency: (api?.dependencies ?? []).filter((dependency) => dependency !== name),
  };
  const rows: Row[] = types.map(({ type, required, keys }) => ({
    ...shared,
    type: [required ? `${type} *` : type],
    key: keys,
  }));
  return ownKeys.length > 0 || rows.length === 0 ? [...rows, { ...shared, type: [], key: ownKeys }] : rows;
}

function apiRow({ endpoint, actions, dependencies }: ApiFact): Row {
  return {
    api: [endpoint],
    action: actions,
    dependency: dependencies.filter((dependency) => !actions.includes(dependency)),
  };
}

interface Syntax {
  readonly page: (parts: readonly string[]) => string;
  readonly heading: (level: number, text: string) => string;
  readonly paragraph: (text: string) => string;
  readonly table: (columns: readonly Column[], groups: readonly (readonly Row[])[], style: Style) => string;
}

/** Cells that all rows of a group share. */
const SHARED: readonly Field[] = ['action', 'level', 'alias', 'dependency'];

const HTML: Syntax = {
  page: (parts) => `<!DOCTYPE html>\n<html><body>\n${parts.join('\n')}\n</body></html>`,
  heading: (level, text) => `<h${level}>${text}</h${level}>`,
  paragraph: (text) => `<p>${text}</p>`,
  table: (columns, groups, style) => {
    const head = columns.map(([, header]) => `<th>${header}</th>`).join('');
    const rows = groups.flatMap((group) =>
      group.map((row, at) => {
        const cells = columns.map(([field]) => {
          const isMerged = style.merged && SHARED.includes(field) && group.length > 1;
          if (isMerged && at > 0) return '';
          const lines = (row[field] ?? []).map((line) => escaped(line, style));
          const list = `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
          const content = lines.length > 1 ? list : (lines[0] ?? '-');
          return `<td${isMerged ? ` rowspan="${group.length}"` : ''}>${content}</td>`;
        });
        return `<tr>${cells.join('')}</tr>`;
      }),
    );
    return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
  },
};

const MARKDOWN: Syntax = {
  page: (parts) => `${parts.join('\n\n')}\n`,
  heading: (level, text) => `${'#'.repeat(level)} ${text}`,
  paragraph: (text) => text,
  table: (columns, groups, style) => {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const rows = groups.flatMap((group) =>
      group.map((row, at) =>
        line(
          columns.map(([field]) => {
            const isLeftOut = style.merged && field === 'action' && at > 0 && row.api === undefined;
            if (isLeftOut) return '';
            const lines = (row[field] ?? []).map((text) => escaped(text, style).replaceAll('*', '\\*'));
            return lines.length > 1 ? lines.map((text) => `- ${text}`).join('   ') : (lines[0] ?? '-');
          }),
        ),
      ),
    );
    const head = line(columns.map(([, header]) => header.replaceAll('*', '\\*')));
    return [head, line(columns.map(() => ':---')), ...rows].join('\n');
  },
};

function escaped(text: string, { escaping }: Style): string {
  switch (escaping) {
    case 'entity':
      return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    case 'twice':
      return text.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;');
    case 'backslash':
      return text.replaceAll('<', '\\<').replaceAll('>', '\\>');
    case 'none':
      return text;
  }
}
