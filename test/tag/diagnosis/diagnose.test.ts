import {expect} from '@open-wc/testing';
import '../../../src/element/define.js';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {HttpStatusError, type RequestError} from '../../../src/http/errors.js';
import type {Diagnosis} from '../../../src/tag/diagnosis/diagnosis.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../../support/fakes/scripted-source.js';
import {waitUntil} from '../../support/wait-until.js';

const secrets = ['vid-secret', 'sid-secret', 'offer-secret', 'sub-secret', 'visit-secret'];
const offer = {...createOffer('offer-secret'), visitorId: 'vid-secret', sessionId: 'sid-secret'};
const expose = {type: 'expose', offer} as const;

class LoadingAccountError extends HttpStatusError {
  override readonly name = 'LoadingAccountError';
}

describe('The diagnosis of a tag', () => {
  let element: WebEngagementElement;
  let source: ScriptedSource;
  let lines: string[];
  const write = console.info;

  beforeEach(() => {
    lines = [];
    console.info = (line: string) => void lines.push(line);
    source = createScriptedSource();
    element = document.createElement('web-engagement');
    Object.assign(element, {accountId: crypto.randomUUID(), sources: [source], openIn: 'event', locale: 'en'});
    element.setAttribute('open-in', 'event');
  });
  afterEach(async () => {
    console.info = write;
    await element.revokeConsent();
    element.remove();
    document.querySelector('dialog')?.remove();
  });

  const codes = ({reasons}: Diagnosis): readonly string[] => reasons.map(({code}) => code);

  async function connect(properties: Partial<WebEngagementElement> = {}): Promise<void> {
    Object.assign(element, properties);
    document.body.append(element);
    await waitUntil(() => source.starts.length > 0, 'the source is asked');
  }

  async function showCard(): Promise<void> {
    await connect();
    source.say(expose);
    await waitUntil(() => element.matches(':state(open)'), 'the card is open');
  }

  const openDialog = (): void => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
  };

  const failed = (error: RequestError) => ({type: 'fail', error}) as const;

  const cases: readonly (readonly [title: string, expected: readonly string[], arrange: () => unknown])[] = [
    ['is not on the page', ['removed'], () => undefined],
    [
      'has no settings',
      ['no-settings'],
      () => {
        element.accountId = element.sources = undefined;
        document.body.append(element);
      },
    ],
    [
      'waits for consent',
      ['consent-missing'],
      () => {
        element.consent = 'required';
        document.body.append(element);
      },
    ],
    [
      'has no consent',
      ['consent-denied'],
      () => {
        element.consent = 'denied';
        document.body.append(element);
      },
    ],
    [
      'has a setting that cannot work',
      ['refused-settings'],
      () => {
        Object.assign(element, {sources: [{}]});
        document.body.append(element);
      },
    ],
    ['waits for the answer', ['asking'], () => connect()],
    [
      'will ask again',
      ['retrying'],
      async () => {
        await connect();
        source.say({type: 'retry', attempt: 2, delay: 3_000, cause: undefined});
      },
    ],
    [
      'asks a platform that still loads the account',
      ['loading-account'],
      async () => {
        await connect();
        source.say({type: 'retry', attempt: 2, delay: 3_000, cause: new LoadingAccountError('POST', {status: 202})});
      },
    ],
    [
      'got no usable answer',
      ['failed'],
      async () => {
        await connect();
        source.say(failed(new HttpStatusError('POST', {status: 403})));
      },
    ],
    [
      'has no offer',
      ['no-offer'],
      async () => {
        await connect();
        source.say({type: 'unavailable', source: source.name});
      },
    ],
    [
      'had an offer that was withdrawn',
      ['withdrawn'],
      async () => {
        await showCard();
        source.say({type: 'withdraw', offerId: offer.id});
      },
    ],
    [
      'has an offer whose moment has not come',
      ['held'],
      async () => {
        await connect();
        source.say({type: 'hold', source: source.name, reason: 'hours'});
      },
    ],
    ['shows its card', ['visible'], showCard],
    [
      'is folded',
      ['folded'],
      async () => {
        await showCard();
        element.hide();
        await element.updateComplete;
      },
    ],
    [
      'waits for its delay',
      ['delay'],
      async () => {
        await connect({delay: 3_600});
        source.say(expose);
        await element.updateComplete;
      },
    ],
    [
      'waits for a dialog of the page',
      ['page-modal'],
      async () => {
        openDialog();
        await connect();
        source.say(expose);
        await waitUntil(() => element.shadowRoot?.querySelector('.launcher'));
      },
    ],
    [
      'was told by a listener not to show anything',
      ['show-cancelled'],
      async () => {
        element.addEventListener('engagement-show', (event) => event.preventDefault());
        await connect();
        source.say(expose);
        await element.updateComplete;
      },
    ],
    [
      'was declined',
      ['declined'],
      async () => {
        await showCard();
        element.dismiss();
      },
    ],
    [
      'was accepted',
      ['accepted'],
      async () => {
        element.onAccept = () => undefined;
        await showCard();
        element.accept();
        await waitUntil(() => element.state === 'accepted');
      },
    ],
    [
      'was postponed',
      ['snoozed'],
      async () => {
        await showCard();
        element.snooze(60);
        await waitUntil(async () => codes(await element.diagnose()).includes('snoozed'));
      },
    ],
    [
      'is not wanted any more',
      ['opted-out'],
      async () => {
        await showCard();
        element.optOut();
        await waitUntil(async () => codes(await element.diagnose()).includes('opted-out'));
      },
    ],
    [
      'has shown as many invitations as it may',
      ['capped'],
      async () => {
        await connect({maxInvitations: 0});
        source.say(expose);
        await waitUntil(() => element.state === 'dismissed');
      },
    ],
    [
      'was logged out',
      ['logged-out'],
      async () => {
        await connect();
        await element.reset();
      },
    ],
  ];
  for (const [title, expected, arrange] of cases) {
    it(`says why when it ${title}`, async () => {
      await arrange();
      expect(codes(await element.diagnose())).to.deep.equal(expected);
    });
  }

  it('tells when a snooze ends', async () => {
    const start = Date.now();
    await showCard();
    element.snooze(60);
    await waitUntil(async () => (await element.diagnose()).reasons[0]?.until, 'the snooze is known');
    const end = (await element.diagnose()).reasons[0]?.until?.getTime() ?? 0;
    expect(end - start).to.be.within(60_000, 70_000);
  });

  it('tells which settings are used and which are ignored, without what they hold', async () => {
    element.setAttribute('acount-id', '1');
    element.setAttribute('brand', 'Shop');
    Object.assign(element, {
      format: 'popup',
      visitId: 'visit-secret',
      conversationUrl: 'https://chat.example/{engagementId}?x=1',
    });
    await connect({identities: [{acr: 'loa1', sub: 'sub-secret'}], delay: 2});
    const {settings} = await element.diagnose();
    expect(settings.used).to.include({
      delay: 2,
      'visit-id': 'set',
      identities: '1 entries',
      'conversation-url': 'https://chat.example',
    });
    const ignored = Object.fromEntries(settings.ignored.map(({name, why}) => [name, why]));
    expect(Object.keys(ignored)).to.have.members([
      ...['acount-id', 'brand', 'format', 'conversation-url', 'account-id'],
    ]);
    expect(ignored['brand']).to.contain('Expected brand to be a property');
    expect(ignored['format']).to.contain('"popup"; card is used');
  });

  it('tells of the version, the storage and the tabs, and of no id', async () => {
    element.visitId = 'visit-secret';
    await showCard();
    const diagnosis = await element.diagnose();
    expect(diagnosis.version).to.match(/^\d+\.\d+\.\d+/);
    expect([diagnosis.state, diagnosis.storage]).to.deep.equal(['expose', 'indexeddb']);
    expect(diagnosis.tabs).to.deep.equal({channel: true, locks: true, leader: 'none'});
    const told = JSON.stringify(diagnosis) + lines.join();
    expect(secrets.filter((secret) => told.includes(secret))).to.deep.equal([]);
  });

  it('is written to the console in one piece', async () => {
    await connect();
    source.say({type: 'unavailable', source: source.name});
    await element.diagnose();
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.match(/^<web-engagement>: version .*, state unavailable\n {2}why: The platform offers nothing/);
  });
});
