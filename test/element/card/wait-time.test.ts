import {aTimeout, expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {WaitTime} from '../../../src/element/card/details/wait-time.js';
import type {Offer} from '../../../src/engagement/offer.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {createStage, exposed, inConversation, offer} from '../../support/element/element-session.js';
import {isRendered, mount, mountIn, part, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

type Wait = WebEngagementElement['waitTime'];

const text = (element: Element): string | undefined => part(element, 'wait')?.textContent;

/** Mounts an invitation and waits for its card. */
async function mountCard(
  properties: Partial<WebEngagementElement>,
  amounts: Partial<Offer> = {},
): Promise<WebEngagementElement> {
  const stage = createStage({type: 'expose', offer: {...offer, ...amounts}});
  const element = await mountIn('expose', stage, properties);
  await waitUntil(() => isRendered(element, 'card'), 'the card comes', 3_000);
  await settle(element);
  return element;
}

/** A wait time that the test answers. */
function createQuestion() {
  let answer: (seconds: number | undefined) => void = () => undefined;
  let calls = 0;
  const waitTime = (): Promise<number | undefined> => {
    calls++;
    return new Promise((resolve) => (answer = resolve));
  };
  return {waitTime, answer: (seconds: number | undefined) => answer(seconds), calls: () => calls};
}

/** Rejects with what need not be an error. */
async function refuse(reason: unknown): Promise<never> {
  await Promise.resolve();
  throw reason as Error;
}

describe('The wait', () => {
  for (const [seconds, minutes] of [
    [0.4, '1 minute'],
    [59, '1 minute'],
    [60, '1 minute'],
    [61, '2 minutes'],
    [90, '2 minutes'],
    [3_600, '60 minutes'],
  ] as const) {
    it(`is rounded up to whole minutes: ${minutes} for ${seconds} s`, async () => {
      const element = await mountCard({waitTime: () => Promise.resolve(seconds)});
      expect(text(element)).to.equal(`Typical wait: about ${minutes}.`);
    });
  }

  const unknown: [title: string, waitTime: unknown][] = [
    ['nothing', () => Promise.resolve(undefined)],
    ['null', () => Promise.resolve(null)],
    ['0', () => Promise.resolve(0)],
    ['less than 0', () => Promise.resolve(-60)],
    ['no number', () => Promise.resolve(NaN)],
    ['for ever', () => Promise.resolve(Infinity)],
    ['years', () => Promise.resolve(1e9)],
    ['a text', () => Promise.resolve('120')],
    ['a list', () => Promise.resolve([120])],
    ['markup', () => Promise.resolve('<b>2 minutes</b>')],
    ['a rejection', () => Promise.reject(new Error('No answer'))],
    ['a rejection without an error', () => refuse(undefined)],
    [
      'a throw',
      () => {
        throw new Error('No function');
      },
    ],
    ['something that pretends to be a promise', () => ({then: 'soon'})],
    [
      'a promise that throws',
      () => ({
        then: () => {
          throw new Error('Not a promise');
        },
      }),
    ],
    ['no function', 120],
  ];
  for (const [title, waitTime] of unknown) {
    it(`is not there when the page answers with ${title}`, async () => {
      const element = await mountCard({waitTime: waitTime as Wait});
      expect(part(element, 'wait')).to.equal(null);
      expect(isRendered(element, 'accept')).to.be.true;
    });
  }

  it('is taken from a plain number, too', async () => {
    const element = await mountCard({waitTime: (() => 120) as unknown as Wait});
    expect(text(element)).to.contain('2 minutes');
  });

  it('comes together with the card', async () => {
    const {waitTime, answer, calls} = createQuestion();
    const element = mount(createStage(exposed), {waitTime});
    await waitUntil(() => calls() === 1);
    await settle(element);
    expect(isRendered(element, 'card')).to.be.false;
    answer(120);
    await waitUntil(() => isRendered(element, 'card'));
    expect(isRendered(element, 'wait')).to.be.true;
  });

  it('keeps no card waiting that would wait for ever', async () => {
    const element = await mountCard({waitTime: () => new Promise(() => undefined)});
    expect(part(element, 'wait')).to.equal(null);
  });

  it('makes the card grow away from the corner when it is known late', async () => {
    const {waitTime, answer} = createQuestion();
    const element = await mountCard({waitTime});
    const {bottom, top} = part(element, 'card')!.getBoundingClientRect();
    answer(120);
    await waitUntil(() => isRendered(element, 'wait'));
    const after = part(element, 'card')!.getBoundingClientRect();
    expect(after.bottom).to.be.closeTo(bottom, 0.5);
    expect(after.top).to.be.below(top);
  });

  it('is asked for when the page learns late how to', async () => {
    const element = await mountCard({});
    element.waitTime = () => Promise.resolve(120);
    await waitUntil(() => isRendered(element, 'wait'));
  });

  it('is not asked for again when the card is folded and opened', async () => {
    let calls = 0;
    const element = await mountCard({waitTime: () => Promise.resolve(60 * ++calls)});
    for (const act of [() => element.hide(), () => element.show()]) {
      act();
      await settle(element);
    }
    expect([calls, text(element)]).to.deep.equal([1, 'Typical wait: about 1 minute.']);
  });

  it('is not asked for in a conversation', async () => {
    let calls = 0;
    const waitTime = () => Promise.resolve(++calls);
    const element = await mountIn('conversation', createStage(inConversation), {
      waitTime,
      endConversation: () => Promise.resolve(),
    });
    await waitUntil(() => isRendered(element, 'end'));
    expect([calls, part(element, 'wait')]).to.deep.equal([0, null]);
  });

  it('is the offer’s when the page says nothing', async () => {
    const element = await mountCard({}, {waitSeconds: 150});
    expect(text(element)).to.equal('Typical wait: about 3 minutes.');
  });

  it('is the page’s rather than the offer’s', async () => {
    const element = await mountCard({waitTime: () => Promise.resolve(60)}, {waitSeconds: 150});
    expect(text(element)).to.equal('Typical wait: about 1 minute.');
  });

  for (const [locale, expected] of [
    ['de', 'Wartezeit meist etwa 2 Minuten.'],
    ['ar', 'مدة الانتظار عادةً: دقيقتان تقريبًا.'],
    ['ja', '待ち時間の目安：2分。'],
  ] as const) {
    it(`is told in the language ${locale}`, async () => {
      const element = await mountCard({locale, waitTime: () => Promise.resolve(120)});
      expect(text(element)).to.equal(expected);
    });
  }

  for (const [locale, expected] of [
    ['fr', 'Environ 2 minutes'],
    ['my own language', 'Environ 2 minutes'],
  ] as const) {
    it(`is told in sentences of the page’s own in “${locale}”`, async () => {
      const messages = {wait: 'Environ {duration}'};
      const element = await mountCard({locale, messages, waitTime: () => Promise.resolve(120)});
      expect(text(element)).to.equal(expected);
    });
  }

  it('is text, whatever the page makes of the sentence', async () => {
    const element = await mountCard({
      messages: {wait: '<img src=x onerror="alert(1)"> $& {duration}'},
      waitTime: () => Promise.resolve(60),
    });
    expect(text(element)).to.equal('<img src=x onerror="alert(1)"> $& 1 minute');
    expect(element.shadowRoot!.querySelectorAll('img')).to.have.lengthOf(0);
  });

  it('is left out when the page’s sentence is none', async () => {
    const messages = {wait: 5, peopleAhead: null} as unknown as WebEngagementElement['messages'];
    const element = await mountCard({messages}, {waitSeconds: 60, peopleAhead: 3});
    expect(part(element, 'wait')).to.equal(null);
  });

  it('is accessible', async () => {
    const element = await mountCard({waitTime: () => Promise.resolve(120)}, {peopleAhead: 3});
    await expectAccessible(element);
  });

  it('disturbs nothing when the element goes before the answer', async () => {
    const {waitTime, answer, calls} = createQuestion();
    const element = mount(createStage(exposed), {waitTime});
    await waitUntil(() => calls() === 1);
    element.remove();
    await aTimeout(0);
    answer(120);
    await settle(element);
    expect(part(element, 'card')).to.equal(null);
  });

  it('disturbs nothing when the offer goes before the answer', async () => {
    const {waitTime, answer, calls} = createQuestion();
    const stage = createStage(exposed);
    const element = mount(stage, {waitTime});
    await waitUntil(() => calls() === 1);
    stage.say({type: 'withdraw', offerId: offer.id});
    stage.say({type: 'expose', offer: {...offer, id: 'offer-2', peopleAhead: 1}});
    answer(120);
    await waitUntil(() => isRendered(element, 'wait'));
    expect(text(element)).to.equal('Typical wait: about 2 minutes. 1 person ahead of you.');
  });
});

describe('The people ahead', () => {
  const counts: [locale: string, count: unknown, expected: string | undefined][] = [
    ['en', 1, '1 person ahead of you.'],
    ['en', 9, '9 people ahead of you.'],
    ['en', 1_234, '1,234 people ahead of you.'],
    ['de', 1, 'Noch 1 Person vor Ihnen.'],
    ['ar', 1, 'شخص واحد قبلك.'],
    ['ar', 2, 'شخصان قبلك.'],
    ['ar', 3, '3 أشخاص قبلك.'],
    ['ar', 11, '11 شخصًا قبلك.'],
    ['ar', 100, '100 شخص قبلك.'],
    ['en', 0, undefined],
    ['en', -1, undefined],
    ['en', 1.5, undefined],
    ['en', '9', undefined],
  ];
  for (const [locale, count, expected] of counts) {
    it(`are told in ${locale} for ${JSON.stringify(count)} as ${expected ?? 'nothing'}`, async () => {
      const element = await mountCard({locale}, {peopleAhead: count as number});
      // Arabic may be written with either kind of digits.
      const said = text(element)?.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
      expect(said).to.equal(expected);
    });
  }
});

describe('Asking for the wait', () => {
  /** A wait time over a clock and a page in the test's hands. */
  function createWait() {
    let now = 5_000;
    let calls = 0;
    let updates = 0;
    let wake: () => void = () => undefined;
    const page = {hidden: false};
    const host = {waitTime: () => Promise.resolve(60 * ++calls), requestUpdate: () => (updates += 1)};
    const sleep = (_delay: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        wake = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const wait = new WaitTime(host, {now: () => now, sleep, page});
    return {
      wait,
      page,
      host,
      calls: () => calls,
      updates: () => updates,
      pass: (duration: number) => (now += duration),
      wake: async () => {
        wake();
        await aTimeout(0);
      },
    };
  }

  it('happens once a minute at most', async () => {
    const {wait, pass, calls} = createWait();
    await wait.ask();
    pass(59_999);
    await wait.ask();
    expect([calls(), wait.secondsOf({})]).to.deep.equal([1, 60]);
    pass(1);
    await wait.ask();
    expect([calls(), wait.secondsOf({})]).to.deep.equal([2, 120]);
  });

  it('does not happen while an answer is due', async () => {
    const {wait, host, pass} = createWait();
    let calls = 0;
    host.waitTime = () => new Promise(() => calls++);
    void wait.ask();
    pass(120_000);
    await wait.ask();
    expect(calls).to.equal(1);
  });

  it('forgets an answer that is followed by none', async () => {
    const {wait, host, pass} = createWait();
    await wait.ask();
    host.waitTime = () => Promise.reject(new Error('No answer'));
    pass(60_000);
    await wait.ask();
    expect(wait.secondsOf({waitSeconds: 10})).to.equal(undefined);
  });

  it('is due each minute while the card is visible on a visible page', async () => {
    const {wait, page, updates, wake} = createWait();
    wait.start();
    await wake();
    expect(updates()).to.equal(1);
    page.hidden = true;
    await wake();
    expect(updates()).to.equal(1);
    page.hidden = false;
    await wake();
    expect(updates()).to.equal(2);
    wait.stop();
    await wake();
    expect(updates()).to.equal(2);
  });
});
