/** A page whose cost is measured. */
export interface BenchPage {
  readonly title: string;
  /** Markup that is added to the empty page, for the origin of the site, which is also the platform's. */
  readonly markup?: (origin: string) => string;
  /** Whether the visitor has been on the page before. The cache is empty all the same. */
  readonly isReturn?: boolean;
  /** What a visitor clicks first, if anything appears. */
  readonly button?: string;
  /** An expression that finds what has to be visible, on a page without the event `engagement-shown`. */
  readonly sight?: string;
}

/** The pages of a run by their paths, in the order of the tables. */
export type BenchPages = Readonly<Record<string, BenchPage>>;
