// Eight hours of a lecture in a minute or two: 500 runs of 40 epochs and 1,000 changes of the tab. Once the list of
// runs is full, nothing may grow with their number. The data are few and small, since what is kept of a run does not
// depend on them.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { beforeWorkers, openPage } from "./page.js";
import { waitForView } from "./pixels.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const warmUp = 150; // the list has 100 runs, 50 of them stored
const runs = 500;
const epochs = 40;

/**
 * How much of each figure may come by 350 further runs, as a share of it. The heaps and the files of the database vary
 * by themselves: garbage, compiled functions, the latest texts, of which the page remembers thousands, what is not
 * compacted yet.
 */
const margins = {
  nodes: 0.1,
  listeners: 0.05,
  "JS heap": 0.25,
  "DOM's heap": 0.2,
  buffers: 0.6,
  "trainer's memory": 0.1,
  "view's memory": 0.1,
  IndexedDB: 0.3,
  "stored records": 0.02,
  OPFS: 0.02,
};

/** @typedef {Record<keyof typeof margins, number>} Figures */

pageTest(
  "500 runs and 1,000 changes of the tab take no more memory or storage than 150",
  async (page, t) => {
    const measure = await openMeasured(page);
    await openFewImages(page);

    await trainRuns(page, 0, warmUp);
    const warm = await measure();
    await trainRuns(page, warmUp, runs);
    const last = await measure();

    const newest = await page.evaluate(() => Math.max(...onelayer.runs().map(({ id }) => id)));
    assert.equal(newest, runs, "each reset has put another run on the list");
    const grown = [];
    for (const [name, margin] of /** @type {[keyof Figures, number][]} */ (Object.entries(margins))) {
      const said = `${name}: ${warm[name].toLocaleString("en")} → ${last[name].toLocaleString("en")}`;
      t.diagnostic(said);
      if (!(last[name] <= (1 + margin) * warm[name])) grown.push(said); // nor may one be missing
    }
    assert.deepEqual(grown, []);
  },
  { timeout: 1_200_000 },
);

/**
 * Opens the page again so that its programs' memories can be looked at.
 * @param {Page} page
 * @returns {Promise<() => Promise<Figures>>}
 */
async function openMeasured(page) {
  await page.addInitScript(keepMemory);
  await beforeWorkers(page, /\/(worker|program)\.js/, `(${keepMemory})()`);
  await openPage(page, page.url());
  await waitForView(page, { colours: 100 }); // it starts when the page can be used
  const trainer = page.workers().find((worker) => worker.url().endsWith("worker.js"));
  const view = page.workers().find((worker) => worker.url().endsWith("program.js"));
  assert.ok(trainer && view);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");

  return async () => {
    await page.evaluate(settle);
    for (let pass = 0; pass < 3; pass++) await session.send("HeapProfiler.collectGarbage"); // an object may hold others
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    const heap = /** @type {Record<string, number>} */ (await session.send("Runtime.getHeapUsage"));
    const stored = await page.evaluate(storage);
    return {
      nodes: metric("Nodes"),
      listeners: metric("JSEventListeners"),
      "JS heap": heap.usedSize ?? NaN,
      "DOM's heap": heap.embedderHeapUsedSize ?? NaN,
      buffers: heap.backingStorageSize ?? NaN,
      "trainer's memory": await trainer.evaluate(memory),
      "view's memory": await view.evaluate(memory),
      IndexedDB: stored.indexedDB,
      "stored records": stored.records,
      OPFS: stored.fileSystem,
    };
  };
}

/** Runs wherever a Go program does: keeps hold of its memory. */
function keepMemory() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (/** @type {any} */ ...given) => {
    const made = /** @type {any} */ (await Reflect.apply(instantiate, WebAssembly, given));
    Object.assign(globalThis, { goMemory: made.exports.mem });
    return made;
  };
}

/** Runs there: the size of the program's memory, which never shrinks. */
function memory() {
  return /** @type {WebAssembly.Memory} */ (Reflect.get(globalThis, "goMemory")).buffer.byteLength;
}

/**
 * Runs in the page: shows a tab without the list, whose layout takes more than all that could grow, and waits until all
 * is stored, a second after the last change.
 */
async function settle() {
  location.hash = "gradient";
  await new Promise((done) => setTimeout(done, 2500));
}

/** Runs in the page: what is stored. */
async function storage() {
  const { usageDetails } = /** @type {{usageDetails: {indexedDB: number, fileSystem: number}}} */ (
    await navigator.storage.estimate()
  );
  /** @type {number} */
  const records = await new Promise((resolve, reject) => {
    const opening = indexedDB.open("onelayer");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction([...database.objectStoreNames]);
      const counts = [...database.objectStoreNames].map((name) => transaction.objectStore(name).count());
      transaction.oncomplete = () => {
        database.close();
        resolve(counts.reduce((sum, { result }) => sum + result, 0));
      };
    };
  });
  return { ...usageDetails, records };
}

/** @param {Page} page */
async function openFewImages(page) {
  const images = 20;
  const shard = Buffer.from(
    Uint8Array.from({ length: images * 3073 }, (_, at) => (at % 3073 ? (at * at) % 251 : at % 10)),
  );
  const names = ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"];
  await page.setInputFiles(
    "#data-files",
    names.map((name) => ({ name, mimeType: "", buffer: shard })),
  );
  await page.waitForFunction((n) => onelayer.data().splits.train === n, images);
  await page.evaluate((epochs) => onelayer.set({ epochs, batchSize: 10 }), epochs);
}

/**
 * Trains one run after the other, changing the tab twice during each.
 * @param {Page} page
 * @param {number} from
 * @param {number} to
 */
async function trainRuns(page, from, to) {
  await page.evaluate(
    async ({ from, to }) => {
      const tabs = [...document.querySelectorAll("#pages a")].map((tab) => /** @type {HTMLElement} */ (tab));
      const drawn = () => new Promise(requestAnimationFrame);
      for (let run = from; run < to; run++) {
        await onelayer.set({ seed: run + 1 }); // with other figures, and so texts
        if (run > 0) await onelayer.reset();
        await onelayer.play();
        for (const change of [2 * run, 2 * run + 1]) {
          tabs[change % tabs.length]?.click();
          await drawn();
        }
        while (onelayer.runs().at(-1)?.status !== "finished") await drawn();
      }
    },
    { from, to },
  );
}
