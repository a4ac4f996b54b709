// A contestant in a worker: takes {do: "load"} and {do: "round"} from the page, as ../ours does, and keeps the clock.

/** @type {import("../work.js").Contestant} */
let contestant;

/** @param {any} message */
async function load({ peer, options, work }) {
  const { create } = await import(`./${peer}.js`);
  contestant = await create(work, options);
}

/** @returns {Promise<import("../work.js").Round>} */
async function round() {
  await contestant.reset();
  const start = performance.now();
  await contestant.epoch();
  const middle = performance.now();
  const evaluation = await contestant.evaluate();
  return { epoch: middle - start, evaluation: performance.now() - middle, ...evaluation };
}

addEventListener("message", async ({ data }) => {
  try {
    postMessage(data.do === "load" ? await load(data) : await round());
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.message : `${error}` });
  }
});
