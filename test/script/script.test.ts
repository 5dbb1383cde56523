import {expect} from '@open-wc/testing';
import type {Account} from '../support/servers/account.js';
import {
  accountAttributes,
  filesOf,
  useBrandPages,
  type BrandPage,
  type BrandPageOptions,
} from '../support/pages/brand-page.js';
import {frames} from '../support/frames.js';
import {deleteVisits} from '../support/databases.js';
import {engage} from '../support/notifications.js';
import {sandboxOrigin} from '../support/servers/sandbox.js';
import {waitUntil} from '../support/wait-until.js';
import {createVisitStore, type VisitStore} from '../../src/visit/visit-store.js';

/** The strictest policy that a brand can have with a script of another origin. */
const strictest = [
  "script-src NONCE 'strict-dynamic'",
  "style-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types web-engagement',
].join('; ');

/** Keeps commands until the script has loaded. */
const stub =
  'window.WebEngagement ||= (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));';

describe('the script tag', () => {
  let account: Account;
  const open = useBrandPages((own) => {
    account = own;
  });

  const visits = (): VisitStore =>
    createVisitStore({key: [account.apiHost, account.accountId, account.appInstallationId].join('/')});

  /** Waits, as long as for any answer of the platform, until it was asked so many times. */
  const asks = (times: number): Promise<void> =>
    waitUntil(async () => (await account.handshakes()).length === times, `asks ${times} times`);

  it('shows the invitation at the end of the body', async () => {
    const page = open({after: '<footer>Imprint</footer>'});
    expect((await page.part('card')).getAttribute('role')).to.equal('region');
    expect(page.document.body.lastElementChild).to.equal(await page.tag());
  });

  it('resumes the conversation on the next page with the same vid and sid on the wire', async () => {
    await open().reaches('expose');
    await account.play('conversation');
    const next = open();
    await next.part('resume');
    const [first, second] = await account.handshakes();
    const {visitorId, sessionId} = first?.answer as {visitorId: string; sessionId: string};
    expect(second?.query).to.include({vid: visitorId, sid: sessionId});
  });

  it('loads nothing but itself while there is no offer', async () => {
    await account.play('unavailable');
    const page = open();
    await page.reaches('unavailable');
    expect(filesOf(page)).to.deep.equal(['']);
    expect(page.window.customElements.get('web-engagement')).to.equal(undefined);
  });

  it('loads nothing for what the page does not ask for', async () => {
    const page = open();
    await page.part('accept');
    const loaded = filesOf(page);
    expect(loaded).to.include('element');
    for (const file of ['details', 'handoff', 'notifications', 'conversation-opener', 'de', 'ar']) {
      expect(loaded).not.to.include(file);
    }
  });

  describe('with hand-offs', () => {
    // Without an account, all pages of a brand remember the same visitor, who has answered.
    beforeEach(deleteVisits);

    const endpointOf = ({accountId}: Account): string => `${sandboxOrigin}/brand/handoff?account=${accountId}`;

    /** Opens a page that keeps the windows that it would open. */
    async function openKeeping(attributes: Readonly<Record<string, string>>, options?: BrandPageOptions) {
      const page = open({...options, attributes: {'data-handoff-url': endpointOf(account), ...attributes}});
      const opened: unknown[][] = [];
      await page.tag();
      page.window.open = (...request) => {
        opened.push(request);
        return null;
      };
      return {page, opened};
    }

    it('needs no account, and opens the link by a click, once, in a tab that cannot reach back', async () => {
      const {page, opened} = await openKeeping({});
      const accept = await page.part('accept');
      expect((await page.part('wait')).textContent).to.contain('2 minutes');
      const {url} = (await page.window.WebEngagement?.('get', 'offer')) as {url: string};
      await waitUntil(() => filesOf(page).includes('conversation-opener'));
      accept.click();
      accept.click();
      await page.reaches('accepted');
      await waitUntil(() => opened.length > 0);
      expect(opened).to.deep.equal([[url, '_blank', 'noopener,noreferrer']]);
      const loaded = page.window.performance.getEntriesByType('resource').map(({name}) => name);
      expect(loaded, 'the link is good for one request, which is not the page’s').not.to.include(url);
    });

    it('opens a small window where the page wants one', async () => {
      const {page, opened} = await openKeeping({'data-open-in': 'popup'});
      (await page.part('accept')).click();
      await waitUntil(() => opened.length > 0);
      expect(opened[0]?.[2]).to.match(/^noopener,noreferrer,popup,/);
    });

    it('leaves the opening to a page that cancels it', async () => {
      const {page, opened} = await openKeeping({});
      page.document.addEventListener('engagement-accept', (event) => event.preventDefault());
      (await page.part('accept')).click();
      await page.reaches('accepted');
      await frames(2, page.window);
      expect(opened).to.be.empty;
    });

    it('breaks no rule of the strictest policy', async () => {
      const {page} = await openKeeping({}, {policy: strictest});
      await page.part('wait');
      expect(page.reports).to.deep.equal([]);
    });

    for (const link of ['javascript', 'host-as-user', 'look-alike', 'backslash-as-host']) {
      it(`neither offers nor opens a link that is hostile by ${link}`, async () => {
        const control = `${sandboxOrigin}/sandbox/${account.accountId}/handoff`;
        await fetch(control, {method: 'PUT', body: JSON.stringify({name: `hostile-${link}`})});
        const {page, opened} = await openKeeping({'data-open-in': 'tab'});
        await page.reaches('failed');
        await page.window.WebEngagement?.('accept');
        await frames(2, page.window);
        expect(opened).to.be.empty;
        expect((await page.tag()).shadowRoot?.querySelectorAll('[part=card], [part=launcher]').length).to.equal(0);
      });
    }
  });

  it('ends a conversation when the page says how, and breaks no rule of the strictest policy', async () => {
    await account.play('conversation', 'unavailable');
    const page = open({policy: strictest});
    const ended: unknown[] = [];
    await page.reaches('conversation');
    const endConversation = (offer: unknown): Promise<unknown> => Promise.resolve(ended.push(offer));
    await page.window.WebEngagement?.('set', 'endConversation', endConversation);
    (await page.part('end')).click();
    (await page.part('confirm')).click();
    await page.reaches('unavailable');
    expect([ended.length, page.reports]).to.deep.equal([1, []]);
  });

  it('tells the page everything that happens, also before there is an element', async () => {
    const page = open();
    await page.part('card');
    await waitUntil(() => page.events.includes('shown'));
    expect(page.events).to.deep.equal(['statechange', 'statechange', 'show', 'shown']);
  });

  it('leaves the page as it found it, but for one tag and one global', async () => {
    const page = open();
    const before = new Set(Object.keys(page.window));
    await page.part('card');
    // Playwright adds a name of its own in Firefox.
    const after = Object.keys(page.window).filter((name) => !before.has(name) && !name.startsWith('__pw'));
    expect(after).to.deep.equal(['WebEngagement']);
    expect(page.document.querySelectorAll('style, link, [style]')).to.have.lengthOf(0);
    expect([...page.document.body.children].map(({localName}) => localName)).to.deep.equal([
      'main',
      'script',
      'web-engagement',
    ]);
    expect([page.document.cookie, page.reports]).to.deep.equal(['', []]);
  });

  for (const [title, policy] of [
    ['a nonce with strict-dynamic, no styles and Trusted Types', strictest],
    [
      "no Trusted Types policy of the widget's name",
      strictest
        .replace('trusted-types web-engagement', "trusted-types 'none'")
        .replace("require-trusted-types-for 'script'; ", ''),
    ],
  ] as const) {
    it(`works under ${title}, and breaks no rule of it`, async () => {
      const page = open({policy});
      await page.part('accept');
      const violations = page.reports.filter((report) => report !== 'trusted-types');
      expect(violations).to.deep.equal([]);
    });
  }

  it('breaks no rule at all under the strictest policy', async () => {
    const page = open({policy: strictest});
    const accept = await page.part('accept');
    page.document.addEventListener('engagement-accept', (event) => event.preventDefault());
    accept.click();
    await page.reaches('accepted');
    expect(page.reports).to.deep.equal([]);
  });

  it('takes its settings from its own tag, whatever else on the page is called currentScript', async () => {
    const page = open({
      before:
        '<img name="currentScript" data-account-id="evil" alt=""><form name="currentScript" data-account-id="evil"></form>',
    });
    await page.reaches('expose');
    expect(await account.handshakes()).to.have.lengthOf(1);
  });

  it('takes no settings from a polluted prototype', async () => {
    const page = open({
      before: '<script nonce="n">Object.prototype.apiHost = "evil.example"; Object.prototype.sources = []</script>',
    });
    await page.reaches('expose');
  });

  it('asks once for eight tabs that open at once, and gets one session', async () => {
    const tabs = Array.from({length: 8}, () => open());
    await Promise.all(tabs.map((tab) => tab.reaches('expose')));
    const handshakes = await account.handshakes();
    const withoutSession = handshakes.filter(({query}) => !query['sid']);
    const sessions = handshakes.map(({answer}) => (answer as {sessionId: string}).sessionId);
    expect(withoutSession).to.have.lengthOf(1);
    expect(new Set(sessions).size).to.equal(1);
  });

  it('carries out commands that were called before it had loaded, and answers each', async () => {
    const calls =
      "window.results = Promise.all([WebEngagement('get', 'state'), WebEngagement('set', 'entryPoints', ['sec://Sport'])]);";
    const page = open({before: `<script nonce="n">${stub}${calls}</script>`});
    await page.reaches('expose');
    expect(await (page.window as unknown as {results: Promise<unknown>}).results).to.deep.equal(['idle', undefined]);
    const bodies = (await account.handshakes()).map(({body}) => body);
    expect(bodies).to.deep.equal([{entryPoints: ['sec://Sport']}]);
  });

  describe('commands', () => {
    it('read the state and the offer', async () => {
      const page = open();
      await page.reaches('expose');
      expect(await page.window.WebEngagement?.('get', 'offer')).to.include({source: 'liveperson'});
    });

    it('listen to events and stop it, and load nothing for that', async () => {
      await account.play('unavailable');
      const script = `${stub}
        window.heard = [];
        const [stays, goes] = ['stays', 'goes'].map((name) => ({detail}) => heard.push(name + ' ' + detail.to));
        for (const listener of [stays, goes]) WebEngagement('on', 'statechange', listener);
        WebEngagement('off', 'statechange', goes);`;
      const page = open({before: `<script nonce="n">${script}</script>`});
      await page.reaches('unavailable');
      const {heard} = page.window as unknown as {heard: string[]};
      await waitUntil(() => heard.length > 1);
      expect([heard.join(), filesOf(page).join()]).to.deep.equal(['stays connecting,stays unavailable', '']);
    });

    it('lead into the conversation by a listener that prevents the default', async () => {
      const page = open();
      const accept = await page.part('accept');
      const offers: unknown[] = [];
      await page.window.WebEngagement?.('on', 'accept', (event: CustomEvent<{offer: unknown}>) => {
        event.preventDefault();
        offers.push(event.detail.offer);
      });
      accept.click();
      await page.reaches('accepted');
      const offer = await page.window.WebEngagement?.('get', 'offer');
      expect([offers.length, offers[0] === offer]).to.deep.equal([1, true]);
    });

    it('say which commands there are when there is no such one', async () => {
      const page = open();
      await page.reaches('expose');
      const problem = await page.window.WebEngagement?.('open').catch((error: unknown) => (error as Error).message);
      expect(problem).to.contain('Expected a command, got "open"; use on, off, get, set');
    });

    it('read and set settings by their names, also before there is an element', async () => {
      await account.play('unavailable');
      const page = open();
      await page.reaches('unavailable');
      const call = page.window.WebEngagement!;
      expect([await call('get', 'debug'), await call('get', 'delay')]).to.deep.equal([false, 0]);
      const lines: unknown[] = [];
      page.window.console.debug = (...line: unknown[]) => lines.push(line[0]);
      await call('set', 'debug', true);
      expect(await call('get', 'debug')).to.be.true;
      await waitUntil(() => lines.some((line) => /^<web-engagement>: .*offers nothing/.test(String(line))));
    });

    it('tell why there is nothing to see, also before there is an element, which stays away', async () => {
      await account.play('unavailable');
      const page = open();
      await page.reaches('unavailable');
      const {reasons, lastRequest} = await page.window.WebEngagement!('diagnose');
      expect(reasons.map(({code}) => code)).to.deep.equal(['no-offer']);
      // WebKit tells no page the status of a resource.
      const status = 'responseStatus' in PerformanceResourceTiming.prototype ? 201 : undefined;
      expect([lastRequest?.to, lastRequest?.status]).to.deep.equal(['engagement', status]);
      expect(page.window.customElements.get('web-engagement')).to.equal(undefined);
    });

    it('tell why, also where the visitor has not agreed, and where nothing says whom to ask', async () => {
      for (const [attributes, code] of [
        [{...accountAttributes(account), 'data-consent': 'required'}, 'consent-missing'],
        [{}, 'no-settings'],
      ] as const) {
        const page = open({attributes});
        await waitUntil(() => page.window.WebEngagement?.version, 'the script has loaded');
        const {reasons} = await page.window.WebEngagement!('diagnose');
        expect(reasons.map((reason) => reason.code)).to.deep.equal([code]);
      }
      expect(await account.handshakes()).to.deep.equal([]);
    });

    it('tell why the visitor sees a card', async () => {
      const page = open();
      await page.part('card');
      const {reasons, settings} = await page.window.WebEngagement!('diagnose');
      expect(reasons.map(({code}) => code)).to.deep.equal(['visible']);
      expect(settings.used).to.include({'account-id': 'set', 'app-installation-id': 'set'});
    });

    for (const [command, name] of [
      ['set', 'acountId'],
      ['get', 'nope'],
    ] as const) {
      it(`tell of a setting that does not exist in one line: ${command} ${name}`, async () => {
        await account.play('unavailable');
        const page = open();
        await page.reaches('unavailable');
        expect(await page.window.WebEngagement?.(command, name, 1)).to.equal(undefined);
        expect(page.reports).to.have.lengthOf(1);
        expect(page.reports[0]).to.contain(`Expected the name of a setting, got "${name}"; there are accountId`);
      });
    }

    it('tell of a command that does not exist in one line, and throw nothing at a page that does not wait', async () => {
      const page = open();
      await page.part('card');
      const unhandled: unknown[] = [];
      page.window.addEventListener('unhandledrejection', ({reason}) => unhandled.push(reason));
      void page.window.WebEngagement?.('open');
      await waitUntil(() => page.reports.length > 0);
      await new Promise((resolve) => setTimeout(resolve));
      expect([page.reports.length, unhandled]).to.deep.equal([1, []]);
      expect(page.reports[0]).to.contain('Expected a command, got "open"; use on, off, get, set');
    });

    it('identify the visitor before there is an element', async () => {
      await account.play('unavailable');
      const page = open();
      await page.reaches('unavailable');
      const identities = [{acr: 'loa1', sub: 'identifierForAuth'}];
      await page.window.WebEngagement?.('identify', identities);
      await asks(2);
      expect((await account.handshakes())[1]?.body).to.deep.equal({identities});
    });

    it('restart the session once when several settings are set in one go', async () => {
      await account.play('unavailable');
      const page = open();
      await page.reaches('unavailable');
      const call = page.window.WebEngagement!;
      void call('set', 'entryPoints', ['sec://Sport']);
      void call('set', 'engagementAttributes', []);
      void call('set', 'clientProperties', {appVersion: '1'});
      expect([await call('get', 'entryPoints'), await call('get', 'state')]).to.deep.equal([
        ['sec://Sport'],
        'connecting',
      ]);
      await page.reaches('unavailable');
      const [, ...later] = await account.handshakes();
      expect(later.map(({body}) => (body as {entryPoints: unknown}).entryPoints)).to.deep.equal([['sec://Sport']]);
    });

    for (const [title, before] of [
      ['after the script has loaded', ''],
      ['before the script has loaded', `<script nonce="n">${stub} WebEngagement('optOut')</script>`],
    ] as const) {
      it(`opt out ${title}, for the next page, too`, async () => {
        const page = open({before});
        await page.reaches('expose', 'dismissed');
        await page.window.WebEngagement?.('optOut');
        await page.reaches('dismissed');
        await waitUntil(async () => (await visits().read()).optedOut, 'it is remembered');
        expect(await open().reaches('expose', 'dismissed')).to.equal('dismissed');
      });
    }

    it('identify the visitor after the element has taken over', async () => {
      const page = open();
      await page.part('card');
      const identities = [{acr: 'loa1', sub: 'identifierForAuth'}];
      await page.window.WebEngagement?.('identify', identities);
      await asks(2);
      expect((await account.handshakes())[1]?.body).to.deep.equal({identities});
    });

    it('ask again', async () => {
      await account.play('unavailable', 'expose');
      const page = open();
      await page.reaches('unavailable');
      await page.window.WebEngagement?.('refresh');
      await page.part('card');
    });

    it('forget the visitor', async () => {
      const page = open();
      await page.part('card');
      await page.window.WebEngagement?.('reset');
      await page.reaches('idle');
      await page.window.WebEngagement?.('refresh');
      await page.reaches('expose');
      expect((await account.handshakes()).map(({query}) => query['vid'])).to.deep.equal([undefined, undefined]);
    });
  });

  describe('consent', () => {
    const required = (): Record<string, string> => ({...accountAttributes(account), 'data-consent': 'required'});

    it('lets one handshake be made once it is granted, by the command or by the tag', async () => {
      await account.play('unavailable');
      const [page, other] = [open({attributes: required()}), open({attributes: required()})];
      const [, tag] = await Promise.all([page.tag(), other.tag()]);
      expect([await page.reaches('idle'), await account.handshakes()]).to.deep.equal(['idle', []]);
      await page.window.WebEngagement?.('grantConsent');
      await page.reaches('unavailable');
      expect(await account.handshakes()).to.have.lengthOf(1);
      tag.setAttribute('consent', 'granted');
      await other.reaches('unavailable');
    });

    for (const call of ["'grantConsent'", "'set', 'consent', 'granted'"]) {
      it(`can be granted before the script has loaded, by ${call}`, async () => {
        const page = open({
          attributes: required(),
          before: `<script nonce="n">${stub} WebEngagement(${call})</script>`,
        });
        const accept = await page.part('accept');
        page.document.addEventListener('engagement-accept', (event) => event.preventDefault());
        accept.click();
        await page.reaches('accepted');
        expect(await account.handshakes()).to.have.lengthOf(1);
      });
    }

    it('loads the element of a tag of the page’s own only when it is granted', async () => {
      const {accountId, appInstallationId, apiHost} = account;
      const page = open({
        attributes: {},
        after: `<web-engagement consent="required" account-id="${accountId}" app-installation-id="${appInstallationId}" api-host="${apiHost}"></web-engagement>`,
      });
      await waitUntil(() => page.window.WebEngagement);
      await frames(2, page.window);
      expect(filesOf(page)).to.deep.equal(['']);
      await page.window.WebEngagement?.('grantConsent');
      await page.part('card');
      expect(await account.handshakes()).to.have.lengthOf(1);
    });

    it('withdrawn takes the invitation from every tab, and nothing is asked again', async () => {
      const [page, other] = [open(), open()];
      await Promise.all([page.part('card'), other.part('card')]);
      const before = (await account.handshakes()).length;
      await page.window.WebEngagement?.('revokeConsent');
      expect(await page.reaches('idle')).to.equal('idle');
      await other.reaches('idle');
      await other.window.WebEngagement?.('set', 'entryPoints', ['sec://Sport']);
      await other.window.WebEngagement?.('refresh');
      await frames(2, other.window);
      expect([await other.reaches('idle'), (await account.handshakes()).length]).to.deep.equal(['idle', before]);
      await other.window.WebEngagement?.('grantConsent');
      await other.part('card');
      expect((await account.handshakes()).at(-1)?.query['vid']).to.equal(undefined);
    });

    it('withdrawn before there is an element goes on as withdrawn, and can be granted again', async () => {
      await account.play('unavailable', 'expose');
      const page = open();
      await page.reaches('unavailable');
      await page.window.WebEngagement?.('revokeConsent');
      await page.reaches('idle');
      await page.window.WebEngagement?.('set', 'consent', 'granted');
      await page.part('card');
      expect((await account.handshakes()).map(({query}) => query['vid'])).to.deep.equal([undefined, undefined]);
    });
  });

  describe('with a tag of the page’s own', () => {
    const toTag = (attributes: Readonly<Record<string, string>>): string =>
      `<web-engagement ${Object.entries(attributes)
        .map(([name, value]) => `${name.slice(5)}="${value}"`)
        .join(' ')}></web-engagement>`;

    it('upgrades it where it stands, with its own attributes', async () => {
      const page = open({attributes: {}, after: `${toTag(accountAttributes(account))}<footer></footer>`});
      await page.part('card');
      expect(page.document.querySelectorAll('web-engagement')).to.have.lengthOf(1);
      expect((await page.tag()).nextElementSibling?.localName).to.equal('footer');
      expect(await account.handshakes()).to.have.lengthOf(1);
    });
  });

  describe('with settings that cannot work', () => {
    for (const [title, attributes, message] of [
      [
        'no account id',
        {'data-app-installation-id': 'y'},
        'warn: <web-engagement>: Expected account-id to be your LivePerson site id, got nothing;',
      ],
      ['no app installation id', {'data-account-id': 'x'}, 'Expected app-installation-id to be'],
      [
        'a bad host',
        {'data-account-id': 'x', 'data-app-installation-id': 'y', 'data-api-host': 'https://x'},
        'Expected api-host to be a host name, got "https://x"; write',
      ],
    ] as const) {
      it(`says once what to write instead of ${title}, and leaves the page alone`, async () => {
        const page = open({attributes});
        await page.reaches('failed');
        await waitUntil(() => page.events.includes('error'));
        expect(page.reports).to.have.lengthOf(1);
        expect(page.reports[0]).to.contain(message);
        expect(page.events.filter((name) => name === 'error')).to.have.lengthOf(1);
        expect((await page.tag()).getBoundingClientRect().height).to.equal(0);
      });
    }
  });

  it('does nothing when it is on the page already', async () => {
    const page = open();
    await page.part('card');
    const again = page.document.createElement('script');
    again.src = page.document.querySelector('script[src]')?.getAttribute('src') ?? '';
    page.document.body.append(again);
    await waitUntil(() => page.reports.length > 0);
    expect(page.reports).to.have.lengthOf(1);
    expect(page.reports[0]).to.match(/^warn: .*the second one, of no account, does nothing/);
    expect(page.document.querySelectorAll('web-engagement')).to.have.lengthOf(1);
  });

  describe('notifications', () => {
    const loadedFiles = ({window}: BrandPage): string[] =>
      window.performance
        .getEntriesByType('resource')
        .map(({name}) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js'));

    it('load their files when the first one comes, and show the one that invites', async () => {
      await account.play('unavailable');
      const page = open();
      await page.reaches('unavailable');
      expect(loadedFiles(page)).to.deep.equal(['/web-engagement.js']);
      await page.window.WebEngagement?.('notify', {channel: 'weather', data: {}});
      await waitUntil(() => page.events.includes('notification'));
      expect(filesOf(page)).to.include('notifications');
      await page.window.WebEngagement?.('notify', {
        ...engage(crypto.randomUUID(), {title: 'Still looking?'}),
        page: undefined,
      });
      expect((await page.part('title')).textContent).to.contain('Still looking?');
    });

    for (const [transport, address] of [
      ['sse', `${sandboxOrigin}/server/notifications`],
      ['bayeux', `${sandboxOrigin}/server/cometd`],
      ['bayeux', `${sandboxOrigin.replace('http', 'ws')}/server/cometd`],
    ] as const) {
      it(`come by ${transport} from ${new URL(address).protocol} under the strictest policy`, async () => {
        const visit = crypto.randomUUID().replaceAll('-', '').toUpperCase();
        const control = `${sandboxOrigin}/sandbox/visits/${visit}`;
        const getTicket = `async () => (await (await fetch('${control}/ticket')).json()).ticket`;
        const page = open({
          policy: strictest,
          attributes: {
            'data-open-in': 'event',
            'data-visit-id': visit,
            'data-notifications-url': address,
            'data-notifications-transport': transport,
          },
          before: `<script nonce="n">${stub} WebEngagement('set', 'notificationTicket', ${getTicket})</script>`,
        });
        await page.reaches('unavailable');
        const body = JSON.stringify({visitID: visit, engagementID: visit, title: 'Still looking?'});
        await fetch(`${control}/engage`, {method: 'POST', body});
        expect((await page.part('title')).textContent).to.contain('Still looking?');
        await fetch(`${control}/noengage`, {method: 'POST', body});
        await page.reaches('unavailable');
        expect(page.reports).to.deep.equal([]);
      });
    }

    it('say what is missing when a transport has no visit', async () => {
      const page = open({attributes: {'data-notifications-url': `${sandboxOrigin}/server/notifications`}});
      await page.reaches('failed');
      expect(page.reports).to.have.lengthOf(1);
      expect(page.reports[0]).to.contain('visit-id');
    });
  });

  it('stops asking when the page removes its tag before there is anything to show', async () => {
    await account.play('slow');
    const page = open();
    (await page.tag()).remove();
    await waitUntil(async () => (await navigator.locks.query()).held?.length === 0, 'the request has ended');
    await frames(2, page.window);
    expect(page.events).to.deep.equal(['statechange']);
  });

  it('shifts nothing on the page', async () => {
    const page = open({before: '<style nonce="n">body {display: grid; gap: 40px}</style>'});
    const height = (): number => page.document.body.getBoundingClientRect().height;
    const tag = await page.tag();
    const heights = [height()];
    await page.part('card');
    heights.push(height());
    tag.remove();
    expect(heights).to.deep.equal([height(), height()]);
  });
});
