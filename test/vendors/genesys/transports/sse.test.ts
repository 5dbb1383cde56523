import {expect} from '@open-wc/testing';
import {NetworkError} from '../../../../src/http/errors.js';
import {createSseTransport, type SseTransportOptions} from '../../../../src/vendors/genesys/transports/sse.js';
import type {NotificationAddressee} from '../../../../src/vendors/genesys/transport.js';
import {createEventSources, type FakeEventSource} from '../../../support/fakes/fake-event-source.js';
import {listenBy, settle, type Heard} from '../../../support/listening.js';
import {createTestClock, type TestClock} from '../../../support/fakes/test-clock.js';
import {waitUntil} from '../../../support/wait-until.js';

const url = 'https://contact.example/server/notifications';

interface Stage extends Heard {
  readonly clock: TestClock;
  /** Waits for the `nth` stream to be asked for, counted from 1. */
  stream(nth: number): Promise<FakeEventSource>;
  readonly streams: readonly FakeEventSource[];
}

function listen(options: Partial<SseTransportOptions> = {}, addressee?: Partial<NotificationAddressee>): Stage {
  const {eventSource, streams} = createEventSources();
  const clock = createTestClock({start: 0, jumps: true});
  const {sleep, now} = clock;
  const transport = createSseTransport({url, eventSource, sleep, now, random: () => 0, ...options});
  return Object.assign(listenBy(transport, addressee), {
    clock,
    streams,
    stream: async (nth: number) => {
      await waitUntil(() => streams.length >= nth, `opens stream ${nth}`);
      return streams[nth - 1]!;
    },
  });
}

