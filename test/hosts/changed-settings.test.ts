import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {exposeAnswer} from '../fixtures/liveperson/seed-004.js';
import {until} from '../e2e/until.js';
import type {Host} from './support/host.js';
import {inOneHostWindow} from './support/host-tests.js';

const questions = [
  ['entryPoints', ['sec://Sport']],
  ['engagementAttributes', [{type: 'ctmrinfo', info: {ctype: 'vip'}}]],
  ['clientProperties', {appVersion: '2'}],
] as const;

/** How a page changes a setting, as code. */
const changes: Readonly<Record<string, (name: string, value: unknown) => string>> = {
  'a command': (name, value) => `WebEngagement('set', '${name}', ${JSON.stringify(value)})`,
  'the property of its tag': (name, value) =>
    `void (document.querySelector('web-engagement').${name} = ${JSON.stringify(value)})`,
};

const counting = `<script>
  globalThis.told = [];
  for (const type of ['show', 'shown', 'hidden', 'statechange']) addEventListener('engagement-' + type, ({detail}) => told.push(type + (detail.to ?? '')), true);
</script>`;

async function open(host: Host): Promise<string> {
  await host.open({head: host.script() + counting});
  await host.showsCard();
  await until('the impression is reported', () => host.sent('report').length > 0);
  return host.run<string>('told.join()');
}

inOneHostWindow('a page that changes a setting', (test) => {
  for (const [way, change] of Object.entries(changes)) {
    for (const [name, value] of questions) {
      test(`asks anew with ${name}, set by ${way}, and leaves the open card as it is`, async (host) => {
        const told = await open(host);
        await host.run(change(name, value));
        await until('it asks', () => host.sent('engagement').length === 2);
        assert.deepEqual((JSON.parse(host.sent('engagement')[1]?.text ?? '') as Record<string, unknown>)[name], value);
        await host.settles('expose');
        await host.showsCard();
        assert.equal(await host.run('told.join()'), told);
        assert.equal(host.sent('report').length, 1);
      });
    }

    test(`asks nobody when the same content is set again by ${way}`, async (host) => {
      await open(host);
      await host.run(change('entryPoints', ['sec://A']));
      await until('it asks', () => host.sent('engagement').length === 2);
      await host.run(change('entryPoints', ['sec://A']));
      await host.run(change('entryPoints', ['sec://B']));
      await until('it asks', () => host.sent('engagement').length > 2);
      assert.equal(host.sent('engagement').length, 3);
    });
  }

  for (const [title, code] of [
    ['identify([])', `WebEngagement('identify', [])`],
    ['identities = []', `WebEngagement('set', 'identities', [])`],
    ['entryPoints = []', `void (document.querySelector('web-engagement').entryPoints = [])`],
    ['an empty consumerId', `WebEngagement('set', 'consumerId', '')`],
  ] as const) {
    test(`asks nobody, and leaves the open card as it is, when ${title} says as little as before`, async (host) => {
      const told = await open(host);
      await host.run(code);
      await host.run(`WebEngagement('set', 'clientProperties', {appVersion: '2'})`);
      await until('it asks about what has changed', () => host.sent('engagement').length > 1);
      assert.equal(host.sent('engagement').length, 2);
      assert.equal(await host.run('told.join()'), told);
    });
  }

  test('takes the card away when there is no offer for what has changed', async (host) => {
    await open(host);
    host.offerNothing();
    await host.run(`WebEngagement('set', 'entryPoints', ['sec://Imprint'])`);
    await host.settles('unavailable');
    await until('the card is gone', async () => (await host.cards()) === 0);
  });

  test('starts over with another account', async (host) => {
    await open(host);
    const other = `host-${randomUUID()}`;
    host.server.answer(other, exposeAnswer);
    await host.run(`WebEngagement('hide')`);
    await host.run(`WebEngagement('set', 'accountId', '${other}')`);
    await until('it asks the other', () => host.sent('engagement', other).length === 1);
    await host.showsCard();
    assert.match(
      await host.run<string>('told.join()'),
      /statechangeconnecting.*statechangeexpose.*statechangeconnecting.*statechangeexpose/,
    );
    const [question] = host.sent('engagement', other);
    assert.doesNotMatch(question?.path ?? '', /[?&](vid|sid)=/);
  });

  test('starts over at another host', async (host) => {
    await open(host);
    await host.run(`WebEngagement('hide')`);
    await host.run(`WebEngagement('set', 'apiHost', ${JSON.stringify(host.server.pages)})`);
    await until('it asks', () => host.sent('engagement').length === 2);
    await host.showsCard();
    assert.doesNotMatch(host.sent('engagement')[1]?.path ?? '', /[?&](vid|sid)=/);
  });

  test('starts over with another authenticated visitor, without the session of the one before', async (host) => {
    const identify = (sub: string): string => `WebEngagement('identify', [{iss: 'brand', acr: 'loa1', sub: '${sub}'}])`;
    await open(host);
    await host.run(identify('a1b2c3d4e5f6'));
    await until('it asks', () => host.sent('engagement').length === 2);
    await host.showsCard();
    await host.run(`WebEngagement('hide')`);
    await host.run(identify('f6e5d4c3b2a1'));
    await until('it asks', () => host.sent('engagement').length === 3);
    await host.showsCard();
    const last = host.sent('engagement')[2];
    assert.doesNotMatch(last?.path ?? '', /[?&]sid=/);
    assert.match(last?.text ?? '', /f6e5d4c3b2a1/);
  });
});
