/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 11_000,
  'web-engagement-element.js': 13_700,
  'web-engagement-schemas.js': 8_000,
  'web-engagement-notifications.js': 11_000,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 11_095, card: 32_980},
  'npm, Rollup': {question: 23_630, card: 31_820},
  'npm, esbuild': {question: 25_670, card: 34_160},
  'npm, webpack': {question: 24_530, card: 33_550},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
