import {sleep as realSleep, type Sleep} from '../../http/sleep.js';

/** Screen readers miss a text that comes together with its region, so it comes this much later, in ms. */
const delay = 100;

/** Screen readers read a text that stays when the visitor browses the page later, so it goes after this time, in ms. */
const duration = 10_000;

/** Says a text once through a live region. The returned function takes it back. */
export function announce(region: Element, text: () => string, sleep: Sleep = realSleep): () => void {
  const end = new AbortController();
  const say = async (): Promise<void> => {
    await sleep(delay, end.signal);
    region.textContent = text();
    await sleep(duration, end.signal);
  };
  const takeBack = (): void => {
    end.abort();
    region.textContent = '';
  };
  say().then(takeBack, () => undefined);
  return takeBack;
}

/** The title of the card as it is read, be it the page's own in the slot. */
export function titleOf({shadowRoot}: Element): string {
  const slot = shadowRoot?.querySelector<HTMLSlotElement>('slot[name=title]');
  const nodes = slot?.assignedNodes({flatten: true}) ?? [];
  return nodes
    .map(({textContent}) => textContent)
    .join('')
    .trim();
}
