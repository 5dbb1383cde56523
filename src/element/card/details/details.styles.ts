const detailsStyles = new CSSStyleSheet();

detailsStyles.replaceSync(`
  [part='problem'] {
    display: flex;
    gap: 0.5em;
    margin-block-start: 0.5em;
    color: color-mix(in srgb, #d92d20 60%, var(--_on-surface));
    font-size: 0.9375em;
    font-weight: 600;
  }

  [part='topics'] {
    display: grid;
    grid-column: 1 / -1;
    gap: 0.375em;
    margin-block-end: -0.5em;
  }

  .card [part='topic'] {
    --_ground: transparent;
    min-block-size: 3em;
    border-color: color-mix(in srgb, var(--_accent) 45%, var(--_surface));
    color: color-mix(in srgb, var(--_accent) 75%, var(--_on-surface));
    text-align: start;
    white-space: normal;
  }

  [part='privacy'] {
    display: inline-flex;
    grid-column: 1 / -1;
    align-items: center;
    min-block-size: 3.25em;
    margin-block: -0.875em;
    color: inherit;
    font-size: 0.875em;
    text-underline-offset: 0.2em;
    opacity: 0.8;
  }

  [part='privacy']:focus-visible {
    border-radius: 4px;
    outline: 2px solid var(--web-engagement-focus, var(--_accent));
  }

  .note {
    inline-size: max-content;
    max-inline-size: min(23em, 100% - 2 * var(--_inline));
    border-color: var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  .note-content {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
    padding-block: 0.5em;
    padding-inline: 1.125em 0.5em;
    font-size: 0.9375em;
  }

  .note-content > span {
    flex: 1 1 6em;
    padding-block: 0.375em;
  }

  .note button,
  .panel .panel-line button {
    --_ground: color-mix(in srgb, var(--_on-surface) 6%, var(--_surface));
    min-block-size: 3em;
    padding: 0.5em 1em;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.625);
    background: color-mix(in srgb, var(--_on-surface) var(--_tint, 0%), var(--_ground));
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .note button {
    color: color-mix(in srgb, var(--_accent) 75%, var(--_on-surface));
  }

  .panel-line {
    padding: 0.75em 1em;
    border-block-end: 1px solid var(--_border);
  }

  .panel .panel-line button {
    flex: 1 1 auto;
  }

  .panel .panel-line .primary {
    --_ground: var(--_accent);
    color: var(--_on-accent);
  }

  .panel-line [part='question'] {
    margin-block-end: 0.625em;
    font-weight: 600;
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .note button,
    .panel .panel-line button {
      border-color: currentcolor;
    }

    [part='privacy'] {
      opacity: 1;
    }
  }

  [part='wait'] {
    display: inline-flex;
    align-items: baseline;
    gap: 0.5em;
    margin-block-start: 0.625em;
    padding: 0.2em 0.75em;
    border-radius: 1em;
    background: color-mix(in srgb, #12805c 12%, var(--_surface));
    font-size: 0.8125em;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-wrap: balance;
  }

  [part='wait']::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: light-dark(#12805c, #3ecf98);
  }

  .icon:has(.initials) {
    font-weight: 600;
  }

  .icon:has(.logo) {
    border-radius: calc(var(--_radius) * 0.5);
  }

  .icon img {
    display: block;
    inline-size: 2.75em;
    block-size: 2.75em;
    object-fit: cover;
  }

  .icon .logo {
    object-fit: contain;
  }

  [part='agent'] {
    margin-block-start: 0.125em;
    font-size: 0.875em;
    opacity: 0.8;
  }

  .confirmation {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 0.5em;
    /* A double click on what asks must not answer, too. */
    animation: let-pass 1ms step-end 0.5s backwards;
  }

  .card [part='end'] {
    --_ground: transparent;
    flex-basis: 100%;
  }

  [aria-disabled='true'] {
    --_tint: 0%;
    opacity: 0.6;
    cursor: default;
  }
`);

/** Gives an element the looks of the details that only some cards have, once. */
export function addDetailsStyles({shadowRoot}: HTMLElement): void {
  if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(detailsStyles)) {
    shadowRoot.adoptedStyleSheets.push(detailsStyles);
  }
}
