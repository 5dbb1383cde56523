import {html, nothing, type TemplateResult} from 'lit/html.js';
import {directionOf, type Catalog} from '../../messages/catalog.js';

/** Renders what an offer looks like: its surfaces, and where it is said to screen readers. */
export function renderSurfaces(surfaces: readonly unknown[], catalog: Catalog | undefined): TemplateResult {
  const [launcher, card, panel] = surfaces;
  return html`
    ${launcher}${card}${panel}
    <div
      part="status"
      role="status"
      lang=${catalog?.language ?? nothing}
      dir=${catalog ? directionOf(catalog.language) : nothing}
    ></div>
  `;
}
