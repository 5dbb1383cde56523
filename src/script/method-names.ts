/** The methods of the element that the page's one global carries out, too. */
export const methodNames = [
  ...['refresh', 'show', 'hide', 'accept', 'dismiss', 'snooze', 'optOut', 'optIn', 'identify', 'report', 'notify'],
  ...['reset', 'grantConsent', 'revokeConsent', 'diagnose'],
];
