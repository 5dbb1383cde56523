import {expect} from '@open-wc/testing';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import type {EngagementSource} from '../../src/engagement/source.js';
import {readNotifications, type Notification} from '../../src/vendors/genesys/notification.js';
import {keepConnected} from '../../src/vendors/genesys/reconnection.js';
import {GliaClient} from '../../src/vendors/glia/glia-client.js';
import {checkSubject} from '../../src/vendors/liveperson/identities.js';
import {
  ExternalEngagementClient,
  LoadingAccountError,
  lookUpHost,
  MonitoringClient,
} from '../../src/vendors/liveperson/index.js';
import {readEngageAnswer} from '../../src/vendors/liveperson/monitoring/engage-answer.js';
import {createFakeFetch} from '../support/fakes/fake-fetch.js';
import {createMemoryVisits} from '../support/fakes/memory-visits.js';
import {createTestClock} from '../support/fakes/test-clock.js';
import {rejection} from '../support/rejection.js';

const answer = {visitorId: 'v', sessionId: 's'};
const usable = {campaignId: '1', status: 'expose'};

describe('F15: A list in an answer', () => {
  for (const [title, entries] of [
    ['null', [null, usable]],
    ['text and numbers', ['x', 7, true, [], usable]],
    ['an entry that cannot be read', [{campaignId: {}}, usable]],
  ] as const) {
    it(`may hold ${title} beside what is usable`, () => {
      expect(readEngageAnswer({...answer, engagementDetails: entries}).data?.engagementDetails).to.deep.equal([usable]);
    });
  }

  it('of nothing that is usable holds no engagement, unless it is malformed', () => {
    const read = (engagementDetails: unknown) => readEngageAnswer({...answer, engagementDetails});
    expect(read([null, 3]).data?.engagementDetails).to.deep.equal([]);
    expect(read([{campaignId: {}}]).problem).to.contain('engagementDetails');
  });
});

describe('F16: The data of a notification', () => {
  const profile = {visitID: 'v', engagementID: 'e', title: 'May we help?'};
  const read = (message: object): Notification | undefined => readNotifications({page: 'p', ...message})[0];

  it('means the same under the name of the parameter as without it', () => {
    const engage = {channel: 'engage', data: profile};
    expect(read({...engage, data: {ixnProfile: profile}})).to.deep.equal(read(engage));
    const noengage = {channel: 'noengage', data: {visitID: 'v', engagementID: 'e'}};
    expect(read({...noengage, data: {cancelData: noengage.data}})).to.deep.equal(read(noengage));
  });

  for (const [title, message] of [
    ['other fields only', {channel: 'engage', data: {foo: 1}}],
    ['the other parameter', {channel: 'noengage', data: {ixnProfile: profile}}],
    ['the parameter of a cancellation', {channel: 'engage', data: {cancelData: {visitID: 'v'}}}],
    ['a parameter with other fields', {channel: 'engage', data: {ixnProfile: {foo: 1}}}],
    ['a parameter that is text', {channel: 'engage', data: {ixnProfile: 'x'}}],
  ] as const) {
    it(`cannot be read when it holds ${title}`, () => {
      expect(read(message)?.type).to.equal('malformed');
    });
  }
});

describe('F17: A call with thousands of messages', () => {
  it('is refused as one', () => {
    expect(() => readNotifications(`[${'1,'.repeat(32_000)}1]`)).to.throw('Expected at most 100 notifications');
    expect(readNotifications(Array.from({length: 100}, () => ({channel: 'c'})))).to.have.lengthOf(100);
  });
});

describe('F18: A connection that is lost as soon as it works', () => {
  it('is opened again after longer and longer pauses', async () => {
    const {sleep, now, pauses, advance} = createTestClock({jumps: true});
    const stop = new AbortController();
    let connections = 0;
    await keepConnected(
      (markStable) => {
        markStable();
        advance(connections === 8 ? 6_000 : 100);
        if (++connections === 10) stop.abort();
        return Promise.reject(new Error('lost'));
      },
      {signal: stop.signal, onPause: () => undefined, sleep, now, random: () => 0},
    );
    expect(pauses).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 1_000]);
  });
});

describe('F19: An id of a visitor', () => {
  for (const text of [
    '@.'.repeat(2_000) + ' x',
    '@'.repeat(50_000),
    '1 '.repeat(50_000) + 'x',
    'a.@'.repeat(80),
    '@.'.repeat(127),
  ]) {
    it(`is judged at once, though it is ${text.slice(0, 4)}… of ${text.length} characters`, () => {
      const start = performance.now();
      try {
        checkSubject(text, 'sub');
      } catch {
        // It may be refused.
      }
      expect(performance.now() - start).to.be.below(50);
    });
  }

  it('is still refused when it is an e-mail address, or too long', () => {
    for (const address of ['jane@brand.example', 'jane.doe+1@mail.brand.example']) {
      expect(() => checkSubject(address, 'sub')).to.throw('unguessable');
    }
    expect(() => checkSubject('x'.repeat(257), 'sub')).to.throw('at most 256 characters');
  });
});

