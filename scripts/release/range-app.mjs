import {existsSync, readFileSync} from 'node:fs';
import {LitElement} from 'lit';
import 'web-engagement';
import 'web-engagement/timeline.js';
import {WebEngagementElement} from 'web-engagement/element.js';
import {createVisitStore} from 'web-engagement/engagement.js';
import {AvayaJourneyClient} from 'web-engagement/avaya.js';
import {ConfigurationError, MonitoringClient} from 'web-engagement/liveperson.js';

// What scripts/release/test-ranges.ts runs in an app that itself depends on what the package does: each dependency must be
// there once, and work.

/** @param {boolean} holds @param {string} what */
function expect(holds, what) {
  if (!holds) throw new Error(`Expected ${what}`);
}

const names = ['lit', 'zod', 'idb-keyval'];
for (const name of names) {
  expect(!existsSync(`node_modules/web-engagement/node_modules/${name}`), `a single copy of ${name}`);
}
expect(WebEngagementElement.prototype instanceof LitElement, "the element to be one of the app's Lit");
expect(createVisitStore({key: 'app'}).storage === 'indexeddb', 'a store');

const answer = {visitorId: 'visitor', sessionId: 'session', engagementDetails: [{status: 'expose', campaignId: 5}]};
const fetch = () => Promise.resolve(new globalThis.Response(JSON.stringify(answer)));
const account = {host: 'platform.example', accountId: '12345678', appInstallationId: 'app', fetch};
const client = new MonitoringClient(account);
const {engagementDetails} = await client.engage({entryPoints: ['sec://Sport']});
expect(engagementDetails[0]?.campaignId === '5', 'an answer that is read');
const refusal = await client.engage({entryPoints: ['nowhere']}).catch((error) => error);
expect(refusal instanceof ConfigurationError, 'a parameter that is refused');

const avaya = {
  baseUrl: 'https://platform.example',
  accountId: 'ABCDEF',
  fetch: () => Promise.resolve(new globalThis.Response('[]')),
};
const getCredentials = () => Promise.resolve({appkey: 'key', token: 'token'});
const malformed = new AvayaJourneyClient({...avaya, getCredentials}).getEngagement(
  '8e557fd6-580a-43b3-8cf9-db8169f4af5a',
);
expect((await malformed.catch((error) => error.name)) === 'MalformedAnswerError', 'an answer that is refused');

const versions = names.map((name) => {
  const {version} = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  return `${name} ${version}`;
});
console.log(versions.join(', '));
