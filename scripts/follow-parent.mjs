// npm runs a script through a shell that may die of a signal without passing it on. What was started must not outlive it:
// `node --import ./scripts/follow-parent.mjs …` ends, as if the signal had reached it, when its parent is gone.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 500);
watch.unref();
