import type {ReasonCode} from '../../../src/tag/diagnosis/reasons.js';

/** What to do about each line that the widget writes, by the line as the sources have it. */
export const lineAdvice: Readonly<Record<string, string>> = {
  '…; write …="…" on <web-engagement>, or data-…="…" on the script tag':
    'the end of a line about a setting: where to write it',
  '<…> was loaded in two versions: … stays, … is not used. Load the same version everywhere.':
    'two copies of the package, or the package and the script tag, are on the page: load one',
  'Cannot load …; data-base="…" names its folder':
    'the server does not have the file beside the script: copy the whole folder of one version, or write `data-base`',
  'Cannot tell where the script is; write data-base="…" on it, or base in WebEngagement(\'init\', {…})':
    'the script is part of another file, or a loader has evaluated its text: say in which folder its further files are',
  'Cannot use …: …': 'the property has another shape than the platform takes; the line names the place in it',
  'Cannot use origins: expected origins that begin with https:// and hold no path, got …; write each as in https://contact.example.com':
    'correct `notifications-origins`',
  'Cannot use url: expected an absolute address that begins with … and has no user info, got …; write it in full, such as https://contact.example.com/notifications':
    'correct `notifications-url`, or `outcomes-url` where the line names it',
  'Expected … to be …, got …': 'the setting is missing or no text; write the value that the line names',
  'Expected … to be …, got …; … is used':
    'the setting does not know the value: write one as the line says; a function itself, not its name or its result',
  'Expected … to be …, got …; use a random UUID that your server keeps for this person, or a salted hash made on your server':
    'the identity could be read as a person’s e-mail address or number: have your server give another one',
  'Expected … to be a host name, got …; write "va.v.liveperson.net" without https:// and path, or have it looked up':
    'correct `api-host`, or leave it out',
  'Expected … to be an id, got text that no address can hold': 'correct `visit-id` or `page-id`',
  'Expected notificationsTransport to be sse, bayeux or window, got …': 'correct `notifications-transport`',
  'Expected identities[…].sub to be the "sub" of its JWT, got another one; take both from the same login':
    'the identity and its token belong to different people: set both in one go',
  'Expected engagementAttributes[…] to describe the visitor, got the impression event …; send it with report() instead':
    'take the impression out of `engagementAttributes`; the widget reports its own',
  'Expected a command, got …; use on, off, get, set, …': 'correct the first argument of `WebEngagement()`',
  'Expected a way to open the conversation, got none; write open-in and conversation-url, or set onAccept and onResume, or write open-in="event" and call preventDefault() in a listener':
    'say what a click does ([details](element.md#accepting-leads-somewhere))',
  'Expected an offer of LivePerson with campaignId and engagementId, got another':
    'open only offers of LivePerson with its opener',
  'Expected a page of type text/html, with trusted-types that allow web-engagement, got …; nothing can be shown on it':
    'serve the page as HTML, and allow the policy `web-engagement` in `trusted-types`',
  'Expected apiVersion to be 1.1 or 1.0, got …; leave it out for 1.1': 'correct `api-version`',
  'Expected consent to be …, got …; required is used':
    'write one of the words; until then nothing is sent ([consent](on-the-page.md#consent))',
  'Expected … to be a property, got an attribute; set it by script':
    'lists, objects and functions are no text: set them by script ([properties](element.md#properties-without-an-attribute))',
  'Expected an event and its listener, got … and …; there are …':
    'correct the name in `on` or `off`, without `engagement-`, and give a function',
  'Expected at most … questions in an hour, got more; ask only when there is something new':
    'a page calls `refresh()`, or changes settings that ask again, in a loop; what is on the page stays',
  'Expected … to be data that JSON can hold, got a bigint, a circle or a toJSON() that throws; convert it to text':
    'convert the values of the setting that the line names to text, numbers and plain objects',
  'Expected allowedHosts to be text, got …; write hosts with spaces between them': 'correct `allowed-hosts`',
  "Expected domainApi to be an https origin, got …; leave it out for LivePerson's":
    'leave `domainApi` out, or give an https origin of your own',
  'Expected conversation-url to be an https address; write its host in allowed-hosts if it has placeholders there':
    'correct `conversation-url`',
  'Expected handoffUrl to be an absolute https address, got something else; write the address of the endpoint on your server that requests the link from LivePerson':
    'correct `handoff-url`',
  'Expected hours to be like "Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00", got …; it is ignored':
    'correct `hours` ([when the invitation comes](on-the-page.md#when-the-invitation-comes))',
  'Expected privacy-url to be an https address, or one of the page’s own origin; there is no link to it':
    'correct `privacy-url`',
  'Expected showAfterScroll to be above 0 and at most 100, got …; it is ignored': 'correct `show-after-scroll`',
  'Expected showOnUrl to be patterns that begin with /, # or https://, got …; it is ignored': 'correct `show-on-url`',
  'Expected topics to be a list of up to … objects {id, text}, both texts that are not empty; only such ones are shown':
    'correct `topics` ([topics](on-the-page.md#topics))',
  'Expected … to settle within … s, got nothing; reject when there is no answer':
    'let the promise of the page’s function settle, also when it has no answer',
  'Expected settings, got none; write data-account-id="…" and data-app-installation-id="…" on the script, or call WebEngagement(\'init\', {accountId: "…", appInstallationId: "…"})':
    'nothing says whom to ask: write the ids on the script, or call `init`',
  'Expected snooze() to get seconds above 0, got …; write 3600 for an hour': 'correct the argument',
  'Expected the source … to report … with …, got …': 'correct the source of the page’s own: the line names the field',
  'Expected the source … to report a fact of a type that is known, got …': 'correct the source of the page’s own',
  'Expected sources to be a list of objects with a name and a function start, got …':
    'correct `sources` ([another platform](guides/vendor.md))',
  'Expected the hand-off link to be an https address at …, got …; add its host to allowedHosts if it is yours':
    'your server gave a link to another host: correct it, or write the host in `allowed-hosts`',
  'Expected the link of the offer to be an https address at a host that may be opened; write its host in allowed-hosts if it is yours':
    'a source gave a link to another host: correct it, or write the host in `allowed-hosts`',
  'Expected the name of a setting, got …; there are …': 'correct the name in `get` or `set`; the line lists all',
  'Expected visitId to be the id of the visit that gets notifications, got nothing': 'write `visit-id`',
  "The widget is here already, so the second one, of …, does nothing; WebEngagement('remove') makes room":
    'the script stands on the page twice, or `init` is called twice: remove one',
};

