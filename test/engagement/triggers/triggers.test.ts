import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
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

  it('looks again when the window or the page has another height, and keeps nobody from scrolling', () => {
    const page = new FakePage();
    const passive: unknown[] = [];
    const listen = page.addEventListener.bind(page);
    page.addEventListener = (type, listener, options) => {
      passive.push((options as AddEventListenerOptions).passive);
      listen(type, listener, options);
    };
    const {told} = start(createScrollTrigger(100, page));
    page.scrollY = 500;
    page.innerHeight = 1_000;
    page.dispatchEvent(new Event('resize'));
    expect(told).to.deep.equal(['met']);
    expect(passive).to.deep.equal([true, true, true]);
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
  const open = (isFine: boolean) => {
    const documentElement = new EventTarget();
    const queries: string[] = [];
    const matchMedia = (query: string): {matches: boolean} => {
      queries.push(query);
      return {matches: isFine};
    };
    const trigger = createExitTrigger({document: {documentElement}, matchMedia});
    const leaveAt = (clientY: number): unknown =>
      documentElement.dispatchEvent(new MouseEvent('mouseleave', {clientY}));
    return {...start(trigger), leaveAt, queries};
  };
  const leave = (clientY: number, isFine: boolean): readonly string[] => {
    const {told, leaveAt} = open(isFine);
    leaveAt(clientY);
    return told;
  };

  it('waits until the pointer leaves the page at its top', () => {
    expect([...leave(-1, true), ...leave(0, true)]).to.deep.equal(['met', 'met']);
  });

  it('is not met by a pointer that leaves elsewhere, nor by a finger', () => {
    expect([...leave(300, true), ...leave(1, true), ...leave(-1, false)]).to.deep.equal([]);
  });

  it('asks for a device whose pointer hovers over a page, and is no finger', () => {
    const {leaveAt, queries} = open(true);
    leaveAt(-1);
    expect(queries).to.deep.equal(['(hover: hover) and (pointer: fine)']);
  });

  it('tells nothing after its end', () => {
    const {told, stop, leaveAt} = open(true);
    stop();
    leaveAt(-1);
    expect(told).to.deep.equal([]);
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
  it('does not look at the address time and again where the Navigation API tells of it', () => {
    const {sleep, pauses} = createTestClock();
    const {stop} = start(createUrlTrigger('/*', new FakeRoutes(true), sleep));
    stop();
    expect(pauses).to.deep.equal([]);
  });

  for (const name of ['popstate', 'hashchange']) {
    it(`hears of another address by ${name}, until its end`, () => {
      const page = new FakeRoutes(true);
      const {told, stop} = start(createUrlTrigger('#/basket', page));
      page.location = {href: 'https://brand.example/#/basket'};
      page.dispatchEvent(new Event(name));
      expect(told).to.deep.equal(['unmet', 'met, new route']);
      stop();
      page.location = {href: 'https://brand.example/'};
      page.dispatchEvent(new Event(name));
      expect(told).to.deep.equal(['unmet', 'met, new route']);
    });
  }

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
    ['http://brand.example/*', 'http://brand.example/a', true],
    ['  /a   /b  ', 'https://brand.example/b', true],
    ['  /a   /b  ', 'https://brand.example/', false],
    ['/a', 'https://brand.example/a?b=c#d', true],
    ['/a?b=c', 'https://brand.example/a?b=c#d', true],
    ['/a#d', 'https://brand.example/a?b=c#d', true],
    ['/a?b=c#d', 'https://brand.example/a?b=c#d', true],
    ['/a#d', 'https://brand.example/a#e', false],
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

  it('are looked at when a minute of the clock begins', async () => {
    const clock = createTestClock({start: Date.parse('2026-11-27T08:58:10Z')});
    const {told, stop} = start(createHoursTrigger('UTC Fr 08:59-09:02', clock));
    await clock.pass(50_000);
    expect(told).to.deep.equal(['unmet', 'met']);
    stop();
  });

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
    [{showAfterScroll: 101}, 'Expected showAfterScroll to be above 0 and at most 100, got 101; it is ignored'],
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

  for (const [patterns, got] of [
    ['', ''],
    ['  ', '  '],
    ['/a b/c', 'b/c'],
    ['/a ftp://brand.example/', 'ftp://brand.example/'],
    ['brand.example#/a', 'brand.example#/a'],
  ] as const) {
    it(`name the first address that is none: ${JSON.stringify(patterns)}`, () => {
      const {problems} = createTriggers({showOnUrl: patterns});
      const message = `Expected showOnUrl to be patterns that begin with /, # or https://, got ${JSON.stringify(got)}; it is ignored`;
      expect(problems.map((error) => error.message)).to.deep.equal([message]);
      expect(problems[0]).to.be.instanceOf(ConfigurationError).with.property('setting', 'showOnUrl');
    });
  }

  it('are none where nothing is set', () => {
    expect(createTriggers({})).to.deep.equal({conditions: [], moments: [], problems: []});
  });
});

describe('Triggers of a page', () => {
  it('are conditions of the address and the time, and moments of the visitor', () => {
    const {conditions, moments, problems} = createTriggers({
      showAfterScroll: 100,
      showOnExit: true,
      showOnUrl: '/*',
      hours: 'UTC 00:00-24:00',
    });
    expect([conditions, moments].map((triggers) => triggers.map(({name}) => name))).to.deep.equal([
      ['showOnUrl', 'hours'],
      ['showAfterScroll', 'showOnExit'],
    ]);
    expect(problems).to.deep.equal([]);
  });

  it('do not wait for the pointer where the page has said no', () => {
    expect(createTriggers({showOnExit: false}).moments).to.deep.equal([]);
  });
});
