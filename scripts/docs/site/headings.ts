import type MarkdownIt from 'markdown-it';
import type {Token} from 'markdown-it';

/** A heading of a document, as the meta data of its tags. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Gives each heading the id that it has on GitHub, and those below the title a link to themselves. */
export function nameHeadings({core, renderer, utils}: MarkdownIt): void {
  core.ruler.push('headings', ({tokens}) => {
    const count = new Map<string, number>();
    tokens.forEach((token, index) => {
      if (token.type === 'heading_open') name(tokens.slice(index, index + 3), count);
    });
  });
  renderer.rules['heading_open'] = (tokens, index, options) =>
    (isTitle(tokens[index]) ? '' : '<div class="heading">') + renderer.renderToken(tokens, index, options);
  renderer.rules['heading_close'] = (tokens, index, options) => {
    const end = renderer.renderToken(tokens, index, options);
    if (isTitle(tokens[index])) return end;
    const {id, text} = tokens[index]?.meta as Heading;
    return `${end}<a href="#${id}" aria-label="Link to “${utils.escapeHtml(text)}”">#</a></div>\n`;
  };
}

const isTitle = (token: Token | undefined): boolean => token?.tag === 'h1';

function name([open, content, close]: readonly Token[], count: Map<string, number>): void {
  if (!open || !content || !close) return;
  const text = textOf(content);
  const anchor = toAnchor(text);
  const before = count.get(anchor) ?? 0;
  count.set(anchor, before + 1);
  const heading: Heading = {id: before ? `${anchor}-${before}` : anchor, text};
  open.attrSet('id', heading.id);
  open.meta = close.meta = heading;
}

function toAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The text of a line without its markup. */
export function textOf({children}: Token): string {
  return (children ?? []).map(({type, content}) => (type === 'softbreak' ? ' ' : content)).join('');
}
