import {css} from 'lit';

/** The lines of the list. */
export const rowStyles = css`
  ol {
    display: flow-root;
  }

  .row,
  .group {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border-block-end: 1px solid var(--_line);
  }

  /* Not without a border: a row is as high at the end of what is drawn as elsewhere. */
  .row:last-child {
    border-block-end-color: transparent;
  }

  .group {
    --_look: var(--_on-surface);
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    background: var(--_surface);
  }

  .label {
    display: flex;
    gap: 0.75em;
    min-block-size: 2.75em;
    padding: 0.625em 1em;
  }

  .group .label {
    align-items: center;
    justify-content: space-between;
    padding-block: 0.25em;
  }

  button {
    margin: 0;
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

  .more {
    flex: none;
    margin-block-start: 0.375em;
    color: var(--_muted);
  }

  .group .more {
    margin-block-start: 0;
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

  /* On a phone the words come first: their times say what an axis would. */
  @container (inline-size <= 25em) {
    .label {
      padding-block: 0.5em 0.25em;
    }

    .row .facts {
      padding-inline-start: 1.125em;
    }
  }

  @container (inline-size >= 44em) {
    .row,
    .group {
      grid-template-columns: var(--_label) minmax(0, 1fr);
      align-items: center;
    }
  }
`;
