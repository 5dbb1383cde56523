import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import OAuth from 'oauth-1.0a';
import {sandboxKey} from '../../../demo/sandbox/liveperson/handoff/oauth-signature.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {ExternalEngagementClient} from '../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-client.js';
import {ExternalEngagementError} from '../../../src/vendors/liveperson/handoff/external-engagement/external-engagement-error.js';
import {requestText} from '../../fixtures/liveperson/seed-000.js';

type Authorize = (request: Request) => Request;
type Key = typeof sandboxKey;

/** Signs as a brand's server does. */
function createSigner({consumer, token}: Key): Authorize {
  const oauth = new OAuth({
    consumer,
    signature_method: 'HMAC-SHA1',
    hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
  });
  return (request) => {
    const {Authorization} = oauth.toHeader(oauth.authorize({url: request.url, method: request.method}, token));
    request.headers.set('Authorization', Authorization);
    return request;
  };
}

/** Changes a signed request behind the signature's back. */
function altered(change: (request: Request) => Request): Authorize {
  const sign = createSigner(sandboxKey);
  return (request) => change(sign(request));
}

function withHeader(change: (header: string) => string): Authorize {
  return altered((request) => {
    request.headers.set('Authorization', change(request.headers.get('Authorization') ?? ''));
    return request;
  });
}

describe('the external engagement client with an API key', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });

  after(() => sandbox.close());

  const create = (authorize?: Authorize, accountId = 'signed (account)!') =>
    new ExternalEngagementClient({host: sandbox.url, accountId, authorize}).create(
      JSON.parse(requestText) as Parameters<ExternalEngagementClient['create']>[0],
    );

  it('gets a link with a signature of oauth-1.0a', async () => {
    const {status, engagementDetails} = await create(createSigner(sandboxKey));
    assert.equal(status, 'Available');
    const {urlToChat, ...amounts} = engagementDetails ?? {};
    assert.match(String(urlToChat), /\/brand\/chat\?engagement=/);
    assert.deepEqual(amounts, {validForSeconds: 300, expectedWaitTimeSeconds: 120, queueSize: 9});
  });

  const {consumer, token} = sandboxKey;
  const refusals: readonly [title: string, authorize: Authorize | undefined, problem: string][] = [
    ['no signature', undefined, 'No OAuth header'],
    ['another consumer', createSigner({token, consumer: {...consumer, key: 'other'}}), 'Unknown consumer key'],
    ['another token', createSigner({consumer, token: {...token, key: 'other'}}), 'Unknown token'],
    ['a wrong consumer secret', createSigner({token, consumer: {...consumer, secret: 'x'}}), 'Wrong signature'],
    ['a wrong token secret', createSigner({consumer, token: {...token, secret: 'x'}}), 'Wrong signature'],
    [
      'an address that was changed after it was signed',
      altered((request) => new Request(`${request.url}&x=1`, request)),
      'Wrong signature',
    ],
    [
      'a timestamp that was changed',
      withHeader((header) => header.replace(/oauth_timestamp="\d/, 'oauth_timestamp="9')),
      'Wrong signature',
    ],
    ['another method', withHeader((header) => header.replace('HMAC-SHA1', 'PLAINTEXT')), 'Unsupported signature'],
  ];
  for (const [title, authorize, vendorMessage] of refusals) {
    it(`is refused with ${title}`, async () => {
      await assert.rejects(create(authorize), (error: unknown) => {
        assert.ok(error instanceof ExternalEngagementError);
        const {status, internalCode} = error;
        assert.deepEqual(
          {status, internalCode, vendorMessage: error.vendorMessage},
          {status: 401, internalCode: '10', vendorMessage},
        );
        return true;
      });
    });
  }

  it('is refused when a signature is sent twice', async () => {
    let first: string | undefined;
    const replay = withHeader((header) => (first ??= header));
    await create(replay);
    await assert.rejects(create(replay), {vendorMessage: 'Nonce refused'});
  });
});
