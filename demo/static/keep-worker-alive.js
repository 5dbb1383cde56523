// A browser stops a service worker after 30 s without an event, and the sandbox in it would lose its memory.

/** In ms. */
const interval = 20_000;

setInterval(() => navigator.serviceWorker.controller?.postMessage('stay'), interval);
