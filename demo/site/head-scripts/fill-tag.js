// A blocking script: it fills in the component's tag before the component's script runs. The parser creates the tag in one
// task, the observer is called at the end of that task, and the browser runs an async script in a later one.

new MutationObserver((_, observer) => {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-account-id]'));
  if (!script) return;
  observer.disconnect();
  notificationSettings.fillVisit(script);
  notificationSettings.fillTransport(script);
  platformSettings.fillHandoff(script);
  tagSettings.fill(script);
}).observe(document.documentElement, {childList: true, subtree: true});

for (const name of /** @type {const} */ (['waitTime', 'endConversation'])) {
  if (platformSettings[name]) void queueCommand('set', name, platformSettings[name]);
}
