import {once} from 'node:events';
import {parseArgs} from 'node:util';
import {startServer} from '../server/server.js';
import {readServeSettings} from '../server/serve-settings.js';
import type {Command} from '../command.js';

/** Runs the brand's side of notifications as one process. */
export const serve: Command = {
  summary: 'runs the brand’s own server: a gateway to invite visitors by, and the stream that the widget listens to',
  help: `Usage: web-engagement serve --secret-file <file> --gateway-token-file <file> --origin <origin> [options]

Answers the gateway (POST /server/data/gateway/engage and noengage), the widget's stream (GET /notifications), its outcomes
(POST /outcomes), and tickets for the brand's own page server (POST /tickets, with the gateway's token). Each line on standard output is
a JSON object; the first one names the port.

  --port <number>             0 takes a free one. Default: 8080
  --host <address>            default: 127.0.0.1; in a container 0.0.0.0
  --secret-file <file>        secrets of the tickets, one a line, of 32 bytes or more. The first one signs, all are accepted
  --gateway-token-file <file> tokens of the programs that may invite visitors, one a line
  --origin <origin>           origin of the brand's pages, such as https://www.brand.example. May be repeated
  --redis <address>           redis:// or rediss://, for several processes. Default: memory of this process
  --trust-proxy               the last address in X-Forwarded-For is the visitor's

With LP_HOST, LP_ACCOUNT_ID, LP_APP_KEY, LP_APP_SECRET, LP_ACCESS_TOKEN and LP_ACCESS_TOKEN_SECRET in the environment: GET /handoff. With
GLIA_TOKEN (and GLIA_URL): GET /wait-time. GET /healthz says that the process runs, /readyz that messages can be published, and /metrics
is for Prometheus. SIGTERM ends the streams, and the pages come back over 10 seconds.`,
  run: async (args, {print, signal}) => {
    const {values} = parseArgs({
      args: [...args],
      options: {
        port: {type: 'string', default: '8080'},
        host: {type: 'string', default: '127.0.0.1'},
        'secret-file': {type: 'string'},
        'gateway-token-file': {type: 'string'},
        origin: {type: 'string', multiple: true, default: []},
        redis: {type: 'string'},
        'trust-proxy': {type: 'boolean', default: false},
      },
    });
    const server = await startServer(readServeSettings(values, process.env), print);
    if (!signal.aborted) await once(signal, 'abort');
    await server.close();
    return 0;
  },
};
