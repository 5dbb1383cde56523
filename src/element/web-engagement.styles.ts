import {css} from 'lit';

/**
 * Sizes are in em of the browser's own font size, because rem belongs to the page. The page's inherited styles end at
 * `all: initial`; only its colour scheme, its direction and its visibility are let in.
 */
export const styles = css`
  :host {
    display: contents;
  }

  :host([hidden]),
  .surface:not(:popover-open) {
    display: none;
  }

  [hidden] {
    display: none !important;
  }

  .status {
    all: initial;
    position: fixed;
    inset: 0 auto auto 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .surface {
    all: initial;
    --_accent: var(--web-engagement-accent, #2f54d6);
    --_on-accent: var(--web-engagement-on-accent, #fff);
    --_surface: var(--web-engagement-surface, #fff);
    --_on-surface: var(--web-engagement-on-surface, #171b26);
    --_border: var(--web-engagement-border, color-mix(in srgb, var(--_on-surface) 50%, var(--_surface)));
    --_quiet: color-mix(in srgb, var(--_on-surface) 76%, var(--_surface));
    --_radius: var(--web-engagement-radius, 16px);
    --_block: var(--web-engagement-inset-block, clamp(1em, 3vw, 1.5em));
    --_inline: var(--web-engagement-inset-inline, clamp(1em, 3vw, 1.5em));
    --_side: calc(var(--_inline) + max(env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px)));
    --_bottom: calc(var(--_block) + env(safe-area-inset-bottom, 0px));
    --_launcher: 3.5em;
    position: fixed;
    z-index: 2147483000;
    inset-block: auto var(--_bottom);
    inset-inline: auto var(--_side);
    box-sizing: border-box;
    border: 1px solid transparent;
    font: medium/1.5 var(--web-engagement-font, system-ui, sans-serif);
    color-scheme: inherit;
    visibility: inherit;
  }

  @supports (color: light-dark(red, red)) {
    .surface {
      --_accent: var(--web-engagement-accent, light-dark(#2f54d6, #a8bbff));
      --_on-accent: var(--web-engagement-on-accent, light-dark(#fff, #0e1738));
      --_surface: var(--web-engagement-surface, light-dark(#fff, #1b1e27));
      --_on-surface: var(--web-engagement-on-surface, light-dark(#171b26, #f1f3f8));
    }
  }

  .start {
    inset-inline: var(--_side) auto;
  }

  .launcher {
    display: flex;
    align-items: center;
    gap: 0.625em;
    block-size: var(--_launcher);
    padding-inline: 1.125em 1.375em;
    border-radius: calc(var(--_radius) * 2);
    box-shadow: 0 8px 24px -6px rgb(12 18 38 / 0.4);
  }

  .card {
    inset-block-end: calc(var(--_bottom) + var(--_launcher) + 0.75em);
    inline-size: 23em;
    max-inline-size: calc(100% - 2 * var(--_inline));
    max-block-size: calc(100dvh - 2 * var(--_block) - var(--_launcher) - 0.75em);
    overflow: auto;
    border-color: var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: 0 20px 48px -12px rgb(12 18 38 / 0.3);
    animation: let-pass 0.5s;
  }

  /* Who was about to click something else when the card came does not accept it by accident. */
  @keyframes let-pass {
    from,
    99% {
      pointer-events: none;
    }
  }

  .content {
    position: relative;
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 1.25em 1em;
    padding: clamp(1.125em, 5vw, 1.5em);
    overflow-wrap: anywhere;
  }

  .icon {
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    overflow: hidden;
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in srgb, var(--_accent) 13%, var(--_surface));
    color: var(--_accent);
  }

  ::slotted([slot='icon']) {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  svg {
    flex: none;
    inline-size: 1.625em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .cornered [part='title'] {
    padding-inline-end: 1.75em;
  }

  [part='title'] {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.35;
    text-wrap: balance;
  }

  [part='body'] {
    margin-block-start: 0.25em;
    color: var(--_quiet);
    font-size: 0.9375em;
  }

  [part='actions'],
  ::slotted([slot='privacy']) {
    grid-column: 1 / -1;
  }

  ::slotted([slot='privacy']) {
    color: var(--_quiet);
    font-size: 0.8125em;
  }

  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  ::slotted([slot='actions']) {
    align-self: center;
  }

  .card button {
    --_ground: transparent;
    flex: auto;
    min-block-size: 2.875em;
    padding: 0.5em 1.125em;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.625);
    color: inherit;
    font: inherit;
  }

  .launcher,
  .card button {
    background: var(--_ground);
    font-weight: 600;
    cursor: pointer;
  }

  .launcher,
  .card .primary {
    --_ground: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
  }

  .card [part='close'] {
    position: absolute;
    inset-block-start: 0.625em;
    inset-inline-end: 0.625em;
    display: grid;
    place-items: center;
    inline-size: 2.875em;
    padding: 0;
    border: 0;
    color: var(--_quiet);
  }

  [part='badge'] {
    position: absolute;
    inset-block-start: -1px;
    inset-inline-end: 0;
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: #d92d20;
  }

  .launcher:hover,
  .card button:hover {
    background: color-mix(in srgb, var(--_on-surface) 10%, var(--_ground));
  }

  .launcher:active,
  .card button:active {
    background: color-mix(in srgb, var(--_on-surface) 20%, var(--_ground));
  }

  .launcher:focus-visible,
  .card button:focus-visible {
    outline: 2px solid var(--web-engagement-focus, var(--_accent));
    outline-offset: 2px;
  }

  /* The page below may have any colour, so this ring brings its own ground. */
  .launcher:focus-visible {
    box-shadow: 0 0 0 6px var(--_surface);
  }

  @media (max-height: 30em) {
    .launcher[aria-expanded='true'] {
      display: none;
    }

    .card {
      inset-block-end: var(--_bottom);
      max-block-size: calc(100dvh - 2em);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .card {
      transition: 0.18s ease-out;
      transition-property: opacity, transform;
    }

    @starting-style {
      .card:popover-open {
        opacity: 0;
        transform: translateY(0.5em);
      }
    }
  }

  @media (prefers-contrast: more) {
    .surface {
      --_border: var(--_on-surface);
      --_quiet: var(--_on-surface);
    }
  }

  @media (forced-colors: active) {
    .card .primary {
      border-width: 3px;
    }
  }
`;
