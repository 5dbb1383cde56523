import type MarkdownIt from 'markdown-it';
import type {Token} from 'markdown-it';
import {type Heading, textOf} from './headings.js';
import type {Page} from './pages.js';

/** A part of a page below one heading, as the search finds it. */
export interface Section {
  /** From the site's root. */
  readonly url: string;
  readonly page: string;
  /** Empty for what comes before the first heading below the title. */
  readonly heading: string;
  readonly text: string;
}

/** Divides a page at its headings. */
export function sectionsOf({name, title, source}: Page, markdown: MarkdownIt): readonly Section[] {
  const starts = [{url: `${name}.html`, heading: '', texts: [] as string[]}];
  let isHeading = false;
  for (const token of markdown.parse(source, {})) {
    isHeading = token.type === 'heading_open' || (isHeading && token.type !== 'heading_close');
    if (token.type === 'heading_open' && token.tag !== 'h1') {
      const {id, text} = token.meta as Heading;
      starts.push({url: `${name}.html#${id}`, heading: text, texts: []});
    } else if (!isHeading) starts.at(-1)?.texts.push(contentOf(token));
  }
  return starts.map(({url, heading, texts}) => ({url, page: title, heading, text: texts.filter(Boolean).join(' ')}));
}

function contentOf(token: Token): string {
  if (token.type === 'inline') return textOf(token);
  return token.type === 'fence' ? token.content.trim() : '';
}
