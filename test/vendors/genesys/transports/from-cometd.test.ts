import {expect} from '@open-wc/testing';
import {CometD, type Message} from 'cometd';
import {RefusedError} from '../../../../src/vendors/genesys/reconnection.js';
import {fromCometd} from '../../../../src/vendors/genesys/transports/from-cometd.js';
import {BayeuxServer, type Message as ServerMessage, type Script} from '../../../support/servers/bayeux-server.js';
import {listenBy, settle} from '../../../support/listening.js';
import {waitUntil} from '../../../support/wait-until.js';

interface Envelope {
  readonly messages: readonly ServerMessage[];
  readonly onSuccess: (answers: readonly Message[]) => void;
  readonly onFailure: (conduit: unknown, messages: readonly ServerMessage[], failure: object) => void;
}

/** A page that has an instance of the real client, which reaches its server without a network. */
function createPage(script?: Script) {
  const server = new BayeuxServer(script);
  const cometd = new CometD();
  const send = async ({messages, onSuccess, onFailure}: Envelope): Promise<void> => {
    if (server.isDown) {
      onFailure(undefined, messages, {reason: 'down'});
      return;
    }
    const ids = new Map(messages.map(({channel, id}) => [channel, String(id)]));
    const answers = (await Promise.all(server.take(messages))).flat();
    onSuccess(answers.map((answer) => ({...answer, id: ids.get(answer.channel) ?? ''})));
  };
  const transport = {
    type: 'long-polling',
    url: '',
    registered: () => undefined,
    unregistered: () => undefined,
    reset: () => undefined,
    abort: () => undefined,
    accept: () => true,
    send: (envelope: Envelope) => void send(envelope),
  };
  cometd.unregisterTransports();
  cometd.registerTransport('long-polling', transport);
  cometd.configure({url: 'https://contact.example/cometd', useWorkerScheduler: false, logLevel: 'warn'});
  const connect = async (): Promise<void> => {
    cometd.handshake();
    await waitUntil(() => cometd.getStatus() === 'connected');
  };
  /** Publishes on a channel, as the server does it. */
  const publish = (channel: string, data: unknown): void => {
    (cometd as unknown as {receive(message: Message): void}).receive({channel, data});
  };
  return {server, cometd, connect, publish};
}

const handshaken: Script = (type, nth) =>
  type === 'handshake'
    ? {clientId: `client-${nth}`, version: '1.0', supportedConnectionTypes: ['long-polling']}
    : type === 'subscribe'
      ? {subscription: '/notification/VISIT'}
      : undefined;

const expired: Script = (type, nth, message) =>
  type === 'connect' && nth === 2
    ? {successful: false, error: '402::session_unknown', advice: {reconnect: 'handshake', interval: 0}}
    : handshaken(type, nth, message);

