// A program that ends or hangs costs nothing: another replaces it with the same data and continues its run.

import assert from "node:assert/strict";

import { realShards, withoutRealData } from "./data.js";
import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, currentWeights, openPage, waitForEpoch, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** Ends a worker, as a browser does when memory is short. @param {import("playwright-core").Worker} worker */
const kill = (worker) => worker.evaluate(() => void setTimeout(() => self.close()));

/** Keeps a worker busy for ever. @param {import("playwright-core").Worker} worker */
const hang = (worker) =>
  worker.evaluate(() => {
    const spin = () => {
      for (;;);
    };
    setTimeout(spin);
  });

/** The training program. @param {Page} page */
async function trainer(page) {
  for (const worker of page.workers()) if (/^trainer/.test(await worker.evaluate(() => self.name))) return worker;
  throw new Error("no trainer runs");
}

/** @param {Page} page @param {string} text */
const notice = (page, text) => page.locator(".notice", { hasText: text });

/** @param {Page} page */
async function finish(page) {
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  return { run: await currentRun(page), weights: await currentWeights(page) };
}

pageTest("a further worker that ends is replaced: the report is the same to the last bit", async (page) => {
  const hired = page.waitForEvent("worker");
  const report = page.evaluate(() => onelayer.paper());
  const crew = await hired;
  await page.waitForFunction(() =>
    onelayer.runs().some(({ settings, epoch }) => settings.learningRate === 0.001 && epoch > 1),
  );
  await kill(crew);
  const second = (await report)[1];
  assert.equal(second?.name, "B");
  await page.evaluate(() => onelayer.set({ preset: "B" }));
  const alone = await finish(page);
  assert.deepEqual([second.run.history, second.test], [alone.run.history, alone.run.test]);
});

pageTest(
  "a further worker that ends before it is ready ends the report with a reason; then it begins anew",
  async (page) => {
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ transfer) {
        if (!message.module) return postMessage.call(this, message, transfer);
        Worker.prototype.postMessage = postMessage; // the first one waits for its program for ever
      };
    });
    const hired = page.waitForEvent("worker");
    const report = page.evaluate(() => onelayer.paper().catch(({ message }) => message));
    await kill(await hired);
    assert.match(await report, /A further worker could not be loaded/);
    assert.equal(await page.evaluate(() => onelayer.runs().length), 1);

    await page.locator("#pages a[href='#report']").click();
    await page.locator("#reproduce").click();
    await page.waitForFunction(() => onelayer.runs().filter(({ epoch }) => epoch > 0).length === 4);
    await page.locator("#report-stop").click();
    await page.locator("#report-line", { hasText: "stopped at epoch" }).waitFor();
  },
);

pageTest(
  "a training program that ends or hangs is started again, and the run ends with the same bits",
  async (page) => {
    await page.addInitScript(() => {
      const { setInterval } = window; // the heartbeat is faster
      const faster = (/** @type {() => void} */ act, /** @type {number} */ ms) => setInterval(act, ms / 8);
      Object.assign(window, { setInterval: faster });
    });
    await openPage(page, page.url());
    await page.evaluate(() => onelayer.set({ epochs: 200, shuffle: true, optimizer: "momentum", momentum: 0.9 }));
    await page.keyboard.press("v"); // slowly
    await page.keyboard.press(" ");
    await waitForEpoch(page, 2);
    await kill(await trainer(page));
    await notice(page, "Run 1 goes on from epoch").waitFor();
    const { epoch } = await currentRun(page);
    assert.ok(epoch >= 2, `epoch ${epoch}`);
    await waitForEpoch(page, epoch + 1);

    await hang(await trainer(page));
    await notice(page, "The training program has not answered").getByRole("button", { name: "End it" }).click();
    await notice(page, "has not answered").waitFor({ state: "detached" });
    await notice(page, "Run 1 goes on from epoch").waitFor();
    await page.keyboard.press("v");
    await waitForStatus(page, "finished");
    const { id: _, ...revived } = await currentRun(page);
    const weights = await currentWeights(page);
    assert.deepEqual(await page.evaluate(() => onelayer.runs().map(({ name }) => name)), ["Run 1"]);

    await page.evaluate(() => onelayer.reset());
    const {
      run: { id: __, ...undisturbed },
      weights: same,
    } = await finish(page);
    assert.deepEqual(revived, undisturbed);
    assert.deepEqual(weights, same);
  },
);

