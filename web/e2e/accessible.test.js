// For those who don't see the page, or see it large, in their own colours, or on a phone: what axe finds in every tab,
// panel and dialog, where the focus goes, and that nothing is lost when there is little room.

import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { PNG } from "pngjs";

import { pageTest, withoutWebGL } from "./harness.js";
import { waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const tabs = ["train", "report", "gradient", "inspect"];

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/**
 * What axe finds in the page as it stands.
 * @param {Page} page
 * @param {string} where
 */
async function findNothing(page, where) {
  // A heading is empty while what it names is computed.
  await page.waitForFunction(() =>
    [...document.querySelectorAll("h2, h3")].every(
      (heading) => !heading.checkVisibility() || heading.textContent?.trim(),
    ),
  );
  const found = await page.evaluate(async (rules) => {
    const { axe } = /** @type {any} */ (window);
    const { violations, passes } = await axe.run(document, { runOnly: rules });
    if (passes.length < 20) return ["axe looked at nearly nothing"];
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
    );
  }, rules);
  assert.deepEqual(found, [], where);
}

/**
 * @param {Page} page
 * @param {string} tab
 */
async function openTab(page, tab) {
  await page.locator(`#pages a[href="#${tab}"]`).click();
  await page.locator(`body[data-page=${tab}]`).waitFor();
}

/** @param {Page} page */
async function trainAnEpoch(page) {
  await page.evaluate(() => onelayer.set({ epochs: 1 }));
  await page.locator("#train-button").click();
  await waitForStatus(page, "finished");
}

/**
 * Every tab, every mode of Inspect, and every panel and dialog that a button on one of them opens; each gives the
 * focus back to its button.
 * @param {Page} page
 * @param {(where: string) => Promise<void>} look
 */
async function visitAll(page, look) {
  const seen = new Set();
  for (const tab of tabs) {
    await openTab(page, tab);
    await look(tab);
    const openers = await page
      .locator("button[aria-haspopup=dialog][id]")
      .evaluateAll((buttons) => buttons.filter((button) => button.checkVisibility()).map(({ id }) => id));
    for (const id of openers.filter((id) => !seen.has(id))) {
      seen.add(id);
      await page.locator(`#${id}`).click();
      await page.locator(":is(dialog[open], :popover-open)").first().waitFor();
      await look(`${tab}, opened by #${id}`);
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement?.id), id, "the focus is back");
    }
  }
  for (const mode of await page.locator(".mode-switch label:visible").all()) {
    await mode.click();
    await look(`inspect, ${await mode.innerText()}`);
  }
  assert.ok(seen.size >= 4, `panels and dialogs are found: ${[...seen].join(", ")}`);
}

const looks = /** @type {[string, import("playwright-core").BrowserContextOptions][]} */ ([
  ["wide and light", { viewport: { width: 1280, height: 720 }, colorScheme: "light" }],
  ["wide and dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["a phone", { ...phone, colorScheme: "light" }],
  ["a phone on its side, dark", { viewport: { width: 844, height: 390 }, hasTouch: true, colorScheme: "dark" }],
]);

for (const [look, context] of looks) {
  pageTest(
    `axe finds nothing, ${look}`,
    async (page) => {
      await page.addScriptTag({ path: axe });
      await trainAnEpoch(page);
      await visitAll(page, (where) => findNothing(page, where));

      await openTab(page, "train");
      await page.locator("#why-open").click();
      await findNothing(page, "the conclusions");
      await page.locator("#why .close").click();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "why-open", "the focus is back");
      await page.locator("#runs .term").first().hover();
      await page.locator("#glossary:popover-open").waitFor();
      await findNothing(page, "a word explained");
      await page.keyboard.press("Escape");
      await page.locator("#more-open").click();
      await page.locator("#tour-start").click();
      await findNothing(page, "the guided tour");
      await page.keyboard.press("Escape");
      await page.locator("#history-switch").click();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await findNothing(page, "the figures as a table");
      await page.locator("td.menu button[aria-haspopup]").first().click();
      await findNothing(page, "a run's menu");
      await page.keyboard.press("Escape");
    },
    { context: { ...context, bypassCSP: true } },
  );
}

