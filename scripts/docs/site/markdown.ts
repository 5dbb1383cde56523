import MarkdownIt, {type Token} from 'markdown-it';
import {pageLinkFrom} from './links.js';
import {nameHeadings} from './headings.js';
import {describeTables} from './tables.js';

/** What Eleventy tells of the page that is rendered. */
interface Environment {
  readonly page?: {readonly filePathStem: string};
}

/** Renders documents as GitHub does, with links to the site's pages. */
export function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({html: true});
  nameHeadings(markdown);
  describeTables(markdown);
  markdown.core.ruler.push('links', ({tokens, env}) => {
    const {page} = env as Environment;
    for (const token of tokens.flatMap(({children}) => children ?? [])) lead(token, page?.filePathStem.slice(1) ?? '');
  });
  return markdown;
}

function lead(token: Token, name: string): void {
  const link = token.attrGet('href');
  if (link !== null) token.attrSet('href', pageLinkFrom(name, link));
}
