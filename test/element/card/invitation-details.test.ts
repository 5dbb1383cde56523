import {expect, fixtureCleanup} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {Offer} from '../../../src/engagement/offer.js';
import {enDetails} from '../../../src/messages/en-details.js';
import {ar} from '../../../src/messages/ar.js';
import {de} from '../../../src/messages/de.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {createAccount} from '../../support/servers/account.js';
import {deleteVisits} from '../../support/databases.js';
import {createStage, offer} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {sandboxOrigin} from '../../support/servers/sandbox.js';
import {frames} from '../../support/frames.js';
import {waitUntil} from '../../support/wait-until.js';

/** The brand's endpoint at the sandbox, which answers as the scenario says. */
async function createEndpoint(scenario = 'available'): Promise<string> {
  const {accountId} = createAccount();
  const control = `${sandboxOrigin}/sandbox/${accountId}/handoff`;
  const response = await fetch(control, {method: 'PUT', body: JSON.stringify({name: scenario})});
  expect(response.ok, `there is a scenario ${scenario}`).to.be.true;
  return `${sandboxOrigin}/brand/handoff?account=${accountId}`;
}

function mountHandoff(handoffUrl: string, properties: Partial<WebEngagementElement> = {}): WebEngagementElement {
  const element = document.createElement('web-engagement');
  Object.assign(element, {handoffUrl}, properties);
  return document.body.appendChild(element);
}

async function reaches(element: WebEngagementElement, state: string): Promise<void> {
  await waitUntil(() => element.state === state, `the element is in the state ${state}`);
  await settle(element);
}

async function mountOffer(
  scenario?: string,
  properties?: Partial<WebEngagementElement>,
): Promise<WebEngagementElement> {
  const element = mountHandoff(await createEndpoint(scenario), properties);
  await reaches(element, 'expose');
  await waitUntil(() => isRendered(element, 'card'));
  return element;
}

const text = (element: Element, name: string): string | undefined => part(element, name)?.textContent.trim();

/** An offer whose link can vanish. */
function createLinkOffer(link = 'https://brand.example/chat'): Offer & {vanish(): void} {
  let url: string | undefined = link;
  return {
    ...offer,
    get url() {
      return url;
    },
    vanish: () => (url = undefined),
  };
}

