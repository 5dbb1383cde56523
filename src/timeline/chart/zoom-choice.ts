import {html, nothing} from 'lit';
import type {Sentences} from '../sentences/sentences.js';
import type {Zoom} from './zoom.js';

interface Choice {
  readonly zooms: readonly Zoom[];
  readonly zoom: Zoom;
  readonly choose: (zoom: Zoom) => void;
}

/** Draws the choice between stretches, where there is one. */
export function renderZoomChoice({zooms, zoom, choose}: Choice, {zoom: words}: Sentences): unknown {
  if (zooms.length === 0) return nothing;
  return html`<fieldset class="zoom">
    <legend class="caption">${words.label}</legend>
    ${zooms.map(
      (one) =>
        html`<label>
          <input type="radio" name="zoom" .checked=${one === zoom} @change=${() => choose(one)} />
          ${words[one]}
        </label>`,
    )}
  </fieldset>`;
}
