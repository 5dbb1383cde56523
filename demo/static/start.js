// Runs on a page that the worker does not answer yet: at the first visit, and after a reload that bypasses the worker.

/** A reload within this time, in ms, means that the worker did not answer. */
const patience = 5_000;
const script = /** @type {HTMLScriptElement} */ (document.currentScript);

start().catch((/** @type {unknown} */ error) => showNotice(`The sandbox of this page cannot start: ${String(error)}`));

async function start() {
  if (location.protocol === 'file:') {
    return showNotice(
      'This page needs a web server. Any will do. Browsers run no service worker for a page opened as a file.',
    );
  }
  if (!('serviceWorker' in navigator)) return showNotice(explainMissingWorker());
  if (Date.now() - Number(sessionStorage.getItem('sandbox-started')) < patience) {
    return showNotice('The sandbox of this page has started but does not answer. Please reload the page.');
  }
  await navigator.serviceWorker.register(new URL('sandbox-worker.js', script.src));
  await navigator.serviceWorker.ready;
  sessionStorage.setItem('sandbox-started', String(Date.now()));
  location.reload();
}

function explainMissingWorker() {
  return isSecureContext
    ? 'The sandbox of this page runs in a service worker. This browser has none, or none in private windows.'
    : 'The sandbox of this page runs in a service worker. Browsers allow one only on https and on localhost.';
}

/** @param {string} text */
function showNotice(text) {
  const notice = document.querySelector('p');
  if (notice) notice.textContent = text;
}
