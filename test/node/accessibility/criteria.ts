import type {Criterion} from './criterion.js';
import {proofs} from './proofs.js';

const criterion =
  (level: Criterion['level']) =>
  (conformance: Criterion['conformance']) =>
  (number: string, name: string, remark: string, ...provedBy: readonly string[]): Criterion => ({
    number,
    name,
    level,
    conformance,
    remark,
    provedBy,
  });

const [a, aa] = [criterion('A'), criterion('AA')];
const [supportsA, notA] = [a('supports'), a('not applicable')];
const [supportsAA, notAA] = [aa('supports'), aa('not applicable')];

const noMedia = 'The element has no audio and no video.';
const noForm = 'The element has no fields; the conversation itself is the platform’s page.';

/** Every success criterion of WCAG 2.2 of the levels A and AA, in its order. */
export const criteria: readonly Criterion[] = [
  supportsA(
    '1.1.1',
    'Non-text Content',
    'Every picture is decoration and hidden; buttons with a picture alone have a name.',
    proofs.axe,
    proofs.tree,
  ),
  notA('1.2.1', 'Audio-only and Video-only (Prerecorded)', noMedia),
  notA('1.2.2', 'Captions (Prerecorded)', noMedia),
  notA('1.2.3', 'Audio Description or Media Alternative (Prerecorded)', noMedia),
  notAA('1.2.4', 'Captions (Live)', noMedia),
  notAA('1.2.5', 'Audio Description (Prerecorded)', noMedia),
  supportsA(
    '1.3.1',
    'Info and Relationships',
    'The card is a region named by its title, which is a heading; the page chooses its level with heading-level.',
    proofs.tree,
    proofs.axe,
  ),
  supportsA(
    '1.3.2',
    'Meaningful Sequence',
    'What is read, seen and reached by keyboard has one order, in both directions of writing.',
    proofs.direction,
    proofs.tree,
  ),
  supportsA(
    '1.3.3',
    'Sensory Characteristics',
    'No sentence of ours speaks of a shape, a colour or a place. Sentences of the page’s own are the page’s.',
    proofs.tree,
  ),
  supportsAA('1.3.4', 'Orientation', 'Wide and narrow windows show the same.', proofs.reflow),
  notAA('1.3.5', 'Identify Input Purpose', noForm),
  supportsA(
    '1.4.1',
    'Use of Color',
    'The badge is a shape with a number, the main button has a border of its own in forced colours.',
    proofs.forcedColors,
    proofs.saidOnce,
  ),
  notA('1.4.2', 'Audio Control', 'The element makes no sound.'),
  supportsAA(
    '1.4.3',
    'Contrast (Minimum)',
    'Of the default colours, light and dark. Whoever sets the custom properties answers for their contrast.',
    proofs.contrast,
    proofs.axe,
  ),
  supportsAA('1.4.4', 'Resize Text', 'With text of twice the size nothing is lost.', proofs.reflow, proofs.targets),
  supportsAA('1.4.5', 'Images of Text', 'There are none: the pictures are lines without letters.', proofs.tree),
  supportsAA(
    '1.4.10',
    'Reflow',
    'At 320 × 256 CSS pixels the card scrolls in one direction, inside itself.',
    proofs.reflow,
    proofs.reachable,
  ),
  supportsAA(
    '1.4.11',
    'Non-text Contrast',
    'Borders, pictures and grounds of buttons have 3:1 by default, and the focus is outlined in the colour of the main button.',
    proofs.contrast,
    proofs.forcedColors,
  ),
  supportsAA('1.4.12', 'Text Spacing', 'Nothing is cut off with the distances of the criterion.', proofs.reflow),
  supportsAA('1.4.13', 'Content on Hover or Focus', 'Nothing appears by hover or by focus alone.', proofs.tree),
  supportsA('2.1.1', 'Keyboard', 'Everything is a button.', proofs.reachable, proofs.focusReturn),
  supportsA(
    '2.1.2',
    'No Keyboard Trap',
    'Tab leaves the card at its end; Escape closes it.',
    proofs.notCoveredByKeyboard,
    proofs.escape,
  ),
  supportsA(
    '2.1.4',
    'Character Key Shortcuts',
    'The card takes no key but Escape, and that only inside.',
    proofs.onlyEscape,
    proofs.escape,
  ),
  supportsA(
    '2.2.1',
    'Timing Adjustable',
    'Nothing folds by itself unless the page says auto-collapse; then not before 20 s, not while somebody is at it, and the launcher keeps the same offer. How long a hand-off’s link is good is the platform’s decision; a new one is asked for.',
    proofs.foldsLate,
    proofs.foldsNothingAway,
  ),
  supportsA(
    '2.2.2',
    'Pause, Stop, Hide',
    'Nothing moves by itself for longer than half a second, and no clock runs down.',
    proofs.noLoop,
    proofs.noMotion,
  ),
  supportsA('2.3.1', 'Three Flashes or Below Threshold', 'Nothing flashes.', proofs.noLoop),
  notA(
    '2.4.1',
    'Bypass Blocks',
    'The element comes after the page’s content, where the script tag has put it, so there is nothing to bypass.',
    proofs.place,
  ),
  notA('2.4.2', 'Page Titled', 'The page has the title.'),
  supportsA(
    '2.4.3',
    'Focus Order',
    'The focus goes nowhere unasked, through the card in the order of reading, and back to where it came from.',
    proofs.noTheft,
    proofs.focusReturn,
    proofs.focusOnLauncher,
    proofs.place,
  ),
  notA('2.4.4', 'Link Purpose (In Context)', 'The element has no links, only buttons.'),
  notAA('2.4.5', 'Multiple Ways', 'This is about sets of pages.'),
  supportsAA(
    '2.4.6',
    'Headings and Labels',
    'The title says what the card is about, each button what it does.',
    proofs.tree,
    proofs.names,
  ),
  supportsAA('2.4.7', 'Focus Visible', 'A solid outline, in forced colours too.', proofs.forcedColors),
  supportsAA(
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'What the focus comes to is not entirely hidden: the card folds, and the launcher steps aside. Proved by real keys in Chromium and Firefox, and by focus events in WebKitGTK.',
    proofs.notCovered,
    proofs.notCoveredByKeyboard,
  ),
  supportsA('2.5.1', 'Pointer Gestures', 'A click is enough for everything.', proofs.targets),
  supportsA(
    '2.5.2',
    'Pointer Cancellation',
    'Buttons act when the pointer is released, and a card that has just come lets clicks pass.',
    proofs.tree,
  ),
  supportsA('2.5.3', 'Label in Name', 'Every name begins with the words that can be read.', proofs.names, proofs.axe),
  notA('2.5.4', 'Motion Actuation', 'Nothing is done by moving the device.'),
  supportsAA(
    '2.5.7',
    'Dragging Movements',
    'Nothing but the panel’s size can be dragged, and its button works by keyboard and by click.',
    proofs.targets,
  ),
  supportsAA(
    '2.5.8',
    'Target Size (Minimum)',
    'Every target has 44 × 44 CSS pixels at least.',
    proofs.targets,
    proofs.axe,
  ),
  notA('3.1.1', 'Language of Page', 'The page has the language; the element marks its own as a part.', proofs.language),
  supportsAA(
    '3.1.2',
    'Language of Parts',
    'All sentences of ours stand below the right lang and dir. A page that brings its own sentences names their language with locale.',
    proofs.language,
  ),
  supportsA(
    '3.2.1',
    'On Focus',
    'Focus opens and changes nothing; the launcher may step aside for what has the focus.',
    proofs.noTheft,
    proofs.notCovered,
  ),
  notA('3.2.2', 'On Input', noForm),
  supportsAA('3.2.3', 'Consistent Navigation', 'The element is at the same place of every page.', proofs.place),
  supportsAA('3.2.4', 'Consistent Identification', 'The same button has the same name in every state.', proofs.tree),
  supportsA(
    '3.2.6',
    'Consistent Help',
    'The script tag puts the element after all else. A page that places the tag itself has to do so at the same place each time.',
    proofs.place,
  ),
  notA('3.3.1', 'Error Identification', noForm),
  notA('3.3.2', 'Labels or Instructions', noForm),
  notAA('3.3.3', 'Error Suggestion', noForm),
  supportsAA(
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    'Nothing of this kind is done here; ending a conversation, which cannot be undone, asks first.',
    proofs.endingAsksFirst,
  ),
  notA('3.3.7', 'Redundant Entry', noForm),
  notAA('3.3.8', 'Accessible Authentication (Minimum)', 'The element asks nobody to log in.'),
  supportsA(
    '4.1.2',
    'Name, Role, Value',
    'Buttons, a region, a heading and a status; the launcher tells whether the card is open.',
    proofs.tree,
    proofs.axe,
  ),
  supportsAA(
    '4.1.3',
    'Status Messages',
    'An offer is announced once, politely, and not left behind for who reads the page later.',
    proofs.announcedOnce,
  ),
];
