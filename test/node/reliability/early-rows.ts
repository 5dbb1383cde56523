import {inFile, limits, row, type Row} from './row.js';

const store = inFile('visit/visit-store');
const source = inFile('vendors/liveperson/monitoring/monitoring-source');
const tabs = inFile('e2e/brand/tabs');
const offline = inFile('faults/offline');
const storage = inFile('faults/storage');
const frames = inFile('e2e/faults/frames');

/** Faults of the storage, of tabs, of the network and of time. */
export const earlyRows: readonly Row[] = [
  row(
    'D1',
    'A request to open the database is never answered',
    'The visit is kept in memory after a second, which is told once.',
    store('works from memory when an open is never answered, and waits for it only once'),
  ),
  row(
    'D2',
    'The database opens late',
    'It is taken up, with what was learned meanwhile.',
    store('takes up a database that opens late, with what was learned meanwhile'),
  ),
  row('D3', 'Opening the database throws', 'As D1.', store('works from memory when opening throws')),
  row('D4', 'Opening the database fails once', 'It is opened again.', store('tries again when an open fails once')),
  row(
    'D5',
    'The connection is closed without an event',
    'It is opened again, and the value is read.',
    store('opens again when its connection was closed under it'),
  ),
  row(
    'D6',
    'A transaction aborts without an error',
    'The error has a name, and the visit is kept in memory.',
    store('gives an error with a name when a transaction aborts, which rejects with null'),
  ),
  row(
    'D7',
    'The disk is full',
    'What is stored already is still read, and what is new is kept in memory.',
    storage('D7: knows what was stored before the disk was full, and what came after in memory'),
  ),
  row(
    'D8',
    'The database has no store',
    'The store is added, and nothing is lost.',
    store('creates its store in a database that has none, and keeps the database'),
  ),
  row(
    'D9',
    'A stored record is corrupt, of an older form, or huge',
    'It counts as no visit.',
    store('takes a stored record … for no visit'),
  ),
  row(
    'D10',
    'Another tab deletes the database',
    'It is never blocked, and the next use creates the database again.',
    store('lets another tab delete the database at once, and starts anew'),
  ),
  row(
    'D11',
    'The browser wipes the storage while the page is open',
    'The visitor is a new one, and no error is told.',
    storage('D11: asks about a new visitor, and tells no error, when the storage was wiped'),
  ),
  row(
    'D12',
    'The page lies in a sandbox without an origin',
    'The invitation comes, from memory.',
    frames('D12: invites in a sandbox without an origin'),
    limits.tabs,
  ),
  row(
    'D13',
    'The window is private',
    'The invitation comes, and the next private window knows nothing.',
    frames('D13: invites in a private window, of which the next one knows nothing'),
    'Contexts of the driven browsers are private windows in Chromium, and of the same kind in Firefox. WebKit has none here.',
  ),
  row(
    'D14',
    'The page lies in a frame of another site',
    'The invitation comes, with a visitor of that frame’s own.',
    frames('D14: invites in a frame of another site'),
    limits.tabs,
  ),
  row(
    'D15',
    'Changes come at the same time',
    'All are kept, and a page that asks again a thousand times at once sends one question.',
    store('loses no change when two tabs write at the same time'),
    inFile('faults/bursts')('D15: a page changes what is stored, and no change is lost'),
    inFile('faults/bursts')('D15: a page refreshes, and asks once'),
  ),
  row(
    'D16',
    'Two tabs write at the same time',
    'No change is lost, and both end with the same visit.',
    store('loses no change when two tabs write at the same time'),
    store('tells other tabs of a change, and not its own'),
  ),
  row(
    'D17',
    'Eight tabs open at once',
    'The platform is asked once, and there is one session.',
    source('asks once for eight tabs that open at once'),
    tabs('ask the platform once when several open together, and share one session'),
    inFile('script/script')('asks once for eight tabs that open at once, and gets one session'),
  ),
  row(
    'D18',
    'The tab that asks is closed',
    'The others go on without it.',
    tabs('go on without the one that is closed during its handshake'),
    limits.tabs,
  ),
  row(
    'D19',
    'The tab that holds the turn is frozen',
    'Another takes the turn after 15 s.',
    inFile('tabs/tab-lock')('takes the lock from a tab that is frozen'),
  ),
  row(
    'D20',
    'The page has no Web Locks',
    'Each tab asks for itself, once, and waits for nobody.',
    inFile('tabs/tab-lock')('runs the task once where the page has no locks, and waits for nobody'),
    inFile('tabs/tab-lock')('runs the task once where locks are denied'),
  ),
  row(
    'D21',
    'The platform fails four times',
    'It is asked after at least 3, 10, 30 and 90 s, and after at most twice as long.',
    source('makes exactly five requests, at 0, 3, 13, 43 and 133 s'),
    source('stretches the pauses to at most twice their length unless told otherwise'),
    limits.pure,
  ),
  row(
    'D22',
    'The account is still loading',
    'The same pauses; the visitor id of the message is sent with the next request.',
    source('carries the vid of the message into the retry, in version …'),
    limits.pure,
  ),
  row(
    'D23',
    'The platform fails five times',
    'Nobody asks for ten minutes, on any page.',
    source('asks nothing for ten minutes after the last failure, on any page'),
    offline('F11: asks again when … after it has given up, and not within 10 minutes'),
  ),
  row(
    'D24',
    'The platform refuses the request',
    'It is asked once, and the error has a type.',
    source('asks exactly once when it is refused with "…"'),
    limits.pure,
  ),
  row(
    'D25',
    'The platform says that it gets too many requests',
    'The page asks no more, and the next one waits.',
    storage('D25: is asked no more by this page after 429, and the next one waits'),
  ),
  row(
    'D26',
    'Retry-After is negative, a text, a date or huge',
    'It only lengthens a pause, to ten minutes at most.',
    inFile('node/faults/broken-servers')('D26: “…”, which is taken for … ms'),
    limits.wire,
  ),
  row(
    'D27',
    'Retry-After is not exposed to scripts',
    'The usual pause counts.',
    inFile('e2e/faults/wire')('D27: keeps to its own pause when Retry-After is hidden'),
    limits.tabs,
  ),
  row(
    'D28',
    'The visitor reloads or goes on while the platform fails',
    'The series goes on, and so it does when the platform does not answer at all.',
    source('goes on with the ladder after a reload'),
    inFile('faults/leaving')('counts one that it has waited for, so that no next page asks a server that hangs'),
  ),
  row(
    'D29',
    'The page starts without a network',
    'Nothing is asked until there is one, then once within 5 s.',
    offline('D29: F11: asks nothing and counts nothing, and asks once within 5 s when there is one'),
  ),
  row(
    'D30',
    'The network comes and goes',
    'The platform is asked once it has stayed.',
    offline('D30: F11: asks at most twice however often it comes and goes'),
  ),
  row(
    'D31',
    'The browser says that there is a network, and there is none',
    'The usual pauses count.',
    offline('D31: climbs the ladder where the browser knows nothing of it'),
  ),
  row(
    'D32',
    'The tab is hidden while the platform fails',
    'At most five requests, and when it is seen again none before the ten minutes are over.',
    offline('F11: asks again when … after it has given up, and not within 10 minutes'),
  ),
];
