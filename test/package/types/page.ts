import type {} from 'web-engagement/script.js';

const ids: string[] = [];

document.addEventListener('engagement-accept', (event) => {
  event.preventDefault();
  event.waitUntil(Promise.resolve());
  ids.push(event.detail.offer.id);
});
window.addEventListener('engagement-retry', ({detail}) => ids.push(detail.delay.toFixed()));

// @ts-expect-error An event that only tells something cannot wait.
document.addEventListener('engagement-shown', (event) => event.waitUntil(Promise.resolve()));

await WebEngagement('init', {accountId: '12345678', openIn: 'panel'});
await WebEngagement('set', 'entryPoints', ['sec://Sport']);
await WebEngagement('snooze', 60);
await WebEngagement('on', 'shown', ({detail}) => ids.push(detail.offer.id));
const state: 'expose' | 'idle' | undefined = await WebEngagement('get', 'state').then((name) =>
  name === 'expose' || name === 'idle' ? name : undefined,
);
if (state) ids.push(state);

// @ts-expect-error There is no such command.
await WebEngagement('open');
// @ts-expect-error A time is a number.
await WebEngagement('snooze', 'long');
// @ts-expect-error There is no such place to open.
await WebEngagement('set', 'openIn', 'window');
