import {readFileSync} from 'node:fs';
import {posix} from 'node:path';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly repository: {readonly url: string};
};

/** The address of the repository, for readers. */
export const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '');

/**
 * The address of what a document links to, for the documents as files beside each other: what is not in docs/ is in the
 * repository.
 *
 * @param name the document's name, such as `guides/react`
 */
function linkFrom(name: string, link: string): string {
  if (/^([a-z]+:|#)/.test(link)) return link;
  const [path = '', ...anchor] = link.split('#');
  const target = posix.join('docs', posix.dirname(name), path);
  if (target.startsWith('docs/')) return link;
  return [`${repository}/blob/main/${target}`, ...anchor].join('#');
}

/** The same for the pages of the site. */
export function pageLinkFrom(name: string, link: string): string {
  const address = linkFrom(name, link);
  return /^[a-z]+:/.test(address) ? address : address.replace(/\.md(?=#|$)/, '.html');
}

/** A document whose links work beside the site's pages. */
export function withLinks(name: string, source: string): string {
  return source.replace(/\]\(([^)\s]+)\)/g, (_, link: string) => `](${linkFrom(name, link)})`);
}
