// The same worker on Node: npm install web-engagement hono @hono/node-server
import {serve} from '@hono/node-server';
import worker from './worker.js';

const {PORT = '8080', ORIGIN = 'http://localhost:8080', ...settings} = process.env;

const fetch = (request) => worker.fetch(request, {ORIGIN, ...settings});
serve({fetch, port: Number(PORT), overrideGlobalObjects: false}, ({port}) => console.log(`http://localhost:${port}`));
