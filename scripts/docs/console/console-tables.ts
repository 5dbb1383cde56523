import {fileURLToPath} from 'node:url';
import {reasons, type ReasonCode} from '../../../src/tag/diagnosis/reasons.js';
import {readModules} from '../../house/modules.js';
import {cell, code, type Row, type Tables} from '../tables.js';
import {lineAdvice, reasonAdvice} from './advice.js';
import {findConsoleLines} from './find-lines.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The tables of docs/troubleshooting.md: the lines as the sources have them, and the reasons. */
export function describeConsole(): Tables {
  const lines = findConsoleLines(readModules(root, ['src'])).map(({text}): Row => [
    code(text),
    cell(lineAdvice[text] ?? ''),
  ]);
  const why = Object.entries(reasons).map(([name, text]): Row => [
    code(name),
    cell(text),
    cell(reasonAdvice[name as ReasonCode]),
  ]);
  return {'console-lines': [['line', 'do'], ...lines], reasons: [['reason', 'what it says', 'do'], ...why]};
}
