import {withLinks} from './links.js';
import type {Chapter} from './pages.js';

/** The list of all pages for readers that are programs, as llmstxt.org describes it. */
export function listPages(summary: string, chapters: readonly Chapter[]): string {
  const lists = chapters.map(({title, pages}) => {
    const lines = pages.map((page) => `- [${page.title}](${page.name}.md): ${page.description}`);
    return [`## ${title}`, '', ...lines, ''].join('\n');
  });
  return [`# web-engagement`, '', `> ${summary}`, '', ...lists].join('\n');
}

/** All pages in one file. */
export function joinPages(summary: string, chapters: readonly Chapter[]): string {
  const texts = chapters.flatMap(({pages}) =>
    pages.map(({name, source}) => `<!-- ${name}.md -->\n\n${withLinks(name, source)}`),
  );
  return [`<!-- web-engagement: ${summary} -->`, ...texts].join('\n\n');
}
