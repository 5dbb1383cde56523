import {css} from 'lit';

/** The page's font, direction and colour scheme are let in; the surface is its own, so that every colour is on known ground. */
export const headStyles = css`
  :host {
    --_surface: var(--engagement-timeline-surface, light-dark(#fff, #171a21));
    --_on-surface: var(--engagement-timeline-on-surface, light-dark(#1a1f2b, #eceff5));
    --_muted: color-mix(in srgb, var(--_on-surface) 72%, var(--_surface));
    --_line: color-mix(in srgb, var(--_on-surface) 13%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_on-surface) 5%, var(--_surface));
    --_radius: var(--engagement-timeline-radius, 12px);
    --_link: light-dark(#be185d, #f9a8d4);
    --_warning: light-dark(#9a3412, #fdba74);
    display: block;
    container-type: inline-size;
    font-family: var(--engagement-timeline-font, system-ui, sans-serif);
    line-height: 1.45;
    color: var(--_on-surface);
  }

  :host([hidden]) {
    display: none;
  }

  .timeline {
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  .engagement {
    --_look: light-dark(#475569, #a9b6c9);
  }

  .customer {
    --_look: light-dark(#0f766e, #5eead4);
  }

  .agent {
    --_look: light-dark(#2f54d6, #9db4ff);
  }

  .automation {
    --_look: light-dark(#7c3aed, #c4b5fd);
  }

  .queue {
    --_look: light-dark(#a65208, #fbbf60);
  }

  .transfer {
    --_look: var(--_link);
  }

  .other,
  .recording {
    --_look: light-dark(#475569, #a9b6c9);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375em 0.75em;
    padding: 1em 1em 0;
  }

  [part='title'] {
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    padding: 0.0625em 0.625em;
    border: 1px solid var(--_line);
    border-radius: 1em;
    font-size: 0.8125em;
    font-weight: 600;
  }

  .running::before {
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: light-dark(#15803d, #4ade80);
    content: '';
  }

  .as-of {
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625em 1.75em;
    margin: 0;
    padding: 0.75em 1em 0;
  }

  .facts > div {
    min-inline-size: 0;
  }

  dt,
  .caption {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  dd {
    margin: 0;
    font-weight: 500;
  }

  .hint {
    display: flex;
    gap: 0.5em;
    margin: 0.875em 1em 0;
    padding: 0.5em 0.75em;
    border-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_warning) 10%, var(--_surface));
    font-size: 0.875em;
  }

  .hint svg,
  .mark svg {
    flex: none;
    color: var(--_warning);
  }

  .empty {
    margin: 0;
    padding: 1em;
    color: var(--_muted);
  }

  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon {
    flex: none;
    box-sizing: border-box;
    inline-size: 2em;
    block-size: 2em;
    padding: 0.375em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_look) 13%, var(--_surface));
    color: var(--_look);
  }

  .who {
    font-weight: 600;
  }

  .untimed {
    padding: 0.75em 1em 1em;
    border-block-start: 1px solid var(--_line);
  }

  .untimed ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.25em;
    margin-block-start: 0.5em;
  }

  .untimed li {
    display: flex;
    align-items: center;
    gap: 0.625em;
  }

  @container (inline-size < 44em) {
    .as-of {
      flex-basis: 100%;
    }
  }

  @media (forced-colors: active) {
    .icon,
    .hint {
      border: 1px solid CanvasText;
    }
  }
`;
