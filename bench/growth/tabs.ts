import type {Browser, BrowserContext, Page} from 'playwright';
import {startSandbox} from '../../demo/sandbox/sandbox.js';
import {startBenchSite} from '../bench-site.js';
import type {Subject} from './subject.js';

/** How long the tabs are left alone after the last one has its offer, in ms. */
const rest = 2_000;

/** Many tabs of one visitor, opened together, which all listen to notifications. */
export async function growTabs(browser: Browser): Promise<Subject> {
  const sandbox = await startSandbox();
  const site = await startBenchSite({tab: {title: 'tab', markup: () => tab(sandbox.url)}});
  return {
    name: 'tabs',
    counted: 'tabs',
    counts: [1, 5, 10, 25, 50],
    measures: ['requests', 'connections', 'messages between tabs'],
    measure: (count) => measure(browser, `${site.url}/tab`, count),
    close: async () => {
      site.close();
      await sandbox.close();
    },
  };
}

function tab(platform: string): string {
  const visit = crypto.randomUUID().replaceAll('-', '').toUpperCase();
  return `<script>
  window.WebEngagement = (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
  WebEngagement('set', 'notificationTicket', async () =>
    (await (await fetch('${platform}/sandbox/visits/${visit}/ticket')).json()).ticket);
</script>
<script async src="/script/web-engagement.js" data-account-id="tabs" data-app-installation-id="bench"
  data-api-host="${platform}" data-notifications-url="${platform}/server/notifications" data-visit-id="${visit}"></script>`;
}

async function measure(browser: Browser, url: string, count: number): Promise<readonly number[]> {
  const context = await browser.newContext();
  await context.addInitScript(countMessages);
  const traffic = watchTraffic(context);
  const pages = await Promise.all(Array.from({length: count}, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(url)));
  await Promise.all(pages.map(hasOffer));
  await pages[0]?.waitForTimeout(rest);
  const messages = await Promise.all(pages.map((page) => page.evaluate('posted')));
  const {requests, connections} = traffic;
  await context.close();
  return [requests, connections, messages.reduce<number>((sum, posted) => sum + Number(posted), 0)];
}

async function hasOffer(page: Page): Promise<void> {
  await page.waitForFunction("WebEngagement('get', 'state').then((state) => state === 'expose')", undefined, {
    timeout: 120_000,
  });
}

/** Questions to the platform so far, and streams of notifications that are open. */
function watchTraffic(context: BrowserContext): {requests: number; connections: number} {
  const traffic = {requests: 0, connections: 0};
  const isStream = (url: string) => url.includes('/server/notifications');
  context.on('request', (request) => {
    if (request.url().includes('/engagement?') && request.method() === 'POST') traffic.requests++;
    if (isStream(request.url())) traffic.connections++;
  });
  for (const end of ['requestfinished', 'requestfailed'] as const) {
    context.on(end as 'requestfinished', (request) => (traffic.connections -= isStream(request.url()) ? 1 : 0));
  }
  return traffic;
}

/** Runs in each tab, before anything else. */
const countMessages = `
  posted = 0;
  const post = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function (message) {
    posted++;
    post.call(this, message);
  };
`;
