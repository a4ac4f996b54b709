// The contestants in a browser, each in a worker of its own.

/** @typedef {import("./browsers.js").BenchPage} BenchPage */
/** @typedef {import("./contest.js").Contestant} Contestant */

let lastId = 0;

/**
 * @param {BenchPage} page
 * @param {string} name
 * @param {string | null} peer  a module of browser/, null for our engine
 * @param {object} [options]  of the module
 * @returns {Contestant}
 */
function inBrowser(page, name, peer, options = {}) {
  const id = ++lastId;
  return {
    name,
    group: page.name,
    whole: peer === null,
    load: (images) => page.call("load", id, peer, options, images),
    round: () => page.call("round", id),
  };
}

/**
 * The page's own worker, which also handles and sends messages: for whole epochs only.
 * @param {BenchPage} page
 * @returns {Contestant}
 */
function pageWorker(page) {
  const name = `worker ${++lastId}`;
  return {
    name: oursInPage,
    group: page.name,
    whole: true,
    load: (images) => page.call("loadTrainer", name, images, images),
    round: async () => {
      const { milliseconds, ...evaluation } = await page.call("trainerEpoch", name);
      return { epoch: NaN, evaluation: NaN, both: milliseconds, ...evaluation };
    },
  };
}

export const ours = "One Layer";
export const oursInPage = "One Layer, the page’s worker by its messages";
export const oursUnfolded = "One Layer, its kernels’ offsets not folded";
export const ceiling = "ceiling: C for wasm SIMD128";

/**
 * Ours and what it is measured against in any browser.
 * @param {BenchPage} page
 */
export function everywhere(page) {
  const unfolded = inBrowser(page, oursUnfolded, null, { program: "ours_unfolded" });
  return [
    inBrowser(page, ours, null),
    unfolded,
    pageWorker(page),
    inBrowser(page, ceiling, "ceiling"),
    inBrowser(page, "plain JavaScript, register-blocked", "blocked"),
  ];
}

/**
 * The libraries, and plain JavaScript as one writes it.
 * @param {BenchPage} page
 */
export function peers(page) {
  const tensorflow = (/** @type {string} */ name, /** @type {object} */ options) =>
    inBrowser(page, `TensorFlow.js ${name}`, "tensorflow", options);
  const backends = [
    { name: "wasm SIMD", backend: "wasm", threads: false },
    { name: "wasm threads", backend: "wasm", threads: true },
    { name: "WebGL", backend: "webgl", threads: false },
    { name: "cpu", backend: "cpu", threads: false },
  ];
  const ways = {
    fit: "model.fit",
    plain: "operations",
    transposed: "operations, images transposed too",
    classesFirst: "operations, images packed",
  };
  return [
    inBrowser(page, "plain JavaScript, straightforward", "straightforward"),
    inBrowser(page, "ConvNetJS", "convnet"),
    ...backends.flatMap(({ name, ...on }) =>
      Object.entries(ways).map(([way, how]) => tensorflow(`${name}, ${how}`, { ...on, way })),
    ),
  ];
}
