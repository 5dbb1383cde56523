import {expect} from '@open-wc/testing';
import type {Fetch} from '../../../../src/http/request.js';
import {MalformedAnswerError, TimeoutError, TooLargeError} from '../../../../src/http/errors.js';
import {RefusedError} from '../../../../src/vendors/genesys/reconnection.js';
import type {NotificationAddressee} from '../../../../src/vendors/genesys/transport.js';
import {createBayeuxTransport, type BayeuxTransportOptions} from '../../../../src/vendors/genesys/transports/bayeux.js';
import {BayeuxServer, FakeWebSocket, type Script} from '../../../support/servers/bayeux-server.js';
import {listenBy, settle, type Heard} from '../../../support/listening.js';
import {createTestClock, type TestClock} from '../../../support/fakes/test-clock.js';
import {waitUntil} from '../../../support/wait-until.js';

interface Stage extends Heard {
  readonly server: BayeuxServer;
  readonly clock: TestClock;
  /** Waits until the server got this many messages of a type. */
  gets(type: string, times: number): Promise<void>;
}

interface Wishes extends Partial<BayeuxTransportOptions> {
  readonly script?: Script;
  readonly addressee?: Partial<NotificationAddressee>;
}

function listen(url: string, {script, addressee, ...options}: Wishes = {}): Stage {
  const server = new BayeuxServer(script);
  const clock = createTestClock({start: 0, jumps: true});
  const {sleep, now} = clock;
  const {fetch, webSocket} = server;
  const transport = createBayeuxTransport({url, fetch, webSocket, sleep, now, random: () => 0, ...options});
  const gets = (type: string, times: number): Promise<void> =>
    waitUntil(() => server.received(type).length >= times, `gets ${times} ${type}`);
  return {...listenBy(transport, addressee), server, clock, gets};
}

const typesOf = ({server}: Stage): readonly (readonly string[])[] =>
  server.batches.map((batch) => batch.map(({channel}) => channel.slice('/meta/'.length)));

const longPolling = 'https://contact.example/cometd?tenant=secret';
const webSocket = 'wss://contact.example/cometd?tenant=secret';

const unknownSession = {
  successful: false,
  error: '402:client-1:unknown',
  advice: {reconnect: 'handshake', interval: 0},
};

