import {expect} from '@open-wc/testing';
import {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {SessionController} from '../../../src/tag/session-controller.js';
import type {SessionSettings} from '../../../src/tag/settings/session-settings.js';
import {waitUntil} from '../../support/wait-until.js';
import {createStage, exposed, offer, type Stage} from '../../support/element/element-session.js';
import {mount, mountIn, part, settle} from '../../support/element/mount.js';

/** An element that notes the settings of every session it makes. */
class RecordingElement extends WebEngagementElement {
  readonly made: SessionSettings[] = [];
  readonly stages: Stage[] = [];

  constructor() {
    const createSession = (settings: SessionSettings) => {
      this.made.push(settings);
      const stage = createStage();
      this.stages.push(stage);
      return stage.session;
    };
    super({connect: (host) => new SessionController(host, createSession)});
  }
}
customElements.define('recording-engagement', RecordingElement);

declare global {
  interface HTMLElementTagNameMap {
    'recording-engagement': RecordingElement;
    'late-engagement': RecordingElement;
  }
}

async function mountRecording(markup = ''): Promise<RecordingElement> {
  const element = document.createElement('recording-engagement');
  for (const [, name, value] of markup.matchAll(/([\w-]+)="([^"]*)"/g)) element.setAttribute(name!, value!);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

describe('The settings of an element', () => {
  let element: RecordingElement;
  afterEach(() => element.remove());

  it('reach the session from attributes', async () => {
    element = await mountRecording(
      'account-id="12345678" app-installation-id="app" api-host="api.example" api-version="1.0" retry-spread="1.5" debug="" handoff-url="https://brand.example/handoff" allowed-hosts="brand.example"',
    );
    expect(element.made[0]).to.include({
      accountId: '12345678',
      appInstallationId: 'app',
      apiHost: 'api.example',
      apiVersion: '1.0',
      retrySpread: 1.5,
      debug: true,
      handoffUrl: 'https://brand.example/handoff',
      allowedHosts: 'brand.example',
    });
  });

  it('say nothing where an attribute is empty or gone', async () => {
    element = await mountRecording('account-id="" api-host="api.example"');
    element.removeAttribute('api-host');
    await element.updateComplete;
    expect(element.made.at(-1)).to.include({accountId: undefined, apiHost: undefined});
  });

  it('count when they were set before the element was defined', async () => {
    const early = document.createElement('late-engagement');
    Object.assign(early, {accountId: 'early', identities: [{acr: '0', sub: 's'}]});
    document.body.append(early);
    customElements.define('late-engagement', class extends RecordingElement {});
    element = early;
    await element.updateComplete;
    expect(element.made).to.have.lengthOf(1);
    expect(element.made[0]).to.deep.include({accountId: 'early', identities: [{acr: '0', sub: 's'}]});
  });

  it('make a new session when one of them changes, and end the old one', async () => {
    element = await mountRecording('account-id="1"');
    await Promise.resolve();
    element.accountId = '2';
    await element.updateComplete;
    expect(element.made.map(({accountId}) => accountId)).to.deep.equal(['1', '2']);
    expect(element.stages[0]!.isRunning()).to.be.false;
  });

  it('make one session when several of them change at once', async () => {
    element = await mountRecording();
    Object.assign(element, {accountId: '2', appInstallationId: 'b', entryPoints: ['shop']});
    await element.updateComplete;
    expect(element.made).to.have.lengthOf(2);
  });

  const harmless: [title: string, change: (changed: RecordingElement) => void][] = [
    ['what is shown changes', (changed) => Object.assign(changed, {locale: 'de', placement: 'start', headingLevel: 3})],
    ['equal data comes in a new object', (changed) => (changed.entryPoints = ['shop'])],
    [
      'a function that does the same comes as a new one',
      (changed) => (changed.identityProvider = () => Promise.resolve([])),
    ],
    [
      'what the card can do changes',
      (changed) =>
        Object.assign(changed, {waitTime: () => Promise.resolve(1), endConversation: () => Promise.resolve()}),
    ],
  ];
  for (const [title, change] of harmless) {
    it(`keep their session when ${title}`, async () => {
      element = await mountRecording();
      Object.assign(element, {entryPoints: ['shop'], identityProvider: () => Promise.resolve([])});
      await element.updateComplete;
      change(element);
      await element.updateComplete;
      expect(element.made).to.have.lengthOf(2);
    });
  }

  for (const name of ['identities', 'entryPoints', 'engagementAttributes', 'consumerId'] as const) {
    it(`say as much by nothing in ${name} as by none`, async () => {
      element = await mountRecording();
      for (const empty of [[], '', [], undefined]) {
        Object.assign(element, {[name]: empty});
        await element.updateComplete;
      }
      expect(element.made.map((settings) => settings[name])).to.deep.equal([undefined]);
    });
  }

  it('make a new session when a deprecated consumer id changes', async () => {
    element = await mountRecording();
    element.consumerId = 'first';
    await element.updateComplete;
    element.consumerId = 'second';
    await element.updateComplete;
    expect(element.made.map(({consumerId}) => consumerId)).to.deep.equal([undefined, 'first', 'second']);
  });

  it('ask the identity provider of the moment', async () => {
    element = await mountRecording();
    element.identityProvider = () => Promise.resolve([{acr: '0', sub: 'first'}]);
    await element.updateComplete;
    element.identityProvider = () => Promise.resolve([{acr: '0', sub: 'second'}]);
    expect(await element.made.at(-1)!.identityProvider!()).to.deep.equal([{acr: '0', sub: 'second'}]);
  });

  it('start over with the identities of identify()', async () => {
    element = await mountRecording();
    element.identify([{acr: 'loa1', sub: 'somebody'}]);
    await element.updateComplete;
    expect(element.made[1]!.identities).to.deep.equal([{acr: 'loa1', sub: 'somebody'}]);
  });

  it('accept data that cannot be written as JSON', async () => {
    element = await mountRecording();
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    element.identities = endless as unknown as readonly [];
    await element.updateComplete;
    expect(element.made).to.have.lengthOf(2);
  });

  it('let the session ask again with what the page says of the visit', async () => {
    element = await mountRecording();
    element.entryPoints = ['shop'];
    element.clientProperties = {appVersion: '2'};
    await element.updateComplete;
    expect(element.made.map(({entryPoints, clientProperties}) => [entryPoints, clientProperties])).to.deep.equal([
      [['shop'], {appVersion: '2'}],
    ]);
  });
});

describe('What is shown', () => {
  const levels: [value: string, level: string | null][] = [
    ['0', null],
    ['3', '3'],
    ['6', '6'],
    ['7', '2'],
    ['2.5', '2'],
    ['h2', '2'],
  ];
  for (const [value, level] of levels) {
    it(`has ${level ? `a heading of level ${level}` : 'no heading'} for heading-level="${value}"`, async () => {
      const element = await mountIn('expose', createStage(exposed));
      element.setAttribute('heading-level', value);
      await settle(element);
      expect(part(element, 'title')!.getAttribute('aria-level')).to.equal(level);
    });
  }

  const places: [value: string, isAtStart: boolean][] = [
    ['start', true],
    ['end', false],
    ['top', false],
  ];
  for (const [value, isAtStart] of places) {
    it(`stands at the ${isAtStart ? 'start' : 'end'} for placement="${value}"`, async () => {
      const element = await mountIn('expose', createStage(exposed));
      element.setAttribute('placement', value);
      await settle(element);
      const {left, right} = part(element, 'launcher')!.getBoundingClientRect();
      expect(left < innerWidth - right).to.equal(isAtStart);
    });
  }

  it('opens nothing for an open-in that is not known', async () => {
    const element = await mountIn('expose', createStage(exposed), {openIn: 'window' as 'tab'});
    const errors: Error[] = [];
    element.addEventListener('engagement-error', ({detail}) => errors.push(detail.error));
    element.accept();
    await waitUntil(() => errors.length > 0);
    expect([errors[0]?.name, element.state]).to.deep.equal(['ConfigurationError', 'expose']);
  });
});

describe('A session of the page’s own', () => {
  it('is run as it is, whatever the settings', async () => {
    const stage = createStage();
    const element = mount(stage, {accountId: '1'});
    await settle(element);
    element.accountId = '2';
    await settle(element);
    expect(stage.starts()).to.equal(1);
    expect(stage.isRunning()).to.be.true;
  });

  it('can be replaced by another', async () => {
    const [first, second] = [createStage({type: 'expose', offer}), createStage()];
    const element: WebEngagementElement = mount(first);
    await settle(element);
    element.session = second.session;
    await settle(element);
    expect([first.isRunning(), second.isRunning()]).to.deep.equal([false, true]);
    expect(element.state).to.equal('connecting');
  });
});
