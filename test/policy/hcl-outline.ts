import type { ValueNode } from '../../src/policy/model/ast.js';
import type { Reading } from '../../src/policy/syntax/reading.js';

/**
 * A reading as a person checks it: one line a node, `line:column-line:column`, what was read, and the text that stands
 * there where it is not the same.
 */
export function outline(reading: Reading, text: string): string {
  const lines = reading.problems.map(
    ({ line, column, offset, endOffset, message }) =>
      `! ${line}:${column} ${message} «${text.slice(offset, endOffset)}»`,
  );
  if (!reading.ok) return ['failed', ...lines, ''].join('\n');
  for (const root of reading.roots) {
    const { address = '', place = 'nowhere', file } = root;
    lines.push(
      '',
      `# ${address} (${place})${file === undefined ? '' : ` in ${file}`}`,
      ...nodeLines(root.value, text, '', ''),
    );
  }
  return [...lines, ''].join('\n');
}

function nodeLines(node: ValueNode, text: string, name: string, indent: string): string[] {
  const { start, end } = node.loc;
  const at = `${start.line}:${start.column}-${end.line}:${end.column}`;
  const line = (what: string): string =>
    `${indent}${name}${what} @ ${at}${what === text.slice(...node.range) ? '' : ` «${shortened(text.slice(...node.range))}»`}`;
  const inner = `${indent}  `;
  switch (node.type) {
    case 'Object':
      return [
        line('{}'),
        ...node.members.flatMap((member) =>
          nodeLines(
            member.value,
            text,
            `${member.name.value} ‹${shortened(text.slice(...member.name.range))}› = `,
            inner,
          ),
        ),
      ];
    case 'Array':
      return [line('[]'), ...node.elements.flatMap((element) => nodeLines(element, text, '- ', inner))];
    case 'Unknown':
      return [
        line(
          `unknown ${node.parts === undefined ? '' : node.parts.map((part) => (part === undefined ? '?' : JSON.stringify(part))).join(' ')}`.trim(),
        ),
      ];
    case 'Null':
      return [line('null')];
    case 'String':
    case 'Number':
    case 'Boolean':
      return [line(JSON.stringify(node.value))];
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 30)} … ${line.slice(-17)}` : line;
}
