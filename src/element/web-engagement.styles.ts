import {css} from '@lit/reactive-element/css-tag.js';

/**
 * Sizes are in em of the browser's own font size, because rem belongs to the page. The page's inherited styles end at
 * `all: initial`; only its colour scheme, its direction and its visibility are let in.
 *
 * @csspart launcher - The button that opens and closes the card.
 * @csspart badge - The dot or the number on the launcher that tells what waits behind it.
 * @csspart card - The invitation, or the way back.
 * @csspart title - The card's title.
 * @csspart agent - The agent's name and role.
 * @csspart body - The card's text.
 * @csspart wait - How long the wait is, and how many wait already.
 * @csspart actions - The row of buttons.
 * @csspart accept - The button that accepts the invitation.
 * @csspart resume - The button that leads back into the conversation.
 * @csspart dismiss - The button that declines.
 * @csspart close - The button that folds the invitation into the launcher.
 * @csspart more - The button that shows an invitation's further options.
 * @csspart options - The further options.
 * @csspart snooze - The button that asks for the invitation later.
 * @csspart opt-out - The button that asks for no more invitations.
 * @csspart topics - The questions that the visitor can begin with.
 * @csspart topic - A button that begins with one of them.
 * @csspart privacy - The link to the page's word on privacy.
 * @csspart note - What follows from a snooze or an opt-out.
 * @csspart undo - The button that takes it back.
 * @csspart end - The button that ends the conversation; it asks first.
 * @csspart question - Whether the conversation is to be ended, in place of the title.
 * @csspart confirm - The button that ends the conversation.
 * @csspart cancel - The button that keeps the conversation.
 * @csspart problem - That the conversation could not be ended.
 * @csspart panel - The conversation on the page.
 * @csspart panel-header - The panel's title and its buttons.
 * @csspart panel-title - The panel's title.
 * @csspart resize - The handle that changes the panel's size.
 * @csspart minimize - The button that folds the panel into the launcher.
 * @csspart window - The button that moves the conversation into a window of its own.
 * @csspart loading - That the conversation is being loaded.
 * @csspart fallback - The button in place of a conversation that the page's policy keeps out of the panel.
 * @csspart status - The invisible live region for screen readers.
 * @cssproperty [--web-engagement-accent=light-dark(#2b4bd3, #a8bbff)] - Background of the launcher and of the main button.
 * @cssproperty [--web-engagement-on-accent=light-dark(#fff, #0e1738)] - Text on the accent; at least 4.5:1 against it.
 * @cssproperty [--web-engagement-surface=light-dark(#fff, #1b1e27)] - Background of the card.
 * @cssproperty [--web-engagement-on-surface=light-dark(#171b26, #f1f3f8)] - Text on the card; at least 4.5:1 against it.
 * @cssproperty [--web-engagement-border=color-mix(in srgb, on-surface 12%, surface)] - Borders. They are as dark as the text where more contrast is wanted.
 * @cssproperty [--web-engagement-radius=16px] - Corner radius of the card; the buttons follow it.
 * @cssproperty [--web-engagement-inset-block=clamp(1em, 3vw, 1.5em)] - Distance from the bottom of the window, or from what the page keeps there.
 * @cssproperty [--web-engagement-inset-inline=clamp(1em, 3vw, 1.5em)] - Distance from the side of the window.
 * @cssproperty [--web-engagement-font=system-ui, sans-serif] - Font family.
 * @cssproperty [--web-engagement-focus=accent] - Focus ring; at least 3:1 against the card.
 * @cssState idle - Nothing was asked yet, or `reset()` was called.
 * @cssState connecting - The platform is being asked.
 * @cssState unavailable - There is no offer.
 * @cssState expose - A conversation is on offer.
 * @cssState conversation - A conversation is open.
 * @cssState accepted - The visitor accepted the offer.
 * @cssState dismissed - The visitor declined the offer.
 * @cssState failed - The platform gave no answer.
 * @cssState open - The card or the panel is open.
 * @cssState yielded - The launcher has stepped aside for what has the focus below it.
 */