describe('F20: Sources of a page', () => {
  for (const [title, sources] of [
    ['an object', {}],
    ['a list of nothing', [null]],
    ['an object without start', [{name: 'mine'}]],
    ['text', 'mine'],
  ] as const) {
    it(`that are ${title} are refused with what was expected`, () => {
      const create = () => createEngagementSession({sources: sources as never, visits: createMemoryVisits()});
      expect(create).to.throw('Expected sources to be a list of objects with a name and a function start');
    });
  }

  it('that throw make the session fail, and nothing else', async () => {
    const problem = new Error('of the page');
    const start = (): never => {
      throw problem;
    };
    const source: EngagementSource = {name: 'mine', start};
    const session = createEngagementSession({sources: [source], visits: createMemoryVisits()});
    const life = new AbortController();
    const told = new Promise((resolve) => session.subscribe(({fact}) => fact.type === 'fail' && resolve(fact.error)));
    session.start(life.signal);
    expect([await told, session.state.name]).to.deep.equal([problem, 'failed']);
    life.abort();
  });
});

describe('F22: An id in an answer', () => {
  const long = 'x'.repeat(257);

  for (const body of [
    {...answer, visitorId: long},
    {...answer, sessionId: long},
    {...answer, pageId: long},
    {...answer, engagementDetails: [{...usable, conversationId: long}]},
    {...answer, engagementDetails: [{...usable, campaignId: long}]},
  ]) {
    it(`is refused when ${Object.keys(body).at(-1) ?? ''} is longer than 256 characters`, () => {
      expect(readEngageAnswer(body).problem).to.match(/at most 256 characters|engagementDetails/);
    });
  }

  it('is refused in a message about a loading account, and in a notification', () => {
    const {visitorId} = new LoadingAccountError('', {status: 202, message: `Loading account: a, vid: ${long}`});
    expect(visitorId).to.equal(undefined);
    const [notification] = readNotifications({channel: 'engage', data: {visitID: 'v', engagementID: long}});
    expect(notification?.type).to.equal('malformed');
  });
});

describe('The text that names a visitor', () => {
  for (const message of ['vid: a&sid=evil#', 'vid: a?v=9', 'vid: ../../evil', 'vid: a%26sid%3Devil']) {
    it('C20: cannot add parameters by a message about a loading account', async () => {
      const {visitorId = ''} = new LoadingAccountError('', {status: 202, message: `Loading account: b, ${message}`});
      const {fetch, sent} = createFakeFetch(200, answer);
      await new MonitoringClient({host: 'va.v.example', accountId: 'a', appInstallationId: 'b', fetch}).engage({
        vid: visitorId,
      });
      const [{url} = {url: new URL('about:blank')}] = sent;
      expect([...url.searchParams.keys()]).to.deep.equal(['v', 'vid', 'obh']);
      expect([url.origin, url.hash, url.searchParams.get('v')]).to.deep.equal(['https://va.v.example', '', '1.1']);
    });
  }
});

describe('F23: An argument that no address can hold', () => {
  const half = '\ud800';
  const {fetch, sent} = createFakeFetch(200, answer);
  const account = {host: 'va.v.example', accountId: 'a', appInstallationId: 'b', fetch};
  const glia = new GliaClient({getToken: () => 't', fetch});

  for (const [name, call] of [
    ['GliaClient.getEngagement', () => glia.getEngagement(half)],
    ['GliaClient.endEngagement', () => glia.endEngagement(half)],
    ['GliaClient.exportEngagement', () => glia.exportEngagement(half)],
    ['GliaClient.listEngagements', async () => glia.listEngagements({siteIds: [half]})],
    ['MonitoringClient, accountId', async () => new MonitoringClient({...account, accountId: half})],
    ['MonitoringClient, appInstallationId', async () => new MonitoringClient({...account, appInstallationId: half})],
    ['MonitoringClient.engage, vid', () => new MonitoringClient(account).engage({vid: half})],
    [
      'MonitoringClient.report, sid',
      () => new MonitoringClient(account).report({vid: 'v', sid: half, engagementAttributes: []}),
    ],
    ['lookUpHost', () => lookUpHost(half, {fetch})],
    ['ExternalEngagementClient', async () => new ExternalEngagementClient({host: 'a.example', accountId: half})],
  ] as const) {
    it(`is refused by ${name}`, async () => {
      expect(((await rejection(call() as Promise<unknown>)) as Error).name).to.equal('ConfigurationError');
      expect(sent).to.deep.equal([]);
    });
  }
});
