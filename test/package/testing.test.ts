// The entry `testing.js`, from the packed package, in plain Node with each stand-in for a browser.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const execute = promisify(execFile);

const windows: Readonly<Record<string, string>> = {
  jsdom: `import {JSDOM} from 'jsdom';
    const {window} = new JSDOM('<!doctype html>', {url: 'https://brand.example/', pretendToBeVisual: true});`,
  'happy-dom': `import {Window} from 'happy-dom';
    const window = new Window({url: 'https://brand.example/'});`,
};

/** The test file of a host. Each test takes a line from the console, or an uncaught error, for a failure. */
const hostTests = (window: string): string => `
import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
${window}
import {useWindow} from './window.js';

const lines = [];
for (const level of ['warn', 'error']) console[level] = (...words) => lines.push(words.join(' '));
useWindow(window);
const {createFakePlatform} = await import('web-engagement/testing.js');

let platform;
beforeEach(() => { platform = createFakePlatform(); });
afterEach(async () => {
  await platform.remove();
  assert.equal(document.querySelectorAll('web-engagement').length, 0);
  assert.deepEqual(lines.splice(0), []);
});

test('an offer is shown, and accepted by a click', async () => {
  let opened;
  const offer = platform.offer({campaignId: '42'});
  const widget = await platform.mount({onAccept: (event) => { opened = event.detail.offer; }});
  assert.equal(widget.state, 'expose');
  (await platform.part(widget, 'accept')).click();
  await platform.reaches(widget, 'accepted');
  assert.equal(opened.campaignId, '42');
  assert.deepEqual(platform.acts.map(({act}) => act).filter((act) => act !== 'shown'), ['accepted']);
  assert.equal(platform.acts.at(-1).offer.id, offer.id);
});

test('an offer that comes later is shown, and declined', async () => {
  const widget = await platform.mount({onAccept() {}});
  assert.equal(widget.state, 'connecting');
  platform.offer();
  await platform.reaches(widget, 'expose');
  widget.dismiss();
  await platform.reaches(widget, 'dismissed');
  assert.equal(platform.acts.at(-1).act, 'dismissed');
});

test('what a visitor has declined is offered anew by the next offer', async () => {
  platform.offer();
  const widget = await platform.mount({onAccept() {}});
  widget.dismiss();
  platform.offer();
  await platform.reaches(widget, 'expose');
});

test('a conversation is led back to', async () => {
  let resumed = 0;
  platform.conversation({conversationId: 'c1'});
  const widget = await platform.mount({onResume: () => { resumed += 1; }});
  assert.equal(widget.offer.conversationId, 'c1');
  (await platform.part(widget, 'resume')).click();
  assert.equal(resumed, 1);
});

test('no offer and a failure are told', async () => {
  platform.none();
  const widget = await platform.mount();
  assert.equal(widget.state, 'unavailable');
  const error = await new Promise((resolve) => {
    widget.addEventListener('engagement-error', (event) => {
      if (event.detail.error.message === 'down') resolve(event.detail.error);
    });
    platform.fail(new Error('down'));
  });
  assert.equal(error.message, 'down');
  await platform.reaches(widget, 'failed');
});

test('an offer that is taken back is gone', async () => {
  platform.offer();
  const widget = await platform.mount({onAccept() {}});
  platform.none();
  await platform.reaches(widget, 'unavailable');
});

test('what the page sends arrives, and asking again is counted', async () => {
  platform.none();
  const widget = await platform.mount();
  await widget.report([{type: 'cart'}]);
  await widget.notify({type: 'engage'});
  widget.refresh();
  platform.offer();
  await platform.reaches(widget, 'expose');
  assert.deepEqual([platform.reports, platform.messages, platform.questions], [[[{type: 'cart'}]], [{type: 'engage'}], 2]);
});

test('a tag of the page’s own asks it by its settings', async () => {
  const tag = Object.assign(document.createElement('web-engagement'), platform.settings);
  platform.offer();
  document.body.append(tag);
  await platform.reaches(tag, 'expose');
  tag.remove();
});

test('without consent nobody is asked', async () => {
  platform.offer();
  const widget = await platform.mount({consent: 'required', onAccept() {}});
  assert.deepEqual([widget.state, platform.questions], ['idle', 0]);
  widget.grantConsent();
  await platform.reaches(widget, 'expose');
});
`;

describe('a host’s own tests with the fake platform', () => {
  let folder: string;

  before(async () => {
    await mkdir(join(root, 'node_modules/.cache'), {recursive: true});
    folder = await mkdtemp(join(root, 'node_modules/.cache/host-tests-'));
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const {stdout} = await execute('npm', pack, {cwd: root});
    const [{filename = ''} = {}] = JSON.parse(stdout) as readonly {readonly filename?: string}[];
    const installed = join(folder, 'node_modules/web-engagement');
    await mkdir(installed, {recursive: true});
    await execute('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
    await cp(join(root, 'examples/testing/window.js'), join(folder, 'window.js'));
    await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  });

  after(() => rm(folder, {recursive: true}));

  for (const [name, window] of Object.entries(windows)) {
    it(`pass in ${name}, end by themselves, and leave the console empty`, async () => {
      const file = join(folder, `${name}.test.js`);
      await writeFile(file, hostTests(window));
      const {NODE_TEST_CONTEXT: _, ...env} = process.env;
      const {stdout} = await execute(process.execPath, ['--test', '--test-reporter=tap', file], {env, timeout: 60_000});
      assert.match(stdout, /^# pass 9$/m);
      assert.match(stdout, /^# fail 0$/m);
    });
  }
});
