import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../../src/element/web-engagement.js';
import {createStage, exposed, inConversation} from '../../../support/element/element-session.js';
import {isRendered, part} from '../../../support/element/mount.js';
import {stand} from '../../../support/element/surfaces.js';
import {openFramePage, type FramePage} from '../../../support/pages/frame-page.js';
import {hostPages, hostWindows} from '../../../../scripts/pictures/host-pages.js';
import {waitUntil} from '../../../support/wait-until.js';

let page: FramePage;

async function open(body: string, size: {width: number; height: number} = {width: 1280, height: 800}): Promise<void> {
  page = await openFramePage({...size, body});
}

async function show(properties: Partial<WebEngagementElement> = {}, fact = exposed): Promise<WebEngagementElement> {
  const element = page.document.createElement('web-engagement');
  Object.assign(element, {session: createStage(fact).session}, properties);
  page.document.body.append(element);
  await waitUntil(() => isRendered(element, 'launcher') || isRendered(element, 'card'), 'something is shown');
  await stand(element);
  return element;
}

const boxOf = (element: WebEngagementElement, name: string): DOMRect => part(element, name)!.getBoundingClientRect();

/** Distance of the launcher from the bottom of the window, in px. */
const heightOf = (element: WebEngagementElement): number =>
  Math.round(page.window.innerHeight - boxOf(element, 'launcher').bottom);

/** The targets of the page of which a part lies under something else. */
function covered(selector: string): string[] {
  const steps = [0.02, 0.25, 0.5, 0.75, 0.98];
  const isFree = (target: Element): boolean => {
    const {left, top, width, height} = target.getBoundingClientRect();
    return steps.every((x) =>
      steps.every((y) => {
        // Round corners belong to nobody.
        const hit = page.document.elementFromPoint(left + x * width, top + y * height);
        return hit?.localName !== 'web-engagement';
      }),
    );
  };
  const targets = [...page.document.querySelectorAll(selector)];
  expect(targets).not.to.be.empty;
  return targets.filter((target) => !isFree(target)).map(({textContent}) => textContent);
}

const bar = (style: string, content = '<button>Order</button>'): string =>
  `<main style="height: 3000px"><h1>Brand</h1></main><div class="bar" style="height: 60px; ${style}">${content}</div>`;

const fixedBar = bar('position: fixed; inset: auto 0 0');

/** Default distance of the launcher from the bottom of a wide window, and what a bar of 60 px adds. */
const [usual, lifted] = [24, 84];

