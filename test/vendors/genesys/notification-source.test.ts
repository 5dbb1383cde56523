import {expect} from '@open-wc/testing';
import {createOffer} from '../../support/fakes/scripted-source.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {
  createHeldTransport,
  endListening,
  engage,
  listenAsPage,
  noengage,
  pageId,
  visitId,
} from '../../support/notifications.js';
import {waitUntil} from '../../support/wait-until.js';

const lastOf = <Item>(items: readonly Item[]): Item | undefined => items.at(-1);
const platformOffer = createOffer('platform/1', 'platform');

describe('notification source', () => {
  afterEach(endListening);

  describe('engage', () => {
    it('shows an invitation with the ids and the sentences that it brings', async () => {
      const {session, state} = await listenAsPage();
      session.notify(
        engage('E1', {
          globalVisitID: 'G1',
          title: 'Hello',
          message: 'May I?',
          acceptText: 'Yes',
          rejectText: 'No',
          lang: 'de',
        }),
      );
      expect(state()).to.deep.equal({
        name: 'expose',
        offer: {
          id: 'genesys/E1',
          source: 'genesys',
          engagementId: 'E1',
          visitorId: 'G1',
          sessionId: visitId,
          pageId,
          language: 'de',
          messages: {exposeTitle: 'Hello', exposeBody: 'May I?', accept: 'Yes', dismiss: 'No'},
        },
      });
    });

    it('shows one invitation however often it comes', async () => {
      const {session, facts} = await listenAsPage();
      for (let copy = 0; copy < 100; copy++) session.notify(engage('E1'));
      expect(facts.filter(({type}) => type === 'expose')).to.have.lengthOf(1);
    });

    it('says who invites', async () => {
      const {session, state} = await listenAsPage();
      const agent = {name: 'Mia', avatar: 'https://brand.example/mia.png', role: 'Sales advisor'};
      session.notify(engage('E1', {agent, brand: {name: 'Acme'}}));
      const current = state();
      expect(current.name === 'expose' && [current.offer.agent, current.offer.brand]).to.deep.equal([
        agent,
        {name: 'Acme'},
      ]);
    });

    for (const agent of ['Mia', {}, {name: 5}, [], null]) {
      it(`shows an invitation of nobody when its agent is ${JSON.stringify(agent)}`, async () => {
        const {session, state} = await listenAsPage();
        session.notify(engage('E1', {agent}));
        const current = state();
        expect([current.name, 'offer' in current && current.offer.agent]).to.deep.equal(['expose', undefined]);
      });
    }

    it('shortens a text that would not fit a card', async () => {
      const {session, state} = await listenAsPage();
      session.notify(engage('E1', {message: 'x'.repeat(5_000)}));
      const current = state();
      expect(current.name === 'expose' && current.offer.messages?.exposeBody).to.have.lengthOf(400);
    });

    const ignored: readonly (readonly [title: string, message: object, reason: string])[] = [
      ['another visit', engage('E1', {visitID: 'OTHER'}), 'another visit'],
      ['another page', {...engage('E1'), page: 'OTHER'}, 'another page'],
      [
        'another page, named in its data',
        {channel: 'engage', data: {engagementID: 'E1', pageID: 'OTHER'}},
        'another page',
      ],
      [
        "the vendor's agent in the page",
        {channel: 'gpe.appendContent', data: {url: 'https://x.example'}},
        'executable',
      ],
      ['a channel that nobody knows', {channel: 'weather', data: {}}, 'unknown'],
    ];
    for (const [title, message, reason] of ignored) {
      it(`shows nothing for a message to ${title}, and says that it was ignored`, async () => {
        const {session, summary, notices} = await listenAsPage();
        session.notify(message);
        expect(summary()).to.equal('connecting');
        expect(lastOf(notices)).to.include({outcome: 'ignored', reason});
      });
    }

    it('ignores a message that names a page when the page has no id', async () => {
      const {session, summary} = await listenAsPage({settings: {visitId}});
      session.notify(engage('E1'));
      expect(summary()).to.equal('connecting');
    });

    it('keeps the first invitation when another one comes', async () => {
      const {session, summary, notices} = await listenAsPage();
      session.notify([engage('E1'), engage('E2')]);
      expect(summary()).to.equal('expose genesys/E1');
      expect(lastOf(notices)).to.deep.include({outcome: 'ignored', reason: 'another invitation', engagementId: 'E2'});
    });

    it('shows another one after the first was declined', async () => {
      const {session, summary} = await listenAsPage();
      session.notify(engage('E1'));
      session.dismiss();
      session.notify(engage('E2'));
      expect(summary()).to.equal('expose genesys/E2');
    });

    it('does not show again what was declined, on a later page either', async () => {
      const visits = createMemoryVisits();
      const first = await listenAsPage({visits});
      first.session.notify(engage('E1'));
      first.session.dismiss();
      const second = await listenAsPage({visits});
      second.session.notify(engage('E1'));
      expect(second.summary()).to.equal('dismissed genesys/E1');
      expect(lastOf(second.notices)).to.include({outcome: 'ignored', reason: 'answered before'});
    });

    it('invites nobody who has just accepted', async () => {
      const {session, summary} = await listenAsPage();
      session.notify(engage('E1'));
      session.accept();
      session.notify(engage('E2'));
      expect(summary()).to.equal('accepted genesys/E1');
    });
  });

  describe('time', () => {
    const cases: readonly (readonly [title: string, data: object, age: number, isShown: boolean])[] = [
      ['within a minute', {time: 0}, 59_999, true],
      ['after a minute', {time: 0}, 60_000, false],
      ['within its own timeout', {time: 0, timeout: 5}, 4_999, true],
      ['after its own timeout', {time: 0, timeout: 5}, 5_000, false],
      ['after a minute, however long its own timeout is', {time: 0, timeout: 600}, 60_000, false],
      ['when it names no time', {}, 1_000_000, true],
      ['when its time is in the future', {time: 9_000_000}, 1_000_000, true],
    ];
    for (const [title, data, age, isShown] of cases) {
      it(`${isShown ? 'shows' : 'does not show'} an invitation that comes ${title}`, async () => {
        const {session, state, notices} = await listenAsPage({now: () => age});
        session.notify(engage('E1', data));
        expect(state().name === 'expose').to.equal(isShown);
        expect(notices.some(({outcome}) => outcome === 'timedout')).to.equal(!isShown);
      });
    }

    it('withdraws an invitation that ran out while the page was in the back/forward cache', async () => {
      let now = 0;
      const page = await listenAsPage({now: () => now});
      page.session.notify(engage('E1', {timeout: 30}));
      page.rest();
      now = 30_000;
      await page.resume();
      expect(page.state().name).not.to.equal('expose');
      expect(lastOf(page.notices)).to.deep.include({outcome: 'timedout', engagementId: 'E1'});
    });

    it('keeps an invitation that still holds when the page comes back', async () => {
      let now = 0;
      const page = await listenAsPage({now: () => now});
      page.session.notify(engage('E1', {timeout: 30}));
      page.rest();
      now = 29_999;
      await page.resume();
      expect(page.summary()).to.equal('expose genesys/E1');
    });
  });

  describe('noengage', () => {
    it('withdraws an invitation', async () => {
      const {session, summary, notices} = await listenAsPage();
      session.notify([engage('E1'), noengage('E1')]);
      expect(summary()).to.equal('unavailable');
      expect(lastOf(notices)).to.deep.include({type: 'noengage', outcome: 'cancelled', engagementId: 'E1'});
    });

    it('withdraws whatever is pending when it names no invitation', async () => {
      const {session, summary} = await listenAsPage();
      session.notify([engage('E1'), noengage()]);
      expect(summary()).to.equal('unavailable');
    });

    const untouched: readonly (readonly [title: string, message: object])[] = [
      ['names another invitation', noengage('E2')],
      ['is for another visit', noengage('E1', {visitID: 'OTHER'})],
      ['is for another page', {...noengage('E1'), page: 'OTHER'}],
    ];
    for (const [title, message] of untouched) {
      it(`leaves the invitation alone when it ${title}`, async () => {
        const {session, summary} = await listenAsPage();
        session.notify([engage('E1'), message]);
        expect(summary()).to.equal('expose genesys/E1');
      });
    }

    it('leaves an accepted invitation alone', async () => {
      const {session, summary} = await listenAsPage();
      session.notify(engage('E1'));
      session.accept();
      session.notify(noengage('E1'));
      expect(summary()).to.equal('accepted genesys/E1');
    });

    it('keeps a late copy from being shown for ten minutes, on a later page as well', async () => {
      let now = 0;
      const visits = createMemoryVisits();
      const first = await listenAsPage({visits, now: () => now});
      first.session.notify(noengage('E1'));
      first.session.notify(engage('E1'));
      expect(lastOf(first.notices)).to.include({outcome: 'cancelled', reason: 'withdrawn before'});
      now = 599_999;
      const second = await listenAsPage({visits, now: () => now});
      second.session.notify(engage('E1'));
      expect(second.summary()).to.equal('connecting');
      now = 600_000;
      second.session.notify(engage('E1'));
      expect(second.summary()).to.equal('expose genesys/E1');
    });

    it('reaches an invitation that still waits for the word of another tab', async () => {
      const {session, summary} = await listenAsPage();
      session.notify([{...engage('E1'), page: undefined}, noengage()]);
      await new Promise((resolve) => setTimeout(resolve));
      expect(summary()).to.equal('connecting');
    });
  });

  describe('beside a platform that is asked', () => {
    it('says that nothing is on offer only when the platform has answered', async () => {
      const transport = createHeldTransport();
      const {platform, summary} = await listenAsPage({settings: {visitId, notificationsTransport: transport}});
      await waitUntil(() => transport.listens > 0);
      transport.send({type: 'open'});
      expect(summary()).to.equal('connecting');
      platform.say({type: 'unavailable', source: 'platform'});
      expect(summary()).to.equal('unavailable');
    });

    it('never touches an open conversation', async () => {
      const {session, platform, summary, notices} = await listenAsPage();
      platform.say({type: 'conversation', offer: platformOffer});
      session.notify([engage('E1'), noengage('E1'), noengage()]);
      expect(summary()).to.equal('conversation platform/1');
      expect(notices[0]).to.include({outcome: 'ignored', reason: 'a conversation'});
    });

    it("does not withdraw the platform's invitation", async () => {
      const {session, platform, summary} = await listenAsPage();
      platform.say({type: 'expose', offer: platformOffer});
      session.notify([noengage(), noengage('platform/1'), noengage('1')]);
      expect(summary()).to.equal('expose platform/1');
    });

    it('stays when the platform has an invitation too, and when it has none', async () => {
      const {session, platform, summary} = await listenAsPage();
      session.notify(engage('E1'));
      platform.say({type: 'expose', offer: platformOffer});
      platform.say({type: 'unavailable', source: 'platform'});
      expect(summary()).to.equal('expose genesys/E1');
    });

    it('gives way to a conversation', async () => {
      const {session, platform, summary} = await listenAsPage();
      session.notify(engage('E1'));
      platform.say({type: 'conversation', offer: platformOffer});
      expect(summary()).to.equal('conversation platform/1');
    });
  });

  describe('what becomes of an invitation', () => {
    it('is told to the page and to a callback: offered, then accepted', async () => {
      const told: string[] = [];
      const {session, notices} = await listenAsPage({onDisposition: ({outcome}) => told.push(outcome)});
      session.notify(engage('E1'));
      session.shown();
      session.accept();
      expect(told).to.deep.equal(['offered', 'accepted']);
      expect(notices.map(({outcome, engagementId}) => `${outcome} ${engagementId}`)).to.deep.equal([
        'offered E1',
        'accepted E1',
      ]);
    });

    it('is rejected when the visitor declines', async () => {
      const {session, notices} = await listenAsPage();
      session.notify(engage('E1'));
      session.dismiss();
      expect(lastOf(notices)).to.include({outcome: 'rejected'});
    });

    it('is ignored when the visitor leaves the page without an answer', async () => {
      const {session, notices, rest} = await listenAsPage();
      session.notify(engage('E1'));
      rest();
      expect(lastOf(notices)).to.deep.include({outcome: 'ignored', reason: 'left', engagementId: 'E1'});
    });

    it('is reported as trouble when the callback throws', async () => {
      const error = new Error('callback');
      const {session, facts} = await listenAsPage({
        onDisposition: () => {
          throw error;
        },
      });
      session.notify(engage('E1'));
      session.shown();
      expect(lastOf(facts)).to.deep.equal({type: 'trouble', error});
    });
  });

  describe('what cannot be read', () => {
    const unreadable: readonly (readonly [title: string, message: unknown])[] = [
      ['text that is no JSON', 'engage'],
      ['nothing', undefined],
      ['a number', 7],
      ['a message without a channel', {data: {}}],
      ['more than 64 KB', engage('E1', {data: 'x'.repeat(70_000)})],
    ];
    for (const [title, message] of unreadable) {
      it(`is told once and shows nothing: ${title}`, async () => {
        const {session, summary, facts, notices} = await listenAsPage();
        session.notify(message);
        expect(summary()).to.equal('connecting');
        expect(facts.filter(({type}) => type === 'trouble')).to.have.lengthOf(1);
        expect(notices).to.deep.equal([{type: 'malformed', outcome: 'errored'}]);
      });
    }

    it('does not keep the rest of a list from being read', async () => {
      const {session, summary} = await listenAsPage();
      session.notify([{nonsense: true}, engage('E1')]);
      expect(summary()).to.equal('expose genesys/E1');
    });
  });

  describe('the connection', () => {
    const listenVia = async () => {
      const transport = createHeldTransport();
      const page = await listenAsPage({settings: {visitId, pageId, notificationsTransport: transport}});
      await waitUntil(() => transport.listens > 0);
      return {transport, ...page, facts: page.facts};
    };

    it('brings messages as text or parsed', async () => {
      const {transport, summary} = await listenVia();
      transport.send({type: 'message', data: JSON.stringify([engage('E1')])});
      expect(summary()).to.equal('expose genesys/E1');
      transport.send({type: 'message', data: noengage('E1')});
      expect(summary()).to.equal('unavailable');
    });

    it('keeps the invitation when it is lost and found again', async () => {
      const {transport, summary} = await listenVia();
      transport.send({type: 'message', data: engage('E1')});
      transport.send({type: 'retry', attempt: 2, delay: 1_000, cause: new Error('lost')});
      transport.send({type: 'open'});
      expect(summary()).to.equal('expose genesys/E1');
    });

    it('is a failure when it is given up with nothing on the page', async () => {
      const {transport, summary} = await listenVia();
      transport.send({type: 'trouble', error: new Error('refused')});
      expect(summary()).to.equal('failed');
    });

    it('is only a trouble when it is given up with an invitation on the page', async () => {
      const {transport, summary, facts} = await listenVia();
      transport.send({type: 'message', data: engage('E1')});
      transport.send({type: 'trouble', error: new Error('refused')});
      expect(summary()).to.equal('expose genesys/E1');
      expect(lastOf(facts)?.type).to.equal('trouble');
    });

    for (const [settings, hint] of [
      [{notificationsUrl: 'https://events.example'}, 'Expected visitId to be the id'],
      [{visitId, notificationsTransport: 'pigeon'}, 'Expected notificationsTransport to be'],
      [{visitId, notificationsTransport: 'bayeux'}, 'Cannot use notificationsUrl: expected'],
      [{visitId, notificationsUrl: 'http://events.example'}, 'Cannot use notificationsUrl: expected'],
      [{notificationsTransport: 'window', notificationsOrigins: '*'}, 'Cannot use notificationsOrigins: expected'],
    ] as const) {
      it(`says what to write instead of ${JSON.stringify(settings)}`, async () => {
        const {state} = await listenAsPage({settings});
        await waitUntil(() => state().name === 'failed');
        const current = state();
        expect(current.name === 'failed' && current.error.name).to.equal('ConfigurationError');
        expect(current.name === 'failed' && current.error.message).to.contain(hint);
      });
    }
  });
});
