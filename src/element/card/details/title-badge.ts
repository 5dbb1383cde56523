import type {ElementHost} from '../../element-host.js';

/** Puts the number of unread messages before the title of the page, which may change it meanwhile. */
export class TitleBadge {
  readonly #host: ElementHost;
  #badge = '';
  #watch: MutationObserver | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const {titleBadge, unread, isConnected} = this.#host;
    const count = Math.floor(Number(unread));
    this.#set(titleBadge && isConnected && count > 0 ? `(${count > 99 ? '99+' : count}) ` : '');
  }

  hostDisconnected(): void {
    this.#set('');
  }

  #set(badge: string): void {
    if (badge === this.#badge) return;
    const title = this.#title;
    this.#badge = badge;
    document.title = badge + title;
    this.#watch?.disconnect();
    this.#watch = badge ? new MutationObserver(() => this.#renew()) : undefined;
    this.#watch?.observe(document.head, {childList: true, subtree: true, characterData: true});
  }

  /** The title as the page has written it. */
  get #title(): string {
    const {title} = document;
    return this.#badge && title.startsWith(this.#badge.trim()) ? title.slice(this.#badge.length) : title;
  }

  #renew(): void {
    if (!document.title.startsWith(this.#badge.trim())) document.title = this.#badge + document.title;
  }
}