/** What to do about each reason. */
export const reasonAdvice: Readonly<Record<ReasonCode, string>> = {
  removed: 'put the tag on the page',
  prerendering: 'nothing: it starts when the visitor comes',
  'consent-missing': 'call `grantConsent()` when the visitor agrees',
  'consent-denied': 'nothing, unless the page has not heard that the visitor agrees',
  'no-settings': 'write the ids ([going live](going-live.md))',
  'refused-settings': 'correct the setting that the line in the console names',
  'logged-out': 'call `refresh()` when there is a visitor again',
  asking: 'wait; if it stays so, look at the request in the browser’s network panel',
  retrying: 'wait; `lastRequest` has the status of the last answer',
  'loading-account': 'wait: the platform needs up to two minutes for an account that nobody has used lately',
  'cool-down': "wait until then, or call `WebEngagement('reset')` on your own machine",
  failed:
    'look at `engagement-error`, at `policy` and at `lastRequest`: an id, a host or the page’s policy may be wrong',
  'no-offer': 'check the campaign, its audience and its entry points',
  withdrawn: 'nothing: the platform has changed its mind',
  held: 'nothing; `reason` of `engagement-statechange` names the setting',
  snoozed:
    "nothing; on your own machine `WebEngagement('reset')`, or `reset()` of the element, forgets it, and a page that is loaded anew asks again",
  'opted-out':
    "nothing; on your own machine `WebEngagement('reset')`, or `reset()` of the element, forgets it, and a page that is loaded anew asks again",
  capped: 'raise `max-invitations`, or wait',
  declined:
    "nothing; on your own machine `WebEngagement('reset')`, or `reset()` of the element, forgets it, and a page that is loaded anew asks again",
  accepted: 'nothing',
  loading: 'wait; if it stays so, look for a file that the server does not have',
  delay: 'wait, or lower `delay`',
  'show-cancelled': 'look for a listener that calls `preventDefault()`',
  'page-modal': 'close the dialog; the card comes by itself',
  folded: 'click the launcher, or call `show()`',
  yielded: 'nothing: it comes back when the focus goes elsewhere',
  visible: 'nothing',
};
