import assert from 'node:assert/strict';
import {attributeOf} from '../../src/tag/settings/attribute-name.js';
import {inOneHostWindow} from './support/host-tests.js';
import {until} from '../e2e/until.js';

/** An attribute, a word that other vendors or consent tools write, and what is used instead. */
const words: readonly (readonly [attribute: string, word: string, used: string])[] = [
  ['open-in', 'window', 'event'],
  ['open-in', '_blank', 'event'],
  ['open-in', 'Tab', 'event'],
  ['format', 'popup', 'card'],
  ['format', 'overlay', 'card'],
  ['placement', 'bottom-right', 'end'],
  ['placement', 'left', 'end'],
  ['avoid', 'true', 'fixed'],
  ['heading-level', 'h2', '2'],
  ['delay', '5s', '0'],
  ['delay', '1,5', '0'],
  ['auto-collapse', 'never', '0'],
  ['unread', 'many', 'the default'],
  ['max-invitations', 'one', 'the default'],
];

/** Words that consent tools write; none of them lets anything be sent. */
const consentWords = ['marketing', 'true', 'yes', 'granted,denied', 'optin', 'C0004', 'ad_storage'];

inOneHostWindow('words that the page writes', (test) => {
  for (const [attribute, word, used] of words) {
    test(`${attribute}="${word}" is told in one line, and ${used} is used [H15]`, async (host) => {
      const settings = host.settings('data-').replace('data-open-in="event"', '');
      const more = attribute === 'open-in' ? '' : 'data-open-in="event"';
      await host.open({head: host.script(`${settings} ${more} data-${attribute}="${word}"`)});
      await host.showsCard();
      const told = host.said.filter((line) => line.includes(`Expected ${attribute} to be`));
      assert.equal(told.length, 1, host.said.join('\n'));
      assert.ok(told[0]?.includes(JSON.stringify(word)) && told[0].includes(`${used} is used`), told[0]);
      await host.run(`WebEngagement('set', 'entryPoints', ['sec://Sport'])`);
      await until('it asks again', () => host.sent('engagement').length > 1);
      assert.equal(host.said.filter((line) => line.includes(`Expected ${attribute} to be`)).length, 1);
    });
  }

  for (const name of ['topics', 'brand', 'entryPoints', 'identities', 'waitTime', 'onAccept'] as const) {
    test(`${name} written as an attribute is told in one line that says what to do, and not what was written [H15]`, async (host) => {
      const written = `data-${attributeOf(name)}='[{"sub": "a1b2c3d4e5f6"}]'`;
      await host.open({head: host.script(`${host.settings('data-')} ${written}`)});
      await host.showsCard();
      const line = `<web-engagement>: Expected ${name} to be a property, got an attribute; set it by script`;
      assert.deepEqual(host.said, [line]);
      assert.doesNotMatch(host.sent('engagement')[0]?.text ?? '', /a1b2c3/);
    });
  }

  for (const word of consentWords) {
    test(`consent="${word}" is told in one line, and nothing is sent until the visitor agrees [H15]`, async (host) => {
      await host.open({head: host.script(`${host.settings('data-')} data-consent="${word}"`)});
      await until('the line is there', () => host.said.length > 0);
      assert.match(host.said.join(), /consent.*not-required, required, granted, denied/);
      assert.ok(host.said[0]?.includes('required is used'), host.said[0]);
      assert.equal(host.sent('engagement').length, 0);
      await host.run(`WebEngagement('grantConsent')`);
      await host.showsCard();
      assert.equal(host.said.length, 1, host.said.join('\n'));
    });
  }

  for (const command of [
    'nope',
    'Show',
    'close',
    'open',
    'boot',
    'destroy',
    '',
    'constructor',
    'toString',
    '__proto__',
  ]) {
    test(`the command ${JSON.stringify(command)} is refused in one line that lists the commands [H15]`, async (host) => {
      await host.open({head: host.script()});
      await host.showsCard();
      const end = await host.run<string>(
        `WebEngagement(${JSON.stringify(command)}).then(() => 'done', ({message}) => message)`,
      );
      assert.match(end, /Expected a command, got .*refresh, show, hide/);
      assert.equal(host.said.length, 1);
      assert.ok(host.said[0]?.includes(JSON.stringify(command)), host.said[0]);
    });
  }

  for (const [call, name] of [
    [`'set', 'acountId', 1`, 'acountId'],
    [`'set', 'account-id', '1'`, 'account-id'],
    [`'set', 'toString', 1`, 'toString'],
    [`'get', 'nope'`, 'nope'],
    [`'get', 'constructor'`, 'constructor'],
    [`'set'`, 'undefined'],
  ] as const) {
    test(`WebEngagement(${call}) is told in one line that lists the settings [H15]`, async (host) => {
      await host.open({head: host.script()});
      await host.showsCard();
      await host.run(`WebEngagement(${call}).catch(() => undefined)`);
      const told = host.said.filter((line) => line.includes(name) && line.includes('accountId, appInstallationId'));
      assert.equal(told.length, 1, host.said.join('\n'));
    });
  }

  for (const [call, line] of [
    [`'set', 'delay', '5s'`, 'Expected delay to be a number, got "5s"; 0 is used'],
    [`'set', 'headingLevel', 'h2'`, 'Expected heading-level to be a number, got "h2"; 2 is used'],
    [`'set', 'format', 'popup'`, 'Expected format to be card, bubble, banner, got "popup"; card is used'],
    [`'set', 'onAccept', 'openChat'`, 'Expected onAccept to be a function, got "string"; the default is used'],
    [`'set', 'endConversation', true`, 'Expected endConversation to be a function, got "boolean"; the default is used'],
    [`'on', 'nope', () => undefined`, 'Expected an event and its listener, got "nope" and function'],
    [`'on', 'engagement-accept', () => undefined`, 'got "engagement-accept" and function; there are show, shown'],
    [`'on', 'accept', 'openChat'`, 'Expected an event and its listener, got "accept" and string'],
    [`'on', 'accept'`, 'Expected an event and its listener, got "accept" and undefined'],
    [`'off', 'toString', () => undefined`, 'Expected an event and its listener, got "toString" and function'],
  ] as const) {
    for (const moment of ['before', 'after'] as const) {
      test(`WebEngagement(${call}) ${moment} the card is told in one line [H15]`, async (host) => {
        const give = `WebEngagement(${call}).catch(() => undefined)`;
        const queue = `window.WebEngagement = (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));`;
        await host.open({head: (moment === 'before' ? `<script>${queue}${give}</script>` : '') + host.script()});
        await host.showsCard();
        if (moment === 'after') await host.run(give);
        await until('the line is there', () => host.said.length > 0);
        assert.equal(host.said.length, 1, host.said.join('\n'));
        assert.ok(host.said[0]?.includes(line), host.said[0]);
      });
    }
  }
});
