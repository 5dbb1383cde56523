// A browser stops a service worker that nobody has spoken to for 30 s, and what its sandbox knows would be gone.

const pause = 20_000;

setInterval(() => navigator.serviceWorker.controller?.postMessage('stay'), pause);
