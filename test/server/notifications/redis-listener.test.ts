import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RedisListener} from '../../../src/server/notifications/redis/redis-listener.js';

/** A listener, and what it has passed on. */
function listen(): {listener: RedisListener; passed: string[]} {
  const passed: string[] = [];
  const listener = new RedisListener('V1', {
    page: undefined,
    after: '1-0',
    receive: ({id}) => passed.push(id),
    settle: () => undefined,
  });
  return {listener, passed};
}

const entry = (id: string) => ({id, data: '[]'});

describe('a listener at Redis', () => {
  it('passes on what was missed, and then what has come meanwhile', () => {
    const {listener, passed} = listen();
    listener.receive(entry('3-0'));
    listener.catchUp([entry('2-0')], '3-0');
    assert.deepEqual(passed, ['2-0', '3-0']);
  });

  for (const [when, order] of [
    ['before', ['receive', 'catchUp']],
    ['after', ['catchUp', 'receive']],
  ] as const) {
    it(`passes an entry on once that the other connection brings ${when} what was missed`, () => {
      const {listener, passed} = listen();
      const steps = {
        receive: () => listener.receive(entry('2-0')),
        catchUp: () => listener.catchUp([entry('2-0')], '2-0'),
      };
      for (const step of order) steps[step]();
      listener.receive(entry('3-0'));
      assert.deepEqual(passed, ['2-0', '3-0']);
    });
  }
});
