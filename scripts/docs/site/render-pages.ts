import Eleventy, {type EleventyConfig} from '@11ty/eleventy';
import {repository} from './links.js';
import {createMarkdown} from './markdown.js';
import type {Chapter} from './pages.js';

/** Files that the pages need, by their paths on the site. */
const copies: Readonly<Record<string, string>> = {
  'demo/site/styles/base.css': 'styles/base.css',
  'demo/site/styles/controls.css': 'styles/controls.css',
  'demo/site/icon.svg': 'icon.svg',
  'docs/site/styles': 'styles',
  'docs/openapi.json': 'openapi.json',
  'docs/pictures': 'pictures',
};

interface Rendered {
  readonly page: {readonly filePathStem: string};
}

/** Renders the documents and the site's own pages in their layout. The working folder is the root of the project. */
export async function renderPages(folder: string, chapters: readonly Chapter[], description: string): Promise<void> {
  const configure = (config: EleventyConfig): void => {
    config.setIncludesDirectory('site/layouts');
    config.setLibrary('md', createMarkdown());
    // Braces in a document are text.
    config.addPreprocessor('verbatim', 'md', (_, content) => `{% raw %}${content}{% endraw %}`);
    config.addPassthroughCopy(copies);
    config.addGlobalData('site', {chapters, description, repository});
    config.addGlobalData('layout', 'page.njk');
    config.addGlobalData(
      'permalink',
      () =>
        ({page}: Rendered) =>
          `${page.filePathStem}.html`,
    );
    config.addFilter('root', (url) => '../'.repeat(url.split('/').length - 2) || './');
    config.addFilter('entry', (stem) => findEntry(chapters, stem.slice(1)));
  };
  const site = new Eleventy('docs', folder, {config: configure});
  site.disableLogger();
  await site.write();
}

function findEntry(chapters: readonly Chapter[], wanted: string): object | undefined {
  const entries = chapters.flatMap(({title, pages}) => pages.map((page) => ({...page, chapter: title})));
  return entries.find(({name}) => name === wanted);
}
