import {expect, fixtureCleanup, fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/element/define.js';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import {createAccount, type Account} from '../support/servers/account.js';
import {deleteVisits} from '../support/databases.js';
import {isRendered, part, record, settle} from '../support/element/mount.js';
import {engage, noengage, pageId, visitId} from '../support/notifications.js';
import {waitUntil} from '../support/wait-until.js';

function mountListener(account?: Account): WebEngagementElement {
  const {accountId = null, appInstallationId = null, apiHost = null} = account ?? {};
  const host = fixtureSync<HTMLDivElement>(html`<div>
    <web-engagement
      visit-id=${visitId}
      page-id=${pageId}
      account-id=${accountId ?? ''}
      app-installation-id=${appInstallationId ?? ''}
      api-host=${apiHost ?? ''}
    ></web-engagement>
  </div>`);
  return host.querySelector('web-engagement')!;
}

const reaches = async (element: WebEngagementElement, state: string): Promise<void> => {
  await waitUntil(() => element.state === state, `the element is in the state ${state}`);
  await settle(element);
};

const text = (element: Element, name: string): string => part(element, name)?.textContent.trim() ?? '';
const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('An element that gets notifications', () => {
  afterEach(async () => {
    fixtureCleanup();
    await deleteVisits();
  });

  it('needs no account when it has a visit', async () => {
    const element = mountListener();
    await reaches(element, 'unavailable');
  });

  it('shows an invitation in its own words, and takes it back', async () => {
    const element = mountListener();
    void element.notify(engage('E1', {title: 'Still looking?', message: 'Anna can help.', acceptText: 'Ask Anna'}));
    await reaches(element, 'expose');
    await waitUntil(() => isRendered(element, 'card'));
    expect([text(element, 'title'), text(element, 'body')]).to.deep.equal(['Still looking?', 'Anna can help.']);
    expect([text(element, 'accept'), text(element, 'dismiss')]).to.deep.equal(['Ask Anna', 'No, thanks']);
    void element.notify(noengage('E1'));
    await reaches(element, 'unavailable');
    expect(part(element, 'card')).to.equal(null);
  });

  it('shows markup in a notification as the text that it is', async () => {
    const element = mountListener();
    const markup = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    void element.notify(engage('E1', {title: markup, message: markup, acceptText: markup}));
    await reaches(element, 'expose');
    await waitUntil(() => isRendered(element, 'card'));
    expect(text(element, 'title')).to.equal(markup);
    expect(element.shadowRoot!.querySelectorAll('img, script')).to.have.lengthOf(0);
  });

  it('tells what became of each message', async () => {
    const element = mountListener();
    const outcomes: string[] = [];
    element.addEventListener('engagement-notification', ({detail}) =>
      outcomes.push(`${detail.type} ${detail.outcome}`),
    );
    void element.notify([engage('E1'), {channel: 'gpe.appendContent', data: {url: 'https://x.example'}}]);
    await waitUntil(() => outcomes.includes('engage offered'));
    element.dismiss();
    await waitUntil(() => outcomes.includes('engage rejected'));
    expect(outcomes).to.deep.equal(['gpe.appendContent ignored', 'engage offered', 'engage rejected']);
  });

  it('tells that an invitation was left unanswered when the page is left', async () => {
    const element = mountListener();
    const outcomes: string[] = [];
    element.addEventListener('engagement-notification', ({detail}) =>
      outcomes.push(`${detail.outcome} ${detail.reason}`),
    );
    void element.notify(engage('E1'));
    await waitUntil(() => outcomes.length === 1);
    dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    expect(outcomes.at(-1)).to.equal('ignored left');
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
  });

  it('shows one invitation, once, that comes a hundred times', async () => {
    const element = mountListener();
    const shown = record(element, 'engagement-shown', 'engagement-show');
    for (let copy = 0; copy < 100; copy++) void element.notify(engage('E1'));
    await waitUntil(() => shown.length === 2);
    await nextFrame();
    await nextFrame();
    expect(shown).to.deep.equal(['engagement-show', 'engagement-shown']);
  });

  it('changes the page once a frame at most, however many messages come', async function () {
    // Ten thousand messages are ten thousand times the work of other tests.
    this.timeout(30_000);
    const element = mountListener();
    void element.notify(engage('first, for which sentences are loaded'));
    await waitUntil(() => isRendered(element, 'card'));
    void element.notify(noengage());
    await reaches(element, 'unavailable');
    let changes = 0;
    const changesByFrame: number[] = [];
    const observer = new MutationObserver((records) => {
      // Not the words in the live region, which are written after the card has come.
      if (records.some(({target}) => target !== part(element, 'status'))) changes++;
    });
    observer.observe(element.shadowRoot!, {childList: true, subtree: true});
    const countFrame = (): void => {
      changesByFrame.push(changes);
      changes = 0;
      frame = requestAnimationFrame(countFrame);
    };
    let frame = requestAnimationFrame(countFrame);
    for (let index = 0; index < 5_000; index++) {
      void element.notify(engage(`E${index}`));
      // Tasks of their own, as messages from the network are, and with frames that see the invitation.
      if (index % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
      void element.notify(noengage(`E${index}`));
    }
    cancelAnimationFrame(frame);
    observer.disconnect();
    expect(changesByFrame.filter((count) => count > 0).length, 'frames that changed').to.be.greaterThan(0);
    expect(Math.max(...changesByFrame)).to.equal(1);
  });

  describe('beside the handshake', () => {
    it('keeps its invitation when the platform offers one too', async () => {
      const account = createAccount();
      await account.play('unavailable');
      const element = mountListener(account);
      await reaches(element, 'unavailable');
      void element.notify(engage('E1'));
      await reaches(element, 'expose');
      await account.play('expose');
      element.refresh();
      await waitUntil(async () => (await account.handshakes()).length === 2);
      await settle(element);
      expect(element.offer?.id).to.equal('genesys/E1');
    });

    it("does not touch the platform's invitation", async () => {
      const account = createAccount();
      await account.play('expose');
      const element = mountListener(account);
      await reaches(element, 'expose');
      const {id} = element.offer!;
      const outcomes = record(element, 'engagement-notification');
      void element.notify([engage('E1'), noengage('E1'), noengage()]);
      await waitUntil(() => outcomes.length === 3);
      expect(element.offer?.id).to.equal(id);
    });

    it('leaves an open conversation alone', async () => {
      const account = createAccount();
      await account.play('conversation');
      const element = mountListener(account);
      await reaches(element, 'conversation');
      const outcomes = record(element, 'engagement-notification');
      void element.notify([engage('E1'), noengage('E1'), noengage()]);
      await waitUntil(() => outcomes.length === 3);
      expect(element.state).to.equal('conversation');
    });
  });
});
