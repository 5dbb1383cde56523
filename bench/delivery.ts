import type {Browser, Page} from 'playwright';
import {GatewayClient} from '../src/vendors/genesys/gateway/gateway-client.js';

/** A way from the contact centre to the page. */
export interface Route {
  readonly name: string;
  /** What runs in the page so that it listens; it sets `visibleAt` when an invitation can be seen, and nothing when it is gone. */
  readonly listen: (platform: string, visitId: string) => string;
}

const getTicket = (platform: string, visitId: string): string =>
  `(async () => (await (await fetch('${platform}/sandbox/visits/${visitId}/ticket')).json()).ticket)`;

const byHand = (platform: string, visitId: string): string => `(async () => {
  const line = document.createElement('p');
  document.body.prepend(line);
  const seen = new IntersectionObserver(([{isIntersecting}]) => (visibleAt = isIntersecting ? Date.now() : undefined));
  const ticket = await ${getTicket(platform, visitId)}();
  const events = new EventSource('${platform}/server/notifications?visit=${visitId}&ticket=' + encodeURIComponent(ticket));
  events.onmessage = ({data}) => {
    const [{channel, data: {title}}] = JSON.parse(data);
    line.hidden = channel !== 'engage';
    line.textContent = title;
  };
  line.hidden = true;
  seen.observe(line);
  await new Promise((resolve) => (events.onopen = resolve));
})()`;

const byTag =
  (settings: (platform: string) => Readonly<Record<string, string>>) =>
  (platform: string, visitId: string): string =>
    `new Promise((resolve) => {
  addEventListener('engagement-shown', () => (visibleAt = Date.now()));
  addEventListener('engagement-hidden', () => (visibleAt = undefined));
  addEventListener('engagement-statechange', ({detail}) => detail.to === 'unavailable' && resolve());
  window.WebEngagement = (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
  WebEngagement('set', 'notificationTicket', ${getTicket(platform, visitId)});
  const script = document.createElement('script');
  script.src = '/web-engagement.js';
  const settings = ${JSON.stringify({'visit-id': visitId, ...settings(platform)})};
  for (const name in settings) script.setAttribute('data-' + name, settings[name]);
  document.body.append(script);
})`;

/** In the order of the table; the first one is what the others are divided by. */
export const routes: readonly Route[] = [
  {name: 'floor: EventSource and a line of text', listen: byHand},
  {name: 'SSE', listen: byTag((platform) => ({'notifications-url': `${platform}/server/notifications`}))},
  {
    name: 'Bayeux, long-polling',
    listen: byTag((platform) => ({
      'notifications-url': `${platform}/server/cometd`,
      'notifications-transport': 'bayeux',
    })),
  },
  {
    name: 'Bayeux, WebSocket',
    listen: byTag((platform) => ({
      'notifications-url': `${platform.replace('http', 'ws')}/server/cometd`,
      'notifications-transport': 'bayeux',
    })),
  },
];

/** A page that listens by one of the routes. */
export class Listener {
  readonly #page: Page;
  readonly #visitId: string;
  readonly #gateway: GatewayClient;
  #count = 0;

  private constructor(page: Page, visitId: string, platform: string) {
    this.#page = page;
    this.#visitId = visitId;
    const getToken = (): string => 'sandbox-gateway-token';
    this.#gateway = new GatewayClient({baseUrl: platform, basePath: '/server', getToken});
  }

  static async open(browser: Browser, emptyPage: string, platform: string, route: Route): Promise<Listener> {
    const page = await (await browser.newContext()).newPage();
    const visitId = crypto.randomUUID().replaceAll('-', '').toUpperCase();
    await page.goto(emptyPage);
    await page.evaluate(`visibleAt = undefined; ${route.listen(platform, visitId)}`);
    return new Listener(page, visitId, platform);
  }

  /** Time from the gateway's POST to a visible invitation, in ms. */
  async measure(): Promise<number> {
    const ids = {visitID: this.#visitId, engagementID: `E${++this.#count}`};
    const start = Date.now();
    await this.#gateway.engage({...ids, title: 'Hello'});
    const visibleAt = await (await this.#page.waitForFunction('visibleAt')).jsonValue();
    await this.#gateway.noengage(ids);
    await this.#page.waitForFunction('!visibleAt');
    return Number(visibleAt) - start;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
