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
import {documents} from './conformance/documents.js';
import type {Entry, VendorDocument} from './conformance/entry.js';
import {idsIn, readTestIds} from './test-ids/read-test-ids.js';
import {findUnbound} from './test-ids/unbound-ids.js';

const {engagements, ...page} = glia.listAnswer;

const evidence: Readonly<Record<string, Evidence>> = {
  'liveperson-external-engagement': {
    examples: {
      request: JSON.parse(ivr.requestText),
      answer: JSON.parse(ivr.answerText),
      error: JSON.parse(ivr.errorText.replaceAll('\t', ' ')),
    },
    schemas: {request: handoff.externalEngagementRequestSchema, answer: handoff.externalEngagementSchema},
  },
  'glia-engagements': {
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
  'avaya-engagement': {
    examples: {engagement: avaya.engagement},
    schemas: {engagement: avayaEngagement, list: listSchema},
  },
  'liveperson-monitoring': {
    examples: {
      request: monitoring.requestBody,
      answer: [monitoring.exposeAnswer, monitoring.conversationAnswer, monitoring.unavailableAnswer],
      loading: [monitoring.loadingAnswer10, monitoring.loadingAnswer11],
    },
    schemas: {answer: engageAnswerSchema},
  },
};

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const tests = readTestIds();

for (const document of documents) {
  describe(`the list of what a document names: ${document.title}`, () => {
    const known = evidence[document.name] ?? {examples: {}, schemas: {}};

    it('has a test for everything', () => {
      assert.deepEqual(findUncovered(document.entries), []);
      const ids = document.entries.flatMap(({coveredBy}) => coveredBy);
      assert.deepEqual(findUnbound(ids, tests), []);
    });

    it('has tests whose files speak of what they cover', () => {
      assert.deepEqual(findUnmentioned(document.entries, tests, read), []);
    });

    it('has every key and every value of the examples, and every key of the schemas', () => {
      assert.deepEqual(findUnlisted(document, known), []);
    });

    it('has nothing of which there is no example and no schema', () => {
      assert.deepEqual(findUnfounded(document, known), []);
    });
  });
}

describe('the checks of these lists', () => {
  const entry: Entry = {
    under: 'Response',
    kind: 'field',
    name: 'queue_size',
    paths: ['answer.queue_size'],
    coveredBy: ['X1'],
  };
  const document: VendorDocument = {name: 'nine', title: 'Nine', entries: [entry], beyond: {}};
  const bound = new Map([['X1', [{file: 'a.test.ts', title: 'queue › is read'}]]]);

  it('notice an entry without a test', () => {
    assert.deepEqual(findUncovered([entry]), []);
    assert.deepEqual(findUncovered([{...entry, coveredBy: []}]), ['Response: field queue_size has no test']);
  });

  it('notice a test that is not there', () => {
    assert.deepEqual(findUnbound(['X1'], bound), []);
    assert.deepEqual(findUnbound(['X1', 'X2'], bound), ['No test has the id X2.']);
  });

  it('notice two tests with one id', () => {
    const twice = new Map([['X1', ['a.test.ts', 'b.test.ts'].map((file) => ({file, title: 'is read'}))]]);
    assert.deepEqual(findUnbound(['X1'], twice), ['2 tests have the id X1: a.test.ts, b.test.ts.']);
  });

  it('notice a file that speaks of something else', () => {
    assert.deepEqual(
      findUnmentioned([entry], bound, () => 'reads Queue_Size'),
      [],
    );
    assert.deepEqual(
      findUnmentioned([entry], bound, () => 'old_queue_size'),
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
      assert.deepEqual(findUnlisted(document, found), ['answer.list', 'answer.list.wait']);
      assert.deepEqual(findUnfounded(document, found), []);
    });
  }

  it('let a schema know keys that somebody else names, and an example not', () => {
    const known: VendorDocument = {...document, beyond: {'answer.wait': 'their own code'}};
    const schemas = {answer: z.object({wait: z.number()})};
    assert.deepEqual(findUnlisted(known, {examples: {}, schemas}), []);
    assert.deepEqual(findUnlisted(known, {examples: {answer: {wait: 1}}, schemas}), ['answer.wait']);
  });

  it('notice a value that is not listed beside others', () => {
    const value: Entry = {...entry, kind: 'value', name: 'low'};
    const examples = {answer: [{queue_size: 'low'}, {queue_size: 'high'}]};
    assert.deepEqual(findUnlisted({...document, entries: [entry, value]}, {examples, schemas: {}}), [
      'answer.queue_size = high',
    ]);
    assert.deepEqual(findUnlisted(document, {examples, schemas: {}}), []);
  });

  it('notice a path that leads nowhere', () => {
    const known: VendorDocument = {...document, beyond: {'answer.wait': ''}};
    assert.deepEqual(findUnfounded(known, {examples: {}, schemas: {}}), ['answer.queue_size', 'answer.wait']);
  });
});

describe('the ids of tests', () => {
  it('stand at the end of titles, behind those of the suites', () => {
    const text =
      "describe('a queue', () => {it('is read [X1]', go); for (const name of names) it(`is ${name} long [X2]`, go)})";
    assert.deepEqual(idsIn(text), [
      ['X1', 'a queue › is read'],
      ['X2', 'a queue › is … long'],
    ]);
  });

  it('stand at the end of suites, too', () => {
    assert.deepEqual(idsIn("describe('a queue [X1]', () => {it('is read', go)})"), [['X1', 'a queue']]);
  });

  it('are nowhere else', () => {
    assert.deepEqual(idsIn("it('reads [X1] as it is', go); log('is read [X2]'); it(title, go)"), []);
  });
});