describe('fromCometd', () => {
  it('has no address, since the connection is the page’s own', () => {
    expect(fromCometd(createPage().cometd).address).to.equal(undefined);
  });

  it('subscribes at once when the page is connected', async () => {
    const {server, cometd, connect, publish} = createPage(handshaken);
    await connect();
    const {hears, messages, stop} = listenBy(fromCometd(cometd));
    await hears('open');
    publish('/notification/VISIT', [{page: 'PAGE'}]);
    publish('/notification/OTHER', 'other');
    stop();
    expect(messages()).to.deep.equal([[{page: 'PAGE'}]]);
    expect(server.received('subscribe').map(({subscription}) => subscription)).to.deep.equal(['/notification/VISIT']);
    cometd.disconnect();
  });

  it('subscribes once when the page connects later', async () => {
    const {server, cometd, connect} = createPage(handshaken);
    const {hears, count, stop} = listenBy(fromCometd(cometd));
    expect(server.batches).to.have.lengthOf(0);
    await connect();
    await hears('open');
    await settle();
    stop();
    expect(server.received('subscribe')).to.have.lengthOf(1);
    expect(count('open')).to.equal(1);
    cometd.disconnect();
  });

  it('subscribes once when it is made while the page hears that it is connected', async () => {
    const {server, cometd} = createPage(handshaken);
    const {hears, stop} = await new Promise<ReturnType<typeof listenBy>>((resolve) => {
      cometd.handshake(() => resolve(listenBy(fromCometd(cometd))));
    });
    await hears('open');
    await settle();
    stop();
    expect(server.received('subscribe')).to.have.lengthOf(1);
    cometd.disconnect();
  });

  it('subscribes as soon as there is a session, even if the server holds the first connect', async () => {
    const holding: Script = (type, nth, message) => (type === 'connect' ? 'hold' : handshaken(type, nth, message));
    const {cometd} = createPage(holding);
    const {hears, stop} = listenBy(fromCometd(cometd));
    cometd.handshake();
    await hears('open');
    stop();
    cometd.disconnect();
  });

  it('subscribes again in a new session', async () => {
    const {server, cometd, connect, publish} = createPage(expired);
    const {hears, messages, stop} = listenBy(fromCometd(cometd));
    await connect();
    await hears('open', 2);
    publish('/notification/VISIT', 'once');
    stop();
    expect(server.received('subscribe').map(({clientId}) => clientId)).to.deep.equal(['client-1', 'client-2']);
    expect(messages()).to.deep.equal(['once']);
    cometd.disconnect();
  });

  it('reports that a subscription is denied, without naming the visit', async () => {
    const denied: Script = (type, nth, message) =>
      type === 'subscribe' ? {successful: false, error: '403:VISIT:denied'} : handshaken(type, nth, message);
    const {server, cometd, connect} = createPage(denied);
    await connect();
    const {hears, errors, stop} = listenBy(fromCometd(cometd));
    await hears('trouble');
    await settle();
    stop();
    expect(server.received('subscribe')).to.have.lengthOf(1);
    expect(errors()[0]).to.be.instanceOf(RefusedError);
    expect(errors()[0]?.message).to.equal('Refused, code 403: /meta/subscribe');
    cometd.disconnect();
  });

  it('subscribes again when a request to subscribe was lost', async () => {
    const {server, cometd, connect} = createPage(handshaken);
    await connect();
    server.isDown = true;
    const {hears, count, stop} = listenBy(fromCometd(cometd));
    server.isDown = false;
    expect(server.received('subscribe')).to.have.lengthOf(0);
    // Lets go of the connect that the server holds.
    server.publish({channel: '/other'});
    await hears('open');
    stop();
    expect(count('trouble')).to.equal(0);
    cometd.disconnect();
  });

  it('reports a visit id that cannot be part of a channel, without naming it', async () => {
    const {cometd, connect} = createPage(handshaken);
    await connect();
    const {errors, stop} = listenBy(fromCometd(cometd), {visitId: 'a visit?'});
    stop();
    expect(errors()).to.have.lengthOf(1);
    expect(errors()[0]?.message).not.to.contain('a visit?');
    cometd.disconnect();
  });

  it('unsubscribes when it is stopped, and leaves the page connected', async () => {
    const {server, cometd, connect, publish} = createPage(handshaken);
    await connect();
    const {hears, messages, stop} = listenBy(fromCometd(cometd));
    await hears('open');
    stop();
    await settle();
    publish('/notification/VISIT', 'late');
    expect(server.received('unsubscribe').map(({subscription}) => subscription)).to.deep.equal(['/notification/VISIT']);
    expect(messages()).to.deep.equal([]);
    expect(cometd.getStatus()).to.equal('connected');
    expect(server.received('disconnect')).to.have.lengthOf(0);
    cometd.disconnect();
  });

  it('subscribes in no session that begins after it is stopped', async () => {
    const {server, cometd, connect} = createPage(handshaken);
    listenBy(fromCometd(cometd)).stop();
    fromCometd(cometd).listen({visitId: 'VISIT'}, () => undefined, AbortSignal.abort());
    await connect();
    await settle();
    expect(server.received('subscribe')).to.have.lengthOf(0);
    cometd.disconnect();
  });

  it('stops without an error when the page has disconnected', async () => {
    const {cometd, connect} = createPage(handshaken);
    await connect();
    const {hears, stop} = listenBy(fromCometd(cometd));
    await hears('open');
    cometd.disconnect();
    const escaped: unknown[] = [];
    const note = ({error}: ErrorEvent): number => escaped.push(error);
    addEventListener('error', note);
    stop();
    removeEventListener('error', note);
    expect(escaped).to.deep.equal([]);
  });
});
