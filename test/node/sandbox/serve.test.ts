import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {text} from 'node:stream/consumers';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const script = fileURLToPath(new URL('../../../demo/serve.ts', import.meta.url));

function serve(port: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {env: {...process.env, PORT: port}});
  return {child, ended: once(child, 'exit') as Promise<[number | null]>};
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  const [line] = (await once(createInterface(stream), 'line')) as [string];
  return line;
}

describe('the demo server', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`says its address, serves the page there and ends at ${signal} with pages still connected`, async () => {
      const {child, ended} = serve('0');
      const address = await firstLine(child.stdout);
      const page = await fetch(address);
      await fetch(`${address}/sandbox/demo/events`);
      child.kill(signal);

      assert.match(await page.text(), new RegExp(`data-api-host="${address}"`));
      assert.equal((await ended)[0], 0);
    });
  }

  it('says so when the port is in use', async () => {
    const first = serve('0');
    const {port} = new URL(await firstLine(first.child.stdout));
    const second = serve(port);
    const said = await text(second.child.stderr);
    first.child.kill();

    assert.equal(said, `Port ${port} is in use. Choose another: PORT=8001 npm start\n`);
    assert.equal((await second.ended)[0], 1);
  });
});
