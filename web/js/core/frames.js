/** After a frame the page does other things for so many times as long as it took. */
const rest = 3;
const longest = 30; // ms of rest: what comes late is still seen at once

/**
 * What frames need of the browser.
 * @typedef {object} Clock
 * @property {() => number} now milliseconds
 * @property {(act: () => void) => void} next acts with the next frame of the screen
 * @property {(act: () => void) => void} drawn acts when that has been drawn
 * @property {(act: () => void, ms: number) => void} later
 */

/**
 * Draws at the next frame whatever has changed until then. If changes keep coming, frames take a quarter of the time:
 * at every frame of the screen they would hold up commands, whose answers wait for the same thread.
 * @param {() => void} draw
 * @param {Clock} clock
 * @returns {() => void} something has changed
 */
export function frames(draw, clock = browser) {
  let due = false;
  let rests = false;

  function frame() {
    const from = clock.now();
    due = false;
    rests = true;
    clock.drawn(() => {
      const took = clock.now() - from; // with the browser's own part, styles and layout
      clock.later(() => ((rests = false), due && clock.next(frame)), Math.min(rest * took, longest));
    });
    draw();
  }

  return () => {
    if (!due && !rests) clock.next(frame);
    due = true;
  };
}

/** @type {Clock} */
const browser = {
  now: () => performance.now(),
  next: (act) => void requestAnimationFrame(act),
  drawn(act) {
    const { port1, port2 } = new MessageChannel(); // its message comes after the drawing, without a timer's delay
    port1.onmessage = () => (act(), port1.close());
    port2.postMessage(null);
  },
  later: (act, ms) => void setTimeout(act, ms),
};
