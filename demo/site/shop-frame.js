import {byId} from './dom/markup.js';

/**
 * @typedef {Window & typeof globalThis & {
 *   WebEngagement: {version?: string} & ((...command: unknown[]) => Promise<unknown>),
 *   stage: ReturnType<typeof readStage>
 * }} ShopWindow
 */

/** The window of the shop, which is the page with the widget. Everything else on this page only drives it. */
export const shop = await openShop(/** @type {HTMLIFrameElement} */ (byId('shop')));

/** The clock, the record of events and the defaults to prevent, which head scripts of the shop keep. */
export const {clock: pageClock, events: engagementEvents, preventedNext} = shop.stage;

/** The widget's tag. */
export const script = /** @type {HTMLScriptElement} */ (shop.document.querySelector('script[data-account-id]'));

/** @returns {HTMLElement | null} the widget */
export function findWidget() {
  return shop.document.querySelector('web-engagement');
}

/**
 * Waits until the shop has been read, but not until its widget has loaded.
 *
 * @param {HTMLIFrameElement} frame
 * @returns {Promise<ShopWindow>}
 */
async function openShop(frame) {
  const page = /** @type {ShopWindow} */ (frame.contentWindow);
  const isRead = () => 'stage' in page && page.document.readyState !== 'loading';
  if (!isRead()) await new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  return page;
}
