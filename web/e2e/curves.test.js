// The charts under the mouse, the finger and the keys: what they show is read from the text beside them and from the
// screen.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

/** @typedef {import("playwright-core").Page} Page */

const EPOCHS = 12;

/** @param {Page} page */
async function train(page) {
  await page.evaluate((epochs) => onelayer.set({ epochs }), EPOCHS);
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await waitForView(page, { colours: 500, curve: 100 });
}

/**
 * Waits until the view has drawn the last epoch, which it does when there is time: right of the lines it is the
 * nearest.
 * @param {Page} page
 */
async function waitForLastEpoch(page) {
  const { at } = await charts(page);
  for (let epoch = 0; epoch < EPOCHS;) {
    await page.mouse.move(...at(0, 0.9));
    epoch = await epochReadOut(page);
    await page.mouse.move(5, 5);
    await readout(page).waitFor({ state: "hidden" });
  }
}

/**
 * The lower part of the view, where the three charts stand side by side on a wide screen.
 * @param {Page} page
 */
async function charts(page) {
  const box = await page.locator("#view").boundingBox();
  assert.ok(box);
  /**
   * A place in a chart, by shares of its width and of the charts' height.
   * @type {(chart: number, x: number, y?: number) => [number, number]}
   */
  const at = (chart, x, y = 0.5) => [box.x + (box.width * (chart + x)) / 3, box.y + box.height - 170 + 120 * y];
  return { box, at };
}

/** @param {Page} page */
const readout = (page) => page.locator("#curves-readout");

/** The epoch that is read out. @param {Page} page */
async function epochReadOut(page) {
  for (let last = NaN; ;) {
    await readout(page).waitFor();
    const epoch = Number((await readout(page).innerText()).match(/epoch (\d+)/)?.[1]);
    if (epoch === last) return epoch;
    last = epoch; // the view may still be at an earlier place of the pointer
    await page.waitForTimeout(200);
  }
}

pageTest("the mouse over one chart reads all three at the nearest epoch", async (page) => {
  await train(page);
  await waitForLastEpoch(page);
  const { at } = await charts(page);
  await page.mouse.move(...at(0, 0.4));
  const epoch = await epochReadOut(page);
  assert.ok(epoch > 0 && epoch < EPOCHS, `epoch ${epoch}`);
  const point = await page.evaluate(
    (epoch) =>
      onelayer
        .runs()
        .at(-1)
        ?.history.find((point) => point.epoch === epoch),
    epoch,
  );
  assert.ok(point);
  const text = await readout(page).innerText();
  for (const split of [point.train, point.validation]) {
    for (const figure of [split.cost.toFixed(3), split.loss.toFixed(3), `${(100 * split.accuracy).toFixed(1)}\u00a0%`])
      assert.ok(text.includes(figure), `${figure} in ${text}`);
  }
  await page.mouse.move(...at(2, 0.7));
  await page.waitForFunction(
    (before) => !document.querySelector("#curves-readout")?.textContent?.includes(`epoch ${before}`),
    epoch,
  );
  await page.mouse.move(5, 5);
  await readout(page).waitFor({ state: "hidden" });
});

pageTest("the wheel zooms about the pointer, a drag pans, a double press shows all again", async (page) => {
  await page.emulateMedia({ reducedMotion: "reduce" }); // a drag starts from the current epochs: no animation
  await train(page);
  await waitForLastEpoch(page);
  const { at } = await charts(page);
  await page.mouse.move(...at(0, 0.4));
  const pointed = await epochReadOut(page);
  await page.locator("#curves-open").click();
  const reset = page.locator("#curves-menu button").filter({ hasText: "Reset zoom" });
  assert.equal(await reset.getAttribute("aria-disabled"), "true");
  await page.keyboard.press("Escape");

  await page.mouse.move(...at(0, 0.4));
  await page.mouse.wheel(0, -400);
  await page.locator("#curves-menu button[aria-disabled=false]").waitFor({ state: "attached" });
  await page.mouse.move(...at(0, 0.41));
  await page.mouse.move(...at(0, 0.4));
  assert.equal(await epochReadOut(page), pointed, "what the pointer was at stays under it");

  await page.mouse.down();
  await page.mouse.move(...at(0, 0.2), { steps: 5 });
  await page.mouse.up();
  assert.equal(await epochReadOut(page), pointed, "what is dragged stays under the pointer");

  await page.mouse.dblclick(...at(1, 0.4));
  await page.locator("#curves-menu button[aria-disabled=true]").waitFor({ state: "attached" });
});

pageTest("keys and the menu zoom; a drag of nothing chooses nothing", async (page) => {
  await train(page);
  await page.keyboard.press("+");
  const reset = page.locator("#curves-menu button", { hasText: "Reset zoom" });
  await reset.and(page.locator("[aria-disabled=false]")).waitFor({ state: "attached" });
  await page.keyboard.press("0");
  await reset.and(page.locator("[aria-disabled=true]")).waitFor({ state: "attached" });
  await page.locator("#curves-open").click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await reset.and(page.locator("[aria-disabled=false]")).waitFor();
  await reset.click();
  await reset.and(page.locator("[aria-disabled=true]")).waitFor();
});

