import type {Scenario} from './scenarios.js';
import type {Outcome} from './storm.js';

/** The figures of an outcome. */
export interface StormFigures {
  /** Share of the tabs that got an answer, in percent. */
  readonly answered: number;
  /** Requests of the busiest second from the end of the outage on. */
  readonly peak: number;
  /** How many times the server's capacity that is. */
  readonly overload: number;
  /** Requests during the outage, or in all where there is none: of the visitor who sent most, and on average. */
  readonly most: number;
  readonly mean: number;
  /** Requests in all. */
  readonly total: number;
}

export function figuresOf({outage, capacity}: Scenario, {requests, answered, most, mean}: Outcome): StormFigures {
  const peak = Math.max(...requests.slice(outage / 1_000));
  return {
    answered: answered * 100,
    peak,
    overload: peak / capacity,
    most,
    mean,
    total: requests.reduce((sum, count) => sum + count, 0),
  };
}

/** What the figures of the project's own behaviour have to show. */
export interface StormGoal {
  readonly goal: string;
  readonly scenario: string;
  readonly value: (figures: StormFigures) => number;
  readonly least?: number;
  readonly most?: number;
}

export const stormGoals: readonly StormGoal[] = [
  {goal: 'answered after 30 s of outage (%)', scenario: 'short', value: ({answered}) => answered, least: 99},
  {goal: 'busiest second after 30 s ÷ capacity', scenario: 'short', value: ({overload}) => overload, most: 3},
  {goal: 'requests of a visitor in 10 minutes of outage', scenario: 'long', value: ({most}) => most, most: 6},
  {goal: 'answered after 10 minutes of outage (%)', scenario: 'long', value: ({answered}) => answered, least: 99},
  {goal: 'busiest second after 10 minutes ÷ capacity', scenario: 'long', value: ({overload}) => overload, most: 3},
  {goal: 'requests of a visitor with 8 tabs', scenario: 'tabs', value: ({mean}) => mean, most: 1},
];

export function isMet({value, least = -Infinity, most = Infinity}: StormGoal, figures: StormFigures): boolean {
  return value(figures) >= least && value(figures) <= most;
}
