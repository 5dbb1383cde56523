import {after, before, it} from 'node:test';
import {inEveryEngine} from '../../e2e/engines.js';
import {Host} from './host.js';
import {startHostServer, type HostServer} from './host-server.js';

/** Describes what a visitor finds on a host page, and checks afterwards what must hold on every page. */
export type TestOnHost = (title: string, body: (host: Host) => Promise<void>) => void;

export function onHostPages(subject: string, describeBehaviour: (test: TestOnHost) => void): void {
  inEveryEngine(subject, (visitor) => {
    let server: HostServer;

    before(async () => {
      server = await startHostServer();
    });
    after(() => server.close());

    describeBehaviour((title, body) => {
      it(title, async () => {
        const host = await Host.create(visitor(), server);
        await body(host);
        await host.check();
      });
    });
  });
}
