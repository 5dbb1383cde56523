/** Waits until the window has drawn so many frames: what it scrolls, measures and observes has then come to an end. */
export async function frames(count: number, window: Window = globalThis.window): Promise<void> {
  for (let drawn = 0; drawn < count; drawn++) {
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
  }
}
