import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {checkFact} from '../../../src/engagement/sources/fact-check.js';
import {createOffer} from '../../support/fakes/scripted-source.js';

const offer = createOffer('a', 'mine');
const error = new Error('no answer');
const unknown = 'a fact of a type that is known, got';

function createForeignError(): Error {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const {Error: Foreign} = frame.contentWindow as unknown as {Error: ErrorConstructor};
  frame.remove();
  return new Foreign('of a frame');
}

describe('A fact of a source', () => {
  for (const fact of [
    {type: 'stranger'},
    {type: 'hint'},
    {type: 'expose', offer},
    {type: 'conversation', offer},
    {type: 'unavailable', source: 'mine'},
    {type: 'withdraw', offerId: 'a'},
    {type: 'hold', source: 'mine', reason: 'hours'},
    {type: 'notice', notice: {type: 'engage', outcome: 'offered'}},
    {type: 'retry', attempt: 0, delay: 0},
    {type: 'fail', error},
    {type: 'trouble', error: new ConfigurationError('of a setting')},
    {type: 'trouble', error: createForeignError()},
    {type: 'hint', ofNoUse: 7},
  ]) {
    it(`is sound: ${JSON.stringify(fact)}`, () => {
      expect(checkFact('mine', fact)).to.equal(undefined);
    });
  }

  for (const [fact, got] of [
    [undefined, `${unknown} nothing`],
    [null, `${unknown} null`],
    ['hint', `${unknown} string`],
    [() => 'hint', `${unknown} function`],
    [Object.assign(() => undefined, {type: 'hint'}), `${unknown} function`],
    [{}, `${unknown} object`],
    [{type: 'wake'}, `${unknown} another type`],
    [{type: 'constructor'}, `${unknown} another type`],
    [{type: ''}, `${unknown} another type`],
    [{type: 7}, `${unknown} another type`],
    [{type: ['hint']}, `${unknown} another type`],
    [{type: null}, `${unknown} another type`],
    [{type: 'expose', offer: {id: '', source: 'mine'}}, 'expose with offer, got object'],
    [{type: 'expose', offer: {id: 'a'}}, 'expose with offer, got object'],
    [{type: 'conversation', offer: {source: 'mine'}}, 'conversation with offer, got object'],
    [{type: 'conversation', offer: 'a'}, 'conversation with offer, got string'],
    [{type: 'unavailable', source: ''}, 'unavailable with source, got nothing'],
    [{type: 'withdraw'}, 'withdraw with offerId, got nothing'],
    [{type: 'hold', reason: 'hours'}, 'hold with source, got nothing'],
    [{type: 'hold', source: 'mine'}, 'hold with reason, got nothing'],
    [{type: 'hold', source: 'mine', reason: ['hours']}, 'hold with reason, got array'],
    [{type: 'notice'}, 'notice with notice, got nothing'],
    [{type: 'notice', notice: {type: 'engage'}}, 'notice with notice, got object'],
    [{type: 'notice', notice: {outcome: 'offered'}}, 'notice with notice, got object'],
    [{type: 'notice', notice: {type: 'engage', outcome: ''}}, 'notice with notice, got object'],
    [
      {type: 'notice', notice: Object.assign(() => 0, {type: 'engage', outcome: 'offered'})},
      'notice with notice, got function',
    ],
    [{type: 'retry', delay: 3_000}, 'retry with attempt, got nothing'],
    [{type: 'retry', attempt: 1, delay: '3000'}, 'retry with delay, got string'],
    [{type: 'fail'}, 'fail with error, got nothing'],
    [{type: 'trouble'}, 'trouble with error, got nothing'],
    [{type: 'trouble', error: {message: 'no answer'}}, 'trouble with error, got object'],
  ] as const) {
    const text = typeof fact === 'function' ? 'a function' : JSON.stringify(fact);
    it(`is refused: ${text} (${got})`, () => {
      const problem = checkFact('mine', fact);
      expect(problem).to.be.instanceOf(ConfigurationError);
      expect([problem?.message, problem?.setting]).to.deep.equal([
        `Expected the source mine to report ${got}`,
        'sources',
      ]);
    });
  }
});
