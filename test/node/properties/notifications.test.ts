import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {NotificationError} from '../../../src/vendors/genesys/index.js';
import {readNotifications} from '../../../src/vendors/genesys/notification.js';
import {engage, noengage} from '../../support/notifications.js';
import {jsonLike, runs, wild} from '../../support/properties.js';

const like = fc.oneof(jsonLike(engage('A', {title: 'Hello', timeout: 30})), jsonLike(noengage('A', {reason: 'busy'})));

const input = fc.oneof(
  {weight: 6, arbitrary: like},
  {weight: 3, arbitrary: fc.array(like, {maxLength: 4}).map((list) => JSON.stringify(list))},
  {weight: 2, arbitrary: wild},
  {weight: 1, arbitrary: fc.array(wild, {maxLength: 120})},
);

describe('Whatever comes as a notification', () => {
  it('it is read, entry by entry, or refused with the error for notifications', () => {
    fc.assert(
      fc.property(input, (data) => {
        try {
          for (const notification of readNotifications(data))
            assert.match(notification.type, /^(engage|noengage|executable|unknown|malformed)$/);
        } catch (error) {
          assert.ok(error instanceof NotificationError, (error as Error).stack);
        }
      }),
      runs(4_000),
    );
  });
});
