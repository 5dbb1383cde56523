import type {FirstQuestion} from './first-ask.js';

/** The question of who wants no answer that came before a moment, in ms since the epoch. */
export const withoutAnswer = (question: FirstQuestion, askedAt: number): FirstQuestion => ({
  ...question,
  exchange: undefined,
  answer: undefined,
  askedAt,
});
