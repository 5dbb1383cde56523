/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 4_400,
  'web-engagement-element.js': 24_200,
  'web-engagement-schemas.js': 1_950,
  'web-engagement-notifications.js': 5_000,
  'web-engagement-zod.js': 6_000,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 4_400, card: 28_600},
  'npm, Rollup': {question: 17_000, card: 24_900},
  'npm, esbuild': {question: 18_950, card: 27_150},
  'npm, webpack': {question: 17_900, card: 25_900},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
