import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {contents} from './contents.js';

/** A document as the site shows it. */
export interface Page {
  /** From the site's root, without its ending, such as `guides/react`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** In Markdown. */
  readonly source: string;
}

export interface Chapter {
  readonly title: string;
  readonly pages: readonly Page[];
}

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));

/**
 * Reads the documents in the order of the contents.
 *
 * @throws when a document does not stand in the contents
 */
export function readChapters(): readonly Chapter[] {
  const chapters = contents.map(({title, pages}) => ({
    title,
    pages: Object.entries(pages).map(([name, description]) => readPage(name, description)),
  }));
  const listed = new Set(chapters.flatMap(({pages}) => pages.map(({name}) => name)));
  const missing = documents().filter((name) => !listed.has(name));
  if (missing.length > 0) throw new Error(`contents.ts does not list ${missing.join(', ')}.`);
  return chapters;
}

function readPage(name: string, description: string): Page {
  const source = readFileSync(`${docs}${name}.md`, 'utf8');
  const [, heading = name] = /^# (.+)$/m.exec(source) ?? [];
  return {name, title: heading.replaceAll('`', ''), description, source};
}

function documents(): readonly string[] {
  return ['', 'guides/'].flatMap((folder) =>
    readdirSync(docs + folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => folder + file.replace(/\.md$/, '')),
  );
}
