// The floor of the comparison: an invitation as simple as possible, which stores, retries and validates nothing.
const {host = '', account = ''} = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

class VanillaInvitation extends HTMLElement {
  async connectedCallback() {
    const response = await fetch(`${host}/api/account/${account}/app/bench/engagement?v=1.1&obh=false`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: '{}',
    });
    const {engagementDetails} = await response.json();
    if (engagementDetails?.[0].status !== 'expose') return;
    const button = document.createElement('button');
    button.textContent = 'Start chat';
    button.style.cssText = 'position: fixed; right: 24px; bottom: 24px; padding: 16px';
    this.attachShadow({mode: 'open'}).append(button);
    const tell = () => this.dispatchEvent(new Event('engagement-shown', {bubbles: true}));
    new IntersectionObserver(([entry]) => entry?.isIntersecting && tell()).observe(button);
  }
}

customElements.define('vanilla-invitation', VanillaInvitation);
document.body.append(document.createElement('vanilla-invitation'));
