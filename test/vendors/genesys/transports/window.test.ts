import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {createWindowTransport} from '../../../../src/vendors/genesys/transports/window.js';
import {listenBy, type Heard} from '../../../support/listening.js';
import {waitUntil} from '../../../support/wait-until.js';

const own = location.origin;
/** The same server under its other name, which is another origin. */
const other = own.replace('localhost', '127.0.0.1');

const frames: HTMLIFrameElement[] = [];

async function openFrame(attributes: Partial<HTMLIFrameElement>, sandbox?: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  Object.assign(frame, attributes);
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame;
}

/** A frame of this origin whose window can be told to post. */
async function openOwnFrame(): Promise<Window> {
  const frame = await openFrame({srcdoc: '<script>post = (to, data) => to.postMessage(data, "*")</script>'});
  return frame.contentWindow!;
}

function post(from: Window, to: Window, data: unknown): void {
  (from as Window & {post?: (to: Window, data: unknown) => void}).post?.(to, data);
}

/** What a page got so far, whoever sent it. */
function watch(page: Window): readonly unknown[] {
  const arrived: unknown[] = [];
  page.addEventListener('message', ({data}) => arrived.push(data));
  return arrived;
}

/** Listens as a page, lets others post to it, and tells which posts were passed on once all have arrived. */
async function passedOn(page: Window, origins: readonly string[], posts: () => unknown, count: number): Promise<Heard> {
  const heard = listenBy(createWindowTransport({origins, page}));
  const arrived = watch(page);
  await posts();
  await waitUntil(() => arrived.length >= count, 'all posts have arrived');
  heard.stop();
  return heard;
}

const srcdoc = (script: string): {readonly srcdoc: string} => ({srcdoc: `<script>${script}</script>`});

describe('The window transport', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  it('is open at once', () => {
    const {events, stop} = listenBy(createWindowTransport({origins: [own]}));
    stop();
    expect(events).to.deep.equal([{type: 'open'}]);
  });

  it('has no address, since each page is written to by itself', () => {
    expect(createWindowTransport({origins: [own]}).address).to.equal(undefined);
  });

  it('passes on what a frame of a listed origin posts, as it is', async () => {
    const open = () => openFrame(srcdoc('parent.postMessage([{page: "P"}], "*")'));
    const {messages} = await passedOn(window, ['https://contact.example', own], open, 1);
    expect(messages()).to.deep.equal([[{page: 'P'}]]);
  });

  it('passes on what a frame of another listed origin posts', async () => {
    const open = () => openFrame({src: `${other}/test/support/pages/poster.html#hello`});
    const {messages} = await passedOn(window, [other], open, 1);
    expect(messages()).to.deep.equal(['hello']);
  });

  it('passes on what the parent posts', async () => {
    const page = await openOwnFrame();
    const {messages} = await passedOn(page, [own], () => page.postMessage('from the parent', '*'), 1);
    expect(messages()).to.deep.equal(['from the parent']);
  });

  it('passes on what the opener posts', async () => {
    const [page, opener] = [await openOwnFrame(), await openOwnFrame()];
    page.opener = opener;
    const {messages} = await passedOn(page, [own], () => post(opener, page, 'from the opener'), 1);
    expect(messages()).to.deep.equal(['from the opener']);
  });

  it('ignores a frame whose origin is not listed', async () => {
    const open = () => openFrame({src: `${other}/test/support/pages/poster.html#spoof`});
    const {messages} = await passedOn(window, [own], open, 1);
    expect(messages()).to.deep.equal([]);
  });

  for (const [title, origin] of [
    ['longer by a letter', own.replace('localhost', 'localhost.localhost')],
    ['one digit short', own.slice(0, -1)],
    ['of another scheme', own.replace('http:', 'https:')],
    ['of another port', own.replace(/:\d+$/, '')],
    ['a subdomain', own.replace('://', '://sub.')],
  ] as const) {
    it(`ignores a frame when the listed origin is ${title}`, async () => {
      const open = () => openFrame(srcdoc('parent.postMessage("spoof", "*")'));
      const {messages} = await passedOn(window, [origin], open, 1);
      expect(messages()).to.deep.equal([]);
    });
  }

  it('ignores a frame without an origin, even if it claims one', async () => {
    const open = () => openFrame(srcdoc(`parent.postMessage({origin: "${own}"}, "*")`), 'allow-scripts');
    const {messages} = await passedOn(window, [own], open, 1);
    expect(messages()).to.deep.equal([]);
  });

  it('ignores a frame within a frame', async () => {
    const inner = '<script>top.postMessage("spoof", "*")</script>';
    const open = () => openFrame({srcdoc: `<iframe srcdoc='${inner}'></iframe>`});
    const {messages} = await passedOn(window, [own], open, 1);
    expect(messages()).to.deep.equal([]);
  });

  it('ignores a sibling frame', async () => {
    const [page, sibling] = [await openOwnFrame(), await openOwnFrame()];
    const {messages} = await passedOn(page, [own], () => post(sibling, page, 'spoof'), 1);
    expect(messages()).to.deep.equal([]);
  });

  it('ignores what a page posts to itself', async () => {
    expect(window.parent, 'the test runs in a page of its own').to.equal(window);
    const {messages} = await passedOn(window, [own], () => window.postMessage('spoof', '*'), 1);
    expect(messages()).to.deep.equal([]);
  });

  it('ignores a message without a sender', async () => {
    const send = () => window.dispatchEvent(new MessageEvent('message', {origin: own, data: 'spoof', source: null}));
    const {messages} = await passedOn(window, [own], send, 1);
    expect(messages()).to.deep.equal([]);
  });

  it('hears nothing once it is stopped', async () => {
    const {events, stop} = listenBy(createWindowTransport({origins: [own]}));
    stop();
    const arrived = watch(window);
    await openFrame(srcdoc('parent.postMessage("late", "*")'));
    await waitUntil(() => arrived.length > 0);
    expect(events).to.have.lengthOf(1);
  });

  it('hears nothing when it is stopped before', async () => {
    const events: unknown[] = [];
    const report = (event: unknown): number => events.push(event);
    createWindowTransport({origins: [own]}).listen({visitId: 'VISIT'}, report, AbortSignal.abort());
    const arrived = watch(window);
    await openFrame(srcdoc('parent.postMessage("late", "*")'));
    await waitUntil(() => arrived.length > 0);
    expect(events).to.deep.equal([]);
  });

  for (const origin of [
    'https://contact.example',
    'https://contact.example/',
    'HTTPS://Contact.Example:443',
    'https://contact.example:8443',
    'http://localhost:8080',
    'http://127.0.0.1:8080',
  ]) {
    it(`accepts ${origin} for an origin`, () => {
      expect(() => createWindowTransport({origins: [origin]})).not.to.throw();
    });
  }

  for (const origins of [
    ['*'],
    ['null'],
    [''],
    [],
    ['contact.example'],
    ['//contact.example'],
    ['https://*.contact.example/*'],
    ['https://contact.example/secret'],
    ['https://contact.example?secret'],
    ['https://contact.example#secret'],
    ['https://user:secret@contact.example'],
    ['http://contact.example'],
    ['file:///secret'],
    ['data:text/plain,secret'],
    ['blob:https://contact.example/secret'],
    ['https://contact.example', '*'],
  ]) {
    it(`refuses ${JSON.stringify(origins)} for origins`, () => {
      expect(() => createWindowTransport({origins}))
        .to.throw(ConfigurationError, /^Cannot use origins: expected .*, got .*; write /)
        .with.property('message')
        .that.does.not.contain('secret');
    });
  }
});
