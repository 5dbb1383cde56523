/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 4_600,
  'web-engagement-element.js': 21_150,
  'web-engagement-session.js': 8_400,
  'web-engagement-schemas.js': 1_950,
  'web-engagement-notifications.js': 5_000,
  'web-engagement-zod.js': 6_000,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 4_600, card: 25_750},
  'npm, Rollup': {question: 14_600, card: 24_450},
  'npm, esbuild': {question: 16_900, card: 27_100},
  'npm, webpack': {question: 15_700, card: 25_650},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
