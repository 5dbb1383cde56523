import assert from 'node:assert/strict';
import {it} from 'node:test';
import {exposeAnswer} from '../../fixtures/liveperson/seed-004.js';
import {json, later} from '../../support/servers/faults.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';
import {tells, toldOn, useFaultyPages} from './support/faulty-pages.js';

inEveryEngine('a visitor who goes on while the platform is asked', (visitor) => {
  const suite = useFaultyPages();

  it('F9: finds the invitation on the next page, however often they have gone on', async () => {
    suite.platform.play(later(1_500, json(exposeAnswer, 201)));
    const next = suite.page();
    const link = suite.page(`<a href="${suite.pages.origin}/slow">Next</a>`);
    const page = await visitor().newPage();
    for (let visit = 1; visit <= 6; visit += 1) {
      suite.pages.serve(
        '/slow',
        later(500, (socket) => socket.end(moved(next))),
      );
      const before = suite.platform.requests.length;
      await page.goto(link);
      await until('the platform is asked', () => suite.platform.requests.length > before);
      await page.getByRole('link', {name: 'Next'}).click();
      await page.waitForURL(next);
      await until('it is asked by the next page', () => suite.platform.requests.length > before + 1);
    }
    await tells(page, 'shown');
    assert.deepEqual(
      (await toldOn(page)).map(({type}) => type),
      ['shown'],
    );
  });
});

const moved = (address: string): string =>
  `HTTP/1.1 302 Found\r\nLocation: ${address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
