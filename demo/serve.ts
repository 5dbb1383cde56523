import {fileURLToPath} from 'node:url';
import {startSandbox} from './sandbox/sandbox.js';

const port = Number(process.env['PORT'] ?? 8000);
const docs = fileURLToPath(new URL('../dist-docs', import.meta.url));

try {
  const sandbox = await startSandbox({port, docs});
  console.log(`http://localhost:${new URL(sandbox.url).port}`);
  console.log('Open this address to choose what the platform answers and to watch the component. Ctrl+C stops it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${String(port)} is in use. Choose another: PORT=8001 npm start`;
  if (code === 'ERR_SOCKET_BAD_PORT') return 'PORT must be a number from 0 to 65535.';
  return String(error);
}