for (const [wire, url, connectionType] of [
  ['long-polling', longPolling, 'long-polling'],
  ['WebSocket', webSocket, 'websocket'],
] as const) {
  describe(`The Bayeux transport by ${wire}`, () => {
    it('shakes hands, subscribes and connects together, and then lets the server hold one connect', async () => {
      const stage = listen(url);
      await stage.gets('connect', 2);
      await settle();
      stage.stop();
      expect(typesOf(stage).slice(0, 3)).to.deep.equal([['handshake'], ['subscribe', 'connect'], ['connect']]);
      const [handshake, subscribe, first, held] = stage.server.batches.flat();
      expect(handshake).to.deep.equal({
        channel: '/meta/handshake',
        version: '1.0',
        supportedConnectionTypes: [connectionType],
      });
      expect(subscribe).to.deep.include({clientId: 'client-1', subscription: '/notification/VISIT'});
      expect(first).to.deep.include({clientId: 'client-1', connectionType, advice: {timeout: 0}});
      expect(held).to.deep.equal({channel: '/meta/connect', clientId: 'client-1', connectionType});
    });

    it('passes on what is published for the visit, and nothing else', async () => {
      const {gets, hears, server, messages, stop} = listen(url);
      await gets('connect', 2);
      server.publish(
        {channel: '/notification/OTHER', data: 1},
        {channel: '/notification/VISIT/more', data: 2},
        {channel: '/meta/other', data: 3},
        {channel: '/notification/VISIT', data: [{page: 'PAGE'}]},
        {channel: '/notification/VISIT', data: 'a text'},
      );
      await hears('message', 2);
      stop();
      expect(messages()).to.deep.equal([[{page: 'PAGE'}], 'a text']);
    });

    it('hears one publication after the other, and waits for none', async () => {
      const {gets, hears, server, messages, clock, stop} = listen(url);
      for (const nth of [1, 2, 3]) {
        await gets('connect', wire === 'WebSocket' ? 2 : nth + 1);
        server.publish({channel: '/notification/VISIT', data: nth});
        await hears('message', nth);
      }
      stop();
      expect(messages()).to.deep.equal([1, 2, 3]);
      expect(clock.pauses).to.deep.equal([]);
    });

    it('says that it is open once the session is known to work', async () => {
      let answerNow: () => void = () => undefined;
      const waiting = new Promise<void>((resolve) => (answerNow = resolve));
      const server = new BayeuxServer();
      const {take} = server;
      server.take = (messages) =>
        take.call(server, messages).map((answer) => (messages.length > 1 ? waiting.then(() => answer) : answer));
      const {hears, count, stop} = listen(url, {fetch: server.fetch, webSocket: server.webSocket});
      await waitUntil(() => server.received('connect').length > 0);
      await settle();
      expect(count('open')).to.equal(0);
      answerNow();
      await hears('open');
      stop();
    });

    it('is not open when the subscription is denied, and tries again with longer and longer pauses', async () => {
      const script: Script = (type) => (type === 'subscribe' ? {successful: false, error: '403::denied'} : undefined);
      const {gets, count, clock, stop} = listen(url, {script});
      await gets('subscribe', 4);
      stop();
      expect(count('open')).to.equal(0);
      expect(clock.pauses.slice(0, 3)).to.deep.equal([1_000, 2_000, 4_000]);
    });

    it('sends a new ticket with each handshake', async () => {
      let tickets = 0;
      const getTicket = (visitId: string): Promise<string> => Promise.resolve(`${visitId} ${++tickets}`);
      const script: Script = (type) => (type === 'connect' ? unknownSession : undefined);
      const {gets, server, stop} = listen(url, {script, addressee: {getTicket}});
      await gets('handshake', 2);
      stop();
      expect(
        server
          .received('handshake')
          .slice(0, 2)
          .map(({ext}) => ext),
      ).to.deep.equal([{ticket: 'VISIT 1'}, {ticket: 'VISIT 2'}]);
    });

    for (const [title, getTicket] of [
      ['is refused', () => Promise.reject(new Error('no ticket'))],
      ['is no text', () => Promise.resolve({} as string)],
    ] as const) {
      it(`counts it as a failed attempt when the ticket ${title}`, async () => {
        const {hears, server, stop} = listen(url, {addressee: {getTicket}});
        await hears('retry', 2);
        stop();
        expect(server.batches).to.have.lengthOf(0);
      });
    }

    it('shakes hands at most 4 times in 10 s and 6 times in 30 s when the session is never known', async () => {
      const times: number[] = [];
      const script: Script = (type) => {
        if (type === 'handshake') times.push(clock.now());
        return type === 'connect' ? unknownSession : undefined;
      };
      const {gets, clock, events, stop} = listen(url, {script});
      await gets('handshake', 7);
      stop();
      expect([10_000, 30_000].map((limit) => times.filter((at) => at < limit).length)).to.deep.equal([4, 5]);
      expect(events.map(({type}) => type)).not.to.include('open');
    });

    it('F18: waits longer and longer for a server that works for a moment only', async () => {
      const script: Script = (type, nth) => (type === 'connect' && nth !== 3 ? unknownSession : undefined);
      const {gets, clock, stop} = listen(url, {script});
      await gets('handshake', 4);
      stop();
      expect(clock.pauses.slice(0, 3)).to.deep.equal([1_000, 2_000, 4_000]);
    });

    for (const [title, answer] of [
      ['says so', {advice: {reconnect: 'handshake'}}],
      ['knows the session no more', {successful: false, error: '402::session_unknown'}],
      ['refuses a connect and advises to retry', {successful: false, advice: {reconnect: 'retry'}}],
      ['does not say that it succeeded', {successful: undefined}],
    ] as const) {
      it(`shakes hands again when the server ${title}`, async () => {
        const script: Script = (type, nth) => (type === 'connect' && nth === 2 ? answer : undefined);
        const stage = listen(url, {script});
        await stage.gets('connect', 4);
        stage.stop();
        expect(typesOf(stage)[3]).to.deep.equal(['handshake']);
        expect(stage.server.received('connect')[3]?.clientId).to.equal('client-2');
      });
    }

    for (const type of ['handshake', 'subscribe', 'connect']) {
      it(`gives up when the answer to ${type} advises not to reconnect`, async () => {
        const refusal = {successful: false, error: '403:VISIT:denied', advice: {reconnect: 'none'}};
        const {hears, events, server, errors, stop} = listen(url, {
          script: (asked) => (asked === type ? refusal : undefined),
        });
        await hears('trouble');
        const {length} = server.batches;
        await settle();
        stop();
        expect(server.batches).to.have.lengthOf(length);
        expect(events.map((event) => event.type)).to.deep.equal(['trouble']);
        expect(errors()[0]).to.be.instanceOf(RefusedError);
        expect(errors()[0]?.message).to.match(
          /^Refused on \/meta\/\w+, code 403: (POST https|WebSocket wss):.*\/cometd$/,
        );
      });
    }

    it('gives up when an answer that succeeded advises not to reconnect', async () => {
      const script: Script = (type, nth) =>
        type === 'connect' && nth === 2 ? {advice: {reconnect: 'none'}} : undefined;
      const {hears, server, stop} = listen(url, {script});
      await hears('trouble');
      stop();
      expect(server.received('connect')).to.have.lengthOf(2);
    });

    it('waits as long as the server advises before it connects again', async () => {
      const advice = {interval: 2_000};
      const script: Script = (type, nth) => (type === 'connect' && nth <= 4 ? {advice} : undefined);
      const {gets, clock, stop} = listen(url, {script});
      await gets('connect', 4);
      stop();
      expect(clock.pauses.slice(0, 3)).to.deep.equal([2_000, 2_000, 2_000]);
    });

    it('keeps to an advice until another one comes', async () => {
      const script: Script = (type) =>
        type === 'handshake' ? {clientId: 'c', advice: {interval: 3_000}} : {advice: {}};
      const {gets, clock, stop} = listen(url, {script});
      await gets('connect', 4);
      stop();
      expect(clock.pauses.slice(0, 2)).to.deep.equal([3_000, 3_000]);
    });

    it('asks a server that holds nothing back once a second at most', async () => {
      const times: number[] = [];
      const script: Script = (type) => {
        if (type === 'connect') times.push(clock.now());
        return type === 'connect' ? {advice: {interval: 0, timeout: 0}} : undefined;
      };
      const {gets, clock, stop} = listen(url, {script});
      await gets('connect', 5);
      stop();
      expect(times.slice(0, 5)).to.deep.equal([0, 0, 1_000, 2_000, 3_000]);
    });

    it('does not run after a server that repeats itself without end', async () => {
      const script: Script = (type) => {
        if (type === 'connect') server.publish({channel: '/notification/VISIT', data: 'again'});
        return type === 'connect' ? {advice: {interval: 0, timeout: 0}} : undefined;
      };
      const {gets, server, clock, stop} = listen(url, {script});
      await gets('connect', 110);
      stop();
      expect(clock.pauses.slice(0, 5)).to.deep.equal([1_000, 1_000, 1_000, 1_000, 1_000]);
    });

    for (const interval of ['soon', -1, null, 1e12]) {
      it(`takes an advised interval of ${String(interval)} for what a server can mean`, async () => {
        const script: Script = (type) => (type === 'connect' ? {advice: {interval}} : undefined);
        const {gets, clock, stop} = listen(url, {script});
        await gets('connect', 3);
        stop();
        expect(clock.pauses[0]).to.equal(interval === 1e12 ? 600_000 : 1_000);
      });
    }

    for (const timeout of [300, -1_000, 'long', undefined]) {
      it(`waits for a held answer when the server advises a timeout of ${String(timeout)}`, async () => {
        const {gets, server, hears, count, stop} = listen(url, {
          slack: 200,
          script: (type) => (type === 'handshake' ? {clientId: 'c', advice: {timeout}} : undefined),
        });
        await gets('connect', 2);
        // A connection that fails when the slack alone is over tells when that is.
        const hasty = listen(url, {
          slack: 200,
          script: (type) => (type === 'handshake' ? {clientId: 'h', advice: {timeout: 0}} : 'drop'),
        });
        await hasty.hears('retry');
        hasty.stop();
        server.publish({channel: '/notification/VISIT', data: 1});
        await hears('message');
        stop();
        expect(count('retry')).to.equal(0);
      });
    }

    for (const type of ['handshake', 'connect']) {
      it(`takes the server for dead when it never answers ${type}`, async () => {
        const {hears, errors, stop} = listen(url, {
          slack: 40,
          script: (asked) => {
            if (asked === type) return type === 'connect' ? 'drop' : 'hold';
            return asked === 'handshake' ? {clientId: 'c', advice: {timeout: 30}} : undefined;
          },
        });
        await hears('retry');
        stop();
        expect(errors()[0]).to.be.instanceOf(TimeoutError);
        expect(errors()[0]?.message).to.contain(`within ${type === 'connect' ? 70 : 40} ms`);
      });
    }

    it('resumes the session after a lost connection, so that it hears what came meanwhile', async () => {
      let tickets = 0;
      const getTicket = (): Promise<string> => Promise.resolve(`T${++tickets}`);
      const stage = listen(url, {addressee: {getTicket}});
      await stage.gets('connect', 2);
      stage.server.cut();
      await stage.gets('connect', 4);
      stage.stop();
      expect(typesOf(stage)[3]).to.deep.equal(['subscribe', 'connect']);
      expect(stage.server.received('connect')[2]?.clientId).to.equal('client-1');
      expect(stage.count('open')).to.equal(2);
      expect(tickets).to.equal(1);
    });

    it('shakes hands when the server cannot be reached at once after a lost connection', async () => {
      const stage = listen(url);
      await stage.gets('connect', 2);
      stage.server.isDown = true;
      stage.server.cut();
      await stage.hears('retry', 2);
      stage.server.isDown = false;
      await stage.gets('handshake', 2);
      stage.stop();
      expect(typesOf(stage)[3]).to.deep.equal(['handshake']);
    });

    it('shakes hands when the server does not know the session to be resumed', async () => {
      const script: Script = (type, nth) => (type === 'connect' && nth === 3 ? unknownSession : undefined);
      const stage = listen(url, {script});
      await stage.gets('connect', 2);
      stage.server.cut();
      await stage.gets('connect', 4);
      stage.stop();
      expect(typesOf(stage).slice(3, 5)).to.deep.equal([['subscribe', 'connect'], ['handshake']]);
      expect(stage.server.received('connect')[3]?.clientId).to.equal('client-2');
    });

    it('says good-bye when it is stopped, and nothing after it', async () => {
      const {gets, server, events, stop} = listen(url);
      await gets('connect', 2);
      const reported = events.length;
      stop();
      await gets('disconnect', 1);
      server.publish({channel: '/notification/VISIT', data: 1});
      await settle();
      expect(server.batches.at(-1)).to.deep.equal([{channel: '/meta/disconnect', clientId: 'client-1'}]);
      expect(events).to.have.lengthOf(reported);
    });

    it('says no good-bye without a session', async () => {
      const {gets, server, events, stop} = listen(url, {script: () => 'hold'});
      await gets('handshake', 1);
      stop();
      await settle();
      expect([server.batches.length, events.length]).to.deep.equal([1, 0]);
    });

    it('sends nothing when it is stopped at once, or before its ticket comes', async () => {
      for (const getTicket of [undefined, () => settle().then(() => 'T')]) {
        const {server, events, stop} = listen(url, {addressee: {getTicket}});
        stop();
        await settle();
        await settle();
        expect([server.batches.length, server.sockets.length, events.length]).to.deep.equal([0, 0, 0]);
      }
    });

    it('names neither query nor ids in its errors', async () => {
      const getTicket = (): Promise<string> => Promise.resolve('TICKET');
      const script: Script = (type) => {
        if (type === 'connect') return {...unknownSession, error: '402:client-1:/notification/VISIT TICKET'};
        return undefined;
      };
      const {hears, errors, stop} = listen(url, {script, addressee: {getTicket}});
      await hears('retry');
      stop();
      expect(errors()[0]?.message).to.match(/^Refused on \/meta\/connect, code 402: /);
      expect(errors()[0]?.message).not.to.match(/secret|VISIT|TICKET|client-1/);
    });
  });
}

