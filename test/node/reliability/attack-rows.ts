import {inFile, limits, row, type Row} from './row.js';

const script = inFile('script/script');
const request = inFile('http/request');
const links = inFile('element/conversation/hostile-links');
const identities = inFile('vendors/liveperson/identities');
const source = inFile('vendors/liveperson/monitoring/monitoring-source');

/** Attacks on the page, on its visitors and on the platform. */
export const attackRows: readonly Row[] = [
  row(
    'C1',
    'A server sends markup in a text',
    'It stays text.',
    inFile('element/notifications')('shows markup in a notification as the text that it is'),
    inFile('timeline/hostile')('stays text: …'),
  ),
  row(
    'C2',
    'A server sends a script in place of an address',
    'The button is not offered, or opens nothing.',
    links('offers and opens nothing when the brand’s endpoint answers with a link that is …'),
    links('opens nothing by … when the page’s own session brought a link that is …'),
  ),
  row(
    'C3',
    'An address looks like one of an allowed host',
    'Only the host counts, whole or as a subdomain.',
    inFile('http/safe-url')('refuses …'),
    limits.pure,
  ),
  row(
    'C4',
    'A one-time link has expired',
    'It is withdrawn, whatever the clock says.',
    inFile('vendors/liveperson/handoff/handoff-source')('takes the link away from whoever still holds the old offer'),
    inFile('vendors/liveperson/handoff/handoff-source')('is not deceived by a clock that was set back'),
    limits.pure,
  ),
  row(
    'C5',
    'A frame or another window posts a forged message',
    'Only listed origins and direct relations of the window are heard.',
    inFile('vendors/genesys/transports/window')('ignores a frame whose origin is not listed'),
    inFile('vendors/genesys/transports/window')('ignores a frame within a frame'),
  ),
  row(
    'C6',
    'Prototypes are polluted by data or by the page',
    'Only own properties count, and no prototype is reached.',
    inFile('faults/polluted-prototype')('is neither a host nor an identity of the handshake'),
    inFile('vendors/genesys/notification')('reaches no prototype by …'),
  ),
  row(
    'C7',
    'The policy allows scripts by nonce and strict-dynamic',
    'The script needs nothing else.',
    script('works under …, and breaks no rule of it'),
  ),
  row(
    'C8',
    'The policy allows no styles',
    'There is no inline style.',
    script('breaks no rule at all under the strictest policy'),
    inFile('element/page/obstacles/avoiding')('is not written into an attribute, which a policy could forbid'),
  ),
  row(
    'C9',
    'The policy forbids code made of text',
    'None is made or probed.',
    inFile('package/script-files')('… makes no code out of text'),
    script('breaks no rule at all under the strictest policy'),
  ),
  row(
    'C10',
    'The policy requires Trusted Types',
    'The element has a policy of its own, and can do without.',
    inFile('node/scripts/private-globals')('is done without when the page refuses it'),
    script('works under …, and breaks no rule of it'),
  ),
  row(
    'C11',
    'A page loads the script with its hash',
    'Each file of a version has one, and stays as it is.',
    inFile('package/cli')('gives the hash of each file of the script tag'),
    limits.build,
  ),
  row(
    'C12',
    'A package of the supply chain is replaced',
    'What ships is what was built, and needs nothing else.',
    inFile('package/exports')('ships what is built, and nothing else'),
    inFile('package/exports')('leaves its dependencies to the application that imports it'),
    limits.build,
  ),
  row(
    'C13',
    'Elements of the page have the names of the browser’s own properties',
    'The script finds its own tag.',
    script('takes its settings from its own tag, whatever else on the page is called currentScript'),
  ),
  row(
    'C14',
    'The invitation is opened in another window',
    'It opens once, by a click, and cannot reach back. A page that clicks by itself is trusted, as it may call accept().',
    script('needs no account, and opens the link by a click, once, in a tab that cannot reach back'),
  ),
  row(
    'C15',
    'The widget lies over the page',
    'What the page keeps in the corner stays free.',
    inFile('element/page/obstacles/avoiding')(
      'is free when it is …, … px wide, with the card and with the launcher alone',
    ),
  ),
  row(
    'C16',
    'Ids stand in addresses',
    'They stand in no error, and names of people stand in no address.',
    request('keeps the query, which holds ids of the visitor, out of error messages'),
    identities('are not repeated in the error that refuses them'),
    inFile('faults/identity')('is not named in what is stored'),
  ),
  row(
    'C17',
    'The page would tell its whole address',
    'The server hears of its origin.',
    request('sends no cookie, stores nothing and tells no more than the origin'),
  ),
  row(
    'C18',
    'The id of a visitor can be guessed',
    'Ids that look like one of a person are refused, and new ones are random.',
    identities('must be …: …'),
    identities('for visitors who are not authenticated are 128 random bits'),
    limits.pure,
  ),
  row(
    'C19',
    'A token is stored or outlives its visitor',
    'It is asked for at each attempt, and stays on the page.',
    source('asks the provider again at each retry'),
    identities('are taken when they are its sub, and the token stays here'),
    limits.pure,
  ),
  row(
    'C20',
    'The message about a loading account holds more than an id',
    'The id ends where an id ends, and cannot add parameters.',
    inFile('faults/hostile-input')('C20: cannot add parameters by a message about a loading account'),
  ),
  row(
    'C21',
    'Many requests cost the brand money',
    'Tabs and pages of a visitor ask together, at most five times before they rest, and so at most 25 times in an hour. While the platform answers, a page that asks in a loop gets 120 answers in an hour.',
    inFile('node/faults/busy-hour')('costs at most 25 requests, whatever the number of …, while the platform fails'),
    inFile('node/faults/busy-hour')(
      'costs at most 120 requests, whatever the number of calls of refresh(), while the platform answers',
    ),
    source('asks nothing for ten minutes after the last failure, on any page'),
    source('climbs one ladder for all of them'),
    limits.pure,
  ),
  row(
    'C22',
    'A body is made to block the page',
    'It is read to 256 KiB.',
    inFile('e2e/faults/wire')('D44: C22: reads no more than it can use of 50 MB, and stays at hand'),
    request('stops reading a body that is too large'),
  ),
  row(
    'C23',
    'An answer for one person arrives when another has logged in',
    'It is dropped.',
    source('never shows one person the answer that another one got'),
    inFile('faults/identity')(
      'does not see the offer of the one before on the same page, not even when the platform fails',
    ),
  ),
  row(
    'C24',
    'The page has replaced fetch by one that throws',
    'It is a failure of the network.',
    request('treats a fetch that throws as a network failure'),
  ),
  row(
    'C25',
    'Something fails in the widget',
    'Nothing uncaught reaches the page.',
    inFile('e2e/faults/wire')('D42: hears of a network failure when it …'),
    inFile('faults/foreign-sources')('that … at its start makes the session fail'),
    inFile('engagement/subscribers')('reports one that throws, and tells the others'),
  ),
];
