import {after, before, it} from 'node:test';
import type {BrowserContext, Page} from 'playwright';
import {inEveryEngine, inOneBrowserOfEveryEngine} from '../../e2e/engines.js';
import {Host} from './host.js';
import {startHostServer, type HostServer} from './host-server.js';

/** Describes what a visitor finds on a host page, and checks afterwards what must hold on every page. */
export type TestOnHost = (title: string, body: (host: Host) => Promise<void>) => void;

type DescribeOnHost = (test: TestOnHost) => void;

/** Each test has a browser of its own. */
export function onHostPages(subject: string, describeBehaviour: DescribeOnHost): void {
  inEveryEngine(subject, (visitor) => describeOnHosts(describeBehaviour, () => Host.openPage(visitor())));
}

/** The tests follow each other in one window, for what needs nothing of it but a page and an account of its own. */
export function inOneHostWindow(subject: string, describeBehaviour: DescribeOnHost): void {
  inOneBrowserOfEveryEngine(subject, (visitor) => describeOnHosts(describeBehaviour, keepPage(visitor)));
}

/** Opens a page when there is none. */
function keepPage(visitor: () => BrowserContext): () => Promise<Page> {
  let page: Page | undefined;
  return async () => {
    if (!page || page.isClosed()) page = await Host.openPage(visitor());
    // What comes late from the page before is told to nobody.
    page.removeAllListeners('console').removeAllListeners('pageerror').removeAllListeners('request');
    await page.goto('about:blank');
    return page;
  };
}

function describeOnHosts(describeBehaviour: DescribeOnHost, openPage: () => Promise<Page>): void {
  let server: HostServer;

  before(async () => {
    server = await startHostServer();
  });
  after(() => server.close());

  describeBehaviour((title, body) => {
    it(title, async () => {
      const host = new Host(await openPage(), server);
      try {
        await body(host);
        await host.check();
      } finally {
        await host.leave();
      }
    });
  });
}
