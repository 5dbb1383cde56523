import {createStore, get, set} from 'idb-keyval';
import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import * as z from 'zod/mini';

// The same invitation with the packages that the project builds on: Lit, zod/mini and idb-keyval.

const answerSchema = z.looseObject({
  visitorId: z.string(),
  sessionId: z.string(),
  engagementDetails: z.optional(z.array(z.looseObject({campaignId: z.number(), status: z.string()}))),
});

type Answer = z.output<typeof answerSchema>;

const {account = ''} = document.currentScript?.dataset ?? {};
const text = {'Content-Type': 'application/json'};
const store = createStore('floor', 'visits');

async function ask(): Promise<Answer> {
  const {vid = '', sid = ''} = (await get<{vid: string; sid: string}>('visit', store)) ?? {};
  const address = `/api/account/${account}/app/bench/engagement?v=1.1&vid=${vid}&sid=${sid}&obh=false`;
  const response = await fetch(address, {method: 'POST', headers: text, body: '{}'});
  const answer = z.parse(answerSchema, await response.json());
  void set('visit', {vid: answer.visitorId, sid: answer.sessionId}, store);
  return answer;
}

class LitInvitation extends LitElement {
  static override readonly styles = css`
    button {
      position: fixed;
      right: 24px;
      bottom: 24px;
      padding: 16px;
    }
  `;

  #hasOffer = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  override render(): TemplateResult | typeof nothing {
    return this.#hasOffer ? html`<button>Start chat</button>` : nothing;
  }

  async #ask(): Promise<void> {
    const {engagementDetails} = await ask();
    if (engagementDetails?.[0]?.status !== 'expose') return;
    this.#hasOffer = true;
    this.requestUpdate();
    await this.updateComplete;
    const button = this.renderRoot.querySelector('button');
    const tell = () => this.dispatchEvent(new Event('engagement-shown', {bubbles: true}));
    if (button) new IntersectionObserver(([entry]) => entry?.isIntersecting && tell()).observe(button);
  }
}

customElements.define('lit-invitation', LitInvitation);
document.body.append(document.createElement('lit-invitation'));
