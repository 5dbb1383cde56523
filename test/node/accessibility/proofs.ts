import {inFile} from './criterion.js';

const keyboard = inFile('test/e2e/accessibility.test.ts');
const tree = inFile('test/e2e/accessibility-tree.test.ts');
const focus = inFile('test/element/focus.test.ts');
const timing = inFile('test/accessibility/timing.test.ts');
const names = inFile('test/accessibility/names.test.ts');

/** The tests of the accessibility goals, by their ids. */
export const proofs = {
  axe: inFile('test/support/axe-suite.ts')('A1 has no violation of WCAG 2.2 A and AA that axe knows, … px wide'),
  notCovered: inFile('test/accessibility/focus-covered.test.ts')('A2 never hides the focused element of the page'),
  notCoveredByKeyboard: keyboard('A2 never has the focus on something that … hides, at any press of Tab'),
  targets: inFile('test/accessibility/targets.test.ts')('A3 has targets of 44 px at least, which do not overlap'),
  foldsLate: timing('A4 folds no invitation that somebody is at'),
  foldsNothingAway: keyboard('A4 finds the invitation that folded by itself behind the launcher'),
  optOut: keyboard('A5 is not invited again after having said so, neither after a reload nor in another tab'),
  place: inFile('test/accessibility/place.test.ts')(
    'A6 is at the same place of every page: after all that can have the focus',
  ),
  announcedOnce: tree('A7 hears of each offer once, politely, and not again ten seconds later'),
  tree: tree('A8 finds in the accessibility tree what stands in the golden file of …'),
  noTheft: keyboard('A9 goes on writing while the invitation comes'),
  focusReturn: keyboard('A10 is led back to where the focus came from after …'),
  focusOnLauncher: keyboard('A10 is led to the launcher when what had the focus before is gone'),
  escape: keyboard('A11 closes the card by Escape only from inside, and leaves every other Escape to the page'),
  forcedColors: keyboard('A12 sees borders and the focus in forced colours'),
  noMotion: keyboard('A13 sees no motion when less of it is wanted'),
  noLoop: timing('A13 has no motion that goes on by itself'),
  reflow: inFile('test/accessibility/reflow.test.ts')('A14 loses nothing, and scrolls in one direction only'),
  reachable: keyboard('A14 comes to every button of the card by Tab in a window of 320 × 256 px, and sees it'),
  direction: inFile('test/accessibility/direction.test.ts')('A15 follows the direction of the page'),
  contrast: inFile('test/accessibility/contrast.test.ts')('A16 has enough contrast by default'),
  modal: inFile('test/accessibility/modal.test.ts')('A17 shows no card that cannot be used'),
  language: inFile('test/accessibility/language.test.ts')('A18 says in which language and direction its sentences are'),
  names: names('A19 has names that begin with what can be read'),
  saidOnce: names('and a count of unread messages that is said once'),
  onlyEscape: focus('is the only key that the card takes'),
  endingAsksFirst: inFile('test/element/end-conversation.test.ts')('asks first, in the language …'),
} as const;