pageTest(
  "the switch on the chart makes cost and loss logarithmic, in what is taken away too, and is remembered",
  async (page) => {
    await train(page);
    const { box } = await charts(page);
    const charted = async () => /log scale/.test(await takeSvg(page));
    assert.ok(!(await charted()));
    await pressInChart(page, box, "log");
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector("#curves-log")).checked);
    assert.ok(await charted());
    await page.reload();
    await page.waitForFunction(
      () => /** @type {HTMLInputElement | null} */ (document.querySelector("#curves-log"))?.checked,
    );
    await page.evaluate(() => onelayer.ready);
    await page.locator("#curves-open").click();
    await page.getByRole("switch", { name: "Log scale for cost and loss" }).click();
    await page.keyboard.press("Escape");
    assert.ok(!(await charted()), "the menu's switch is the same");
  },
);

pageTest(
  "a chart's title enlarges it over all charts, Escape and a second press bring the others back",
  async (page) => {
    await train(page);
    const { box } = await charts(page);
    const curvesInSvg = async () => ((await takeSvg(page)).match(/>epoch</g) ?? []).length;
    assert.equal(await curvesInSvg(), 3);
    const pressed = page.locator("#curves-menu button[aria-pressed=true]");
    await pressInChart(page, box, "title");
    await pressed.waitFor({ state: "attached" });
    assert.equal((await pressed.innerText().catch(() => "")) || (await pressed.textContent()), "cost");
    assert.equal(await curvesInSvg(), 1);
    await page.keyboard.press("Escape");
    await pressed.waitFor({ state: "detached" });
    assert.equal(await curvesInSvg(), 3);
  },
);

pageTest("losses of minibatches and the best validation epoch are in the charts", async (page) => {
  await train(page);
  const svg = await takeSvg(page);
  assert.match(svg, />minibatch loss</);
  const { history } = (await page.evaluate(() => onelayer.runs())).at(-1) ?? { history: [] };
  const lowest = history.reduce((best, point) => (point.validation.loss < best.validation.loss ? point : best));
  const highest = history.reduce((best, point) =>
    point.validation.accuracy > best.validation.accuracy ? point : best,
  );
  const marked = [...svg.matchAll(/>best: epoch (\d+)</g)].map(([, epoch]) => Number(epoch));
  assert.deepEqual(marked, [lowest.epoch, highest.epoch]);
  const points = [...svg.matchAll(/<polyline[^>]* points="([^"]*)"/g)].map(
    ([, places]) => places?.split(" ").length ?? 0,
  );
  assert.ok(Math.max(...points) > 10 * EPOCHS, `the longest line has ${Math.max(...points)} points`);
});

pageTest(
  "on a phone a finger drags the crosshair, two fingers zoom, and up and down scrolls the page",
  async (page) => {
    await train(page);
    const y = 500; // of the window, where the last chart is brought to
    await page.evaluate((y) => {
      const bottom = document.querySelector("#view")?.getBoundingClientRect().bottom ?? 0;
      scrollBy(0, bottom - 110 - y);
    }, y);
    const before = await page.evaluate(() => scrollY);
    const touch = await fingersOn(page);
    await touch.drag([[90, y]], [[200, y]]);
    const epoch = await epochReadOut(page);
    assert.ok(epoch > 2 && epoch < EPOCHS, `epoch ${epoch}`);

    const reset = page.locator("#curves-menu button", { hasText: "Reset zoom" });
    await touch.drag(
      [
        [140, y],
        [200, y],
      ],
      [
        [90, y],
        [250, y],
      ],
    );
    await reset.and(page.locator("[aria-disabled=false]")).waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => visualViewport?.scale), 1, "the page itself is not zoomed");

    await touch.drag([[200, y]], [[200, y - 150]]);
    await page.waitForFunction((before) => scrollY > before + 50, before);
  },
  { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
);

/** @typedef {[number, number][]} Places of fingers */

/**
 * Fingers that the browser takes for real ones.
 * @param {Page} page
 */
async function fingersOn(page) {
  const session = await page.context().newCDPSession(page);
  /** @param {string} type @param {Places} places */
  const send = (type, places) =>
    session.send("Input.dispatchTouchEvent", {
      type: /** @type {"touchStart"} */ (type),
      touchPoints: places.map(([x, y], id) => ({ x, y, id })),
    });
  return {
    /** @param {Places} from @param {Places} to */
    async drag(from, to) {
      for (let i = 1; i <= from.length; i++) await send("touchStart", from.slice(0, i));
      for (let step = 1; step <= 10; step++) {
        await send(
          "touchMove",
          from.map(([x, y], i) => [
            x + ((to[i]?.[0] ?? x) - x) * (step / 10),
            y + ((to[i]?.[1] ?? y) - y) * (step / 10),
          ]),
        );
      }
      await send("touchEnd", []);
    },
  };
}

/**
 * What the view shows, as an SVG file.
 * @param {Page} page
 */
async function takeSvg(page) {
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.locator("#take-svg").click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const part of stream) text += part;
  await page.keyboard.press("Escape");
  return text;
}

/**
 * Presses the first chart's title or the switch beside it. Where they stand is read from the picture to take away,
 * which is as large as the view.
 * @param {Page} page
 * @param {{x: number, y: number}} box of the view
 * @param {"title" | "log"} what
 */
async function pressInChart(page, box, what) {
  const [, x, y] = (await takeSvg(page)).match(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>cost</) ?? [];
  assert.ok(x && y);
  await page.mouse.click(box.x + Number(x) + (what === "log" ? 62 : 8), box.y + Number(y) - 5);
}