export const styles = css`
  /* A page that gives every element a box of its own would move its layout by this one. */
  :host {
    display: contents !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  .surface:not([data-open]) {
    display: none !important;
  }

  [part='status'] {
    position: fixed;
    clip-path: inset(50%);
  }

  .surface {
    all: initial;
    --_accent: var(--web-engagement-accent, light-dark(#2f54d6, #a8bbff));
    --_on-accent: var(--web-engagement-on-accent, light-dark(#fff, #0e1738));
    --_surface: var(--web-engagement-surface, light-dark(#fff, #1b1e27));
    --_on-surface: var(--web-engagement-on-surface, light-dark(#171b26, #f1f3f8));
    --_border: var(--web-engagement-border, color-mix(in srgb, var(--_on-surface) 12%, var(--_surface)));
    --_radius: var(--web-engagement-radius, 16px);
    --_edge: var(--web-engagement-inset-block, clamp(1em, 3vw, 1.5em));
    --_block: calc(var(--_edge) + max(var(--_lift, 0px), env(safe-area-inset-bottom)));
    --_space: calc(100dvh - var(--_block) - var(--_edge) - var(--_menu, 0em));
    --_inline: calc(
      var(--web-engagement-inset-inline, clamp(min(1em, 5vw), 3vw, 1.5em)) +
        max(env(safe-area-inset-left), env(safe-area-inset-right))
    );
    position: fixed;
    /* Where there is no top layer, this is the best there is. */
    z-index: 2147483000;
    inset-block: auto var(--_block);
    inset-inline: auto var(--_inline);
    box-sizing: border-box;
    border: 1px solid transparent;
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.06),
      0 6px 16px rgb(0 0 0 / 0.08),
      0 20px 48px -8px rgb(0 0 0 / 0.18);
    font: medium/1.5 var(--web-engagement-font, system-ui, sans-serif);
    color-scheme: inherit;
    visibility: inherit;
  }

  .start {
    inset-inline: var(--_inline) auto;
  }

  .inline {
    position: relative;
    z-index: auto;
    inset: auto;
    box-shadow: none;
  }

  .inline[aria-expanded='true'],
  .as-banner[aria-expanded='true'] {
    display: none;
  }

  /* Still there for the keyboard, which brings it back. */
  :host(:state(yielded)) .launcher {
    translate: 0 calc(100% + 2 * var(--_block));
  }

  .launcher {
    display: flex;
    align-items: center;
    gap: 0.625em;
    block-size: 3.5em;
    padding-inline: 1.125em 1.375em;
    border-radius: 2em;
  }

  .launcher.as-bubble {
    justify-content: center;
    gap: 0;
    inline-size: 3.5em;
    padding: 0;

    .label {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  /* Of the two, the one that counts can be seen. */
  .glyphs path {
    transform-origin: center;
  }

  [aria-expanded='true'] .glyphs > :first-child,
  [aria-expanded='false'] .glyphs > :last-child {
    opacity: 0;
    scale: 0.6;
  }

  .card {
    inset-block-end: calc(var(--_block) + 4.25em);
    inline-size: 23em;
    max-inline-size: calc(100% - 2 * var(--_inline));
    max-block-size: calc(var(--_space) - 4.25em);
    display: flex;
    container-type: inline-size;
    border-color: var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    animation: let-pass 1ms step-end 0.5s backwards;
  }

  /* A new card lets clicks through at first, and one that is hidden goes slowly. */
  .surface.probed {
    animation: none;
    transition: none;
  }

  .card.inline {
    display: block;
    inset: auto;
    inline-size: auto;
    max-inline-size: 100%;
    max-block-size: none;
    animation: none;
  }

  .card.as-banner:not(.inline) {
    inset-block-end: var(--_block);
    inset-inline: var(--_inline);
    inline-size: auto;
    max-inline-size: 64em;
    max-block-size: var(--_space);
    margin-inline: auto;
  }

  /* Who was about to click something else when the card came does not accept it by accident. */
  @keyframes let-pass {
    from {
      pointer-events: none;
    }
  }

  .content {
    position: relative;
    display: grid;
    flex: 1;
    grid-template-columns: auto 1fr;
    gap: 1.125em 0.875em;
    padding: min(1.125em, 6cqi) min(1.25em, 6cqi) min(1.25em, 6cqi);
    overflow: auto;
    border-radius: inherit;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .icon,
  .corner button {
    display: grid;
    place-items: center;
  }

  .icon {
    inline-size: 2.75em;
    block-size: 2.75em;
    overflow: hidden;
    border-radius: 50%;
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

  [part='title'] {
    font-size: min(1.125em, 11cqi);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  .cornered [part='title'] {
    padding-inline-end: 4.5em;
  }

  slot[part] {
    display: block;
  }

  [part='body'],
  ::slotted([slot='privacy']) {
    margin-block-start: 0.375em;
    font-size: 0.9375em;
    opacity: 0.8;
  }

  [part='actions'],
  ::slotted([slot='privacy']) {
    grid-column: 1 / -1;
  }

  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }

  .card button {
    --_ground: color-mix(in srgb, var(--_on-surface) 6%, var(--_surface));
    flex: 1 1 0;
    min-block-size: 3em;
    padding: 0.5em 1em;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.625);
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    white-space: nowrap;
  }

  .launcher,
  .card button {
    background: color-mix(in srgb, var(--_on-surface) var(--_tint, 0%), var(--_ground));
    font-weight: 600;
    cursor: pointer;
  }

  .launcher,
  .card .primary {
    --_ground: var(--_accent);
    color: var(--_on-accent);
  }

  .corner {
    position: absolute;
    display: flex;
    inset-block-start: 0.375em;
    inset-inline-end: 0.5em;
  }

  .card .corner button {
    --_ground: transparent;
    flex: none;
    inline-size: 2.75em;
    min-block-size: 2.75em;
    padding: 0;
    border-radius: 50%;
    color: color-mix(in srgb, var(--_on-surface) 70%, var(--_surface));
    font-size: 1em;
  }

  .corner svg {
    inline-size: 1.25em;
  }

  [part='more'] svg {
    stroke-width: 2.75;
  }

  /* A menu above the card, which stays as it is, and gives way only where the window is too low for both. */
  .card:has([part='options']) {
    --_menu: 8.25em;
  }

  [part='options'] {
    position: absolute;
    inset-block-end: calc(100% + 0.375em);
    inset-inline-end: 0;
    display: grid;
    max-inline-size: 100%;
    max-block-size: 8em;
    box-sizing: border-box;
    padding: 0.375em;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface);
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
  }

  /* Above a card within the page may be no room at all. */
  .inline > [part='options'] {
    position: static;
    inline-size: fit-content;
    max-block-size: none;
    margin-block-end: 0.5em;
    margin-inline: auto 0.5em;
    box-shadow: none;
  }

  .card [part='options'] button {
    --_ground: transparent;
    /* In a low window they come to lie where the pointer is. The menu itself takes the click, so that the page does not. */
    animation: let-pass 1ms step-end 0.5s backwards;
    font-weight: 500;
    text-align: start;
    white-space: normal;
  }

  [part='badge'] {
    position: absolute;
    inset-block-start: -1px;
    inset-inline-end: 0;
    inline-size: 0.875em;
    block-size: 0.875em;
    border: 2px solid var(--_surface);
    border-radius: 1em;
    background: #d92d20;
  }

  [part='badge'].number {
    inset-block-start: -0.375em;
    inline-size: auto;
    min-inline-size: 1.25em;
    block-size: 1.25em;
    padding-inline: 0.25em;
    box-sizing: content-box;
    color: #fff;
    font-size: 0.8125em;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  button:hover {
    --_tint: 10%;
  }

  button:active {
    --_tint: 20%;
  }

  button:focus-visible {
    outline: 2px solid var(--web-engagement-focus, var(--_accent));
    outline-offset: 2px;
  }

  /* The page below may have any colour, so this ring brings its own ground. */
  .launcher:focus-visible {
    box-shadow: 0 0 0 6px var(--_surface);
  }

  /* Large text on a phone: one thing below the other, and no room for ornaments. */
  @container (width < 17em) {
    .content {
      grid-template-columns: 1fr;
    }

    .icon {
      display: none;
    }

    .cornered {
      padding-block-start: 2.75em;
    }

    .cornered [part='title'] {
      padding-inline-end: 0;
    }

    .card button {
      flex-basis: 100%;
      padding-inline: 0.25em;
      white-space: normal;
    }
  }

  @media (min-width: 48em) {
    .as-banner .content {
      grid-template-columns: auto 1fr auto;
      align-items: center;
      column-gap: 1.25em;
      padding-inline-end: 6.5em;
    }

    .as-banner [part='title'] {
      padding-inline-end: 0;
    }

    .as-banner [part='actions'] {
      grid-column: auto;
    }

    .as-banner .corner {
      inset-block: 0;
      align-items: center;
    }
  }

  @media (max-height: 30em) {
    .launcher[aria-expanded='true']:not(.inline) {
      display: none;
    }

    .card:not(.inline) {
      inset-block-end: var(--_block);
      max-block-size: calc(100dvh - var(--_block) - 1em - var(--_menu, 0em));
    }
  }

  /* Out of the launcher, and back into it; never smaller, so that targets keep their size and what lies below stays covered. */
  @media (prefers-reduced-motion: no-preference) {
    .card,
    .panel {
      transition:
        opacity 0.15s,
        translate 0.15s,
        display 0.15s allow-discrete,
        overlay 0.15s allow-discrete;

      &[data-open] {
        transition:
          opacity 0.2s,
          translate 0.25s cubic-bezier(0.2, 0.9, 0.3, 1.1);
      }

      &:not([data-open]) {
        opacity: 0;
        translate: 0 12px;
        pointer-events: none;
      }

      @starting-style {
        &[data-open] {
          opacity: 0;
          translate: 0 12px;
        }
      }
    }

    .glyphs path {
      transition:
        opacity 0.15s,
        scale 0.15s;
    }
  }

  @media (prefers-contrast: more) {
    .surface {
      --_border: var(--_on-surface);
    }

    .card button {
      border-color: var(--_border);
    }

    [part='body'],
    ::slotted([slot='privacy']) {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .card .primary {
      border-width: 3px;
    }

    .surface,
    .card button {
      border-color: ButtonBorder;
    }

    [part='badge'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .surface:not(.inline) {
      display: none;
    }
  }
`;