pageTest("every stop of the Tab key is seen", async (page) => {
  for (const tab of tabs) {
    await openTab(page, tab);
    await page.locator("#pages a").first().focus();
    /** @type {unknown[][]} */
    const [unseen = [], stops = []] = [[], []];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return null;
        const marked = [focused, focused.nextElementSibling, focused.parentElement].some((element) => {
          const style = element && getComputedStyle(element);
          return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        });
        const { left, top, width, height } = focused.getBoundingClientRect();
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        const clear =
          !over || focused.contains(over) || over.contains(focused) || over.closest("label")?.contains(focused);
        return {
          marked,
          clear,
          name: focused.id || focused.getAttribute("aria-label") || focused.textContent?.trim().slice(0, 40),
        };
      });
      if (!stop) break;
      stops.push(stop.name);
      if (!stop.marked || !stop.clear) unseen.push(stop);
    }
    assert.deepEqual(unseen, [], tab);
    assert.ok(stops.length > 12, `${tab}: ${stops.join(", ")}`);
  }
});

const narrow = [
  { width: 320, height: 640 },
  { width: 640, height: 360 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
];

for (const viewport of narrow) {
  pageTest(
    `nothing is lost or scrolled to sideways at ${viewport.width} × ${viewport.height}`,
    async (page) => {
      for (const tab of tabs) {
        await openTab(page, tab);
        const { wide, lost } = await page.evaluate(() => {
          const controls = [...document.querySelectorAll("main :is(button, input, select), header :is(a, button)")];
          const inScroller = (/** @type {Element} */ element) => element.closest(".scroller, .film") !== null;
          return {
            wide: document.documentElement.scrollWidth - innerWidth,
            lost: controls
              .filter(
                (control) =>
                  control.checkVisibility({ visibilityProperty: true }) &&
                  !inScroller(control) &&
                  !control.matches("[type=file]"),
              )
              .filter(
                (control) =>
                  control.getBoundingClientRect().right > innerWidth + 1 || control.getBoundingClientRect().left < -1,
              )
              .map((control) => control.id || control.getAttribute("aria-label") || control.textContent),
          };
        });
        assert.deepEqual([wide <= 0, lost], [true, []], `${tab}: ${wide} pixels too wide`);
      }
    },
    { context: { viewport } },
  );
}

pageTest(
  "a thumb finds every button of a phone's header and bars",
  async (page) => {
    for (const tab of tabs) {
      await openTab(page, tab);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("header.top :is(a, button), .column button")]
          .filter((target) => target.checkVisibility())
          .filter((target) => target.getBoundingClientRect().height < 43.5)
          .map((target) => `${target.id || target.textContent} ${target.getBoundingClientRect().height}`),
      );
      assert.deepEqual(small, [], tab);
    }
  },
  { context: phone },
);

pageTest("what the charts show is told and stands as a table", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.locator("#train-button").click();
  await page
    .locator("#announcer")
    .filter({ hasText: /Run 1 finished, epoch 2 of 2.*train cost \d.*test cost/ })
    .waitFor({ state: "attached" });

  await openTab(page, "report");
  await page.locator("#history-switch").click();
  await page.getByRole("button", { name: "Reproduce the report" }).click();
  await page
    .locator("#announcer")
    .filter({ hasText: /Report A: epoch 40 of 40.*Report D/ })
    .waitFor({ state: "attached" });
  await page.waitForFunction(
    () =>
      onelayer
        .runs()
        .filter((run) => run.name.startsWith("Report"))
        .every((run) => run.status === "finished"),
    null,
    { timeout: 240_000 },
  );
  const table = page.locator("#report-history tbody tr");
  await page.waitForFunction(() => document.querySelectorAll("#report-history tbody tr").length === 41);
  const last = await table.first().locator("td").allInnerTexts();
  const costs = await page.evaluate(() =>
    onelayer
      .runs()
      .filter((run) => run.name.startsWith("Report"))
      .flatMap((run) => [run.history.at(-1)?.train.cost, run.history.at(-1)?.validation.cost]),
  );
  assert.deepEqual(
    last.map(Number),
    costs.map((cost) => Number(cost?.toFixed(3))),
  );
});

pageTest(
  "who wants little motion gets none",
  async (page) => {
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== "0s" || animationName !== "none";
        })
        .map((element) => element.id || element.className),
    );
    assert.deepEqual(moving, []);
  },
  { context: { reducedMotion: "reduce" } },
);

/** The lines of a chart in the two themes. */
const series = { light: ["0072b2", "d55e00"], dark: ["56b4e9", "e69f00"] };

