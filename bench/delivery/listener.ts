import type {Browser, Page} from 'playwright';
import {serverToken} from '../../demo/sandbox/genesys/gateway/server-token.js';
import {GatewayClient} from '../../src/vendors/genesys/gateway/gateway-client.js';
import type {Route} from './routes.js';

/** A page that listens for invitations by one of the routes. */
export class Listener {
  readonly #page: Page;
  readonly #visitId: string;
  readonly #gateway: GatewayClient;
  #count = 0;

  private constructor(page: Page, visitId: string, platform: string) {
    this.#page = page;
    this.#visitId = visitId;
    this.#gateway = new GatewayClient({baseUrl: platform, basePath: '/server', getToken: () => serverToken});
  }

  static async open(browser: Browser, emptyPage: string, platform: string, route: Route): Promise<Listener> {
    const page = await (await browser.newContext()).newPage();
    const visitId = crypto.randomUUID().replaceAll('-', '').toUpperCase();
    await page.goto(emptyPage);
    await page.evaluate(`visibleAt = undefined; ${route.listen(platform, visitId)}`);
    return new Listener(page, visitId, platform);
  }

  /** Sends an invitation and withdraws it. Returns the time from the call of the gateway to its visibility, in ms. */
  async measure(): Promise<number> {
    const ids = {visitID: this.#visitId, engagementID: `E${++this.#count}`};
    const start = Date.now();
    await this.#gateway.engage({...ids, title: 'Hello'});
    const visibleAt = await (await this.#page.waitForFunction('visibleAt')).jsonValue();
    await this.#gateway.noengage(ids);
    await this.#page.waitForFunction('!visibleAt');
    return Number(visibleAt) - start;
  }
}
