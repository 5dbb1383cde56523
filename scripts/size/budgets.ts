/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 4_700,
  'web-engagement-element.js': 21_950,
  'web-engagement-session.js': 8_700,
  'web-engagement-schemas.js': 1_950,
  'web-engagement-notifications.js': 5_350,
  'web-engagement-zod.js': 6_100,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 4_700, card: 26_600},
  'npm, Rollup': {question: 14_900, card: 25_400},
  'npm, esbuild': {question: 17_300, card: 28_100},
  'npm, webpack': {question: 15_950, card: 26_500},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
