import {createLongEngagement} from '../../demo/site/timelines/long-engagement.js';
import '../../src/timeline.js';
import {toEngagementRecord} from '../../src/vendors/glia/index.js';

// Runs in the browser.

const timeline = document.createElement('engagement-timeline');
document.body.append(timeline);

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

Object.assign(globalThis, {
  showLegs: async (count: number): Promise<void> => {
    timeline.record = toEngagementRecord(createLongEngagement(count));
    await timeline.updateComplete;
    await painted();
    await painted();
  },
});
