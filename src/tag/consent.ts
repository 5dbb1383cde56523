/** Whether the visitor has to agree first, and has agreed. */
export type Consent = (typeof consentWords)[number];

export const consentWords = ['not-required', 'required', 'granted', 'denied'] as const;

/** Whether a session may run. A page that says nothing needs no consent; an unknown word does not allow it. */
export const allowsSession = (consent: unknown): boolean =>
  ['not-required', 'granted'].includes((consent ?? 'not-required') as string);

/** What to tell a page's author about a word that is none of these; it counts as `required`. */
export function consentProblem(word: string | undefined): string | undefined {
  if (!word || (consentWords as readonly string[]).includes(word)) return undefined;
  return `Expected consent to be ${consentWords.join(', ')}, got ${JSON.stringify(word)}; required is used`;
}
