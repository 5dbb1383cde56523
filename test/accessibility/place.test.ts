import {expect} from '@open-wc/testing';
import {createAccount} from '../support/servers/account.js';
import {openBrandPage, type BrandPage} from '../support/pages/brand-page.js';

const bodies: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a bare page', '', ''],
  ['a page with a footer', '<nav><a href="#">Shoes</a></nav>', '<footer><a href="#">Imprint</a></footer>'],
  ['a long page', '<form><input aria-label="Name"><button>Order</button></form>'.repeat(20), '<div><p>Legal</p></div>'],
];

/** What the keyboard and screen readers come to, in the order of the document. */
const stops = 'a[href], button, input, web-engagement';

describe('is at the same place of every page: after all that can have the focus [A6]', () => {
  let page: BrandPage;
  afterEach(() => page.close());

  for (const [name, before, after] of bodies) {
    it(`on ${name}`, async () => {
      page = openBrandPage(createAccount(), {before, after});
      const card = await page.part('card');
      const tag = await page.tag();
      const order = [...page.document.querySelectorAll(stops)];
      expect(order.indexOf(tag)).to.equal(order.length - 1);
      expect(page.document.body.lastElementChild).to.equal(tag);
      const shadow = [...(tag.shadowRoot?.querySelectorAll('[part=launcher], [part=card]') ?? [])];
      expect(shadow.map((part) => part.getAttribute('part'))).to.deep.equal(['launcher', 'card']);
      expect(shadow.at(-1)).to.equal(card);
    });
  }

  it('and stays where the page has put it, when that is elsewhere', async () => {
    const account = createAccount();
    const own = `<web-engagement account-id="${account.accountId}" app-installation-id="${account.appInstallationId}"
      api-host="${account.apiHost}"></web-engagement>`;
    page = openBrandPage(account, {attributes: {}, before: own, after: '<footer><a href="#">Imprint</a></footer>'});
    await page.part('card');
    const order = [...page.document.querySelectorAll(stops)].map(({localName}) => localName);
    expect(order).to.deep.equal(['web-engagement', 'a']);
  });
});
