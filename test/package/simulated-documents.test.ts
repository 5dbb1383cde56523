import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {Window} from 'happy-dom';
import {JSDOM, VirtualConsole} from 'jsdom';
import {until} from '../e2e/until.js';

/** A document without a browser, as unit tests use it. */
interface Simulated {
  readonly document: Document;
  run(code: string): void;
  /** What went wrong without being caught. */
  readonly problems: readonly string[];
  close(): void;
}

const simulations: Readonly<Record<string, () => Simulated>> = {
  jsdom: () => {
    const problems: string[] = [];
    const virtualConsole = new VirtualConsole();
    virtualConsole.on('jsdomError', (error) => problems.push(String(error)));
    virtualConsole.on('error', (...words: unknown[]) => problems.push(words.join(' ')));
    const {window} = new JSDOM('<!doctype html><body></body>', {
      url: 'https://brand.example/',
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      virtualConsole,
    });
    return {document: window.document, run: (code) => window.eval(code), problems, close: () => window.close()};
  },
  'happy-dom': () => {
    const problems: string[] = [];
    const window = new Window({url: 'https://brand.example/', settings: {enableJavaScriptEvaluation: true}});
    window.addEventListener('error', (event) => problems.push(event.type));
    return {
      document: window.document as unknown as Document,
      run: (code) => void window.eval(code),
      problems,
      close: () => void window.happyDOM.abort(),
    };
  },
};

/** A source of the page's own that offers at once. */
const offering = `
  const tag = document.createElement('web-engagement');
  tag.openIn = 'event';
  tag.locale = 'en';
  tag.sources = [{name: 'test', start(report) { report({type: 'expose', offer: {id: 'o1', source: 'test'}}); }}];
  document.body.append(tag);`;

for (const [name, simulate] of Object.entries(simulations)) {
  describe(`a document of ${name}`, () => {
    let bundle = '';
    let page: Simulated;

    before(async () => {
      const root = fileURLToPath(new URL('../../', import.meta.url));
      const {outputFiles} = await build({
        stdin: {contents: `import './dist/index.js'`, resolveDir: root},
        bundle: true,
        write: false,
        format: 'iife',
      });
      bundle = outputFiles[0]?.text ?? '';
    });

    const find = (selector: string): Element | null =>
      page.document.querySelector('web-engagement')?.shadowRoot?.querySelector(selector) ?? null;

    it('mounts the element, shows an offer, accepts it, and takes it away [H23]', async () => {
      page = simulate();
      page.run(bundle);
      page.run(offering);
      await until('the card is there', () => !!find('[part~=card] [role=heading]'));
      const tag = page.document.querySelector('web-engagement') as HTMLElement & {readonly state: string};
      assert.equal(tag.state, 'expose');
      assert.match(find('[part~=accept]')?.textContent ?? '', /Start chat/);
      tag.addEventListener('engagement-accept', (event) => event.preventDefault());
      find('[part~=accept]')?.dispatchEvent(
        new (page.document.defaultView ?? globalThis).Event('click', {bubbles: true}),
      );
      await until('it is accepted', () => tag.state === 'accepted');
      tag.remove();
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(page.problems, []);
      page.close();
    });
  });
}