describe('The SSE transport', () => {
  for (const [title, template, addressee, expected] of [
    ['sends visit and page in the query', url, {}, '?visit=VISIT&page=PAGE'],
    ['keeps the query there is', `${url}?tenant=7`, {}, '?tenant=7&visit=VISIT&page=PAGE'],
    ['leaves out a page that is not known', url, {pageId: undefined}, '?visit=VISIT'],
    ['escapes ids in the query', url, {visitId: 'a&b=c', pageId: '#'}, '?visit=a%26b%3Dc&page=%23'],
    ['fills in a visit', `${url}?v={visitId}`, {}, '?v=VISIT&page=PAGE'],
    ['fills in visit and page', `${url}/{visitId}/{pageId}`, {}, '/VISIT/PAGE'],
    ['fills in nothing for a page that is not known', `${url}/{pageId}/x`, {pageId: undefined}, '//x?visit=VISIT'],
    ['escapes ids that it fills in', `${url}/{visitId}/x`, {visitId: '../?#'}, '/..%2F%3F%23/x?page=PAGE'],
    ['asks for a ticket', url, {getTicket: async (id: string) => `T ${id}`}, '?visit=VISIT&page=PAGE&ticket=T+VISIT'],
  ] as const) {
    it(title, async () => {
      const {stream, stop} = listen({url: template}, addressee);
      expect((await stream(1)).url.href).to.equal(url + expected);
      stop();
    });
  }

  it('tells the address that tabs can share, without ids', () => {
    expect(createSseTransport({url: `${url}/{visitId}`}).address).to.equal(`${url}/{visitId}`);
  });

  it('passes on the text of messages as it is', async () => {
    const {stream, messages, events, stop} = listen();
    const source = await stream(1);
    source.onopen?.();
    const texts = ['{"page":"PAGE"}', 'no JSON', ''];
    for (const data of texts) source.send(data);
    expect(messages()).to.deep.equal(texts);
    expect(events[0]).to.deep.equal({type: 'open'});
    stop();
  });

  it('closes a stream that fails before the browser reconnects it, and opens a new one with a new ticket', async () => {
    let tickets = 0;
    const {stream, stop} = listen({}, {getTicket: () => Promise.resolve(`T${++tickets}`)});
    const first = await stream(1);
    first.onerror?.();
    expect(first.isClosed).to.equal(true);
    expect((await stream(2)).url.searchParams.get('ticket')).to.equal('T2');
    stop();
  });

  it('reports each opening, and each loss with the pause that follows', async () => {
    const {stream, events, stop} = listen();
    for (const nth of [1, 2]) {
      const source = await stream(nth);
      source.onopen?.();
      source.onerror?.();
    }
    await stream(3);
    expect(events.map((event) => [event.type, 'delay' in event && event.delay])).to.deep.equal([
      ['open', false],
      ['retry', 1_000],
      ['open', false],
      ['retry', 2_000],
    ]);
    stop();
  });

  it('goes on after the last event that came, with its id in the query', async () => {
    const {stream, stop} = listen();
    const first = await stream(1);
    first.send('[]', undefined, 'a-1');
    first.send('[]');
    first.onerror?.();
    expect((await stream(2)).url.searchParams.get('lastEventId')).to.equal('a-1');
    stop();
  });

  it('goes on from where another tab was, or from where the server said that the stream begins', async () => {
    const {stream, events, stop} = listen({}, {position: 'a-1'});
    const first = await stream(1);
    expect(first.url.searchParams.get('lastEventId')).to.equal('a-1');
    first.sendRetry('0', 'a-2');
    expect(events).to.deep.equal([{type: 'open', position: 'a-2'}]);
    first.onerror?.();
    expect((await stream(2)).url.searchParams.get('lastEventId')).to.equal('a-2');
    stop();
  });

  for (const [data, pause] of [
    ['7000', 7_000],
    ['5', 1_000],
    ['3600000', 60_000],
    ['soon', 1_000],
  ] as const) {
    it(`comes back after ${pause} ms when the server wants ${data}`, async () => {
      const {stream, clock, stop} = listen();
      const first = await stream(1);
      first.sendRetry(data);
      first.onerror?.();
      await stream(2);
      expect(clock.pauses).to.deep.equal([pause]);
      stop();
    });
  }

  for (const [title, act, pauses] of [
    ['counts on after a stream that only opened', (source: FakeEventSource) => source.onopen?.(), [1_000, 2_000]],
    [
      'counts on after a stream that was open for less than 5 s',
      (source: FakeEventSource, clock: TestClock) => {
        source.onopen?.();
        clock.advance(4_999);
      },
      [1_000, 2_000],
    ],
    [
      'counts on after a stream that did not open within 5 s',
      (_: FakeEventSource, clock: TestClock) => clock.advance(60_000),
      [1_000, 2_000],
    ],
    [
      'counts anew after a stream that was open for 5 s',
      (source: FakeEventSource, clock: TestClock) => {
        source.onopen?.();
        clock.advance(5_000);
      },
      [1_000, 1_000],
    ],
    [
      'F18: does not count anew after a stream that brought a message and was lost at once',
      (source: FakeEventSource) => {
        source.onopen?.();
        source.send('[]');
      },
      [1_000, 2_000],
    ],
  ] as const) {
    it(title, async () => {
      const {stream, clock, stop} = listen();
      (await stream(1)).onerror?.();
      const second = await stream(2);
      act(second, clock);
      second.onerror?.();
      await stream(3);
      expect(clock.pauses).to.deep.equal(pauses);
      stop();
    });
  }

  for (const [title, getTicket] of [
    ['is refused', () => Promise.reject(new Error('no ticket'))],
    [
      'throws',
      () => {
        throw new Error('no ticket');
      },
    ],
    ['is no text', () => Promise.resolve(7 as unknown as string)],
    ['is missing', () => Promise.resolve(undefined as unknown as string)],
  ] as const) {
    it(`counts it as a failed attempt when the ticket ${title}`, async () => {
      const {hears, streams, stop} = listen({}, {getTicket});
      await hears('retry', 2);
      stop();
      expect(streams).to.have.lengthOf(0);
    });
  }

  it('counts it as a failed attempt when the browser takes no such stream', async () => {
    const eventSource = function () {
      throw new DOMException('no', 'SyntaxError');
    } as unknown as new (url: string) => EventSource;
    const {hears, stop} = listen({eventSource});
    await hears('retry', 2);
    stop();
  });

  it('names neither ids nor ticket nor query in its errors', async () => {
    const getTicket = (): Promise<string> => Promise.resolve('TICKET');
    const {stream, errors, stop} = listen({url: `${url}/{visitId}?secret=1`}, {getTicket});
    (await stream(1)).onerror?.();
    await stream(2);
    expect(errors()[0]).to.be.instanceOf(NetworkError);
    expect(errors()[0]?.message).to.equal(`No answer: GET ${url}/{visitId}`);
    stop();
  });

  it('closes the stream when it is stopped, and reports nothing any more', async () => {
    const {stream, streams, stop, events} = listen();
    const source = await stream(1);
    stop();
    expect(source.isClosed).to.equal(true);
    await settle();
    expect([streams.length, events.length]).to.deep.equal([1, 0]);
  });

  it('opens no stream when it is stopped before the ticket comes', async () => {
    let give: (ticket: string) => void = () => undefined;
    const {streams, stop, events} = listen({}, {getTicket: () => new Promise((resolve) => (give = resolve))});
    await settle();
    stop();
    give('T');
    await settle();
    expect([streams.length, events.length]).to.deep.equal([0, 0]);
  });

  it('opens no stream when it is stopped at once', async () => {
    const {streams, stop, events} = listen();
    stop();
    await settle();
    expect([streams.length, events.length]).to.deep.equal([0, 0]);
  });
});
