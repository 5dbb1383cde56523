/** Lets a frame stand for a tab: the widgets of one page share one invitation, and those of different tabs do not. */
export function standForTab(page: Window): void {
  for (const type of ['web-engagement-claim', 'web-engagement-release']) {
    page.addEventListener(type, (event) => event.stopImmediatePropagation());
  }
}
