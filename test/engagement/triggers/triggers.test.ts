import {expect} from '@open-wc/testing';
import {createExitTrigger} from '../../../src/engagement/triggers/exit-trigger.js';
import {createHoursTrigger} from '../../../src/engagement/triggers/hours-trigger.js';
import {createScrollTrigger} from '../../../src/engagement/triggers/scroll-trigger.js';
import type {Trigger} from '../../../src/engagement/triggers/trigger.js';
import {createTriggers} from '../../../src/engagement/triggers/triggers.js';
import {createUrlTrigger} from '../../../src/engagement/triggers/url-trigger.js';
import {createTestClock} from '../../support/fakes/test-clock.js';

/** Starts a trigger and records what it tells. */
function start(trigger: Trigger) {
  const told: string[] = [];
  const life = new AbortController();
  trigger.start(
    (isMet, isNewRoute) => told.push(`${isMet ? 'met' : 'unmet'}${isNewRoute ? ', new route' : ''}`),
    life.signal,
  );
  return {told, stop: () => life.abort()};
}

class FakePage extends EventTarget {
  innerHeight = 500;
  scrollY = 0;
  readonly document = {readyState: 'complete' as DocumentReadyState, documentElement: {scrollHeight: 1_500}};

  scrollTo(y: number): void {
    this.scrollY = y;
    this.dispatchEvent(new Event('scroll'));
  }
}

describe('show-after-scroll', () => {
  it('waits until so much of the page has been scrolled through, and tells it once', () => {
    const page = new FakePage();
    const {told} = start(createScrollTrigger(50, page));
    page.scrollTo(499);
    expect(told).to.deep.equal([]);
    page.scrollTo(500);
    page.scrollTo(900);
    expect(told).to.deep.equal(['met']);
  });

  it('counts a page that cannot be scrolled as seen, once it is there as a whole', () => {
    const page = new FakePage();
    page.document.documentElement.scrollHeight = 500;
    page.document.readyState = 'loading';
    const {told} = start(createScrollTrigger(50, page));
    expect(told).to.deep.equal([]);
    page.document.readyState = 'complete';
    page.dispatchEvent(new Event('load'));
    expect(told).to.deep.equal(['met']);
  });

  it('tells nothing after its end', () => {
    const page = new FakePage();
    const {told, stop} = start(createScrollTrigger(50, page));
    stop();
    page.scrollTo(1_000);
    expect(told).to.deep.equal([]);
  });
});

describe('show-on-exit', () => {
  const leave = (clientY: number, isFine: boolean): readonly string[] => {
    const documentElement = new EventTarget();
    const {told} = start(createExitTrigger({document: {documentElement}, matchMedia: () => ({matches: isFine})}));
    documentElement.dispatchEvent(new MouseEvent('mouseleave', {clientY}));
    return told;
  };

  it('waits until the pointer leaves the page at its top', () => {
    expect(leave(-1, true)).to.deep.equal(['met']);
  });

  it('is not met by a pointer that leaves elsewhere, nor by a finger', () => {
    expect([...leave(300, true), ...leave(-1, false)]).to.deep.equal([]);
  });
});

class FakeRoutes extends EventTarget {
  location = {href: 'https://brand.example/'};
  readonly navigation: EventTarget | undefined;

  constructor(hasNavigation: boolean) {
    super();
    this.navigation = hasNavigation ? new EventTarget() : undefined;
  }

  push(path: string): void {
    this.location = {href: new URL(path, this.location.href).href};
    this.navigation?.dispatchEvent(new Event('currententrychange'));
  }
}

