import {expect} from '@open-wc/testing';
import type {EngagementSource, OfferAct} from '../../src/engagement/source.js';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {exposed, offer} from '../support/element/element-session.js';
import {isRendered, record, settle} from '../support/element/mount.js';
import '../../src/element/define.js';
import {waitUntil} from '../support/wait-until.js';

describe('What a visitor has said of invitations', () => {
  let accountId: string;
  let elements: WebEngagementElement[];

  beforeEach(() => {
    accountId = crypto.randomUUID();
    elements = [];
  });
  afterEach(() => elements.forEach((element) => element.remove()));

  /** Puts an element of the same account on the page, as another page or another tab does. */
  function open(markup: Readonly<Record<string, string>> = {}, acts: OfferAct[] = []): WebEngagementElement {
    const element = document.createElement('web-engagement');
    const source: EngagementSource = {
      name: offer.source,
      start: (report) => report(exposed),
      acknowledge: (act) => acts.push(act),
    };
    Object.assign(element, {accountId, sources: [source]});
    for (const [name, value] of Object.entries(markup)) element.setAttribute(name, value);
    document.body.append(element);
    elements.push(element);
    return element;
  }

  const reaches = (element: WebEngagementElement, state: string): Promise<void> =>
    waitUntil(() => element.state === state, `the element is in the state ${state}`);

  const remembered = () => createVisitStore({key: `/${accountId}/`}).read();

  const refusals: [title: string, refuse: (element: WebEngagementElement) => void][] = [
    ['dismiss()', (element) => element.dismiss()],
    ['snooze()', (element) => element.snooze(3_600)],
    ['optOut()', (element) => element.optOut()],
  ];
  for (const [title, refuse] of refusals) {
    it(`by ${title} holds in another tab and on the next page, and the platform hears of it`, async () => {
      const acts: OfferAct[] = [];
      const [tab, other] = [open({}, acts), open()];
      await Promise.all([reaches(tab, 'expose'), reaches(other, 'expose')]);
      refuse(tab);
      await reaches(other, 'dismissed');
      await settle(other);
      expect(isRendered(other, 'card')).to.be.false;
      tab.remove();
      const next = open();
      await reaches(next, 'dismissed');
      expect([acts.filter((act) => act === 'dismissed').length, next.offer]).to.deep.equal([1, offer]);
    });
  }

  it('tells the page what is wrong with a snooze, once', async () => {
    const element = open();
    await reaches(element, 'expose');
    const errors: Error[] = [];
    element.addEventListener('engagement-error', ({detail}) => errors.push(detail.error));
    element.snooze('an hour' as unknown as number);
    expect(errors.map(({name}) => name)).to.deep.equal(['ConfigurationError']);
  });

  const limits: [markup: Record<string, string>, state: string][] = [
    [{}, 'expose'],
    [{'max-invitations': ''}, 'expose'],
    [{'max-invitations': '2'}, 'expose'],
    [{'max-invitations': '1'}, 'dismissed'],
    [{'max-invitations': '0'}, 'dismissed'],
  ];
  for (const [markup, state] of limits) {
    it(`leads to ${state} after another invitation with ${JSON.stringify(markup)}`, async () => {
      const store = createVisitStore({key: `/${accountId}/`});
      await store.update((visit) => ({...visit, shown: {another: Date.now()}}));
      await reaches(open(markup), state);
    });
  }

  it('does not keep max-invitations="0" given as a number from counting', async () => {
    const element = document.createElement('web-engagement');
    const source: EngagementSource = {name: offer.source, start: (report) => report(exposed)};
    Object.assign(element, {accountId, maxInvitations: 0, sources: [source]});
    document.body.append(element);
    elements.push(element);
    await reaches(element, 'dismissed');
  });

  it('counts an invitation once its card is visible', async () => {
    const element = open();
    const heard = record(element, 'engagement-shown');
    await waitUntil(() => heard.length > 0);
    await waitUntil(async () => Object.keys((await remembered()).shown ?? {}).length > 0);
    expect(Object.keys((await remembered()).shown ?? {})).to.deep.equal([offer.id]);
  });

  it('is forgotten when consent is withdrawn', async () => {
    const element = open();
    await reaches(element, 'expose');
    element.optOut();
    await waitUntil(async () => (await remembered()).optedOut);
    await element.revokeConsent();
    expect(await remembered()).to.deep.equal({});
    element.grantConsent();
    await reaches(element, 'expose');
  });
});
