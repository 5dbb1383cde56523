// `node --import ./scripts/exit-with-parent.mjs …` ends the process when its parent has ended, as if by SIGTERM. npm starts
// scripts through a shell, and a signal can end that shell without reaching the process it started.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 500);
watch.unref();
