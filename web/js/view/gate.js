/**
 * Holds animation frames back. Ebitengine asks for a frame after each one, and
 * drawing all of them would cost a core; the gate lets one through only when
 * the view has changed, and measures what it costs.
 * @module
 */

/**
 * How long a frame that only shows new figures rests after the last one, as a
 * multiple of its cost: drawing then takes a tenth of the time.
 */
const IDLE_REST = 9;

/** The same for a frame that answers the visitor. */
const SOON_REST = 1;

/** The longest rest, milliseconds. */
const LONGEST_REST = 1000;

/** A frame's cost is the median of this many: an interrupted one says nothing. */
const COSTS = 5;

/** How often the graphics card is asked whether it is done, milliseconds. */
const POLL = 4;

/**
 * What Go sees of the gate: see wasm/port/view_frames.go.
 * @typedef {object} FrameGate
 * @property {(soon: boolean) => void} request  asks for one frame
 * @property {(milliseconds: number) => void} drawn  called after a frame is on the screen
 */

/**
 * Replaces requestAnimationFrame by one that waits for a request.
 * @param {Window} window  or a worker's scope
 * @param {WebGL2RenderingContext | null} gl  what is drawn with, if not a 2D canvas
 * @returns {FrameGate}
 */
export function installGate(window, gl) {
  const nextFrame = window.requestAnimationFrame.bind(window);
  /** @type {FrameRequestCallback | null} */
  let held = null;
  /** @type {"no" | "idle" | "soon"} */
  let wanted = "soon"; // Ebitengine's first frames set it up
  let timer = 0;
  let waiting = false; // for the browser's next frame
  let started = NaN; // when the current frame began
  let ended = -Infinity;
  /** @type {number[]} */
  let costs = [];

  /** @type {FrameGate} */
  const gate = { request, drawn() {} };

  /** @param {boolean} soon */
  function request(soon) {
    if (soon) wanted = "soon";
    else if (wanted === "no") wanted = "idle";
    schedule();
  }

  function schedule() {
    if (wanted === "no" || !held || waiting) return;
    const rest = wanted === "soon" ? SOON_REST : IDLE_REST;
    const delay = ended + Math.min(rest * median(costs), LONGEST_REST) - window.performance.now();
    window.clearTimeout(timer);
    if (delay > POLL) {
      timer = window.setTimeout(schedule, delay);
    } else {
      waiting = true;
      nextFrame(run);
    }
  }

  /** @param {DOMHighResTimeStamp} time */
  function run(time) {
    waiting = false;
    const callback = held;
    held = null;
    wanted = "no";
    started = window.performance.now();
    callback?.(time);
  }

  // Ebitengine asks for its next frame when it has given this one to the graphics card.
  window.requestAnimationFrame = (callback) => {
    const first = held === null && Number.isNaN(started);
    held = callback;
    if (first) schedule();
    else afterGraphics(window, gl, settle);
    return 0;
  };

  function settle() {
    ended = window.performance.now();
    costs = [...costs, ended - started].slice(-COSTS);
    gate.drawn(median(costs));
    schedule();
  }

  return gate;
}

/** @param {number[]} values, or none: then 0 */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/**
 * Calls done when the graphics card has drawn all it was given.
 * @param {Window} window
 * @param {WebGL2RenderingContext | null} gl
 * @param {() => void} done
 */
function afterGraphics(window, gl, done) {
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) {
    window.setTimeout(done);
    return;
  }
  gl.flush();
  const poll = () => {
    if (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) {
      window.setTimeout(poll, POLL);
      return;
    }
    gl.deleteSync(fence);
    done();
  };
  poll();
}
