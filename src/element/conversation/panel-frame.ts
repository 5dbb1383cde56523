import {html, nothing, type TemplateResult} from 'lit';
import {parseUrl, safeUrl} from '../../http/safe-url.js';
import type {Messages} from '../../messages/messages.js';

/**
 * What the conversation may do, in a frame that can do nothing without being allowed to.
 *
 * - It is a program (`scripts`), it has inputs (`forms`), and it gives files and transcripts to the visitor (`downloads`).
 * - Its links lead out of the panel (`popups`), to pages that must not be crippled like a frame (`escape-sandbox`).
 * - It stays signed in at its own host, as it would be in a tab (`same-origin`).
 *
 * It may not lead the page itself elsewhere, nor block it with dialogs, whatever has become of its host. Nor does it get a
 * camera, a microphone or the clipboard: a page gives those to frames of other hosts only by name, with `allow`, and we name
 * none. Who needs them opens the conversation in a window.
 */
const permissions =
  'allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox allow-same-origin';

/**
 * A frame of the page's own origin with both scripts and that origin reaches out and takes its sandbox off. So that there is
 * no sandbox in name only, such a conversation runs as a stranger, without cookies and storage; it works like any other when
 * it has a host of its own, be it a subdomain. Where another host redirects to cannot be known before.
 */
const permissionsAtHome = permissions.replace(/ allow-(same-origin|popups-to-escape-sandbox)/g, '');

/** A page without an address of its own, such as one of `srcdoc`, does not tell its origin. */
const isAtHome = (url: URL): boolean => [url.origin, 'null'].includes(location.origin);

/** What has become of the conversation's address. */
type Step = 'loading' | 'loaded' | 'refused';

/** The conversation in a frame, from the first opening until the panel ends. */
export class PanelFrame {
  readonly #onChange: () => void;
  /** One node for one address: it is never moved, because a frame that moves starts over. */
  #frame: HTMLIFrameElement | undefined;
  #address: string | undefined;
  #step: Step = 'loaded';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Notices from now on when the page's policy forbids the frame. */
  watchPolicy(): void {
    document.addEventListener('securitypolicyviolation', this.#onViolation);
  }

  leavePolicy(): void {
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
  }

  /** Opens an address. One that is not https, or not a plain address of a host, is not opened at all. */
  open(address: string): void {
    if (address === this.#address) return;
    this.#address = address;
    const url = safeUrl(address, [parseUrl(address)?.host ?? '']);
    this.#frame = url && this.#createFrame(url);
    this.#step = url ? 'loading' : 'loaded';
  }

  /** Renders the frame, and until it has loaded, that it does; a button in its place when the page's policy forbids it. */
  render({launcher, panelLoading, newWindow}: Messages, openWindow: () => void): TemplateResult {
    if (this.#frame) this.#frame.title = launcher;
    const loading = html`<div part="loading" role="status">${panelLoading}</div>`;
    if (this.#step === 'refused')
      return html`<button part="fallback" class="primary" @click=${openWindow}>${newWindow}</button>`;
    return html`${this.#frame}${this.#step === 'loading' ? loading : nothing}`;
  }

  #createFrame(url: URL): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.sandbox.value = isAtHome(url) ? permissionsAtHome : permissions;
    frame.referrerPolicy = 'strict-origin';
    // With an address before it has a place, the frame has no blank page, neither to load nor to go back to.
    frame.src = url.href;
    frame.addEventListener('load', () => this.#proceed('loaded'), {once: true});
    return frame;
  }

  readonly #onViolation = ({blockedURI, effectiveDirective}: SecurityPolicyViolationEvent): void => {
    // Some browsers tell the origin alone, and a host that refuses to be framed tells nothing.
    const isOurs = this.#frame && parseUrl(blockedURI)?.origin === parseUrl(this.#frame.src)?.origin;
    if (isOurs && /^(frame|child)-src$/.test(effectiveDirective)) this.#proceed('refused');
  };

  #proceed(step: Step): void {
    this.#step = step;
    this.#onChange();
  }
}