describe('The Bayeux transport by long-polling', () => {
  it('posts JSON with the cookies that the server binds sessions to', async () => {
    const {gets, server, stop} = listen(longPolling);
    await gets('connect', 2);
    stop();
    await gets('disconnect', 1);
    for (const {method, credentials, headers} of server.requests) {
      expect([method, credentials, new Headers(headers).get('content-type')]).to.deep.equal([
        'POST',
        'include',
        'application/json',
      ]);
    }
    expect(server.requests.map(({keepalive}) => keepalive)).to.deep.equal([undefined, undefined, undefined, true]);
  });

  it('stops the request that the server holds', async () => {
    const {gets, server, stop} = listen(longPolling);
    await gets('connect', 2);
    expect(server.requests[2]?.signal?.aborted).to.equal(false);
    stop();
    expect(server.requests[2]?.signal?.aborted).to.equal(true);
  });

  for (const [title, respond, message] of [
    ['an error', () => new Response('[]', {status: 503}), /^Refused with status 503: POST/],
    ['a page', () => new Response('<!doctype html>'), /^Malformed answer, expected JSON: POST/],
    ['nothing', () => new Response(''), /^Malformed answer, expected JSON, got an empty body: POST/],
    ['an empty list', () => new Response('[]'), /^Refused on \/meta\/handshake, code none: POST/],
    ['a list of nothing', () => new Response('[null, 1, "x", []]'), /^Refused on \/meta\/handshake, code none: POST/],
    ['more than it reads', () => new Response(' '.repeat(262_145)), /^Expected an answer of at most 262144 bytes/],
    ['no network', () => Promise.reject(new TypeError('failed')), /^No answer: POST/],
  ] as const) {
    it(`tries again when the server answers with ${title}`, async () => {
      const {hears, errors, stop} = listen(longPolling, {fetch: async () => respond()});
      await hears('retry', 2);
      stop();
      expect(errors()[0]?.message).to.match(message);
    });
  }

  it('takes a single message for a list of one', async () => {
    const {hears, errors, stop} = listen(longPolling, {
      fetch: async () => new Response('{"channel": "/meta/handshake", "successful": true, "clientId": "c"}'),
    });
    await hears('retry');
    stop();
    expect(errors()[0]?.message).to.match(/^Refused on \/meta\/subscribe, code none/);
  });

  it('does not mind when nobody hears its good-bye', async () => {
    const escaped: unknown[] = [];
    const note = ({reason}: PromiseRejectionEvent): number => escaped.push(reason);
    addEventListener('unhandledrejection', note);
    const server = new BayeuxServer();
    let farewells = 0;
    const fetch: Fetch = async (input, init) => {
      if (!init.keepalive) return server.fetch(input, init);
      farewells++;
      throw new TypeError('gone');
    };
    const {stop} = listen(longPolling, {fetch});
    await waitUntil(() => server.received('connect').length > 1);
    stop();
    await settle();
    removeEventListener('unhandledrejection', note);
    expect(farewells).to.equal(1);
    expect(escaped).to.deep.equal([]);
  });
});

