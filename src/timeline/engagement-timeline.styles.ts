import {css} from 'lit';

/** The page's font, direction and colour scheme are let in; the surface is its own, so that every colour is on known ground. */
export const styles = css`
  :host {
    --_surface: var(--engagement-timeline-surface, light-dark(#fff, #171a21));
    --_on-surface: var(--engagement-timeline-on-surface, light-dark(#1a1f2b, #eceff5));
    --_muted: color-mix(in srgb, var(--_on-surface) 72%, var(--_surface));
    --_line: color-mix(in srgb, var(--_on-surface) 13%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_on-surface) 5%, var(--_surface));
    --_radius: var(--engagement-timeline-radius, 12px);
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
    --_look: light-dark(#be185d, #f9a8d4);
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

  .chart {
    --_label: 0px;
    position: relative;
    margin-block-start: 1em;
  }

  .ruler {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    padding-inline: calc(var(--_label) + 1em) 1em;
    border-block: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_muted);
  }

  .lines {
    position: absolute;
    inset: 0;
    padding-inline: calc(var(--_label) + 1em) 1em;
    pointer-events: none;
  }

  .scale {
    position: relative;
    block-size: 100%;
    border-inline: 1px solid var(--_line);
  }

  .ruler .scale {
    block-size: 1.75em;
  }

  .scale > span {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--from) * 100%);
    border-inline-start: 1px solid var(--_line);
  }

  .ruler .scale > span {
    padding-inline-start: 0.5em;
    font-size: 0.75em;
    line-height: 2.33;
    white-space: nowrap;
  }

  .lines > .scale {
    visibility: hidden;
  }

  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border-block-end: 1px solid var(--_line);
    contain-intrinsic-block-size: auto 6em;
    content-visibility: auto;
  }

  .row:last-child {
    border-block-end: 0;
  }

  button {
    display: flex;
    gap: 0.75em;
    min-block-size: 2.75em;
    margin: 0;
    padding: 0.625em 1em;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .row:hover,
  .row:hover .words {
    background: var(--_hover);
  }

  button:focus-visible {
    outline: 2px solid var(--_look);
    outline-offset: -3px;
    border-radius: calc(var(--_radius) / 2);
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

  .more {
    flex: none;
    margin-block-start: 0.375em;
    color: var(--_muted);
  }

  [aria-expanded='true'] .more {
    rotate: 180deg;
  }

  .words {
    display: grid;
    flex: 1;
    align-content: start;
    min-inline-size: 0;
    padding-block: 0.25em;
    background: var(--_surface);
  }

  .who {
    font-weight: 600;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.625em;
  }

  .length {
    font-size: 0.875em;
    font-weight: 500;
  }

  .what,
  .when,
  .note {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .mark {
    display: flex;
    gap: 0.375em;
    margin-block-start: 0.125em;
    color: var(--_warning);
    font-size: 0.875em;
  }

  .track {
    position: relative;
    block-size: 1em;
    margin-inline: calc(1em + 1px);
    margin-block-end: 0.75em;
  }

  .bar {
    position: absolute;
    inset-block: 0;
    inset-inline-start: min(calc(var(--from) * 100%), calc(100% - 4px));
    box-sizing: border-box;
    inline-size: max(calc((var(--to) - var(--from)) * 100%), 4px);
    border-radius: 4px;
    background: var(--_look);
  }

  .wait {
    border: 1.5px solid var(--_look);
    background: repeating-linear-gradient(
      -45deg,
      color-mix(in srgb, var(--_look) 45%, var(--_surface)) 0 3px,
      var(--_surface) 3px 7px
    );
  }

  .handover {
    inset-block: calc(50% - 2px);
    border-radius: 2px;
  }

  /* Where a handover was asked for, and where it was taken up. */
  .handover::before {
    position: absolute;
    inset-block-start: calc(50% - 5px);
    inset-inline-start: -3px;
    inline-size: 10px;
    block-size: 10px;
    background: var(--_look);
    rotate: 45deg;
    content: '';
  }

  .engagement .bar {
    inset-block: 0.25em;
  }

  .cut-start {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .cut-end {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  /* An arrow that leads out of the axis. */
  .cut-start::before,
  .cut-end::after {
    position: absolute;
    inset-block: calc(50% - 0.5em);
    inline-size: 0;
    block-size: 0;
    border: 0 solid transparent;
    border-block-width: 0.5em;
    background: none;
    rotate: none;
    content: '';
  }

  .cut-start::before {
    inset-inline-end: 100%;
    inset-inline-start: auto;
    border-inline-end: 0.5em solid var(--_look);
  }

  .cut-end::after {
    inset-inline-start: 100%;
    border-inline-start: 0.5em solid var(--_look);
  }

  .outside,
  .outside.handover::before {
    border-color: transparent;
    background: none;
  }

  .row .facts {
    position: relative;
    z-index: 1;
    grid-column: 1 / -1;
    padding: 0.75em 1.125em 0.875em;
    padding-inline-start: calc(3.75em / 0.875);
    border-block-start: 1px solid var(--_line);
    background: var(--_hover);
    font-size: 0.875em;
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
    .scale > span:nth-child(even) {
      display: none;
    }

    .as-of {
      flex-basis: 100%;
    }
  }

  @container (inline-size >= 44em) {
    .chart {
      --_label: clamp(19em, 32cqi, 27em);
    }

    .row {
      grid-template-columns: var(--_label) minmax(0, 1fr);
      align-items: center;
    }

    .track {
      margin-block: 0.75em;
    }

    .lines > .scale {
      visibility: visible;
    }
  }

  @media (forced-colors: active) {
    .bar {
      --_look: CanvasText;
      --_surface: Canvas;
      forced-color-adjust: none;
    }

    .wait {
      border-style: dashed;
      background: Canvas;
    }

    .icon,
    .hint {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    .row {
      content-visibility: visible;
    }
  }
`;
