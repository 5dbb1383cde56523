import type MarkdownIt from 'markdown-it';
import type {Token} from 'markdown-it';
import type {Heading} from './headings.js';

/** Lets wide tables scroll, also by keyboard, and leaves no heading of a column empty. */
export function describeTables({core, renderer, utils}: MarkdownIt): void {
  core.ruler.push('tables', ({tokens}) => {
    let heading = '';
    tokens.forEach((token, index) => {
      if (token.type === 'heading_open') heading = (token.meta as Heading).text;
      if (token.type === 'table_open') token.meta = heading;
      if (token.type === 'th_open' && !tokens[index + 1]?.content) makeCell([token, tokens[index + 2]]);
    });
  });
  renderer.rules['table_open'] = (tokens, index) => {
    const name = utils.escapeHtml(`Table: ${String(tokens[index]?.meta)}`);
    return `<div class="table" role="group" tabindex="0" aria-label="${name}"><table>\n`;
  };
  renderer.rules['table_close'] = () => '</table></div>\n';
}

function makeCell(tokens: readonly (Token | undefined)[]): void {
  for (const token of tokens) if (token) token.tag = 'td';
}
