import {inFile, limits, row, type Row} from './row.js';

const [identity, logOut, network] = ['identity', 'log-out', 'network'].map((name) => inFile(`faults/${name}`)) as [
  ReturnType<typeof inFile>,
  ReturnType<typeof inFile>,
  ReturnType<typeof inFile>,
];
const hostile = inFile('faults/hostile-input');
const polluted = inFile('faults/polluted-prototype');
const script = inFile('script/faults');
const leaving = inFile('faults/leaving');
const offline = inFile('faults/offline');

/** What was found on pages that had the widget. */
export const foundRows: readonly Row[] = [
  row(
    'F1',
    'Another person logs in where somebody else had a conversation',
    'The session, answers and folds of the one before are dropped before anything is sent, and a late answer is dropped.',
    identity('is asked about without the session of the one before: …'),
    identity('gets nothing of an answer that comes late to a question for the one before'),
    script('F1: asks about another visitor without the session of the one before'),
  ),
  row(
    'F2',
    'The storage refuses a write before the visitor logs out',
    'The visitor is forgotten in all tabs, whatever was refused.',
    script('F2: forgets the answer that it has stored while the visitor logged out in another tab'),
    logOut('F2: is forgotten though a full disk has refused a write before'),
    logOut('F2: is forgotten though the disk refuses every write'),
  ),
  row(
    'F3',
    'The database opens after the visitor has logged out',
    'It is emptied when it opens, and keeps only what came later.',
    logOut('F3: is forgotten by a database that opens after they have logged out'),
  ),
  row(
    'F4',
    'A page comes back from the back/forward cache after a log-out elsewhere',
    'It is at rest until the page asks again.',
    logOut('is nobody until …'),
    script('F4: is at rest after a log-out on another page, until the page refreshes'),
  ),
  row(
    'F5',
    'The platform redirects to another address',
    'No redirect is followed, so that nothing reaches another origin or is answered by it.',
    inFile('node/faults/redirects')('F5: is not followed by …, wherever to and with whatever status'),
    limits.wire,
  ),
  row(
    'F6',
    'A script has added properties to Object.prototype',
    'Only own properties of options and of answers are read.',
    polluted('is neither a host nor an identity of the handshake'),
    polluted('sends no request of … elsewhere, and with no token of its own'),
    polluted('is no engagement of an answer'),
  ),
  row(
    'F7',
    'The conversation is on the page’s own origin and opens in the panel',
    'Its frame cannot reach the page.',
    inFile('element/conversation/panel-frame')(
      'F7: cannot reach the page of the same origin though the page has a variable of that name',
    ),
  ),
  row(
    'F8',
    'A script keeps the thread busy while the storage answers',
    'The storage does not count as broken.',
    network('F8: is read by a page that keeps the thread busy for longer than the patience'),
  ),
  row(
    'F9',
    'The visitor leaves while the platform is asked, and the engine ends the request first',
    'No failure is counted, so that the next page asks at once.',
    leaving('F9: counts no failure: one …'),
    leaving('F9: counts no failure, however often'),
  ),
  row(
    'F10',
    'The clock was ahead when an answer came',
    'The answer is not shared with later pages.',
    network('F10: shares no answer of a clock that was ahead'),
  ),
  row(
    'F11',
    'The browser has no network',
    'Nothing is asked or counted. The platform is asked within 5 s of its return, and again after a ladder that ended.',
    offline('D29: F11: asks nothing and counts nothing, and asks once within 5 s when there is one'),
    offline('F11: counts no failure of a request that the loss of the network has ended'),
    offline('F11: asks again when … after it has given up, and not within 10 minutes'),
    offline('F11: opens no connection for notifications, and counts none that is lost with the network'),
  ),
  row(
    'F12',
    'A report is answered after another tab has become another session',
    'The ids of the answer are kept only with the visitor that they belong to.',
    network('F12: keeps what a report brings back only with the visitor that it is about'),
  ),
  row(
    'F13',
    'A function of the page never answers',
    'It is given up after 10 s with an error, and keeps no other tab waiting when the page is left.',
    network('F13: lets the other tabs go on as soon as a page is left whose provider never answers'),
    network('F13: ends a turn when its signal aborts, whatever its task does'),
    inFile('node/faults/hooks')('F13: keeps nobody waiting whose signal aborts: …'),
    inFile('node/faults/hooks')('F13: is given up at its deadline, with what to do about it'),
  ),
  row(
    'F14',
    'A tab has no storage',
    'Tabs tell each other what the visitor accepts, declines, snoozes and folds.',
    inFile('faults/word-of-mouth')('tell each other of …(): …'),
    inFile('faults/word-of-mouth')('tell each other what is folded and unfolded: …'),
  ),
  row(
    'F15',
    'A list in an answer holds something unusable',
    'The first entry that can be used counts.',
    hostile('may hold … beside what is usable'),
  ),
  row(
    'F16',
    'The data of a notification is wrapped in the name of its parameter, or holds no known field',
    'Wrapped data means the same; unknown data is told as an error.',
    hostile('means the same under the name of the parameter as without it'),
    hostile('cannot be read when it holds …'),
  ),
  row(
    'F17',
    'Thousands of notifications come at once',
    'A call holds at most 100 and a frame 1,000; what is beyond is told by one error.',
    hostile('is refused as one'),
    inFile('faults/flood')('F17: … is cut to a thousand in a frame, and told by one error'),
  ),
  row(
    'F18',
    'A stream of notifications ends as soon as it is open, again and again',
    'The pauses grow until a connection has lasted.',
    hostile('is opened again after longer and longer pauses'),
  ),
  row(
    'F19',
    'A text is made to slow a regular expression down',
    'No expression takes more than linear time.',
    hostile('is judged at once, though it is …… of … characters'),
    inFile('node/faults/expressions')('F19: … of … stays fast on hostile texts'),
  ),
  row(
    'F20',
    'A source of the page throws, rejects or reports what cannot be',
    'The page is told what was expected, and nothing is left uncaught.',
    inFile('faults/foreign-sources')('that … at its start makes the session fail'),
    inFile('faults/foreign-sources')('that reports … is told what was expected'),
  ),
  row(
    'F21',
    'The page asks again while an impression is being reported',
    'The report arrives once.',
    network('F21: tells the platform once of an offer that was shown while the page asked again'),
  ),
  row(
    'F22',
    'An answer brings an id that no address can carry',
    'Ids have at most 256 characters; a longer one that is stored already is dropped.',
    hostile('is refused when … is longer than 256 characters'),
    network('F22: heals itself of an id that no request can carry'),
  ),
  row(
    'F23',
    'A client gets an argument that no address can hold',
    'It is refused as a configuration error before anything is sent.',
    hostile('is refused by …'),
    inFile('node/faults/arguments')('F22: F23: is refused as a configuration error by …'),
  ),
];