describe('What the page keeps in the corner of the widget [H17]', () => {
  afterEach(() => page.close());

  for (const host of hostPages) {
    for (const size of hostWindows) {
      it(`is free when it is ${host.keeps}, ${size.width} px wide, with the card and with the launcher alone`, async () => {
        await open(host.body, size);
        const element = await show();
        expect(isRendered(element, 'card')).to.be.true;
        expect(covered(host.targets), 'under the card').to.deep.equal([]);
        element.hide();
        await stand(element);
        expect(covered(host.targets), 'under the launcher').to.deep.equal([]);
        const {top} = boxOf(element, 'launcher');
        expect(top).to.be.above(size.height / 2);
      });
    }
  }

  const kept: [what: string, body: string][] = [
    ['fixed', fixedBar],
    ['sticky', `<div>${bar('position: sticky; bottom: 0')}</div>`],
    [
      'inside something fixed that has no size',
      bar('position: fixed; inset: auto 0 0 auto; height: 0').replace(
        '<button',
        '<button style="position: absolute; bottom: 0; right: 0; height: 60px"',
      ),
    ],
    [
      'in a layer that lets clicks through',
      bar('position: fixed; inset: 0; height: auto; pointer-events: none').replace(
        '<button',
        '<button style="position: absolute; bottom: 0; right: 20px; height: 60px; pointer-events: auto"',
      ),
    ],
    [
      'a popover',
      bar('position: fixed; inset: auto 0 0; width: auto; margin: 0; padding: 0; border: 0').replace(
        'class="bar"',
        'class="bar" popover="manual"',
      ),
    ],
    [
      'a frame',
      bar(
        'position: fixed; inset: auto 0 0',
        '<iframe style="width: 100%; height: 60px; border: 0" srcdoc="Chat"></iframe>',
      ),
    ],
    ['in an open shadow tree', '<main style="height: 3000px"></main><div id="host"></div>'],
  ];
  for (const [what, body] of kept) {
    it(`is seen when it is ${what}`, async () => {
      await open(body);
      page.document.querySelector<HTMLElement>('[popover]')?.showPopover();
      const host = page.document.querySelector('#host');
      if (host) host.attachShadow({mode: 'open'}).innerHTML = fixedBar;
      const element = await show();
      expect(heightOf(element)).to.equal(lifted);
      expect(boxOf(element, 'card').bottom).to.be.below(boxOf(element, 'launcher').top);
    });
  }

  const left: [what: string, body: string][] = [
    ['scrolls with the page', bar('position: absolute; inset: auto 0 0')],
    ['is in another corner', bar('position: fixed; inset: auto auto 0 0; inline-size: 200px')],
    ['is at the top', bar('position: sticky; top: 0')],
    ['is as tall as the page itself', bar('position: fixed; inset: 0 0 0 auto; block-size: auto')],
    [
      'is the whole page, which scrolls in it',
      `<div style="position: fixed; inset: 0; overflow: auto">${bar('margin-top: -2300px')}</div>`,
    ],
    ['cannot be seen', bar('position: fixed; inset: auto 0 0; visibility: hidden')],
  ];
  for (const [what, body] of left) {
    it(`does not matter when it ${what}`, async () => {
      await open(body);
      expect(heightOf(await show())).to.equal(usual);
    });
  }

  it('lifts nothing further than a third of the window', async () => {
    await open(bar('position: fixed; inset: auto 0 0; height: 300px'));
    expect(heightOf(await show())).to.equal(Math.round(800 / 3 + usual));
  });

  it('is looked for on the other side when the widget is there', async () => {
    await open(bar('position: fixed; inset: auto auto 0 0; inline-size: 200px'));
    expect(heightOf(await show({placement: 'start'}))).to.equal(lifted);
  });

  it('lifts a banner along the edge, and a bubble', async () => {
    await open(fixedBar);
    const banner = await show({format: 'banner'});
    expect(Math.round(800 - boxOf(banner, 'card').bottom)).to.equal(lifted);
    banner.remove();
    expect(heightOf(await show({format: 'bubble'}))).to.equal(lifted);
  });

  it('leaves the card in the window, however low that is', async () => {
    await open(fixedBar, {width: 320, height: 256});
    const element = await show();
    const {top, bottom} = boxOf(element, 'card');
    expect([top >= 0, bottom <= 256 - 60, covered('.bar button')]).to.deep.equal([true, true, []]);
  });

  it('adds to the distance that the page sets', async () => {
    await open(`<style>web-engagement {--web-engagement-inset-block: 40px}</style>${fixedBar}`);
    expect(heightOf(await show())).to.equal(100);
  });

  it('is not looked for when the page says so, and is when it says so no longer', async () => {
    await open(fixedBar);
    const element = await show({avoid: 'none'});
    expect(heightOf(element)).to.equal(usual);
    element.avoid = 'fixed';
    await element.updateComplete;
    expect(heightOf(element)).to.equal(lifted);
  });

  it('is not written into an attribute, which a policy could forbid', async () => {
    await open(fixedBar);
    const element = await show();
    expect([element, ...element.shadowRoot!.querySelectorAll('*')].filter((it) => it.hasAttribute('style'))).to.be
      .empty;
  });
});

describe('The widget looks again at its corner', () => {
  afterEach(() => page.close());

  const changes: [when: string, change: (bar: HTMLElement) => void][] = [
    ['when the page adds something to it', (bar) => page.document.body.append(bar.cloneNode(true))],
    [
      'when it slides in',
      (bar) => {
        bar.style.cssText =
          'position: fixed; inset: auto 0 0; height: 60px; translate: 0 100%; transition: translate 50ms';
        page.document.body.append(bar);
        bar.getBoundingClientRect();
        bar.style.translate = '0 0';
      },
    ],
  ];
  for (const [when, change] of changes) {
    it(when, async () => {
      await open(fixedBar);
      const bar = page.document.querySelector<HTMLElement>('.bar')!;
      bar.remove();
      const element = await show({}, inConversation);
      element.hide();
      await stand(element);
      expect(heightOf(element)).to.equal(usual);
      change(bar);
      await waitUntil(() => heightOf(element) === lifted, 'the launcher is lifted');
      page.document.querySelector('.bar')!.remove();
      await waitUntil(() => heightOf(element) === usual, 'the launcher is back');
    });
  }

  it('when the window has another size', async () => {
    await open(`<style>@media (width < 500px) {.bar {display: none}}</style>${fixedBar}`);
    const element = await show();
    expect(heightOf(element)).to.equal(lifted);
    const frame = page.window.frameElement as HTMLElement;
    frame.style.width = '400px';
    await waitUntil(() => heightOf(element) < 30, 'the launcher is back');
  });

  it('when scrolling has ended', async () => {
    await open(
      `<div style="height: 1500px">${bar('position: sticky; bottom: 0')}</div><footer style="height: 2000px"></footer>`,
    );
    const element = await show();
    page.window.scrollTo(0, 200);
    await waitUntil(() => heightOf(element) === usual || heightOf(element) === lifted);
    page.window.scrollTo(0, 3000);
    await waitUntil(() => heightOf(element) === usual, 'the bar has gone');
  });

  it('while the card is open, however the page changes', async () => {
    await open(bar('position: fixed; inset: auto 0 0; display: none'));
    const element = await show();
    expect(heightOf(element)).to.equal(usual);
    page.document.querySelector<HTMLElement>('.bar')!.style.display = 'block';
    await waitUntil(() => heightOf(element) === lifted, 'the card is lifted');
  });
});
