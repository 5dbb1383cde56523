import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {figuresOf, isMet, stormGoals} from '../../../bench/storm/figures.js';
import {createScenarios} from '../../../bench/storm/scenarios.js';
import {runStorm} from '../../../bench/storm/storm.js';

/** As many visitors as are computed in a few seconds, and a server that is smaller in the same proportion. */
const share = 0.005;

describe('A crowd of visitors', () => {
  for (const scenario of createScenarios(share)) {
    const goals = stormGoals.filter((goal) => goal.scenario === scenario.name);

    it(`meets the goals for this: ${scenario.title}`, async () => {
      const figures = figuresOf(scenario, await runStorm(scenario, 'web-engagement'));
      assert.ok(goals.length > 0);
      for (const goal of goals) assert.ok(isMet(goal, figures), `${goal.goal}: ${goal.value(figures)}`);
    });
  }

  it('would not meet them with a fixed ladder in every tab', async () => {
    const [scenario] = createScenarios(share);
    assert.ok(scenario);
    const {answered, overload} = figuresOf(scenario, await runStorm(scenario, 'fixed ladder, every tab'));
    assert.ok(answered < 5, String(answered));
    assert.ok(overload > 50, String(overload));
  });
});
