/** A kind of page that the widget has to live on. */
export interface HostKind {
  /** The id at the end of the titles of its tests. */
  readonly id: string;
  readonly name: string;
  /** What the tests prove. */
  readonly holds: string;
}

export const hostKinds: readonly HostKind[] = [
  {
    id: 'H1',
    name: 'The body is replaced, emptied, morphed or hydrated',
    holds:
      'The tag is back at once, in its state, without a second question, impression or announcement. It ends when the page removes just the tag.',
  },
  {
    id: 'H2',
    name: 'The tag is moved, or goes with its container',
    holds: 'Removal ends everything. Put back, it goes on.',
  },
  {
    id: 'H3',
    name: 'A router sets entry points, attributes or properties',
    holds:
      'It asks with the new ones. What is folded stays folded, and no impression is sent again. Another visitor starts over.',
  },
  {id: 'H4', name: 'A copy of the body is restored', holds: 'There is one widget, and commands reach it.'},
  {
    id: 'H5',
    name: 'A page was saved with the tag in it',
    holds: 'The script’s settings count, and not the saved ones.',
  },
  {id: 'H6', name: 'The tag comes after the script', holds: 'It starts whenever it comes.'},
  {id: 'H7', name: 'The page is prerendered', holds: 'Nothing leaves before a visitor sees the page.'},
  {
    id: 'H8',
    name: 'No script is the current one',
    holds: 'It works where its address can be known. Otherwise one line says what to do, and calls are refused.',
  },
  {
    id: 'H9',
    name: 'A tag manager makes the script',
    holds: 'Settings come by `init`, by `set` or by a tag of the page.',
  },
  {
    id: 'H10',
    name: 'The widget is there twice',
    holds: 'One invitation, and one line that says what is ignored and whether the accounts differ.',
  },
  {
    id: 'H11',
    name: 'The script is joined into another file',
    holds: '`data-base` names the folder. One line names the address that failed.',
  },
  {
    id: 'H12',
    name: 'Files of two versions, or a broken file',
    holds: 'Names carry the version, so that versions never mix. An error of a file is told as what it is.',
  },
  {
    id: 'H13',
    name: 'A file fails once',
    holds:
      'It is asked for again with the next need. Firefox imports no address again that has failed, so that there all files but the element’s wait for the next page.',
  },
  {
    id: 'H14',
    name: 'Frames of the page have the script, too',
    holds:
      'One card, the outermost page’s where it has one, or else that of one of the frames. A frame of another origin has its own.',
  },
  {
    id: 'H15',
    name: 'Words, names and commands that there are not',
    holds: 'One line names the word, what is allowed and what is used. An unknown word for consent sends nothing.',
  },
  {
    id: 'H16',
    name: 'Dialogs of the page’s own making',
    holds: 'The invitation waits for them, or makes way, and comes back. The dialog stays usable.',
  },
  {
    id: 'H17',
    name: 'The page keeps something fixed in the corner',
    holds: 'The widget is lifted above it. More than half of what has the focus is visible.',
  },
  {
    id: 'H18',
    name: 'Libraries that change prototypes and globals',
    holds: 'The same bytes go out as without them, from every client, and the card works.',
  },
  {
    id: 'H19',
    name: 'Elements and variables with our names',
    holds: 'It works. What the page has locked, or names later, is the page’s.',
  },
  {
    id: 'H20',
    name: 'The page has a copy of Lit, under Trusted Types',
    holds:
      'The script tag’s policy has a name of its own. With npm, the page allows duplicates of `lit-html`; otherwise the copy that comes second fails, and the browser names the policy.',
  },
  {
    id: 'H21',
    name: 'Trusted Types that allow no policy',
    holds: 'Nothing is shown, and one line says what to allow.',
  },
  {
    id: 'H22',
    name: 'A browser that denies storage, channels or locks',
    holds: 'The visit is kept in memory, one error tells it, and the invitation shows.',
  },
  {
    id: 'H23',
    name: 'Browsers that lack something, and simulated documents',
    holds: 'The invitation shows and can be used, without custom states, popovers or layout.',
  },
];