describe('show-on-url', () => {
  it('is met at addresses that fit, and tells of each other page of the app', () => {
    const page = new FakeRoutes(true);
    const {told, stop} = start(createUrlTrigger('/checkout/* /basket', page));
    page.push('/checkout/2');
    page.push('/checkout/2#top');
    page.push('/shoes');
    page.push('/basket?x=1');
    stop();
    page.push('/checkout/3');
    expect(told).to.deep.equal(['unmet', 'met, new route', 'unmet, new route', 'met, new route']);
  });

  it('looks at the address once a second where there is no Navigation API', async () => {
    const page = new FakeRoutes(false);
    const {sleep, pass} = createTestClock();
    const {told} = start(createUrlTrigger('#/basket', page, sleep));
    page.push('#/basket');
    await pass(999);
    expect(told).to.deep.equal(['unmet']);
    await pass(1);
    expect(told).to.deep.equal(['unmet', 'met, new route']);
    page.push('#/');
    page.dispatchEvent(new Event('popstate'));
    expect(told.at(-1)).to.equal('unmet, new route');
  });

  for (const [pattern, address, isMet] of [
    ['/a.b', 'https://brand.example/aXb', false],
    ['/a', 'https://brand.example/a/b', false],
    ['/*?step=*', 'https://brand.example/a?step=2', true],
    ['/*?step=*', 'https://brand.example/a', false],
    ['https://www.brand.example/*', 'https://www.brand.example/a?b#c', true],
    ['https://www.brand.example/*', 'https://brand.example/a', false],
  ] as const) {
    it(`${isMet ? 'takes' : 'leaves'} ${address} for ${pattern}`, () => {
      const page = new FakeRoutes(true);
      page.location = {href: address};
      expect(start(createUrlTrigger(pattern, page)).told).to.deep.equal([isMet ? 'met' : 'unmet']);
    });
  }
});

describe('hours', () => {
  const berlin = 'Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00';
  // 2026-11-27 is a Friday. Berlin is an hour ahead of UTC then.
  for (const [hours, at, isMet] of [
    [berlin, '2026-11-27T08:00Z', true],
    [berlin, '2026-11-27T07:59Z', false],
    [berlin, '2026-11-27T16:00Z', false],
    [berlin, '2026-11-28T12:59Z', true],
    [berlin, '2026-11-29T12:00Z', false],
    [berlin, '2026-07-03T07:00Z', true],
    ['America/New_York Mo-Su 09:00-17:00', '2026-11-27T14:00Z', true],
    ['UTC 22:00-02:00', '2026-11-27T01:59Z', true],
    ['UTC Fr 22:00-02:00', '2026-11-28T01:59Z', true],
    ['UTC Fr 22:00-02:00', '2026-11-27T01:59Z', false],
    ['UTC Sa-Mo 00:00-24:00', '2026-11-29T23:59Z', true],
    ['UTC Sa-Mo 00:00-24:00', '2026-11-27T23:59Z', false],
  ] as const) {
    it(`${hours} are ${isMet ? '' : 'not '}at ${at}`, () => {
      const {sleep} = createTestClock();
      const {told, stop} = start(createHoursTrigger(hours, {now: () => Date.parse(at), sleep}));
      expect(told).to.deep.equal([isMet ? 'met' : 'unmet']);
      stop();
    });
  }

  it('begin and end while the page is open', async () => {
    const clock = createTestClock({start: Date.parse('2026-11-27T08:58:30Z')});
    const {told, stop} = start(createHoursTrigger('UTC Fr 09:00-09:02', clock));
    await clock.pass(89_999);
    expect(told).to.deep.equal(['unmet']);
    await clock.pass(1);
    expect(told).to.deep.equal(['unmet', 'met']);
    await clock.pass(120_000);
    expect(told).to.deep.equal(['unmet', 'met', 'unmet']);
    stop();
    await clock.pass(60_000);
    expect(clock.sleepers()).to.equal(0);
  });
});

describe('Triggers that cannot be read', () => {
  for (const [settings, message] of [
    [{showAfterScroll: 0}, 'Expected showAfterScroll to be above 0 and at most 100, got 0; it is ignored'],
    [{showAfterScroll: NaN}, 'Expected showAfterScroll to be above 0 and at most 100, got NaN; it is ignored'],
    [
      {showOnUrl: 'checkout'},
      'Expected showOnUrl to be patterns that begin with /, # or https://, got "checkout"; it is ignored',
    ],
    [
      {hours: 'Mars/Olympus Mo-Fr 09:00-17:00'},
      'Expected hours to be like "Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00", got "Mars/Olympus Mo-Fr 09:00-17:00"; it is ignored',
    ],
    [
      {hours: 'Mo-Fr 9-17'},
      'Expected hours to be like "Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00", got "Mo-Fr 9-17"; it is ignored',
    ],
  ] as const) {
    it(`are ignored, and told: ${JSON.stringify(settings)}`, () => {
      const {problems, conditions, moments} = createTriggers(settings);
      expect([problems.map((error) => error.message), conditions, moments]).to.deep.equal([[message], [], []]);
    });
  }

  it('are none where nothing is set', () => {
    expect(createTriggers({})).to.deep.equal({conditions: [], moments: [], problems: []});
  });
});
