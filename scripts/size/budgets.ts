/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 4_550,
  'web-engagement-element.js': 26_450,
  'web-engagement-schemas.js': 1_950,
  'web-engagement-notifications.js': 5_000,
  'web-engagement-zod.js': 6_000,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 4_550, card: 30_950},
  'npm, Rollup': {question: 17_750, card: 26_950},
  'npm, esbuild': {question: 19_650, card: 29_200},
  'npm, webpack': {question: 18_650, card: 27_950},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
