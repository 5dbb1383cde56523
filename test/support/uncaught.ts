/** Notes what is rejected and not caught while a test of the suite runs. To be called in the suite, it returns what was noted. */
export function noteUncaught(): () => readonly unknown[] {
  let uncaught: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    uncaught.push(event.reason);
    event.preventDefault();
  };
  beforeEach(() => {
    uncaught = [];
    addEventListener('unhandledrejection', note);
  });
  afterEach(() => removeEventListener('unhandledrejection', note));
  return () => uncaught;
}
