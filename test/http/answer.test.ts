import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';
import {checkAnswer, parseJson, type Answer} from '../../src/http/answer.js';
import {MalformedAnswerError} from '../../src/http/errors.js';

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
