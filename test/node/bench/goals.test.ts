import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Sample} from '../../../bench/measures/sample.js';
import {Figures} from '../../../bench/report/figures.js';
import {goalRows} from '../../../bench/report/goals.js';

const sample: Sample = {
  callBytes: 2_000,
  callDecoded: 5_000,
  bytes: 2_000,
  decoded: 5_000,
  requests: 1,
  firstCall: 100,
  visible: 200,
  inp: 16,
  task: 50,
  script: 10,
  longTasks: 0,
  heap: 1_000_000,
  nodes: 100,
  shift: 0,
};

/** A run in which some pages differ from the others. */
function run(pages: Readonly<Record<string, Partial<Sample>>>): Figures {
  const names = ['empty', 'vanilla', 'lit', 'noOffer', 'offer', 'expectOffer', 'preload', 'returning', 'conversation'];
  const samples = Object.fromEntries(
    [...names, 'npmNoOffer', 'npmOffer'].map((name) => [name, [{...sample, ...pages[name]}]]),
  );
  return new Figures({fast: samples, slowCpu: samples, slowNetwork: samples});
}

function verdictOn(goal: string, figures: Figures): readonly string[] | undefined {
  return goalRows(figures)
    .find(([name]) => name === goal)
    ?.slice(1);
}

describe('the goals of a run', () => {
  it('hold for a page that costs as much as the empty one', () => {
    const [, ...rows] = goalRows(run({}));
    assert.deepEqual(
      rows.filter((row) => row.at(-1) !== 'yes'),
      [],
    );
  });

  const missed: readonly (readonly [string, Readonly<Record<string, Partial<Sample>>>, readonly string[]])[] = [
    ['no offer: all files', {noOffer: {bytes: 3_050}}, ['3 kB', '3.05 kB', '**no**']],
    ['offer: main thread ÷ empty page, 1×', {offer: {task: 155}}, ['3 ×', '3.10 ×', '**no**']],
    ['offer: nodes added', {offer: {nodes: 211}}, ['110', '111', '**no**']],
    ['`expect-offer`: visible ÷ Lit floor, slow 4G', {expectOffer: {visible: 250}}, ['1.20 ×', '1.25 ×', '**no**']],
    ['layout shift of every page', {conversation: {shift: 0.01}}, ['0', '0.0100', '**no**']],
  ];

  for (const [goal, pages, verdict] of missed) {
    it(`say that “${goal}” is missed`, () => assert.deepEqual(verdictOn(goal, run(pages)), verdict));
  }

  it('do not hold where nothing was measured', () => {
    const figures = run({offer: {visible: undefined}});
    assert.deepEqual(verdictOn('offer: visible ÷ Lit floor, 1×', figures), ['1.50 ×', '–', '**no**']);
  });
});
