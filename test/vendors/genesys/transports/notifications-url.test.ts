import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {createBayeuxTransport} from '../../../../src/vendors/genesys/transports/bayeux.js';
import {createSseTransport} from '../../../../src/vendors/genesys/transports/sse.js';

type Outcome = 'both' | 'bayeux' | 'none';

const addresses: readonly (readonly [url: string, usedBy: Outcome])[] = [
  ['https://contact.example/server/cometd', 'both'],
  ['https://contact.example:8443/?tenant=7#part', 'both'],
  ['http://localhost:8080/cometd', 'both'],
  ['http://127.0.0.1:8080/cometd', 'both'],
  ['http://[::1]:8080/cometd', 'both'],
  ['wss://contact.example/cometd', 'bayeux'],
  ['ws://localhost:8080/cometd', 'bayeux'],
  ['http://contact.example/secret?secret=1', 'none'],
  ['ws://contact.example/secret', 'none'],
  ['http://localhost.evil.example/', 'none'],
  ['https://user:secret@contact.example/', 'none'],
  ['https://secret@contact.example/', 'none'],
  ['https://:secret@contact.example/', 'none'],
  ['https://{visitId}.contact.example/', 'none'],
  ['/server/notifications', 'none'],
  ['//contact.example/secret', 'none'],
  ['contact.example', 'none'],
  ['', 'none'],
  ['ftp://contact.example/', 'none'],
  ['javascript:secret()', 'none'],
  ['data:text/plain,secret', 'none'],
  ['blob:https://contact.example/secret', 'none'],
];

/** Whether a transport can be made; fails when what it says is of no use. */
function isUsed(create: () => {readonly address?: string | undefined}, url: string): boolean {
  try {
    expect(create().address).to.equal(url);
    return true;
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigurationError);
    expect((error as Error).message).to.match(/^Cannot use url: expected .*, got .*; write /);
    expect((error as Error).message).not.to.contain('secret');
    return false;
  }
}

describe('The setting notifications-url', () => {
  for (const [url, usedBy] of addresses) {
    it(`${usedBy === 'none' ? 'refuses' : 'accepts'} ${url || 'nothing'}${usedBy === 'bayeux' ? ' for Bayeux only' : ''}`, () => {
      expect(isUsed(() => createSseTransport({url}), url)).to.equal(usedBy === 'both');
      expect(isUsed(() => createBayeuxTransport({url}), url)).to.equal(usedBy !== 'none');
    });
  }
});
