import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {toRequestBody, type RequestBody} from '../../../../src/vendors/liveperson/monitoring/visitor-parameters.js';
import {longestId} from '../../../../src/check/ids.js';

describe('what a request says about the visitor', () => {
  const bodies: readonly [title: string, parameters: RequestBody, body: object][] = [
    ['is nothing when nothing is known', {}, {}],
    ['leaves out what is undefined', {consumerId: undefined, pageId: undefined, entryPoints: undefined}, {}],
    ['has the page and the visitor', {pageId: '7', consumerId: 'c'}, {pageId: '7', consumerId: 'c'}],
    [
      'has no address of a browser',
      {clientProperties: {ipAddress: '192.168.5.2', os: 'LINUX'}},
      {clientProperties: {osName: 'LINUX'}},
    ],
    ...['http://a.example', 'https://a.example', 'tel://1', 'sec://Sport', 'lang://English'].map(
      (entryPoint): [string, RequestBody, object] => [
        `has an entry point such as ${entryPoint}`,
        {entryPoints: [entryPoint]},
        {entryPoints: [entryPoint]},
      ],
    ),
  ];
  for (const [title, parameters, body] of bodies) {
    it(title, () => {
      expect(toRequestBody(parameters, false)).to.deep.equal(body);
    });
  }

  const circle: {self?: unknown} = {};
  circle.self = circle;
  const entryPointProblem = 'Cannot use entryPoints: 0: expected https://…, tel://…, sec://… or lang://…, got string';
  const refused: readonly [title: string, parameters: object, message: string][] = [
    ['an entry point whose scheme comes later', {entryPoints: ['at https://a.example']}, entryPointProblem],
    ['an entry point of only a scheme', {entryPoints: ['sec://']}, entryPointProblem],
    [
      'an id that can be guessed',
      {consumerId: 'jane@brand.example'},
      'Expected consumerId to be unguessable, got an e-mail',
    ],
    ['no id where there is one', {consumerId: ''}, 'Expected consumerId to be set, got nothing'],
    ['a page id that is blank', {pageId: ' '}, 'Expected pageId to be an id of an answer, got nothing'],
    [
      'a page id that is too long',
      {pageId: 'x'.repeat(longestId + 1)},
      'Expected pageId to be an id of an answer, got text that no address can hold',
    ],
    [
      'what JSON cannot hold',
      {engagementAttributes: [{type: 'custom', circle}]},
      'Expected the parameters to be data that JSON can hold',
    ],
  ];
  for (const [title, parameters, message] of refused) {
    it(`must not be ${title}`, () => {
      expect(() => toRequestBody(parameters, true)).to.throw(ConfigurationError, message);
    });
  }

  it('names the setting that is wrong', () => {
    expect(() => toRequestBody({pageId: ''}, true))
      .to.throw(ConfigurationError)
      .with.property('setting', 'pageId');
  });
});
