import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {EngagementAcceptEvent} from '../../../src/tag/event-classes.js';
import {createStage, exposed, inConversation, offer, type Stage} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

/** Collects what is written to the console while `act` runs. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const {warn} = console;
  const lines: string[] = [];
  console.warn = (line: string) => lines.push(line);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return lines;
}

/** A promise that a test keeps or breaks. */
function createPromise(): {promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void} {
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((keep, refuse) => ([resolve, reject] = [keep, refuse]));
  return {promise, resolve, reject};
}

const states = [
  {fact: exposed, button: 'accept', event: 'engagement-accept', handler: 'onAccept', follows: 'accepted'},
  {fact: inConversation, button: 'resume', event: 'engagement-resume', handler: 'onResume', follows: 'conversation'},
] as const;

for (const {fact, button, event, handler, follows} of states) {
  describe(`The button that leads from ${fact.type} into a conversation`, () => {
    let stage: Stage;
    let errors: Error[];
    beforeEach(() => {
      stage = createStage(fact);
      errors = [];
    });

    async function open(properties: Partial<WebEngagementElement> = {}): Promise<WebEngagementElement> {
      const element = await mountIn(fact.type as 'expose', stage, properties);
      element.addEventListener('engagement-error', ({detail}) => errors.push(detail.error));
      return element;
    }

    /** The state, whether the card is there, and what the platform has heard of an acceptance. */
    const outcome = (element: WebEngagementElement) => [
      element.state,
      isRendered(element, 'card'),
      stage.acts.includes('accepted'),
    ];
    const untouched = [fact.type, true, false];
    const done = [follows, false, follows === 'accepted'];

    async function press(element: WebEngagementElement): Promise<void> {
      part(element, button)!.focus();
      part(element, button)!.click();
      await settle(element);
    }

    for (const [title, properties] of [
      ['nothing says what opens', {}],
      ['there is no address', {openIn: 'tab'}],
      ['the address is unsafe', {openIn: 'popup', conversationUrl: 'javascript:alert(1)'}],
      ['there is no address for the panel', {openIn: 'panel'}],
    ] as const) {
      it(`changes nothing but tells so when ${title}`, async () => {
        await warnings(async () => {
          const element = await open(properties);
          await press(element);
          await waitUntil(() => errors.length > 0);
          expect(outcome(element)).to.deep.equal(untouched);
          expect(element.shadowRoot!.activeElement === part(element, button)).to.be.true;
          expect(errors.map(({name}) => name)).to.deep.equal(['ConfigurationError']);
        });
      });
    }

    it('is known to lead nowhere when the offer comes, in one line', async () => {
      const lines = await warnings(async () => {
        const element = await open();
        element.hide();
        element.show();
        await press(element);
        await waitUntil(() => errors.length > 0);
      });
      expect(lines.map((line) => line.slice(0, 68))).to.deep.equal([
        '<web-engagement>: Expected a way to open the conversation, got none;',
      ]);
    });

    for (const [title, properties] of [
      ['an address', {openIn: 'tab', conversationUrl: 'https://brand.example/chat'}],
      [handler, {[handler]: () => undefined}],
    ] as const) {
      it(`is not complained of with ${title}`, async () => {
        expect(await warnings(() => open(properties))).to.deep.equal([]);
      });
    }

    it('is not complained of when the page says that it listens', async () => {
      const lines = await warnings(async () => {
        const element = await mountIn('connecting', createStage());
        element.setAttribute('open-in', 'event');
        element.session = stage.session;
        await waitUntil(() => isRendered(element, 'card'));
      });
      expect(lines).to.deep.equal([]);
    });

    it('leaves the conversation to a page that prevents the default', async () => {
      const element = await open();
      element.addEventListener(event, (request) => request.preventDefault());
      await press(element);
      expect(outcome(element)).to.deep.equal(done);
      expect(errors).to.be.empty;
    });

    it(`leaves it to ${handler}, which gets the event`, async () => {
      const calls: unknown[] = [];
      const call = ({type, detail}: Event & {detail: unknown}): unknown => calls.push([type, detail]);
      const element = await open({[handler]: call});
      const heard = record(element, event);
      await press(element);
      await waitUntil(() => !isRendered(element, 'card'));
      expect(calls).to.deep.equal([[event, {offer: 'offer' in fact ? fact.offer : offer}]]);
      expect([heard, outcome(element), errors]).to.deep.equal([[event], done, []]);
    });

    it(`does not call ${handler} when a listener has prevented the default`, async () => {
      let calls = 0;
      const element = await open({[handler]: () => calls++});
      element.addEventListener(event, (request) => request.preventDefault());
      await press(element);
      expect([calls, outcome(element)]).to.deep.equal([0, done]);
    });

    const waits: [title: string, wait: (element: WebEngagementElement, promise: Promise<unknown>) => void][] = [
      [
        'waitUntil()',
        (element, promise) =>
          element.addEventListener(event, (request) => {
            request.preventDefault();
            request.waitUntil(promise);
          }),
      ],
      [`a promise of ${handler}`, (element, promise) => Object.assign(element, {[handler]: () => promise})],
    ];
    for (const [title, wait] of waits) {
      it(`waits for ${title}, and asks the page once meanwhile`, async () => {
        const element = await open();
        const {promise, resolve} = createPromise();
        wait(element, promise);
        const heard = record(element, event);
        await press(element);
        await press(element);
        const {ariaDisabled, ariaBusy} = part(element, button)!;
        expect([ariaDisabled, ariaBusy, heard, outcome(element)]).to.deep.equal(['true', 'true', [event], untouched]);
        resolve();
        await waitUntil(() => !isRendered(element, 'card'));
        expect([outcome(element), errors]).to.deep.equal([done, []]);
      });

      it(`keeps the offer when ${title} is rejected, as if nothing had happened`, async () => {
        const element = await open();
        const {promise, reject} = createPromise();
        wait(element, promise);
        await press(element);
        const problem = new Error('Not logged in');
        reject(problem);
        await waitUntil(() => errors.length > 0);
        await settle(element);
        const {ariaDisabled, ariaBusy} = part(element, button)!;
        expect([errors[0] === problem, errors.length, ariaDisabled, ariaBusy]).to.deep.equal([true, 1, null, null]);
        expect(outcome(element)).to.deep.equal(untouched);
        expect(element.shadowRoot!.activeElement === part(element, button)).to.be.true;
      });
    }

    it(`keeps the offer when ${handler} throws`, async () => {
      const problem = new Error('No chat today');
      const fail = (): never => {
        throw problem;
      };
      const element = await open({[handler]: fail});
      await press(element);
      await waitUntil(() => errors.length > 0);
      expect([errors[0] === problem, outcome(element)]).to.deep.equal([true, untouched]);
    });

    it('makes an error of whatever the page rejects with', async () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- pages do.
      const element = await open({[handler]: () => Promise.reject('closed')});
      await press(element);
      await waitUntil(() => errors.length > 0);
      expect([errors[0] instanceof Error, errors[0]?.cause]).to.deep.equal([true, 'closed']);
    });
  });
}

it('An invitation that the visitor declines while the page is busy stays declined', async () => {
  const stage = createStage(exposed);
  const {promise, resolve} = createPromise();
  const element = await mountIn('expose', stage, {onAccept: (_: EngagementAcceptEvent) => promise});
  element.accept();
  element.dismiss();
  resolve();
  await promise;
  await settle(element);
  expect([element.state, stage.acts.includes('accepted')]).to.deep.equal(['dismissed', false]);
});
