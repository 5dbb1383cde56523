/** A route of invitations from the contact centre to the page. */
export interface Route {
  readonly name: string;
  /**
   * A script that makes a page listen. It sets `visibleAt` to the current time when an invitation becomes visible, and to
   * `undefined` when it disappears.
   */
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
  script.src = '/script/web-engagement.js';
  const settings = ${JSON.stringify({'visit-id': visitId, ...settings(platform)})};
  for (const name in settings) script.setAttribute('data-' + name, settings[name]);
  document.body.append(script);
})`;

/** In the order of the table. The others are divided by the first one, the floor. */
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
