import {expect} from '@open-wc/testing';
import {ar} from '../../src/messages/ar.js';
import {de} from '../../src/messages/de.js';
import {en} from '../../src/messages/en.js';
import {fr} from '../../src/messages/fr.js';
import {zhHant} from '../../src/messages/zh-hant.js';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import type {SourceFact} from '../../src/engagement/source.js';
import {mountClocked} from '../support/element/clocked-element.js';
import {createStage, exposed, inConversation, offer, type Stage} from '../support/element/element-session.js';
import {locales, rightToLeft} from '../support/accessibility/locales.js';
import {isRendered, mount, mountIn, part, settle} from '../support/element/mount.js';
import {waitUntil} from '../support/wait-until.js';

const exposedIn = (language: string): SourceFact => ({type: 'expose', offer: {...offer, language}});
const inGerman = exposedIn('de-DE');

/** Mounts an element where the page speaks this language. */
async function mountWithin(lang: string, stage: Stage): Promise<WebEngagementElement> {
  const element = mount(stage);
  element.parentElement!.lang = lang;
  await waitUntil(() => isRendered(element, 'card'));
  return element;
}

function textOf(element: Element, name: string): string {
  return part(element, name)!.textContent.trim();
}

describe('The language', () => {
  it('is the page’s', async () => {
    const element = await mountIn('expose', createStage(exposed));
    expect(document.documentElement.lang).to.equal('en');
    expect(textOf(element, 'title')).to.equal(en.exposeTitle);
  });

  it('is that of the nearest place with a language, across shadow roots', async () => {
    const host = document.body.appendChild(Object.assign(document.createElement('div'), {lang: 'de'}));
    const element = document.createElement('web-engagement');
    element.session = createStage(exposed).session;
    host.attachShadow({mode: 'open'}).append(element);
    await waitUntil(() => isRendered(element, 'card'));
    expect(textOf(element, 'title')).to.equal(de.exposeTitle);
    host.remove();
  });

  it('is rather that of the offer', async () => {
    const element = mount(createStage(inGerman));
    await waitUntil(() => isRendered(element, 'card'));
    expect(textOf(element, 'accept')).to.equal(de.accept);
    expect(part(element, 'title')!.closest('[lang]')!.getAttribute('lang')).to.equal('de');
  });

  it('is that of the offer in a script that its region reads', async () => {
    const element = await mountWithin('de', createStage(exposedIn('zh_TW')));
    expect(textOf(element, 'accept')).to.equal(zhHant.accept);
    expect(part(element, 'title')!.closest('[lang]')!.getAttribute('lang')).to.equal('zh-Hant');
  });

  for (const language of ['French', 'tlh', '*', 'constructor', '', ' ']) {
    it(`is the page’s when the offer says ${JSON.stringify(language)}`, async () => {
      const element = await mountWithin('fr-CA', createStage(exposedIn(language)));
      expect(textOf(element, 'accept')).to.equal(fr.accept);
    });
  }

  for (const locale of locales) {
    const direction = rightToLeft.includes(locale) ? 'rtl' : 'ltr';
    it(`is said to be ${locale}, and written ${direction}, wherever there are words`, async () => {
      const element = await mountIn('expose', createStage(exposed), {locale});
      await waitUntil(() => isRendered(element, 'card'));
      for (const name of ['status', 'title', 'accept', 'launcher']) {
        const place = part(element, name)!;
        const [spoken, written] = ['[lang]', '[dir]'].map((it) => (place.closest(it) ?? place.querySelector(it))!);
        expect(spoken!.getAttribute('lang'), name).to.equal(locale);
        expect(getComputedStyle(written!).direction, name).to.equal(direction);
      }
    });
  }

  it('is rather that of the locale attribute', async () => {
    const element = mount(createStage(inGerman), {locale: 'ar-EG'});
    await waitUntil(() => isRendered(element, 'card'));
    expect(textOf(element, 'accept')).to.equal(ar.accept);
    expect(getComputedStyle(part(element, 'title')!).direction).to.equal('rtl');
    expect(getComputedStyle(part(element, 'card')!).direction).to.equal('ltr');
  });

  it('changes without closing the card', async () => {
    const element = await mountIn('expose', createStage(exposed));
    element.locale = 'de';
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
    await waitUntil(() => textOf(element, 'accept') === de.accept);
  });

  it('gives way to sentences of the page’s own, one by one', async () => {
    const element = await mountIn('expose', createStage(exposed), {locale: 'en', messages: {exposeTitle: 'Ahoy!'}});
    expect([textOf(element, 'title'), textOf(element, 'accept')]).to.deep.equal(['Ahoy!', en.accept]);
  });

  it('can be one that only the page has sentences for', async () => {
    const element = await mountIn('expose', createStage(exposed), {
      locale: 'fa-IR',
      messages: {exposeTitle: 'کمکی از ما برمی‌آید؟'},
    });
    const content = part(element, 'title')!.closest('[lang]')!;
    expect([content.getAttribute('lang'), content.getAttribute('dir')]).to.deep.equal(['fa-IR', 'rtl']);
    expect(textOf(element, 'title')).to.equal('کمکی از ما برمی‌آید؟');
  });
});

describe('The announcement', () => {
  const announcements: [fact: SourceFact, text: string][] = [
    [exposed, `Chat: ${en.exposeTitle}`],
    [inConversation, `Chat: ${en.conversationTitle}`],
  ];
  for (const [fact, text] of announcements) {
    it(`of ${fact.type} is made once, politely, and only after its region was there`, async () => {
      const stage = createStage();
      const element = await mountIn('connecting', stage);
      stage.say(fact);
      await waitUntil(() => isRendered(element, 'card'));
      const status = part(element, 'status')!;
      const texts: (string | null)[] = [];
      new MutationObserver(() => texts.push(status.textContent)).observe(status, {childList: true});
      expect(status.textContent).to.equal('');
      await waitUntil(() => texts.length > 0);
      stage.say(fact);
      await settle(element);
      expect(part(element, 'status') === status).to.be.true;
      expect(status.getAttribute('role')).to.equal('status');
      expect(texts).to.deep.equal([text]);
    });
  }

  it('says the slotted title', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    element.append(Object.assign(document.createElement('b'), {slot: 'title', textContent: 'A $& human'}));
    stage.say(exposed);
    await waitUntil(() => part(element, 'status')?.textContent === 'Chat: A $& human');
  });

  it('is taken back with the card', async () => {
    const element = await mountIn('expose', createStage(exposed));
    await waitUntil(() => textOf(element, 'status') !== '');
    element.dismiss();
    await settle(element);
    expect(textOf(element, 'status')).to.equal('');
  });

  it('is not made when the visitor opens the card', async () => {
    const element = mountClocked(createStage(exposed));
    await waitUntil(() => isRendered(element, 'card'));
    element.hide();
    await settle(element);
    part(element, 'launcher')!.click();
    await element.pass(1_000);
    expect(textOf(element, 'status')).to.equal('');
    element.remove();
  });
});
