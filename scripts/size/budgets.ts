/** Most bytes (brotli) before the request to the platform is sent, and until the card is visible. */
export interface PageBudget {
  readonly question: number;
  readonly card: number;
}

/** Largest size of a file, in bytes (brotli). */
export const fileBudgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 6_850,
  'web-engagement-card.js': 12_500,
  'web-engagement-attendance.js': 3_850,
  'web-engagement-element.js': 14_100,
  'web-engagement-session.js': 11_350,
  'web-engagement-schemas.js': 2_050,
  'web-engagement-notifications.js': 5_600,
  'web-engagement-zod.js': 6_100,
  'web-engagement-{language}.js': 800,
};

/** The same for all that a page with an offer loads, by the way in which the widget comes to it. */
export const pageBudgets = {
  'script tag': {question: 6_850, card: 19_350},
  'npm, Rollup': {question: 17_100, card: 27_950},
  'npm, esbuild': {question: 19_600, card: 31_100},
  'npm, webpack': {question: 18_200, card: 29_200},
} satisfies Readonly<Record<string, PageBudget>>;

export type PageName = keyof typeof pageBudgets;
