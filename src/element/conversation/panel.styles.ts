/** The looks of the panel. The first rule has its size. */
export const panelStyles = `
  .panel {
  }

  .panel {
    display: flex;
    flex-direction: column;
    inset-block-end: calc(var(--_block) + 4.25em);
    min-inline-size: 20em;
    min-block-size: min(24em, calc(var(--_space) - 4.25em));
    max-inline-size: calc(100% - 2 * var(--_inline));
    max-block-size: calc(var(--_space) - 4.25em);
    overflow: hidden;
    border-color: var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  [part='panel-header'] {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.125em;
    padding: 0.375em;
    border-block-end: 1px solid var(--_border);
    animation: let-pass 1ms step-end 0.5s backwards;
  }

  [part='panel-title'] {
    flex: 1;
    overflow: hidden;
    padding-inline: 0.375em;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .start [part='panel-title'] {
    padding-inline-start: 0.75em;
  }

  .panel button {
    border: 0;
    border-radius: calc(var(--_radius) * 0.625);
    background: color-mix(in srgb, var(--_on-surface) var(--_tint, 0%), var(--_ground, transparent));
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  [part='panel-header'] button {
    display: grid;
    flex: none;
    place-items: center;
    block-size: 2.875em;
    inline-size: 2.875em;
    padding: 0;
  }

  [part='panel-header'] svg {
    inline-size: 1.375em;
  }

  .panel [part='resize'] {
    cursor: nesw-resize;
    touch-action: none;
    user-select: none;
  }

  .panel:is(:not(.start):dir(ltr), .start:dir(rtl)) [part='resize'] {
    cursor: nwse-resize;
  }

  .panel:is(.start:dir(ltr), :not(.start):dir(rtl)) [part='resize'] svg,
  .panel:dir(rtl) :is([part='window'], [part='end']) svg {
    scale: -1 1;
  }

  .start [part='resize'] {
    order: 1;
  }

  .conversation {
    position: relative;
    display: grid;
    flex: 1;
    min-block-size: 0;
  }

  iframe {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }

  /* What is dragged over a frame belongs to the frame. */
  .panel:has([part='resize']:active) iframe {
    pointer-events: none;
  }

  /* It covers the frame, which is blank until its page has come, and white on dark pages, too. */
  [part='loading'] {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 1.5em;
    background: var(--_surface);
    color: color-mix(in srgb, currentcolor 80%, var(--_surface));
    font-size: 0.9375em;
    text-align: center;
  }

  .panel [part='fallback'] {
    --_ground: var(--_accent);
    place-self: center;
    margin: 1.5em;
    min-block-size: 2.875em;
    padding: 0.5em 1.125em;
    color: var(--_on-accent);
  }

  .panel button:focus-visible {
    outline-offset: -2px;
  }

  .panel [part='fallback']:focus-visible {
    outline-offset: 2px;
  }

  @media (width < 30em), (height < 30em) {
    .panel {
      inset: 0;
      inline-size: auto;
      block-size: 100dvh;
      min-inline-size: 0;
      max-inline-size: none;
      min-block-size: 0;
      max-block-size: none;
      box-sizing: border-box;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
    }

    .panel [part='resize'],
    .launcher:has(~ .panel[data-open]) {
      display: none;
    }

    [part='panel-title'] {
      padding-inline-start: 0.75em;
    }
  }

  @media (forced-colors: active) {
    .panel button {
      border: 1px solid;
    }

    .panel [part='fallback'] {
      border-width: 3px;
    }
  }
`;
