import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import * as z from 'zod/mini';
import {engagementSchema as avayaEngagement, listSchema} from '../../src/vendors/avaya/engagement.schemas.js';
import * as gliaAnswers from '../../src/vendors/glia/answers.schemas.js';
import {engagementSchema as gliaEngagement} from '../../src/vendors/glia/engagement.schemas.js';
import {engageAnswerSchema} from '../../src/vendors/liveperson/monitoring/monitoring.schemas.js';
import * as handoff from '../../src/vendors/liveperson/handoff/external-engagement/external-engagement.schemas.js';
import * as avaya from '../fixtures/avaya/seed-003.js';
import * as glia from '../fixtures/glia/seed-001.js';
import * as ivr from '../fixtures/liveperson/seed-000.js';
import * as monitoring from '../fixtures/liveperson/seed-004.js';
import {findUncovered, findUnfounded, findUnlisted, findUnmentioned, type Evidence} from './conformance/checks.js';
import type {Entry, Seed} from './conformance/entry.js';
import {seeds} from './conformance/seeds.js';
import {readTitles} from './conformance/titles.js';

const {engagements, ...page} = glia.listAnswer;

const evidence: Readonly<Record<string, Evidence>> = {
  '000': {
    examples: {
      request: JSON.parse(ivr.requestText),
      answer: JSON.parse(ivr.answerText),
      error: JSON.parse(ivr.errorText.replaceAll('\t', ' ')),
    },
    schemas: {request: handoff.externalEngagementRequestSchema, answer: handoff.externalEngagementSchema},
  },
  '001': {
    examples: {
      list: {...page, engagements: []},
      engagement: [...engagements, glia.engagementAnswer],
      end: glia.endAnswer,
      export: glia.exportAnswer,
      wait: glia.waitDurationAnswer,
    },
    schemas: {
      list: gliaAnswers.pageSchema,
      engagement: gliaEngagement,
      end: gliaAnswers.endAnswerSchema,
      export: gliaAnswers.exportAnswerSchema,
      wait: gliaAnswers.waitDurationSchema,
      recording: gliaAnswers.recordingSchema,
    },
  },
  '003': {
    examples: {engagement: avaya.engagement},
    schemas: {engagement: avayaEngagement, list: listSchema},
  },
  '004': {
    examples: {
      request: monitoring.requestBody,
      answer: [monitoring.exposeAnswer, monitoring.conversationAnswer, monitoring.unavailableAnswer],
      loading: [monitoring.loadingAnswer10, monitoring.loadingAnswer11],
    },
    schemas: {answer: engageAnswerSchema},
  },
};

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const titles = await readTitles(
  seeds.flatMap(({entries}) => entries.flatMap(({coveredBy}) => coveredBy.map(({file}) => file))),
);

for (const seed of seeds) {
  describe(`the list of what seed ${seed.number} names (${seed.title})`, () => {
    const known = evidence[seed.number] ?? {examples: {}, schemas: {}};

    it('has a test for everything', () => {
      assert.deepEqual(findUncovered(seed.entries, titles), []);
    });

    it('has tests whose files speak of what they cover', () => {
      assert.deepEqual(findUnmentioned(seed.entries, read), []);
    });

    it('has every key and every value of the examples, and every key of the schemas', () => {
      assert.deepEqual(findUnlisted(seed, known), []);
    });

    it('has nothing of which there is no example and no schema', () => {
      assert.deepEqual(findUnfounded(seed, known), []);
    });
  });
}

describe('the checks of these lists', () => {
  const entry: Entry = {
    under: 'Response',
    kind: 'field',
    name: 'queue_size',
    paths: ['answer.queue_size'],
    coveredBy: [{file: 'a.test.ts', title: 'queue › is read'}],
  };
  const seed: Seed = {number: '9', title: 'Nine', entries: [entry], beyond: {}};

  it('notice an entry without a test', () => {
    assert.deepEqual(findUncovered([{...entry, coveredBy: []}], new Map()), ['Response: field queue_size has no test']);
  });

  it('notice a test that is not there', () => {
    const found = (title: string) => findUncovered([entry], new Map([['a.test.ts', new Set([title])]]));
    assert.deepEqual(found('queue › is read'), []);
    assert.deepEqual(found('queue › is'), ['Response: field queue_size: a.test.ts has no test "queue › is read"']);
  });

  it('notice a file that speaks of something else', () => {
    assert.deepEqual(
      findUnmentioned([entry], () => 'reads Queue_Size'),
      [],
    );
    assert.deepEqual(
      findUnmentioned([entry], () => 'old_queue_size'),
      ['Response: field queue_size: a.test.ts does not mention queue_size'],
    );
  });

  for (const [title, found] of [
    ['of an example', {examples: {answer: {queue_size: 1, list: [{wait: 2}]}}, schemas: {}}],
    [
      'of a schema',
      {
        examples: {},
        schemas: {
          answer: z.looseObject({queue_size: z.number(), list: z.nullish(z.array(z.object({wait: z.number()})))}),
        },
      },
    ],
  ] as const) {
    it(`notice a key ${title} that is not listed`, () => {
      assert.deepEqual(findUnlisted(seed, found), ['answer.list', 'answer.list.wait']);
      assert.deepEqual(findUnfounded(seed, found), []);
    });
  }

  it('let a schema know keys that somebody else names, and an example not', () => {
    const known: Seed = {...seed, beyond: {'answer.wait': 'their own code'}};
    const schemas = {answer: z.object({wait: z.number()})};
    assert.deepEqual(findUnlisted(known, {examples: {}, schemas}), []);
    assert.deepEqual(findUnlisted(known, {examples: {answer: {wait: 1}}, schemas}), ['answer.wait']);
  });

  it('notice a value that is not listed beside others', () => {
    const value: Entry = {...entry, kind: 'value', name: 'low'};
    const examples = {answer: [{queue_size: 'low'}, {queue_size: 'high'}]};
    assert.deepEqual(findUnlisted({...seed, entries: [entry, value]}, {examples, schemas: {}}), [
      'answer.queue_size = high',
    ]);
    assert.deepEqual(findUnlisted(seed, {examples, schemas: {}}), []);
  });

  it('notice a path that leads nowhere', () => {
    const known: Seed = {...seed, beyond: {'answer.wait': ''}};
    assert.deepEqual(findUnfounded(known, {examples: {}, schemas: {}}), ['answer.queue_size', 'answer.wait']);
  });
});
