import assert from 'node:assert/strict';
import {beforeEach, it} from 'node:test';
import type {Page} from 'playwright';
import {startSandbox} from '../../../demo/sandbox/sandbox.js';
import {brandUrl, get, reports} from './brand.js';
import {useBrand} from './brand-suite.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';
import {
  countConnections,
  giveTickets,
  invitationOf,
  isFrom,
  openVisit,
  type TransportName,
  type Visit,
} from './visit.js';

const transports: readonly TransportName[] = ['sse', 'bayeux', 'bayeux over WebSocket'];

inEveryEngine('a visitor whom the contact centre invites', (visitor) => {
  const suite = useBrand();
  let visit: Visit;

  beforeEach(async () => {
    await suite.account.play('unavailable');
    visit = openVisit(suite.platform.url);
    await giveTickets(visitor(), suite.platform.url);
  });

  async function openPage(transport: TransportName, wishes: Readonly<Record<string, string>> = {}): Promise<Page> {
    const page = await visitor().newPage();
    await page.goto(suite.url({...visit.wishes(transport), ...wishes}));
    return page;
  }

  /** Lets the time of a pause pass at once. */
  const listensAgain = (): Promise<void> =>
    until('the page listens', async () => {
      await visitor().clock.runFor(1_000);
      return countConnections(await visit.frames()) > 0;
    });

  for (const transport of transports) {
    it(`sees the invitation, and sees it withdrawn, over ${transport}`, async () => {
      const page = await openPage(transport, {csp: 'strict'});
      await visit.hasListener();
      await visit.call('engage', {visitID: visit.id, engagementID: 'E1', title: 'Still looking?'});
      await invitationOf(page, 'Still looking?').waitFor();
      await visit.call('noengage', {visitID: visit.id, engagementID: 'E1'});
      await invitationOf(page, 'Still looking?').waitFor({state: 'hidden'});
      assert.deepEqual(await reports(page), []);
    });

    it(`sees an invitation again after the server was away, over ${transport}`, async () => {
      let platform = await startSandbox();
      const port = Number(new URL(platform.url).port);
      visit = openVisit(platform.url);
      await giveTickets(visitor(), platform.url);
      await visitor().clock.install();
      const page = await visitor().newPage();
      await page.goto(brandUrl(suite.brand, suite.platform, {account: suite.account.id, ...visit.wishes(transport)}));
      await visit.hasListener();
      await platform.close();
      await visitor().clock.runFor(500);
      platform = await startSandbox({port});
      await listensAgain();
      await visit.call('engage', {visitID: visit.id, engagementID: 'E1', title: 'Back again'});
      await invitationOf(page, 'Back again').waitFor();
      const frames = await visit.frames();
      assert.ok(frames.length < 15, `${frames.length} frames`);
      await page.close();
      await platform.close();
    });

    it(`has one connection for all tabs, and gets the invitation in the tab last used, over ${transport}`, async () => {
      await visitor().clock.install();
      const first = await openPage(transport);
      await visit.hasListener();
      const second = await openPage(transport);
      await until('the second tab knows', async () => (await get(second, 'state')) === 'unavailable');
      await first.bringToFront();
      await first.getByRole('button', {name: 'a button'}).click();
      await visit.call('engage', {visitID: visit.id, engagementID: 'E1', title: 'Only here'});
      await invitationOf(first, 'Only here').waitFor();
      await visitor().clock.runFor(10_000);
      assert.equal(await get(second, 'state'), 'unavailable');
      assert.equal(countHandshakes(await visit.frames()), 1);
    });

    it(`still gets invitations after the tab with the connection was closed, over ${transport}`, async () => {
      const first = await openPage(transport);
      await visit.hasListener();
      const second = await openPage(transport);
      await until('the second tab knows', async () => (await get(second, 'state')) === 'unavailable');
      await first.close();
      await until('the second tab connects', async () => countHandshakes(await visit.frames()) === 2);
      await visit.call('engage', {visitID: visit.id, engagementID: 'E1', title: 'In the other tab'});
      await invitationOf(second, 'In the other tab').waitFor();
    });
  }

  it('is not shown what is meant for another page of the visit', async () => {
    const page = await openPage('sse', {'data-page-id': 'P1'});
    await visit.hasListener();
    await visit.call('engage', {visitID: visit.id, pageID: 'P2', engagementID: 'E1', title: 'Elsewhere'});
    await visit.call('engage', {visitID: visit.id, pageID: 'P1', engagementID: 'E2', title: 'Here'});
    await invitationOf(page, 'Here').waitFor();
  });

  it('is not bothered by a server that loses every session, and gets invitations once it keeps them', async () => {
    await visitor().clock.install();
    // The page is at another site, whose requests carry no cookie of the platform.
    const page = await visitor().newPage();
    const wishes = {account: suite.account.id, ...visit.wishes('bayeux')};
    const control = `${suite.platform.url}/sandbox/visits/${visit.id}/notifications`;
    await fetch(control, {method: 'PUT', body: JSON.stringify({cookies: true})});
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/server/cometd')) requests.push(request.method());
    });
    await page.goto(brandUrl(suite.brand, suite.platform, wishes).replace('127.0.0.1', 'localhost'));
    await until('it tries again', () => requests.length > 1);
    for (let second = 0; second < 5; second++) await visitor().clock.runFor(1_000);
    assert.ok(requests.length < 8, `${requests.length} requests in 5 s`);
    assert.equal(countConnections(await visit.frames()), 0);

    await fetch(control, {method: 'PUT', body: JSON.stringify({cookies: false})});
    await listensAgain();
    await visit.call('engage', {visitID: visit.id, engagementID: 'E1', title: 'At last'});
    await invitationOf(page, 'At last').waitFor();
  });
});

/** Handshakes of Bayeux, or streams of server-sent events. */
function countHandshakes(frames: Awaited<ReturnType<Visit['frames']>>): number {
  return frames.filter(
    ({transport, direction, frame}) => direction === 'in' && (transport === 'sse' || isFrom(frame, '/meta/handshake')),
  ).length;
}