describe('The Bayeux transport by WebSocket', () => {
  it('closes the socket when it is stopped', async () => {
    const {gets, server, stop} = listen(webSocket);
    await gets('connect', 2);
    stop();
    await gets('disconnect', 1);
    expect(server.sockets[0]?.readyState).to.equal(3);
  });

  it('closes a socket that is not open yet when it is stopped while it resumes a session', async () => {
    const server = new BayeuxServer();
    const late = new FakeWebSocket(() => undefined);
    let opened = 0;
    const open = function (url: string) {
      return ++opened === 1 ? new server.webSocket(url) : late;
    } as unknown as new (url: string) => WebSocket;
    const {stop} = listen(webSocket, {webSocket: open});
    await waitUntil(() => server.received('connect').length > 1);
    server.cut();
    await waitUntil(() => opened > 1);
    stop();
    await settle();
    expect(late.readyState).to.equal(3);
  });

  for (const [title, data, kind] of [
    ['what is no JSON', 'hello', MalformedAnswerError],
    ['bytes', new ArrayBuffer(8), MalformedAnswerError],
    ['a text that is too long', ' '.repeat(262_145), TooLargeError],
  ] as const) {
    it(`connects anew when the server sends ${title}`, async () => {
      const {gets, hears, server, errors, stop} = listen(webSocket);
      await gets('connect', 2);
      server.sockets[0]?.say(data);
      await hears('retry');
      stop();
      expect(errors()[0]).to.be.instanceOf(kind);
      expect(server.sockets[0]?.readyState).to.equal(3);
    });
  }

  it('tries again when the browser refuses to open a socket', async () => {
    const refuse = function () {
      throw new DOMException('no', 'SecurityError');
    } as unknown as new (url: string) => WebSocket;
    const {hears, stop} = listen(webSocket, {webSocket: refuse});
    await hears('retry', 2);
    stop();
  });

  it('notices a socket that closes while it pauses', async () => {
    const script: Script = (type, nth) => (type === 'connect' && nth === 1 ? {advice: {interval: 5_000}} : undefined);
    let resume: () => void = () => undefined;
    let isPausing = false;
    const {hears, server, stop} = listen(webSocket, {
      script,
      sleep: (delay) => {
        isPausing = true;
        return delay === 5_000 ? new Promise((resolve) => (resume = resolve)) : Promise.resolve();
      },
    });
    await waitUntil(() => isPausing);
    server.cut();
    resume();
    await hears('retry');
    stop();
  });
});
