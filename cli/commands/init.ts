import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {UsageError, type Command} from '../command.js';

const text = {type: 'string'} as const;

/** Writes a page with the tag, or adds the tag to a page. */
export const init: Command = {
  summary: 'writes a working page, or adds the tag to one',
  help: `Usage: web-engagement init [file] [options]

Writes a page with the tag. If the file exists, the tag is added at the end of its body. Without a file: index.html.

  --src <url>                     address of web-engagement.js. Default: /web-engagement.js
  --account-id <id>
  --app-installation-id <id>
  --api-host <origin>             for example the address of web-engagement sandbox`,
  run: async (args, {print}) => {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {src: text, 'account-id': text, 'app-installation-id': text, 'api-host': text},
    });
    const file = positionals[0] ?? 'index.html';
    if (!existsSync(file)) {
      await writeFile(file, writePage(writeTag({...values, 'open-in': 'event'})));
      print(`Wrote ${file}.`);
      return 0;
    }
    await writeFile(file, addTag(await readFile(file, 'utf8'), writeTag(values), file));
    print(`Added the tag to ${file}.`);
    return 0;
  },
};

type Values = Readonly<Partial<Record<'src' | 'account-id' | 'app-installation-id' | 'api-host' | 'open-in', string>>>;

function writeTag({src = '/web-engagement.js', ...settings}: Values): string {
  const ids = {'account-id': '12345678', 'app-installation-id': '00000000-0000-0000-0000-000000000000', ...settings};
  const attributes = Object.entries(ids).map(([name, value]) => `data-${name}="${escape(value)}"`);
  return `<script async src="${escape(src)}" ${attributes.join(' ')}></script>`;
}

const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function writePage(tag: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>web-engagement</title>
  </head>
  <body>
    <main>
      <h1>An invitation may appear in the corner</h1>
    </main>
    <script>
      document.addEventListener('engagement-accept', (event) => {
        event.preventDefault();
        console.log('Open your chat here', event.detail.offer);
      });
    </script>
    ${tag}
  </body>
</html>
`;
}

/** @throws UsageError when the page has the tag, or no end of its body */
function addTag(page: string, tag: string, file: string): string {
  if (/web-engagement\.js|<web-engagement/.test(page)) throw new UsageError(`${file} has the tag already.`);
  const end = page.lastIndexOf('</body>');
  if (end < 0) throw new UsageError(`Expected </body> in ${file}; add this line by hand: ${tag}`);
  return `${page.slice(0, end)}${tag}\n${page.slice(end)}`;
}
