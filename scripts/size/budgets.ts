/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 5_700,
  'web-engagement-element.js': 22_400,
  'web-engagement-session.js': 8_700,
  'web-engagement-schemas.js': 1_950,
  'web-engagement-notifications.js': 5_400,
  'web-engagement-zod.js': 6_100,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 5_700, card: 28_100},
  'npm, Rollup': {question: 15_400, card: 26_000},
  'npm, esbuild': {question: 17_900, card: 28_800},
  'npm, webpack': {question: 16_500, card: 27_200},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
