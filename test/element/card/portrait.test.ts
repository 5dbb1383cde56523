import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {Offer} from '../../../src/engagement/offer.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {createStage, inConversation, offer} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

const photo = '/docs/pictures/states.png';
const missing = '/no-such-picture.png';

async function mountCard(
  properties: Partial<WebEngagementElement> = {},
  words: Partial<Offer> = {},
): Promise<WebEngagementElement> {
  const element = await mountIn('expose', createStage({type: 'expose', offer: {...offer, ...words}}), properties);
  await waitUntil(() => isRendered(element, 'card'), 'the card comes', 3_000);
  await settle(element);
  return element;
}

const icon = (element: WebEngagementElement): Element => element.shadowRoot!.querySelector('slot[name=icon]')!;
const image = (element: WebEngagementElement): HTMLImageElement | null => icon(element).querySelector('img');
const text = (element: WebEngagementElement, name: string): string | undefined =>
  part(element, name)
    ?.textContent.trim()
    .replace(/[\u2068\u2069]/g, '');

describe('A known agent', () => {
  it('is shown with a photo, a name and a role, and the button names them', async () => {
    const element = await mountCard({agent: {name: 'Mia', avatar: photo, role: 'Sales advisor'}});
    const {src, referrerPolicy, alt} = image(element)!;
    expect({src, referrerPolicy, alt}).to.deep.equal({
      src: new URL(photo, location.href).href,
      referrerPolicy: 'no-referrer',
      alt: '',
    });
    expect([text(element, 'agent'), text(element, 'accept')]).to.deep.equal(['Mia · Sales advisor', 'Chat with Mia']);
    await expectAccessible(element);
  });

  it('comes with the offer rather than with the page', async () => {
    const element = await mountCard({agent: {name: 'Mia'}}, {agent: {name: 'Noor'}});
    expect(text(element, 'agent')).to.equal('Noor');
  });

  it('leaves the words of the page and of the offer as they are', async () => {
    const page = await mountCard({agent: {name: 'Mia'}, messages: {accept: 'Ask us'}});
    expect(text(page, 'accept')).to.equal('Ask us');
    page.remove();
    const platform = await mountCard({agent: {name: 'Mia'}}, {messages: {accept: 'Ask now'}});
    expect(text(platform, 'accept')).to.equal('Ask now');
  });

  it('is shown on the way back into a conversation, too', async () => {
    const element = await mountIn('conversation', createStage(inConversation), {agent: {name: 'Mia'}});
    await waitUntil(() => isRendered(element, 'agent'), 'the agent is shown', 3_000);
    expect([text(element, 'agent'), text(element, 'resume')]).to.deep.equal(['Mia', 'Continue chat']);
  });

  for (const [name, initials] of [
    ['Mia', 'M'],
    ['Mia van der Berg', 'MB'],
    ['  émile zola ', 'ÉZ'],
    ['田中 太郎', '田太'],
    ['4 U', 'U'],
  ] as const) {
    it(`is shown as ${initials} where “${name}” has no photo`, async () => {
      const element = await mountCard({agent: {name}});
      expect([image(element), icon(element).textContent.trim()]).to.deep.equal([null, initials]);
    });
  }

  it('is shown by initials when the photo cannot be loaded', async () => {
    const element = await mountCard({agent: {name: 'Mia Berg', avatar: missing}});
    await waitUntil(() => !image(element), 'the photo is given up');
    expect(icon(element).textContent.trim()).to.equal('MB');
  });

  for (const avatar of [
    'http://pictures.example/mia.png',
    'https://user:secret@pictures.example/mia.png',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'blob:https://pictures.example/1',
    'https://[',
    5,
    {},
  ]) {
    it(`never asks for the photo ${JSON.stringify(avatar)}`, async () => {
      const element = await mountCard({agent: {name: 'Mia', avatar: avatar as string}});
      expect([image(element), icon(element).textContent.trim()]).to.deep.equal([null, 'M']);
    });
  }

  for (const agent of [{}, {name: ''}, {name: 5}, 'Mia', 5, {avatar: photo}]) {
    it(`is nobody when the page says ${JSON.stringify(agent)}`, async () => {
      const element = await mountCard({agent: agent as WebEngagementElement['agent']});
      expect([part(element, 'agent'), !!icon(element).querySelector('svg')]).to.deep.equal([null, true]);
    });
  }

  it('has a name that is shown as text and cut when it is too long', async () => {
    const element = await mountCard({agent: {name: `<b>${'a'.repeat(200)}`}});
    expect(text(element, 'agent')).to.equal(`<b>${'a'.repeat(56)}…`);
  });
});

describe('A known brand', () => {
  it('is shown by its logo where no agent is known', async () => {
    const element = await mountCard({brand: {name: 'Acme', logo: photo}});
    expect([image(element)?.className, text(element, 'accept')]).to.deep.equal(['logo', 'Start chat']);
  });

  it('gives way to an agent', async () => {
    const element = await mountCard({brand: {name: 'Acme', logo: photo}, agent: {name: 'Mia'}});
    expect([image(element), icon(element).textContent.trim()]).to.deep.equal([null, 'M']);
  });
});
