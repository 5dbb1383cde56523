import {expect} from '@open-wc/testing';
import {GatewayClient} from '../../src/vendors/genesys/gateway/gateway-client.js';
import {GliaClient} from '../../src/vendors/glia/glia-client.js';
import {ExternalEngagementClient} from '../../src/vendors/liveperson/handoff/external-engagement/external-engagement-client.js';
import {MonitoringClient} from '../../src/vendors/liveperson/monitoring/monitoring-client.js';
import type {Fetch} from '../../src/http/request.js';

/** What libraries add to the prototypes of what is sent. */
const additions: readonly (readonly [
  title: string,
  prototypes: readonly object[],
  name: string,
  value: () => unknown,
])[] = [
  ['toJSON of arrays', [Array.prototype], 'toJSON', () => 'list'],
  ['toJSON of objects', [Object.prototype], 'toJSON', () => 'object'],
  [
    'toJSON of all kinds',
    [Array.prototype, Object.prototype, String.prototype, Number.prototype],
    'toJSON',
    () => 'any',
  ],
  ['entries of arrays', [Array.prototype], 'entries', () => []],
  ['reduce of arrays', [Array.prototype], 'reduce', () => 0],
];

const identities = [{iss: 'brand', acr: 'loa1', sub: 'a1b2c3d4e5f6'}] as const;
/** A platform writes on a page of its own. */
const answer = JSON.stringify({engagements: [{id: '1'}, {id: '2'}], next_page: null});

/** Sends by every client that has a body, and returns what went out and what came in. */
async function sendAll(): Promise<readonly unknown[]> {
  const bodies: unknown[] = [];
  const fetch: Fetch = (_, {body}) => {
    bodies.push(body);
    return Promise.resolve(new Response(answer, {status: 200}));
  };
  const settle = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  const monitoring = new MonitoringClient({host: 'lp.example', accountId: '1', appInstallationId: 'a', fetch});
  await settle(monitoring.engage({identities, entryPoints: ['sec://Sport'], clientProperties: {appVersion: '2'}}));
  await settle(
    monitoring.report({
      vid: 'v',
      sid: 's',
      identities,
      engagementAttributes: [{type: 'ctmrinfo', info: {ctype: 'vip'}}],
    }),
  );
  const handoff = new ExternalEngagementClient({host: 'lp.example', accountId: '1', fetch});
  await settle(handoff.create({appType: 'IVR', engagementAttributes: [{type: 'ctmrinfo', info: {ctype: 'vip'}}]}));
  const gateway = new GatewayClient({baseUrl: 'https://gateway.example', basePath: '/server', fetch});
  await settle(gateway.engage({visitID: 'v', pageID: 'p', engagementID: 'e', nested: {list: [1, 2]}}));
  const glia = new GliaClient({getToken: () => Promise.resolve('t'), fetch});
  await settle(glia.endEngagement('e', {reason: 'operator_hung_up'}));
  const listed: unknown[] = [];
  for await (const engagement of glia.listEngagements({siteIds: ['s']})) listed.push(engagement.id);
  return [bodies, listed];
}

/** Adds a property to prototypes while something is done. */
async function withAddition<T>(
  prototypes: readonly object[],
  name: string,
  value: unknown,
  act: () => Promise<T>,
): Promise<T> {
  const before = prototypes.map((prototype) => Object.getOwnPropertyDescriptor(prototype, name));
  for (const prototype of prototypes)
    Reflect.defineProperty(prototype, name, {value, configurable: true, writable: true});
  try {
    return await act();
  } finally {
    // Not by what may have been changed.
    for (let index = 0; index < prototypes.length; index++) restore(prototypes[index], name, before[index]);
  }
}

function restore(prototype: object = {}, name: string, own: PropertyDescriptor | undefined): void {
  if (own) Object.defineProperty(prototype, name, own);
  else Reflect.deleteProperty(prototype, name);
}

describe('Clients on a page whose libraries change prototypes', () => {
  it('send the same bytes as on any other, and read the same answers [H18]', async () => {
    const clean = await sendAll();
    expect((clean[0] as unknown[]).length).to.be.above(3);
    for (const [title, prototypes, name, value] of additions) {
      const dirty = await withAddition(prototypes, name, value, sendAll);
      expect(JSON.stringify(dirty), title).to.equal(JSON.stringify(clean));
    }
  });
});