pageTest(
  "with forced colours all that carries data is still seen, light and dark, and what is chosen differs",
  async (page) => {
    await page.keyboard.press("2");
    const [chosen, other] = await page
      .locator(".preset")
      .evaluateAll((presets) =>
        ["true", "false"].map(
          (pressed) =>
            presets
              .filter((preset) => preset.getAttribute("aria-pressed") === pressed)
              .map((preset) => getComputedStyle(preset).backgroundColor)[0],
        ),
      );
    assert.notEqual(chosen, other);
    await page.evaluate(() => onelayer.set({ epochs: 4 }));
    await page.evaluate(() => onelayer.play());
    await waitForStatus(page, "finished");
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator("#pages").getByRole("link", { name: "Train" }).click();
      assert.ok((await coloursOf(page.locator("#train-button"))).size > 1, "Train has letters");
      await eventually(page.locator("#view"), (seen) => series[theme].every((colour) => (seen.get(colour) ?? 0) > 20));
      await page.locator("#pages").getByRole("link", { name: "Inspect" }).click();
      await lookAtImage(page);
      await lookAtConfusion(page);
    }
  },
  { context: { forcedColors: "active" } },
);

/** The bars of the probabilities, the tag and both signs' colours. @param {Page} page */
async function lookAtImage(page) {
  await page.getByRole("radio", { name: "Images" }).check();
  await page.locator(".image-grid [role=option]").first().click();
  const shares = page.locator(".scores tbody .score-share");
  await shares.filter({ hasText: "%" }).nth(9).waitFor();
  for (const cell of [...(await shares.all()).slice(0, 2), page.locator("tr:has(.tag.predicted:visible) .score-share")])
    near(await filled(cell.locator(".share-bar")), parseFloat(await cell.innerText()) / 100);
  assert.ok((await coloursOf(page.locator(".tag.predicted:visible"))).size > 1, "the tag has letters");
  const scale = await rowOf(page.locator(".explanation .legend-bar:visible").first());
  assert.equal(new Set([scale[3], scale[scale.length >> 1], scale.at(-4)]).size, 3, "both signs and zero");
}

/** The shades, their scale, a bar and the histogram. @param {Page} page */
async function lookAtConfusion(page) {
  await page.getByRole("radio", { name: "Confusion" }).check();
  const recall = page.locator("td.confusion-recall").first();
  await recall.filter({ hasText: "%" }).waitFor();
  near(await filled(recall.locator(".confusion-bar")), parseFloat(await recall.innerText()) / 100);
  const cells = await page.locator(".confusion-table button").evaluateAll((buttons) =>
    buttons.map((button) => {
      const { backgroundColor, color } = getComputedStyle(button);
      return { ground: backgroundColor, ink: color };
    }),
  );
  assert.ok(new Set(cells.map(({ ground }) => ground)).size > 10, "shades of the shares");
  assert.ok(cells.every(({ ground, ink }) => ground !== ink));
  const shades = await rowOf(page.locator(".confusion-scale i"));
  assert.notEqual(shades[3], shades.at(-4), "the scale has shades");
  const bars = page.locator(".histogram-picture").first();
  const fills = await bars
    .locator("rect.right, rect.wrong")
    .evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
  assert.equal(new Set(fills).size, 2, "right and wrong differ");
}

/** @param {import("playwright-core").Locator} place */
async function pictureOf(place) {
  const { data, width, height } = PNG.sync.read(await place.screenshot());
  const at = (/** @type {number} */ i) => data.subarray(4 * i, 4 * i + 3).toString("hex");
  return { width, height, at };
}

/** How many pixels a place has of each colour. @param {import("playwright-core").Locator} place */
async function coloursOf(place) {
  const { width, height, at } = await pictureOf(place);
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (let i = 0; i < width * height; i++) seen.set(at(i), (seen.get(at(i)) ?? 0) + 1);
  return seen;
}

/** The colours from left to right through its middle. @param {import("playwright-core").Locator} place */
async function rowOf(place) {
  const { width, height, at } = await pictureOf(place);
  return Array.from({ length: width }, (_, x) => at((height >> 1) * width + x));
}

/** How much of a bar has the colour of its frame. @param {import("playwright-core").Locator} bar */
async function filled(bar) {
  const [frame, ...inside] = await rowOf(bar);
  return inside.slice(0, -1).filter((colour) => colour === frame).length / (inside.length - 1);
}

/** @param {number} is @param {number} wanted */
function near(is, wanted) {
  assert.ok(Math.abs(is - wanted) < 0.05, `a bar of ${is} for ${wanted}`);
}

/**
 * Waits until a place looks so.
 * @param {import("playwright-core").Locator} place
 * @param {(seen: Map<string, number>) => boolean} enough
 */
async function eventually(place, enough) {
  const deadline = Date.now() + 60_000;
  while (!enough(await coloursOf(place))) {
    assert.ok(Date.now() < deadline, `${place}: a colour is missing`);
    await place.page().waitForTimeout(200);
  }
}
