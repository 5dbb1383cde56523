import {css} from 'lit';

/** The list that scrolls, the axis, and what is drawn on it. */
export const chartStyles = css`
  .chart {
    overflow: hidden auto;
    max-block-size: var(--engagement-timeline-block-size, 70vh);
    margin-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    /* What sticks to the top covers nothing that has the focus. */
    scroll-padding-block-start: 3em;
    /* The element itself keeps what is in sight where it is. */
    overflow-anchor: none;
  }

  .rows {
    --_label: 0px;
    --_bar: 1em;
    position: relative;
  }

  .zoom {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    min-inline-size: 0;
    margin: 0.375em 0 0;
    padding: 0 1em;
    border: 0;
  }

  /* A legend that floats stands in line with what follows. */
  .zoom legend {
    float: inline-start;
    padding: 0;
    line-height: calc(2.75em / 0.8125);
  }

  .zoom label {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75em;
    cursor: pointer;
  }

  .zoom input {
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    accent-color: light-dark(#2f54d6, #9db4ff);
  }

  .ruler {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    padding-inline: calc(var(--_label) + 1em) 1em;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_muted);
  }

  .group .ruler {
    position: static;
    padding-inline: 1em;
    border: 0;
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

  .track {
    position: relative;
    block-size: var(--_bar);
    margin-inline: calc(1em + 1px);
    margin-block-end: 0.75em;
  }

  .bar {
    position: absolute;
    inset-block: calc(50% - var(--_bar) / 2);
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
    inset-block: calc(50% - var(--_bar) / 4);
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
    inset-block: calc(50% - var(--_bar) / 2);
    inline-size: 0;
    block-size: 0;
    border: 0 solid transparent;
    border-block-width: calc(var(--_bar) / 2);
    background: none;
    rotate: none;
    content: '';
  }

  .cut-start::before {
    inset-inline-end: 100%;
    inset-inline-start: auto;
    border-inline-end: calc(var(--_bar) / 2) solid var(--_look);
  }

  .cut-end::after {
    inset-inline-start: 100%;
    border-inline-start: calc(var(--_bar) / 2) solid var(--_look);
  }

  .outside,
  .outside.handover::before {
    border-color: transparent;
    background: none;
  }

  /* Joins a transfer to who handed on and to who took over. Below words there is no room for it. */
  .piece {
    position: absolute;
    inset-block: 0 -1px;
    inset-inline-start: calc(var(--from) * 100% - 1px);
    display: none;
    inline-size: 2px;
    background: var(--_link);
  }

  .down {
    inset-block-start: 50%;
  }

  .up {
    inset-block-end: 50%;
  }

  @container (inline-size < 44em) {
    .scale > span:nth-child(even) {
      display: none;
    }
  }

  @container (inline-size <= 25em) {
    .rows {
      --_bar: 0.375em;
    }

    .ruler {
      display: none;
    }
  }

  @container (inline-size >= 44em) {
    .rows {
      --_label: clamp(19em, 32cqi, 27em);
    }

    .track {
      align-self: stretch;
      block-size: auto;
      margin-block: 0;
    }

    .lines > .scale {
      visibility: visible;
    }

    .piece {
      display: block;
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

    .piece {
      background: CanvasText;
    }
  }

  @media print {
    .chart {
      max-block-size: none;
    }
  }
`;
