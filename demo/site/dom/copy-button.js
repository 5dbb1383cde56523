/** How long the button shows the result, in ms. */
const shownFor = 2_000;

/**
 * Makes a button copy a text and show the result for a moment.
 *
 * @param {HTMLElement} button
 * @param {() => string} readText
 */
export function makeCopyButton(button, readText) {
  const label = button.textContent;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  button.addEventListener('click', async () => {
    const isCopied = await copy(readText());
    button.textContent = isCopied ? 'Copied' : 'Copying is blocked';
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = label), shownFor);
  });
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
