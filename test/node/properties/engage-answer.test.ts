import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {check} from '../../../src/check/check.js';
import {readEngageAnswer} from '../../../src/vendors/liveperson/monitoring/engage-answer.js';
import {engageAnswerSchema} from '../../../src/vendors/liveperson/monitoring/monitoring.schemas.js';

/** Values that a field of an answer may hold: mostly those that are expected there. */
const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.constantFrom('', '7', 'expose', 'conversation', 0, -0, NaN, Infinity, null, true, false),
  fc.constant(undefined),
);

const detailsNames = [
  'campaignId',
  'engagementId',
  'engagementRevision',
  'contextId',
  'conversationId',
  'connectorId',
  'windowId',
  'language',
  'status',
  'other',
];

const record = (names: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), {requiredKeys: []});

const details = fc.oneof({weight: 6, arbitrary: record(detailsNames, scalar)}, {weight: 1, arbitrary: fc.jsonValue()});

const answer = fc
  .tuple(
    record(['sessionId', 'visitorId'], fc.oneof({weight: 8, arbitrary: fc.string()}, {weight: 1, arbitrary: scalar})),
    record(['pageId', 'other'], fc.oneof(scalar, fc.jsonValue())),
    record(['engagementDetails'], fc.oneof(details, fc.array(details, {maxLength: 3}), scalar)),
  )
  .map((parts): unknown => Object.assign({}, ...parts));

describe('the reader of an answer', () => {
  it('accepts, refuses and returns what the schema does, in 20,000 answers', () => {
    fc.assert(
      fc.property(fc.oneof({weight: 9, arbitrary: answer}, {weight: 1, arbitrary: fc.jsonValue()}), (body) => {
        assert.deepEqual(readEngageAnswer(body), check(engageAnswerSchema, body));
      }),
      {numRuns: 20_000},
    );
  });
});
