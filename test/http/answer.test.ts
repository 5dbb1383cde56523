import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';
import {checkAnswer, parseJson, parseRetryAfter, type Answer} from '../../src/http/answer.js';
import {MalformedAnswerError} from '../../src/http/errors.js';

const now = Date.parse('2026-11-21T12:00:00Z');

const cases: readonly [header: string | null, delay: number | undefined][] = [
  [null, undefined],
  ['', undefined],
  ['7', 7_000],
  [' 120 ', 120_000],
  ['0', undefined],
  ['-5', undefined],
  ['soon', undefined],
  ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 11:59:30 GMT', undefined],
];

describe('parseRetryAfter', () => {
  for (const [header, delay] of cases) {
    it(`reads ${JSON.stringify(header)} as ${delay ?? 'no delay'}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(delay);
    });
  }
});

const answer = (text: string): Answer => ({request: 'GET /state', status: 200, text, retryAfter: undefined});

describe('parseJson', () => {
  it('reads a body as JSON', () => {
    expect(parseJson(answer('{"id": 1}'))).to.deep.equal({id: 1});
  });

  it('says which request brought what is no JSON, and does not quote it', () => {
    expect(() => parseJson(answer('<secret>'))).to.throw(
      MalformedAnswerError,
      /^Malformed answer, expected JSON: GET \/state$/,
    );
    expect(() => parseJson(answer(''))).to.throw(MalformedAnswerError, 'expected JSON, got an empty body: GET /state');
  });
});

describe('checkAnswer', () => {
  const schema = z.looseObject({offer: z.looseObject({id: z.string()})});

  it('gives what the schema reads', () => {
    expect(checkAnswer(schema, answer('{"offer": {"id": "a"}}'))).to.deep.equal({offer: {id: 'a'}});
  });

  it('names the place of what cannot be read, and the request', () => {
    expect(() => checkAnswer(schema, answer('{"offer": {"id": 7}}'))).to.throw(
      MalformedAnswerError,
      /^Malformed answer, offer\.id: expected string, got number: GET \/state$/,
    );
  });
});
