import {aTimeout, expect} from '@open-wc/testing';
import {createStage, exposed, offer} from '../support/element/element-session.js';
import {isRendered, mount, mountIn, part, record, settle} from '../support/element/mount.js';
import {frames} from '../support/frames.js';
import {waitUntil} from '../support/wait-until.js';

const everyEvent = [
  'engagement-show',
  'engagement-statechange',
  'engagement-shown',
  'engagement-hidden',
  'engagement-retry',
  'engagement-error',
];

describe('An element on the page', () => {
  it('is idle and empty before it is there', () => {
    const element = document.createElement('web-engagement');
    expect([element.state, element.offer, element.storage]).to.deep.equal(['idle', undefined, 'memory']);
  });

  it('starts its session once', async () => {
    const stage = createStage();
    await mountIn('connecting', stage);
    expect(stage.starts()).to.equal(1);
  });

  it('tells every state, with its cause', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const changes: unknown[] = [];
    element.addEventListener('engagement-statechange', ({detail}) => changes.push(detail));
    element.addEventListener('engagement-accept', (event) => event.preventDefault());
    stage.say(exposed);
    await element.updateComplete;
    element.accept();
    expect(changes).to.deep.equal([
      {from: 'connecting', to: 'expose', cause: 'expose'},
      {from: 'expose', to: 'accepted', cause: 'accept'},
    ]);
    expect(element.offer).to.equal(offer);
  });

  it('has one custom state at a time, in time for the event that tells it', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const names = ['idle', 'connecting', 'unavailable', 'expose', 'conversation', 'accepted', 'dismissed', 'failed'];
    const seen: string[][] = [names.filter((name) => element.matches(`:state(${name})`))];
    element.addEventListener('engagement-statechange', () =>
      seen.push(names.filter((name) => element.matches(`:state(${name})`))),
    );
    stage.say(exposed);
    element.dismiss();
    expect(seen).to.deep.equal([['connecting'], ['expose'], ['dismissed']]);
  });

  it('tells retries and failures, and shows nothing of them', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const heard = record(element, 'engagement-retry', 'engagement-error');
    stage.say({type: 'retry', attempt: 2, delay: 3_000, cause: new Error('No answer')});
    stage.say({type: 'fail', error: new Error('No answer')});
    await settle(element);
    expect(heard).to.deep.equal(['engagement-retry', 'engagement-error']);
    expect(element.state).to.equal('failed');
    expect(isRendered(element, 'launcher')).to.be.false;
  });

  it('shows a session that had its offer before', async () => {
    const stage = createStage(exposed);
    const stop = new AbortController();
    stage.session.start(stop.signal);
    await aTimeout(0);
    expect(stage.session.state.name).to.equal('expose');
    const element = mount(stage);
    await waitUntil(() => isRendered(element, 'card'), 'the card is there');
    expect(stage.starts()).to.equal(1);
    stop.abort();
  });

  it('asks again on refresh(), without taking away what is there', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    await waitUntil(() => stage.acts.length > 0, 'it is shown, and nothing more is to come');
    const heard = record(element, ...everyEvent);
    element.refresh();
    await aTimeout(0);
    await settle(element);
    expect(stage.starts()).to.equal(2);
    expect(isRendered(element, 'card')).to.be.true;
    expect(heard).to.be.empty;
  });

  it('sends reports through its session', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const cart = {type: 'cart', total: 11.7, numItems: 6} as const;
    await element.report([cart]);
    expect(stage.reports).to.deep.equal([[cart]]);
  });

  it('tells of a report that failed, and does not reject', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    stage.session.report = () => Promise.reject(new Error('Refused'));
    const heard = record(element, 'engagement-error');
    await element.report([]);
    expect(heard).to.have.lengthOf(1);
  });

  it('forgets the visitor on reset()', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    await element.reset();
    await settle(element);
    expect(element.state).to.equal('idle');
    expect(isRendered(element, 'card')).to.be.false;
  });

  it('does not throw when its methods are called too early', async () => {
    const element = document.createElement('web-engagement');
    element.refresh();
    element.show();
    element.hide();
    element.accept();
    element.dismiss();
    await element.report([]);
    await element.reset();
    expect(element.state).to.equal('idle');
  });

  it('tells of a session that cannot be run, and does not throw', async () => {
    const element = document.createElement('web-engagement');
    const heard = record(element, 'engagement-error');
    Object.assign(element, {session: {}});
    document.body.append(element);
    await waitUntil(() => heard.length > 0);
    expect(heard).to.have.lengthOf(1);
    element.remove();
  });
});

describe('Moving an element', () => {
  const moves: [title: string, move: (element: Element, target: Element) => void][] = [
    ['append()', (element, target) => target.append(element)],
    [
      'remove() and append()',
      (element, target) => {
        element.remove();
        target.append(element);
      },
    ],
    [
      'moveBefore(), where there is one',
      (element, target) => {
        if ((target as Partial<Element>).moveBefore) target.moveBefore(element, null);
        else target.append(element);
      },
    ],
  ];
  for (const [title, move] of moves) {
    it(`by ${title} restarts nothing and keeps the card open`, async () => {
      const stage = createStage(exposed);
      const element = await mountIn('expose', stage);
      await waitUntil(() => stage.acts.length > 0, 'it is shown, and nothing more is to come');
      const heard = record(element, ...everyEvent);
      const target = element.parentElement!.appendChild(document.createElement('div'));
      move(element, target);
      await frames(3);
      await settle(element);
      expect(element.parentElement === target).to.be.true;
      expect(stage.starts()).to.equal(1);
      expect(stage.isRunning()).to.be.true;
      expect(isRendered(element, 'card')).to.be.true;
      expect(heard.filter((name) => name !== 'engagement-hidden' && name !== 'engagement-shown')).to.be.empty;
    });
  }
});

describe('Removing an element', () => {
  it('ends its session and takes everything away', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    element.remove();
    await aTimeout(0);
    expect(stage.isRunning()).to.be.false;
    expect(part(element, 'card') === null && part(element, 'launcher') === null).to.be.true;
    expect(element.state).to.equal('idle');
  });

  it('ends what it tells, though its session lives on elsewhere', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const elsewhere = new AbortController();
    stage.session.start(elsewhere.signal);
    element.remove();
    await aTimeout(0);
    const heard = record(element, ...everyEvent);
    stage.say(exposed);
    expect(stage.session.state.name).to.equal('expose');
    expect(heard).to.be.empty;
    elsewhere.abort();
  });

  it('is no end: back on the page it starts again', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    const {parentElement} = element;
    element.remove();
    await aTimeout(0);
    parentElement!.append(element);
    await aTimeout(0);
    await settle(element);
    expect(stage.starts()).to.equal(2);
    expect(isRendered(element, 'card')).to.be.true;
  });
});
