import {html, type TemplateResult} from 'lit';
import type {Offer} from '../../../engagement/offer.js';
import {pageAddress} from '../../../http/safe-url.js';
import type {ElementHost} from '../../element-host.js';
import type {CardView} from '../card.js';

/** Longest name and role that fit on a card, in characters. Longer ones are cut. */
const longest = 60;

/** A person or a brand, as far as it can be shown. */
interface Face {
  readonly name: string;
  readonly picture: string | undefined;
  readonly kind: 'photo' | 'logo';
}

/** Shows who invites: the agent's photo, or else the brand's logo. Initials stand for a picture that cannot be loaded. */
export class Portrait {
  readonly #host: ElementHost;
  readonly #failed = new Set<string>();

  constructor(host: ElementHost) {
    this.#host = host;
  }

  /** What a known agent or brand changes on a card. */
  describe(offer: Offer): Pick<CardView, 'picture' | 'byline'> {
    const {agent = this.#host.agent, brand = this.#host.brand} = offer;
    const [name, role] = [nameOf(agent), shorten(agent?.role)];
    const face = toFace(name, agent?.avatar, 'photo') ?? toFace(nameOf(brand), brand?.logo, 'logo');
    if (!face) return {};
    const byline = [name, role].filter(Boolean).map(isolate).join(' · ');
    return {
      picture: this.#render(face),
      byline: name ? html`<div part="agent">${byline}</div>` : undefined,
    };
  }

  #render({name, picture, kind}: Face): TemplateResult {
    if (!picture || this.#failed.has(picture)) {
      return html`<span class="initials" aria-hidden="true">${initialsOf(name)}</span>`;
    }
    const onError = (): void => {
      this.#failed.add(picture);
      this.#host.requestUpdate();
    };
    // Its words stand beside it: an agent's name in the line below the title, a brand's on the page.
    return html`<img class=${kind} src=${picture} alt="" referrerpolicy="no-referrer" @error=${onError} />`;
  }
}

/** A name that can be shown. What a page or a platform gives may be anything. */
export const nameOf = (bearer: {readonly name?: unknown} | undefined): string => shorten(bearer?.name);

/** Keeps a name of another direction from turning the sentence around it. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

function toFace(name: string, address: unknown, kind: Face['kind']): Face | undefined {
  return name ? {name, picture: pageAddress(address), kind} : undefined;
}

function shorten(text: unknown): string {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  return trimmed.length > longest ? `${trimmed.slice(0, longest - 1)}…` : trimmed;
}

/** The first letters of the first and the last word. */
function initialsOf(name: string): string {
  const letters = name.split(/\s+/).map((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? '');
  return (letters.length > 1 ? [letters[0], letters.at(-1)] : letters).join('').toLocaleUpperCase();
}