pageTest(
  "what was loaded is there again after the training program has ended: from what is kept, else from the files",
  async (page) => {
    await page.locator("#data-files").setInputFiles(realShards.slice(0, 2));
    await page.waitForFunction(() => onelayer.data().splits.train > 5000);
    await page.getByText("Kept: data_batch_1").waitFor({ state: "attached" });
    await page.locator("#data-chip").click();
    await page.getByLabel("Role of data_batch_2").selectOption("unused");
    await page.waitForFunction(() => onelayer.data().unused === 10_000);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => onelayer.runs().at(-1)?.history.length === 1);
    const [before, run] = [await page.evaluate(() => onelayer.data()), await currentRun(page)];
    for (const forgotten of [false, true]) {
      if (forgotten) {
        page.once("dialog", (dialog) => dialog.accept());
        await page.locator("#data-chip").click();
        await page.getByLabel("Keep").uncheck();
        await page.getByRole("button", { name: "Forget" }).click();
        await page.getByText("Nothing is kept").waitFor();
        await page.keyboard.press("Escape");
      }
      await kill(await trainer(page));
      await notice(page, "Nothing is lost.").waitFor();
      assert.equal(await page.locator(".notice.loading").count(), 0, "nothing is being loaded any more");
      assert.deepEqual(await page.evaluate(() => onelayer.data()), before);
      assert.deepEqual({ ...(await currentRun(page)), id: 0 }, { ...run, id: 0 });
      await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
    }
  },
  { skip: withoutRealData },
);

pageTest(
  "files that were being opened when the training program ended are opened again; if it ends again, the page says so",
  async (page) => {
    await page.evaluate(() => onelayer.set({ epochs: 3 }));
    const { run } = await finish(page);
    const program = /loader\.wasm$/;
    await page.waitForFunction(
      (program) => performance.getEntriesByType("resource").some(({ name }) => RegExp(program).test(name)),
      program.source, // the page has fetched it in advance: that is not taken for the loader's start
    );
    /** Waits until the reading of files has begun, as far as it comes without its program. */
    const begun = () =>
      new Promise((/** @type {(go: () => Promise<void>) => void} */ resolve) =>
        page.context().route(program, (route) => resolve(() => route.continue()), { times: 1 }),
      );
    const names = () => page.evaluate(() => onelayer.data().name);
    const before = await names();

    const first = begun();
    await page.locator("#data-files").setInputFiles(realShards.slice(0, 1));
    await first;
    const second = begun();
    await kill(await trainer(page));
    await second;
    await notice(page, "Nothing is lost.").waitFor();
    assert.equal(await names(), before);
    await kill(await trainer(page));
    await notice(page, "Try again, with fewer files at once.").waitFor();
    await notice(page, "Nothing is lost.").waitFor();

    const third = begun();
    await page.locator("#data-files").setInputFiles(realShards.slice(0, 1));
    await third;
    assert.equal(await notice(page, "Try again, with fewer files").count(), 0);
    const fourth = begun();
    await kill(await trainer(page));
    const go = await fourth;
    assert.equal(await names(), before);
    await go();
    await page.waitForFunction(() => onelayer.data().splits.train > 5000);
    assert.equal(await notice(page, "Try again, with fewer files").count(), 0);
    const kept = await page.evaluate(() => onelayer.runs()[0]);
    assert.deepEqual({ ...kept, id: 0 }, { ...run, id: 0 });
  },
  { skip: withoutRealData },
);

pageTest(
  "a part that the host has no more is named, with a reload that loses nothing",
  async (page) => {
    const gone = /(checker|loader)\.wasm$/;
    await page.context().route(gone, (route) => route.fulfill({ status: 404 }));
    await page.evaluate(() => onelayer.set({ epochs: 2 }));
    const { run } = await finish(page);
    const check = () =>
      page.evaluate(() =>
        onelayer.checkGradient({ batchSize: 1 }).then(
          () => "",
          ({ message }) => message,
        ),
      );
    assert.match(await check(), /The part that checks gradients could not be loaded/);
    await notice(page, "The part that checks gradients could not be loaded").waitFor();
    const shard = { name: "data_batch_1.bin", mimeType: "", buffer: Buffer.alloc(3073) };
    await page.locator("#data-files").setInputFiles(shard);
    const unread = notice(page, "The part that reads files could not be loaded");
    const reload = unread.getByRole("button", { name: "Reload" });
    await reload.waitFor();
    assert.equal(await page.locator(".notice").count(), 1, "it is said once");

    await page.context().unroute(gone);
    await Promise.all([page.waitForEvent("load"), reload.click()]);
    await page.waitForFunction(() => "onelayer" in window);
    await page.evaluate(() => onelayer.ready);
    await page.waitForFunction(() => onelayer.runs().length === 2);
    const [kept] = await page.evaluate(() => onelayer.runs());
    assert.deepEqual({ ...kept, id: run.id }, run);
    assert.equal(await check(), "");
  },
  { expectedErrors: [/404/] },
);
