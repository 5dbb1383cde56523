const detailsStyles = new CSSStyleSheet();

detailsStyles.replaceSync(`
  [part='wait'],
  [part='problem'] {
    margin-block-start: 0.5em;
    font-size: 0.9375em;
    font-weight: 600;
  }

  .icon:has(.photo, .initials) {
    border-radius: 50%;
    font-weight: 600;
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
    flex-basis: 100%;
    border-color: transparent;
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
