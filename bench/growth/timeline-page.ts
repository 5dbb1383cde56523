import {createLongEngagement} from '../../demo/site/timelines/long-engagement.js';
import '../../src/timeline.js';
import {toEngagementRecord} from '../../src/vendors/glia/index.js';

// Runs in the browser.

const timeline = document.createElement('engagement-timeline');
document.body.append(timeline);

/** Whatever is drawn later has been drawn when nothing has changed for a while. */
const settled = () =>
  new Promise<void>((resolve) => {
    const finish = () => {
      changes.disconnect();
      resolve();
    };
    let timer = setTimeout(finish, 500);
    const changes = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(finish, 500);
    });
    changes.observe(timeline.renderRoot, {subtree: true, childList: true});
  });

Object.assign(globalThis, {
  settled,
  showLegs: async (count: number): Promise<void> => {
    timeline.record = toEngagementRecord(createLongEngagement(count));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  },
});