describe('A hand-off', () => {
  afterEach(async () => {
    for (const element of document.querySelectorAll('web-engagement')) element.remove();
    fixtureCleanup();
    await deleteVisits();
  });

  it('is offered in words of its own, with the wait and the people ahead', async () => {
    const element = await mountOffer();
    expect(text(element, 'title')).to.equal(enDetails.handoffTitle);
    expect(text(element, 'body')).to.equal(enDetails.handoffBody);
    expect(text(element, 'wait')).to.equal('Typical wait: about 2 minutes. 9 people ahead of you.');
  });

  for (const [locale, {handoffTitle}, minutes] of [
    ['de', de, '2 Minuten'],
    ['ar', ar, 'دقيقتان'],
  ] as const) {
    it(`is offered in the language ${locale}`, async () => {
      const element = await mountOffer('available', {locale});
      expect(text(element, 'title')).to.equal(handoffTitle);
      expect(text(element, 'wait')).to.contain(minutes);
    });
  }

  for (const scenario of ['no-wait', 'link-only']) {
    it(`is offered in the same words, without a line on the wait, for ${scenario}`, async () => {
      const element = await mountOffer(scenario);
      expect(text(element, 'title')).to.equal(enDetails.handoffTitle);
      expect(part(element, 'wait')).to.equal(null);
    });
  }

  it('is announced by the title that is shown', async () => {
    const element = await mountOffer();
    await waitUntil(() => text(element, 'status') === `Chat: ${enDetails.handoffTitle}`);
  });

  it('is accessible', async () => {
    const element = await mountOffer();
    await settle(element);
    await expectAccessible(element);
  });

  it('gives way to the page’s own sentences', async () => {
    const markup = '<b onclick="alert(1)">Chat</b>';
    const element = await mountOffer('available', {
      locale: 'en',
      messages: {handoffTitle: markup, wait: '$& {duration}!'},
    });
    expect([text(element, 'title'), text(element, 'wait')]).to.deep.equal([
      markup,
      '$& 2 minutes! 9 people ahead of you.',
    ]);
  });

  it('keeps its link out of the DOM', async () => {
    const element = await mountOffer();
    const link = element.offer?.url ?? '';
    expect(link).to.match(/^http/);
    const markup = element.outerHTML + element.shadowRoot!.innerHTML;
    expect(markup).not.to.contain(new URL(link).searchParams.get('engagement'));
    expect(element.shadowRoot!.querySelectorAll('a, link, [href], [src]')).to.have.lengthOf(0);
  });

  it('is withdrawn with its link, and comes again with another', async () => {
    const element = mountHandoff(await createEndpoint('brief'));
    const shows = record(element, 'engagement-show');
    await reaches(element, 'expose');
    const first = element.offer;
    await waitUntil(() => shows.length === 2, 'another comes');
    expect(first?.url).to.equal(undefined);
    expect(element.offer?.url).to.match(/^http/);
  });

  it('needs no account', async () => {
    const element = mountHandoff(await createEndpoint('not-available'));
    const errors = record(element, 'engagement-error');
    await reaches(element, 'unavailable');
    expect(errors).to.be.empty;
  });

  it('comes when the platform that is asked beside it has no offer', async () => {
    const account = createAccount();
    await account.play('unavailable');
    const {accountId, appInstallationId, apiHost} = account;
    const element = await mountOffer('available', {accountId, appInstallationId, apiHost});
    expect(element.offer?.source).to.equal('liveperson-handoff');
    await waitUntil(async () => (await account.handshakes()).length === 1);
  });

  it('is over when the visitor has declined it', async () => {
    const element = await mountOffer();
    element.dismiss();
    await settle(element);
    expect(element.state).to.equal('dismissed');
    expect(part(element, 'card')).to.equal(null);
  });

  it('leaves nothing behind when the element goes while it is loaded', async () => {
    const element = mountHandoff(await createEndpoint());
    const errors = record(element, 'engagement-error');
    element.remove();
    // A later answer of the same endpoint.
    await fetch(element.handoffUrl!);
    await frames(3);
    expect([element.state, ...errors]).to.deep.equal(['idle']);
    expect(part(element, 'card')).to.equal(null);
  });

  it('says what to write instead of an endpoint that cannot be one', async () => {
    const element = document.createElement('web-engagement');
    const problem = new Promise<string>((resolve) =>
      element.addEventListener('engagement-error', ({detail}) => resolve(detail.error.message)),
    );
    Object.assign(element, {handoffUrl: 'javascript:alert(1)'});
    document.body.append(element);
    expect(await problem).to.match(/^Expected handoff-url to be an absolute https address/);
    await reaches(element, 'failed');
  });

  it('is no offer with any link that is hostile', async () => {
    const scenarios = (await (await fetch(`${sandboxOrigin}/sandbox/handoffs`)).json()) as readonly {name: string}[];
    const hostile = scenarios.map(({name}) => name).filter((name) => name.startsWith('hostile-'));
    expect(hostile).to.have.length.above(5);
    for (const name of hostile) {
      const element = mountHandoff(await createEndpoint(name));
      const events = record(element, 'engagement-show', 'engagement-accept', 'engagement-error');
      await reaches(element, 'failed');
      element.show();
      element.accept();
      await settle(element);
      expect(events, name).to.deep.equal(['engagement-error']);
      expect(element.shadowRoot!.querySelectorAll('button, section, a'), name).to.have.lengthOf(0);
      element.remove();
    }
  });
});

describe('Accepting an offer with a link', () => {
  for (const link of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://evil.example@brand.example/',
    '//brand.example/',
  ]) {
    it(`opens nothing, and tells so, when it is ${link}`, async () => {
      const element = await mountIn('expose', createStage({type: 'expose', offer: createLinkOffer(link)}));
      const errors = record(element, 'engagement-error');
      await waitUntil(() => isRendered(element, 'accept'));
      part(element, 'accept')!.click();
      await waitUntil(() => errors.length > 0);
      expect(element.state).to.equal('expose');
    });
  }

  it('is left to a page that cancels it', async () => {
    const link = createLinkOffer('javascript:alert(1)');
    const element = await mountIn('expose', createStage({type: 'expose', offer: link}));
    const errors = record(element, 'engagement-error');
    let url: string | undefined;
    element.addEventListener('engagement-accept', (event) => {
      event.preventDefault();
      ({url} = event.detail.offer);
    });
    element.accept();
    await frames(3);
    expect([element.state, url, ...errors]).to.deep.equal(['accepted', 'javascript:alert(1)']);
  });

  it('opens nothing when the link has vanished, and asks for another', async () => {
    const link = createLinkOffer();
    const stage = createStage({type: 'expose', offer: link});
    const element = await mountIn('expose', stage);
    const events = record(element, 'engagement-accept', 'engagement-error');
    await waitUntil(() => isRendered(element, 'accept'));
    link.vanish();
    part(element, 'accept')!.click();
    await waitUntil(() => stage.starts() === 2);
    expect([element.state, ...events]).to.deep.equal(['expose']);
    expect(stage.acts).not.to.include('accepted');
  });
});
