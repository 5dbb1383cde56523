/** A success criterion of WCAG 2.2, and what can be said of the element. */
export interface Criterion {
  readonly number: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly conformance: 'supports' | 'not applicable';
  /** How it is met, or why it does not apply; where a page can break it, what the page has to see to. */
  readonly remark: string;
  /** The ids of the tests that fail when the element breaks it. */
  readonly provedBy: readonly string[];
}
