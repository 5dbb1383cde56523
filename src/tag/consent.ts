/** Whether the visitor has to agree first, and has agreed. */
export type Consent = 'not-required' | 'required' | 'granted' | 'denied';

/** Whether a session may run. A page that says nothing needs no consent; an unknown word does not allow it. */
export const allowsSession = (consent: unknown): boolean =>
  ['not-required', 'granted'].includes((consent ?? 'not-required') as string);
