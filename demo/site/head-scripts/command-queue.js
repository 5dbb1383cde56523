// A blocking script: it queues commands until the component's script runs.

/** @type {unknown[][]} */
const queuedCommands = [];

/** @param {...unknown} command */
const queueCommand = (...command) => new Promise((resolve) => queuedCommands.push([resolve, ...command]));

Object.assign(globalThis, {WebEngagement: Object.assign(queueCommand, {q: queuedCommands})});
void queueCommand('set', 'notificationTicket', async (/** @type {string} */ visitId) => {
  const {fetchTicket} = await import('../sandbox-client.js');
  return fetchTicket(visitId);
});
