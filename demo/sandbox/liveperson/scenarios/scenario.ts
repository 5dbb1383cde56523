import type {Responder} from '../monitoring/engagement-answers.js';

interface ScenarioText {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** How the platform answers an engagement request. */
export interface AnsweringScenario extends ScenarioText {
  readonly answer: Responder;
}

/** Other scenarios, by name, one per request. */
export interface SequenceScenario extends ScenarioText {
  readonly steps: readonly string[];
}

export type Scenario = AnsweringScenario | SequenceScenario;
