import {aTimeout, expect} from '@open-wc/testing';
import type {Consent} from '../../src/tag/consent.js';
import {WebEngagementElement} from '../../src/element/web-engagement.js';
import {SessionController} from '../../src/tag/session-controller.js';
import {createStage, exposed, type Stage} from '../support/element/element-session.js';
import {isRendered, mount, record, settle} from '../support/element/mount.js';
import {waitUntil} from '../support/wait-until.js';

/** An element that keeps the stage of every session it makes. */
class StagedElement extends WebEngagementElement {
  readonly stages: Stage[] = [];

  constructor() {
    const createSession = () => {
      const stage = createStage(exposed);
      this.stages.push(stage);
      return stage.session;
    };
    super({connect: (host) => new SessionController(host, createSession)});
  }
}
customElements.define('staged-engagement', StagedElement);

describe('Consent', () => {
  let element: StagedElement;
  beforeEach(() => (element = new StagedElement()));
  afterEach(() => element.remove());

  async function mountWith(consent: string | undefined): Promise<StagedElement> {
    if (consent !== undefined) element.setAttribute('consent', consent);
    document.body.append(element);
    await element.updateComplete;
    return element;
  }

  const cases: [consent: string | undefined, isAllowed: boolean][] = [
    [undefined, true],
    ['not-required', true],
    ['granted', true],
    ['required', false],
    ['denied', false],
    ['', false],
    ['yes', false],
    ['GRANTED', false],
  ];
  for (const [consent, isAllowed] of cases) {
    it(`${isAllowed ? 'lets a session run' : 'keeps everything from starting'} with ${String(consent)}`, async () => {
      await mountWith(consent);
      element.locale = 'de';
      await settle(element);
      await aTimeout(0);
      expect(element.stages.length).to.equal(isAllowed ? 1 : 0);
      expect(element.state).to.equal(isAllowed ? 'expose' : 'idle');
    });
  }

  it('does not throw where nothing runs, whatever is called', async () => {
    await mountWith('required');
    for (const name of ['refresh', 'show', 'hide', 'accept', 'dismiss', 'optOut'] as const) element[name]();
    element.snooze(60);
    await Promise.all([element.report([]), element.notify({})]);
    expect([element.stages.length, element.state]).to.deep.equal([0, 'idle']);
  });

  it('does not keep a visitor from logging out, and nothing starts by it', async () => {
    await mountWith('required');
    await element.reset();
    expect([element.stages.length, element.stages[0]?.starts(), element.state]).to.deep.equal([1, 0, 'idle']);
  });

  const grants: [title: string, grant: (granted: StagedElement) => void][] = [
    ['grantConsent()', (granted) => granted.grantConsent()],
    ['the attribute', (granted) => granted.setAttribute('consent', 'granted')],
    ['the property', (granted) => (granted.consent = 'not-required')],
    ['the attribute’s removal', (granted) => granted.removeAttribute('consent')],
  ];
  for (const [title, grant] of grants) {
    it(`starts one session when it is granted by ${title}`, async () => {
      await mountWith('required');
      grant(element);
      await settle(element);
      await waitUntil(() => element.state === 'expose');
      await settle(element);
      expect(element.stages.map((stage) => stage.starts())).to.deep.equal([1]);
      expect(isRendered(element, 'card')).to.be.true;
    });
  }

  it('can be granted before the element is on the page', async () => {
    element.consent = 'required';
    element.grantConsent();
    document.body.append(element);
    await waitUntil(() => element.state === 'expose');
    expect(element.stages).to.have.lengthOf(1);
  });

  it('restarts nothing when it is granted twice, or where it was not required', async () => {
    await mountWith('not-required');
    element.grantConsent();
    element.grantConsent();
    await settle(element);
    expect(element.stages.map((stage) => stage.starts())).to.deep.equal([1]);
  });

  it('restarts once when it is granted together with another account', async () => {
    await mountWith('required');
    Object.assign(element, {consent: 'granted', accountId: '2'});
    await settle(element);
    expect(element.stages).to.have.lengthOf(1);
  });

  const withdrawals: [title: string, withdraw: (withdrawn: StagedElement) => unknown][] = [
    ['revokeConsent()', (withdrawn) => withdrawn.revokeConsent()],
    ['the attribute', (withdrawn) => withdrawn.setAttribute('consent', 'denied')],
    ['the property', (withdrawn) => (withdrawn.consent = 'denied')],
  ];
  for (const [title, withdraw] of withdrawals) {
    it(`ends the session when it is withdrawn by ${title}, and takes the card away`, async () => {
      await mountWith('granted');
      await waitUntil(() => element.state === 'expose');
      await settle(element);
      const causes: unknown[] = [];
      element.addEventListener('engagement-statechange', ({detail}) => causes.push(detail));
      await withdraw(element);
      await settle(element);
      expect([element.stages[0]!.isRunning(), element.state, element.offer]).to.deep.equal([false, 'idle', undefined]);
      expect(isRendered(element, 'card') || isRendered(element, 'launcher')).to.be.false;
      expect(causes).to.deep.equal([{from: 'expose', to: 'idle', cause: 'revoke'}]);
    });

    it(`can be granted again after it was withdrawn by ${title}`, async () => {
      await mountWith('granted');
      await withdraw(element);
      await settle(element);
      element.consent = 'granted';
      await settle(element);
      await waitUntil(() => element.state === 'expose');
    });
  }

  it('ends the session without an erasure when it is required again', async () => {
    await mountWith('granted');
    const [stage] = element.stages;
    let erasures = 0;
    stage!.session.revoke = () => {
      erasures++;
      return Promise.resolve();
    };
    element.consent = 'required';
    await settle(element);
    expect([stage!.isRunning(), element.state, erasures]).to.deep.equal([false, 'idle', 0]);
  });

  it('is withdrawn where no session runs, too: what an earlier page has kept is erased', async () => {
    await mountWith('required');
    const erased: string[] = [];
    element.session = Object.assign(createStage().session, {revoke: () => Promise.resolve(void erased.push('all'))});
    await element.revokeConsent();
    expect(erased).to.deep.equal(['all']);
  });

  it('tells of an erasure that fails, and does not reject', async () => {
    await mountWith('granted');
    const heard = record(element, 'engagement-error');
    element.stages[0]!.session.revoke = () => Promise.reject(new Error('No'));
    await element.revokeConsent();
    expect(heard).to.deep.equal(['engagement-error']);
  });

  it('withdrawn in another tab stays so whatever is set here, until it is granted here', async () => {
    await mountWith('granted');
    // What the session does when it hears of it.
    await element.stages[0]!.session.revoke();
    Object.assign(element, {accountId: '2', locale: 'de'});
    await settle(element);
    element.refresh();
    expect([element.state, element.stages.length]).to.deep.equal(['idle', 1]);
    element.grantConsent();
    await waitUntil(() => element.state === 'expose');
  });

  it('holds for a session of the page’s own', async () => {
    const stage = createStage(exposed);
    const own = mount(stage, {consent: 'required' as Consent});
    await settle(own);
    expect(stage.starts()).to.equal(0);
    own.grantConsent();
    await waitUntil(() => own.state === 'expose');
    await own.revokeConsent();
    await settle(own);
    expect([stage.isRunning(), own.state]).to.deep.equal([false, 'idle']);
    own.grantConsent();
    await waitUntil(() => stage.starts() === 2);
  });
});
