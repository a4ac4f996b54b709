// The canvas is a view: it draws, it may be lost and come back, and the page does without it.

import assert from "node:assert/strict";

import { launchBrowser } from "./browser.js";
import { pageTest } from "./harness.js";
import { currentRun, waitForEpoch, waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

pageTest(
  "a view that loses its context comes back with the run's pictures and curves, and training goes on",
  async (page) => {
    await page.evaluate(() => onelayer.play());
    await waitForEpoch(page, 5);
    await waitForView(page, { colours: 1000, curve: 50 });

    await loseContext(page);

    await waitForStatus(page, "finished");
    await waitForView(page, { colours: 1000, curve: 100 });
    assert.equal((await page.evaluate(() => onelayer.runs())).length, 1, "the page itself was not reloaded");
  },
);

pageTest("the wheel scrolls the page and Tab passes by, wherever the pointer is", async (page) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await waitForView(page, { colours: 500 });
  const box = await page.locator("#view").boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollHeight > innerHeight),
    "the page has something to scroll to",
  );
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0);
  const visited = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName));
  }
  assert.ok(!visited.includes("view"), `Tab went ${visited}`);
});

/** The view's frame. @param {import("./harness.js").Page} page */
function viewOf(page) {
  const view = page.frames().find((frame) => new URL(frame.url()).pathname.endsWith("/view.html"));
  assert.ok(view);
  return view;
}

/** The worker of the view. @param {import("./harness.js").Page} page */
function programOf(page) {
  const program = page.workers().find((worker) => worker.url().endsWith("/program.js"));
  assert.ok(program);
  return program;
}

/** Takes the context from the view, which starts again. @param {import("./harness.js").Page} page */
async function loseContext(page) {
  const reloaded = page.waitForEvent("framenavigated");
  await programOf(page).evaluate(() => {
    const canvas = /** @type {OffscreenCanvas} */ (Reflect.get(self, "canvas"));
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await reloaded;
}

pageTest("a view that loses its context again and again goes on without WebGL", async (page) => {
  await page.evaluate(() => onelayer.play());
  for (let lost = 0; lost < 4; lost++) {
    await waitForView(page, { colours: 1000, curve: 50 });
    await loseContext(page);
  }
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("canvas.flat"));
  await waitForView(page, { colours: 1000, curve: 100 });
});

pageTest(
  "without WebGL the page draws the same pictures and charts, which answer the pointer",
  async (page) => {
    /** @type {(string | undefined)[]} */
    const fetched = [];
    page.context().on("request", (request) => fetched.push(request.url().split("/").at(-1)));
    await page.reload();
    await page.evaluate(() => onelayer.ready);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await waitForStatus(page, "finished");
    await waitForView(page, { colours: 1000, curve: 100 });
    assert.equal(await page.locator("#history").isVisible(), false, "the table is not needed");
    assert.ok(fetched.includes("canvas2d.wasm") && !fetched.includes("canvas.wasm"), fetched.join());
    const box = await page.locator("#view").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 0.2 * box.width, box.y + 0.8 * box.height);
    await page
      .locator("#curves-readout")
      .filter({ hasText: /epoch \d/ })
      .waitFor();
  },
  { launch: () => launchBrowser({ webgl: false }), expectedErrors: [/WebGL|context/i] },
);

for (const [what, act] of /** @type {const} */ ([
  ["ends without a word", "close()"],
  ["hangs", "while (true);"],
])) {
  pageTest(`a view whose program ${what} is started again`, async (page) => {
    await waitForView(page, { colours: 500 });
    programOf(page)
      .evaluate(act)
      .catch(() => {}); // it has no answer
    await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("canvas.flat"));
    await page.evaluate(() => onelayer.play());
    await waitForView(page, { colours: 1000, curve: 50 });
  });
}

pageTest("?draw=2d does without WebGL where there is some", async (page) => {
  await page.goto(`${new URL(page.url()).origin}/?draw=2d`);
  await page.evaluate(() => onelayer.ready);
  await waitForView(page, { colours: 500 });
  assert.equal(await viewOf(page).locator("canvas.flat").count(), 1);
  await page.evaluate(() => onelayer.set({ l2: 0.3 }));
  await page.waitForFunction(() => location.search.includes("0.3"));
  assert.match(page.url(), /draw=2d/, "the address keeps it");
});

pageTest(
  "a view that can't be drawn either way is offered again, until it is there",
  async (page) => {
    await page.route("**/canvas*.wasm", (route) => route.abort());
    await page.reload();
    await page.evaluate(() => onelayer.ready);
    const notice = page.locator(".notice", { hasText: "The pictures and charts have stopped" });
    const again = notice.getByRole("button", { name: "Open them again" });
    await again.click();
    await notice.waitFor({ state: "detached" });
    await notice.waitFor();
    await page.locator("#history").waitFor();

    await page.unroute("**/canvas*.wasm");
    await again.click();
    await waitForView(page, { colours: 500 });
    await page.locator("#history").waitFor({ state: "hidden" });
    assert.equal(await notice.count(), 0);
  },
  { expectedErrors: [/ERR_FAILED/] },
);

pageTest(
  "with a view that can't start the page shows all figures as text",
  async (page) => {
    await page.route("**/canvas*.wasm", (route) => route.abort());
    await page.reload();
    await page.evaluate(() => onelayer.ready);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await waitForStatus(page, "finished");
    const run = await currentRun(page);
    await page.locator("#history").waitFor();
    assert.equal(await page.locator("#history tbody tr").count(), run.settings.epochs + 1);
    assert.ok(run.test);
  },
  { expectedErrors: [/ERR_FAILED/] },
);
