/**
 * Says a text once through a live region, and returns a function that takes it back.
 *
 * Screen readers miss a text that comes together with its region, and read one that stays when the visitor browses the
 * page later; so it comes after `delay` ms and goes after `duration` ms.
 */
export function announce(region: Element, text: () => string, {delay = 100, duration = 10_000} = {}): () => void {
  const clear = (): void => {
    clearTimeout(timer);
    region.textContent = '';
  };
  let timer = setTimeout(() => {
    region.textContent = text();
    timer = setTimeout(clear, duration);
  }, delay);
  return clear;
}
