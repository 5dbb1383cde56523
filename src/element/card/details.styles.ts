const detailsStyles = new CSSStyleSheet();

detailsStyles.replaceSync(`
  [part='problem'] {
    margin-block-start: 0.5em;
    font-size: 0.9375em;
    font-weight: 600;
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

  [part='question'] {
    flex: 1 1 100%;
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
