import {createServer, type Server} from 'node:http';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {AddressInfo} from 'node:net';
import type {Order} from './test-page.js';

/** A page that loads Mocha and then the tests. */
export interface TestPageServer {
  readonly url: string;
  /** What the page is to run when it is loaded next. */
  order: Order | undefined;
  close(): unknown;
}

/** Serves the page, which is told where the other servers are. */
export async function servePage(code: string, origins: Readonly<Record<string, string>>): Promise<TestPageServer> {
  const mocha = readFileSync(join('node_modules', '@web/test-runner-mocha/dist/standalone.js'), 'utf8');
  const files: Readonly<Record<string, readonly [type: string, content: () => string]>> = {
    '/': ['text/html', () => pageHtml(origins, page.order)],
    '/mocha.js': ['text/javascript', () => mocha],
    '/tests.js': ['text/javascript', () => code],
    // Mocha comes in a file that reports to the test runner's server.
    '/__web-dev-server__web-socket.js': [
      'text/javascript',
      () => 'export const sendMessage = () => Promise.resolve();',
    ],
  };
  const server = createServer(({url = ''}, response) => {
    const [type, content] = files[url.split('?', 1)[0] ?? ''] ?? ['text/plain', undefined];
    response.writeHead(content ? 200 : 404, {'content-type': type}).end(content?.());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page: TestPageServer = {url: addressOf(server), order: undefined, close: () => server.close()};
  return page;
}

/** The page's address. Mocha comes in a file that asks it and the page for what its test runner says. */
const addressOf = (server: Server): string =>
  `http://localhost:${String((server.address() as AddressInfo).port)}/?wtr-session-id=mutation&wtr-test-file=tests.js`;

const pageHtml = (origins: Readonly<Record<string, string>>, order: Order | undefined): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    ${Object.entries(origins)
      .map(([name, origin]) => `<meta name="${name}-origin" content="${origin}" />`)
      .join('\n    ')}
    <title>Tests</title>
  </head>
  <body>
    <script>
      globalThis.__WTR_CONFIG__ = {};
      globalThis.order = ${asScript(order)};
      globalThis.__stryker__ = globalThis.order?.instrumentation;
    </script>
    <script type="module">
      import '/mocha.js';
      import {delivery} from '/tests.js';
      globalThis.delivery = delivery;
    </script>
  </body>
</html>`;

/** A value as the text of a script in a page, which `<` could end. */
const asScript = (value: unknown): string => JSON.stringify(value ?? null).replaceAll('<', '\\u003c');
