import {
  HttpStatusError,
  type NotificationTransport,
  type Settings,
  type StateChangeDetail,
  WebEngagementElement,
} from 'web-engagement';
import {createEngagementSession} from 'web-engagement/engagement.js';
import {GatewayClient} from 'web-engagement/genesys.js';
import {GliaClient} from 'web-engagement/glia.js';
import {AvayaJourneyClient} from 'web-engagement/avaya.js';
import {createMonitoringSource} from 'web-engagement/liveperson.js';
import {loadWebEngagement} from 'web-engagement/loader.js';
import {EngagementTimelineElement} from 'web-engagement/timeline.js';

const widget: WebEngagementElement = document.createElement('web-engagement');
const settings: Partial<Settings> = {format: 'bubble', placement: 'start', consent: 'required'};
Object.assign(widget, settings);
widget.addEventListener('engagement-error', ({detail}) => detail.error instanceof HttpStatusError);
widget.addEventListener('engagement-statechange', ({detail}) => ((change: StateChangeDetail) => change.to)(detail));

const transport: NotificationTransport = {listen: (_addressee, report) => report({type: 'open'})};
widget.notificationsTransport = transport;

const timeline: EngagementTimelineElement = document.createElement('engagement-timeline');
timeline.record = undefined;

// @ts-expect-error There is no such format.
widget.format = 'window';
// @ts-expect-error What the tests pass to the element is no part of the package.
new WebEngagementElement({sleep: () => Promise.resolve()});

export {AvayaJourneyClient, createEngagementSession, createMonitoringSource, GatewayClient, GliaClient};
export const api = await loadWebEngagement({src: '/web-engagement.js', accountId: '12345678'});
