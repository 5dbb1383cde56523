import type {Browser, Page} from 'playwright';
import {startBenchSite} from '../bench-site.js';
import {longestTask} from './longest-task.js';
import type {Subject} from './subject.js';

const visit = 'A'.repeat(32);
/** How long notifications come, in ms. */
const duration = 2_000;

/** Notifications that a frame of another site sends faster and faster: an invitation, its withdrawal, the next invitation … */
export async function growNotifications(browser: Browser): Promise<Subject> {
  // Another host is another site, which has a process of its own, so that sending costs the page nothing.
  const frameOf = (origin: string) => origin.replace('127.0.0.1', 'localhost');
  const site = await startBenchSite({
    sender: {title: 'sender'},
    listener: {title: 'listener', markup: (origin) => listener(frameOf(origin))},
  });
  return {
    name: 'notifications',
    counted: 'notifications per second',
    counts: [1, 10, 100, 1_000, 10_000],
    measures: ['longest task (ms)', 'renders per second'],
    measure: (rate) => measure(browser, `${site.url}/listener`, rate),
    close: () => site.close(),
  };
}

function listener(frame: string): string {
  return `<iframe src="${frame}/sender"></iframe>
<script>
  addEventListener('engagement-statechange', ({detail}) => (notes.state = detail.to));
</script>
<script async src="/script/web-engagement.js" data-notifications-transport="window" data-notifications-origins="${frame}"
  data-visit-id="${visit}"></script>`;
}

async function measure(browser: Browser, url: string, rate: number): Promise<readonly number[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction("notes.state === 'unavailable'");
  await send(page, {first: -2, rate: 1_000, count: 1});
  await page.waitForFunction('notes.visible');
  await send(page, {first: -1, rate: 1_000, count: 1});
  await page.evaluate(countRenders);
  const count = Math.ceil((rate * duration) / 1_000);
  const task = await longestTask(browser, page, () => send(page, {first: 0, rate, count}));
  const renders = Number(await page.evaluate('notes.renders'));
  await page.close();
  return [task, renders / (duration / 1_000)];
}

interface Sending {
  readonly first: number;
  /** Notifications per second. */
  readonly rate: number;
  readonly count: number;
}

/** Even numbers invite, odd ones withdraw. It resolves some time after the last one. */
async function send(page: Page, sending: Sending): Promise<void> {
  const frame = page.frames()[1];
  await frame?.evaluate(
    async ({first, rate, count, visitID}) => {
      const start = performance.now();
      for (let sent = 0; sent < count;) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        const due = Math.min(count, ((performance.now() - start) / 1_000) * rate + 1);
        for (; sent < Math.floor(due); sent++) {
          const number = first + sent;
          const data = {visitID, engagementID: `E${Math.floor(number / 2)}`, title: 'Hello'};
          parent.postMessage({channel: number % 2 === 0 ? 'engage' : 'noengage', data}, '*');
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    {...sending, visitID: visit},
  );
}

/** A render is one batch of changes in the element's shadow tree. */
const countRenders = `
  notes.renders = 0;
  new MutationObserver(() => notes.renders++).observe(document.querySelector('web-engagement').shadowRoot,
    {subtree: true, childList: true, attributes: true, characterData: true});
`;
