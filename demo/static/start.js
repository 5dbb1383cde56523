// Runs where the worker does not answer yet: at the first visit, and after a reload past the browser's caches.

const patience = 5_000;
const script = /** @type {HTMLScriptElement} */ (document.currentScript);

start().catch((/** @type {unknown} */ error) => tell(`The sandbox of this page cannot start: ${String(error)}`));

async function start() {
  if (location.protocol === 'file:') {
    return tell(
      'This page needs a web server, any will do: browsers run its sandbox for no page that is opened as a file.',
    );
  }
  if (!('serviceWorker' in navigator)) return tell(explainLack());
  if (Date.now() - Number(sessionStorage.getItem('sandbox-started')) < patience) {
    return tell('The sandbox of this page has started and does not answer. Please reload the page.');
  }
  await navigator.serviceWorker.register(new URL('sandbox-worker.js', script.src));
  await navigator.serviceWorker.ready;
  sessionStorage.setItem('sandbox-started', String(Date.now()));
  location.reload();
}

function explainLack() {
  return isSecureContext
    ? 'The sandbox of this page runs in a service worker, which this browser does not have, or not in private windows.'
    : 'The sandbox of this page runs in a service worker, which browsers have only for https and for localhost.';
}

/** @param {string} text */
function tell(text) {
  const notice = document.querySelector('p');
  if (notice) notice.textContent = text;
}
