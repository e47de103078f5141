import { Composer, Lexer, Parser, YAMLParseError } from 'yaml';
import type { CST, Document, DocumentOptions, LineCounter, ParseOptions, SchemaOptions } from 'yaml';
import { append } from './long-lists.js';
import { en } from './wording/en/files.js';
import { speaker } from './wording/speaker.js';

const say = speaker('files', en);

/** Levels that are read, of which a list in a list counts as one or two. */
const MAX_DEPTH = 500;

/**
 * The one document of a text, its mistakes in `errors`: as the library's `parseDocument`, which recurses into what it
 * reads. JavaScript can be caught at the end of the stack, but an engine that compiles a regular expression there ends the
 * process; so the depth is counted before anything recurses, and is an error `RESOURCE_EXHAUSTION`.
 * @param lines told where lines begin.
 */
export function readYamlDocument(
  text: string,
  lines: LineCounter,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed {
  const tokens = tokensOf(text, lines);
  if ('tooDeepAt' in tokens) {
    const { tooDeepAt: at } = tokens;
    const [nothing] = compose([], 0, options);
    nothing.errors.push(new YAMLParseError([at, at + 1], 'RESOURCE_EXHAUSTION', say('nestedTooDeeply')));
    return nothing;
  }
  const [document, second] = compose(tokens, text.length, options);
  if (second !== undefined)
    document.errors.push(
      new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', say('secondDocument')),
    );
  return document;
}

/** The first document, and the second one where there are more. There is always one, if an empty one. */
function compose(
  tokens: Iterable<CST.Token>,
  length: number,
  options: ParseOptions & DocumentOptions & SchemaOptions,
): readonly [Document.Parsed, Document.Parsed | undefined] {
  const documents = new Composer({ ...options, prettyErrors: false }).compose(tokens, true, length);
  const next = (): Document.Parsed | undefined => documents.next().value ?? undefined;
  return [next() ?? missing(), next()];
}

function missing(): never {
  throw new Error('the YAML library has composed no document');
}

function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] | { readonly tooDeepAt: number } {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    append(tokens, parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) return { tooDeepAt: parser.offset };
  }
  append(tokens, parser.end());
  return tokens;
}
