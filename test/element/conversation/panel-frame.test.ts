import {expect} from '@open-wc/testing';
import {conversationUrl} from '../../../src/element/conversation/conversation-opener.js';
import {PanelFrame} from '../../../src/element/conversation/panel-frame.js';
import {part} from '../../support/element/mount.js';
import {
  ask,
  conversation,
  frameOf,
  loaded,
  openPage,
  other,
  showPanel,
  showPanelOn,
} from '../../support/element/panel-frames.js';
import {waitUntil} from '../../support/wait-until.js';

type Violation = Pick<SecurityPolicyViolationEvent, 'effectiveDirective' | 'blockedURI'>;

function violate(violation: Violation): void {
  document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), violation));
}

describe('The frame of the panel', () => {
  it('may do what a conversation needs, and nothing else', async () => {
    const frame = frameOf(await showPanel())!;
    expect([...frame.sandbox].sort()).to.deep.equal([
      'allow-downloads',
      'allow-forms',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
    ]);
    expect([frame.allow, frame.name, frame.referrerPolicy]).to.deep.equal(['', '', 'strict-origin']);
  });

  it('cannot reach the page around it', async () => {
    const stage = await showPanel();
    await loaded(stage);
    expect((await ask(stage)).canReachOut).to.be.false;
  });

  it('cannot reach the page around it when it is of the same origin', async () => {
    const stage = await showPanel({address: `${location.origin}/test/support/pages/conversation.html`});
    await loaded(stage);
    expect([...frameOf(stage)!.sandbox])
      .to.include('allow-scripts')
      .and.not.to.include('allow-same-origin');
    expect((await ask(stage)).canReachOut).to.be.false;
  });

  it('F7: cannot reach the page of the same origin though the page has a variable of that name', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(window, 'origin')!;
    Object.defineProperty(window, 'origin', {value: 'https://other.example', configurable: true});
    try {
      const stage = await showPanel({address: `${location.origin}/test/support/pages/conversation.html`});
      expect([...frameOf(stage)!.sandbox].sort()).to.deep.equal([
        'allow-downloads',
        'allow-forms',
        'allow-popups',
        'allow-scripts',
      ]);
    } finally {
      Object.defineProperty(window, 'origin', descriptor);
    }
  });

  it('is there from the first opening on, not before', async () => {
    const stage = await showPanel({isOpen: false});
    expect(frameOf(stage)).to.be.null;
    await stage.show({isOpen: true});
    expect(frameOf(stage)!.src).to.equal(conversation);
  });

  it('adds nothing to where the Back button leads', async () => {
    const {length} = history;
    await loaded(await showPanel());
    expect(history.length).to.equal(length);
  });

  it('is the same after folding, unfolding and resizing, with the same conversation', async () => {
    const stage = await showPanel();
    await loaded(stage);
    const [frame, {id}] = [frameOf(stage), await ask(stage)];
    let loads = 0;
    frame!.addEventListener('load', () => loads++);
    await stage.show({isOpen: false});
    expect((await ask(stage)).id).to.equal(id);
    await stage.show({isOpen: true, placement: 'start'});
    part(stage, 'resize')!.click();
    await stage.updateComplete;
    expect([frameOf(stage) === frame, (await ask(stage)).id, loads]).to.deep.equal([true, id, 0]);
  });

  it('is another one for another address', async () => {
    const stage = await showPanel();
    await loaded(stage);
    const frame = frameOf(stage);
    await stage.show({address: `${conversation}?other`});
    expect(frameOf(stage)).not.to.equal(frame);
    expect(frameOf(stage)!.src).to.equal(`${conversation}?other`);
    expect(part(stage, 'loading')).not.to.be.null;
    await loaded(stage);
  });

  it('is accompanied by words until it has been loaded', async () => {
    const stage = await showPanel();
    expect(part(stage, 'loading')!.textContent).to.equal('Loading chat…');
    expect(part(stage, 'loading')).to.have.attribute('role', 'status');
    await loaded(stage);
    expect(part(stage, 'loading')).to.be.null;
  });

  const hostile = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \tjava\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://brand.example/1',
    'about:blank',
    'file:///etc/passwd',
    'http://brand.example/',
    'https://brand.example@evil.example/',
    '//evil.example',
    '/chat',
    '',
  ];
  for (const address of hostile) {
    it(`never has the address ${JSON.stringify(address)}`, async () => {
      expect(conversationUrl({template: address, allowedHosts: ''}, {id: '', source: ''})).to.be.undefined;
      const stage = await showPanel({address});
      expect(frameOf(stage)).to.be.null;
    });
  }

  it('makes room for a button when the page’s policy forbids it', async () => {
    const page = await openPage(800, 700, "frame-src 'none'");
    const stage = await showPanelOn(page);
    await waitUntil(() => part(stage, 'fallback'), 'the button is there', 5_000);
    expect([frameOf(stage), part(stage, 'loading')]).to.deep.equal([null, null]);
    expect(part(stage, 'fallback')!.textContent.trim()).to.equal('Open chat in a new window');
    stage.focus();
    expect(stage.shadowRoot!.activeElement).to.equal(part(stage, 'fallback'));
    part(stage, 'fallback')!.click();
    expect(stage.acts).to.deep.equal(['window']);
    page.remove();
  });

  for (const effectiveDirective of ['frame-src', 'child-src']) {
    it(`hears of ${effectiveDirective} until it is removed, also when the browser tells the host alone`, () => {
      let changes = 0;
      const frame = new PanelFrame(() => changes++);
      frame.watchPolicy();
      frame.open(conversation);
      frame.leavePolicy();
      violate({effectiveDirective, blockedURI: other});
      expect(changes).to.equal(0);
      const following = new PanelFrame(() => changes++);
      following.watchPolicy();
      following.open(conversation);
      violate({effectiveDirective, blockedURI: other});
      following.leavePolicy();
      expect(changes).to.equal(1);
    });
  }

  const others: [title: string, violation: Violation][] = [
    ['forbids another frame', {effectiveDirective: 'frame-src', blockedURI: 'https://ads.example/'}],
    ['forbids something else of that host', {effectiveDirective: 'img-src', blockedURI: conversation}],
    ['forbids what has no address', {effectiveDirective: 'frame-src', blockedURI: 'inline'}],
  ];
  for (const [title, {effectiveDirective, blockedURI}] of others) {
    it(`stays when the page’s policy ${title}`, async () => {
      const stage = await showPanel();
      violate({effectiveDirective, blockedURI});
      await stage.updateComplete;
      expect([!!frameOf(stage), part(stage, 'fallback')]).to.deep.equal([true, null]);
    });
  }
});
