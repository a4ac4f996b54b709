// The main journey, from three shards to a file that is taken away: by keys alone, or with one finger. At every stop
// it is asked what has the focus, what that is called, whether it is seen to have it, and what was said.

import assert from "node:assert/strict";

import { realShards } from "./data.js";

/** @typedef {import("playwright-core").Page} Page */

/** The announcements on the way, in each language. @type {Record<string, Record<string, RegExp>>} */
const said = {
  en: {
    loading: /^Loading data_batch_1\.bin/,
    data: /10,000 train · 10,000 validation · 10,000 test/,
    preset: /^C\. λ 0\.1, η 0\.001, batch size 100, 40 epochs\.$/,
    paused: /^Run \d+ paused, epoch \d+ of 2,?000\./,
    step: /^Step [\d,]+, batch loss \d\.\d{4}; after it, \d\.\d{4} on the same 100 images\.$/,
    epoch: /^Run \d+, epoch \d+$/,
    zoom: /^Charts of epochs [\d,]+ to [\d,]+\.$/,
    predicted: /^Predicted: \w+, [\d.]+\s%\. (Right\.|Wrong: it is \w+\.)$/,
    gradient: /^The gradient is right/,
    reportPaused: /^Paused at epoch \d+\. Report A: /,
    reportStopped: /^Stopped at epoch \d+\. Report A: /,
    copied: /^Copied\.$|^This browser doesn’t let the page copy: the link is selected/,
    saved: /^Saved: onelayer-curves\.csv$/,
  },
  sv: {
    loading: /^Laddar data_batch_1\.bin/,
    data: /10\s000 träning · 10\s000 validering · 10\s000 test/,
    preset: /^C\. λ 0,1, η 0,001, /,
    paused: /^Körning \d+.*pausad, epok \d+ av 2\s?000\./,
    step: /^Steg [\d\s]+, minibatchens förlust \d,\d{4}; efter steget \d,\d{4} på samma 100 bilder\.$/,
    epoch: /^Körning \d+, epok \d+$/,
    zoom: /^Diagram över epok [\d\s]+ till [\d\s]+\.$/,
    predicted: /^Klassas som [\wåäö]+, [\d,]+\s%\. (Rätt\.|Fel: rätt klass är [\wåäö]+\.)$/,
    gradient: /^Gradienten stämmer/,
    reportPaused: /^Pausad vid epok \d+\. /,
    reportStopped: /^Stoppad vid epok \d+\. /,
    copied: /^Kopierad\.$|^Webbläsaren låter inte sidan kopiera: länken är markerad/,
    saved: /^Sparad: onelayer-curves\.csv$/,
  },
};

/** The page as a hand and an ear have it. */
export class Journey {
  #page;
  #said;
  #heard = 0;

  /**
   * @param {Page} page
   * @param {"en" | "sv"} language
   */
  constructor(page, language) {
    this.#page = page;
    this.#said = /** @type {Record<string, RegExp>} */ (said[language]);
  }

  /** Listens to everything that says by itself what changes, from now on. */
  async listen() {
    await this.#page.evaluate(() => {
      /** @type {string[]} */
      const told = [];
      /** @type {WeakMap<Element, string>} */
      const last = new WeakMap();
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const region = element?.closest("[role=status], [role=alert], [aria-live]");
          const text = region?.textContent ?? "";
          if (!region || !text || text === last.get(region)) continue;
          last.set(region, text);
          told.push(text);
        }
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
      Object.assign(window, { told });
    });
  }

  /** Waits for a sentence of the journey, after those heard before. @param {string} what */
  async hear(what) {
    const { source, flags } = /** @type {RegExp} */ (this.#said[what]);
    const heard = await this.#page
      .waitForFunction(
        ({ source, flags, from }) => {
          const { told } = /** @type {any} */ (window);
          const heard = new RegExp(source, flags);
          const at = told.slice(from).findIndex((/** @type {string} */ text) => heard.test(text));
          return at < 0 ? 0 : from + at + 1;
        },
        { source, flags, from: this.#heard },
        { timeout: 120_000 },
      )
      .catch(async () => {
        const told = await this.#page.evaluate((from) => /** @type {any} */ (window).told.slice(from), this.#heard);
        throw new Error(`“${what}” was not said; heard: ${JSON.stringify(told)}`);
      });
    this.#heard = await heard.jsonValue();
  }

  /**
   * Goes with Tab, or back, until something of that kind has the focus, and looks at it.
   * @param {string} selector
   * @param {RegExp} name what it says of itself
   */
  async tabTo(selector, name) {
    for (let presses = 0; presses < 160; presses++) {
      const key = await this.#page.evaluate(keyTowards, selector);
      if (!key) return this.#look(selector, name);
      await this.#page.keyboard.press(key);
    }
    assert.fail(`Tab does not come to ${selector}`);
  }

  /**
   * What has the focus is seen, and seen to have it, and says what it is.
   * @param {string} selector
   * @param {RegExp} name
   */
  async #look(selector, name) {
    await this.#page.waitForFunction(isClear, null, { timeout: 30_000 }).catch(async () => {
      const focused = await this.#page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      assert.fail(`the focus on ${selector} is not seen: ${focused}`);
    });
    assert.match(await this.#page.locator(":focus").ariaSnapshot(), name, selector);
  }

  /** Waits until something has the focus by itself. @param {string} selector */
  async focusGoesTo(selector) {
    await this.#page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
  }
}

/**
 * In the page: the key that goes from what has the focus towards something, none when it is there. A panel's content
 * comes after the button that opens it, wherever it stands.
 * @param {string} selector
 */
function keyTowards(selector) {
  const focused = document.activeElement ?? document.body;
  if (focused.matches(selector)) return "";
  const there = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const panel = there?.closest("[popover]");
  if (!there || focused === document.body || (panel && !panel.contains(focused))) return "Tab";
  return focused.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";
}

/** In the page: whether what has the focus is in sight, with an outline and nothing over it. */
function isClear() {
  const focused = document.activeElement;
  if (!focused) return false;
  const outlined = [focused, focused.nextElementSibling, focused.parentElement].some((one) => {
    const style = one && getComputedStyle(one);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const { left, top, width, height } = focused.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const clear = over && (focused.contains(over) || over.contains(focused) || over.closest("label")?.contains(focused));
  return outlined && clear;
}

/** @param {Page} page */
export const waitForShards = (page) =>
  page.waitForFunction(() => onelayer.data().splits.train === 10_000, null, { timeout: 120_000 });

/** @param {Page} page */
const begun = (page) =>
  page.waitForFunction(() => (onelayer.runs().at(-1)?.epoch ?? 0) >= 2, null, { timeout: 120_000 });

/**
 * Repeats an action when its effect does not come: a slow machine may redraw under the finger.
 * @param {() => Promise<void>} act
 * @param {import("playwright-core").Locator} effect
 */
async function until(act, effect) {
  for (let tries = 0; tries < 4; tries++) {
    await act();
    const seen = await effect
      .first()
      .waitFor({ timeout: 8000 })
      .then(
        () => true,
        () => false,
      );
    if (seen) return;
  }
  await effect.first().waitFor();
}

/**
 * The window that Space opens to choose files. On a busy machine a press is now and then lost, and tried again.
 * @param {Page} page
 */
async function chooser(page) {
  for (let tries = 0; tries < 4; tries++) {
    const [window] = await Promise.all([
      page.waitForEvent("filechooser", { timeout: 15_000 }).catch(() => null),
      page.keyboard.press("Space"),
    ]);
    if (window) return window;
  }
  return assert.fail("Space opens no window to choose files");
}

/**
 * Chooses the shards and hears of them. A load is soon over, and its end would replace its start if that still waited
 * for an earlier sentence to be spoken.
 * @param {Journey} way
 * @param {Page} page
 * @param {import("playwright-core").FileChooser} window
 */
async function loadShards(way, page, window) {
  await page.waitForTimeout(2000);
  await window.setFiles(realShards);
  await way.hear("loading");
  await waitForShards(page);
  await way.hear("data");
}

/**
 * The name of the file that a press saves.
 * @param {Page} page
 * @param {() => Promise<void>} press
 */
async function fileOf(page, press) {
  const file = page.waitForEvent("download");
  await press();
  return (await file).suggestedFilename();
}

/**
 * By keys alone.
 * @param {Page} page
 * @param {typeof fileOf} [savedBy]  how the browser tells of a file
 */
export async function journeyByKeys(page, savedBy = fileOf) {
  const key = (/** @type {string} */ name) => page.keyboard.press(name);
  const way = new Journey(page, "en");
  await way.listen();

  await way.tabTo("#data-chip", /button "Practice images, not CIFAR-10 2,000 train/);
  await key("Enter");
  await way.tabTo("#data-files", /button "Choose files…"/);
  await loadShards(way, page, await chooser(page));
  await way.focusGoesTo("#train-button");

  await way.tabTo(".preset:nth-child(3)", /button "Preset C/);
  await key("Enter");
  await way.hear("preset");
  await way.tabTo("[data-setting=epochs] input[type=text]", /textbox "epochs"/);
  await page.keyboard.type("2000"); // enough of them to be paused on a slow machine
  await key("Enter");
  await way.tabTo("#train-button", /button "Train"/);
  await key("Space");
  await begun(page);
  await until(() => key("Space"), page.locator("#step[aria-disabled=false]"));
  await way.hear("paused");
  await way.tabTo("#step", /button "Step"/);
  await key("Enter");
  await way.hear("step");

  await way.tabTo("#scrubber-range", /slider "/);
  await key("ArrowLeft");
  await page.locator("#scrubber-range[aria-valuetext*=epoch]").waitFor(); // the slider says it by itself
  await way.tabTo("#scrubber-now", /button "Back to live"/);
  await key("ArrowLeft");
  await way.hear("epoch");
  await key("+");
  await way.hear("zoom");

  await way.tabTo("#pages a[href='#inspect']", /link "Inspect"/);
  await key("Enter");
  await way.tabTo(".mode-switch input[value=weights]", /radio "Weights"/);
  await key("ArrowRight");
  await page.locator(".image-grid [role=option]").first().waitFor(); // the images are sorted by what is predicted
  await way.tabTo(".image-grid [role=option]", /option "/);
  await key("Enter");
  await way.hear("predicted");
  await way.tabTo(".mode-switch input[value=images]", /radio "Images"/);
  await key("ArrowRight");
  await page.getByRole("heading", { name: /%/ }).waitFor();
  await way.tabTo(".confusion-table button", /button "/);

  await way.tabTo("#pages a[href='#gradient']", /link "Gradient"/);
  await key("Enter");
  await way.tabTo(".gradient-buttons button", /button "Check"/);
  await key("Enter");
  await way.hear("gradient");

  await way.tabTo("#pages a[href='#report']", /link "Report"/);
  await key("Enter");
  await page.locator("#reproduce[aria-disabled=false]").waitFor();
  await way.tabTo("#reproduce", /button "Reproduce the report"/);
  await key("Enter");
  await page
    .locator("#report-line")
    .filter({ hasText: /epoch \d/ })
    .waitFor({ timeout: 120_000 });
  await key("Enter");
  await way.hear("reportPaused");
  await way.tabTo("#report-stop", /button "Stop"/);
  await key("Enter");
  await way.hear("reportStopped");

  await way.tabTo("#share-open", /button "Share/);
  await key("Enter");
  await way.tabTo("#share-copy", /button "Copy/);
  await key("Enter");
  await way.hear("copied");
  await key("Escape");
  await way.focusGoesTo("#share-open");
  await way.tabTo("#take-open", /button "Export/);
  await key("Enter");
  await way.tabTo("#take-csv", /button "/);
  assert.equal(await savedBy(page, () => key("Enter")), "onelayer-curves.csv");
  await way.hear("saved");
}

/**
 * With one finger, on a phone that speaks Swedish.
 * @param {Page} page
 */
export async function journeyByTouch(page) {
  const tap = async (/** @type {string} */ selector) => {
    const target = page.locator(selector).first();
    await target.tap();
  };
  const way = new Journey(page, "sv");
  await way.listen();

  await tap("#data-chip");
  const window = page.waitForEvent("filechooser");
  await page.locator("label:has(#data-files)").tap();
  await loadShards(way, page, await window);
  await way.focusGoesTo("#train-button");

  await tap("#settings-open");
  await tap(".preset:nth-child(3)");
  await way.hear("preset");
  await page.locator("[data-setting=epochs] input[type=text]").fill("2000"); // enough to be paused on a slow machine
  await page.keyboard.press("Enter");
  await page.locator("#settings-sheet .close").tap();
  await page.locator("#settings-sheet").waitFor({ state: "hidden" });
  await tap("#train-button");
  await begun(page);
  await until(() => tap("#train-button"), page.locator("#step[aria-disabled=false]"));
  await way.hear("paused");
  await tap("#step");
  await way.hear("step");

  await page.locator("#scrubber-range").scrollIntoViewIfNeeded();
  const range = await page.locator("#scrubber-range").boundingBox();
  assert.ok(range);
  await page.touchscreen.tap(range.x + 14, range.y + range.height / 2);
  await page.locator("#scrubber-where").filter({ hasText: "epok" }).waitFor();
  await page.locator("#scrubber-now").tap();
  await tap("#curves-open");
  await page.locator("#curves-menu button").first().tap();
  await way.hear("zoom");
  await page.keyboard.press("Escape");

  await tap("#pages a[href='#inspect']");
  await page.locator(".mode-switch label").nth(1).tap();
  await page.locator(".image-grid [role=option]").first().tap();
  await way.hear("predicted");
  await page.locator(".mode-switch label").nth(2).tap();
  await page.getByRole("heading", { name: /%/ }).waitFor();
  await page.locator(".confusion-table button").first().tap();

  await tap("#pages a[href='#gradient']");
  await page.locator(".gradient-buttons button").first().tap();
  await way.hear("gradient");

  await tap("#pages a[href='#report']");
  await tap("#reproduce");
  await page
    .locator("#report-line")
    .filter({ hasText: /epok \d/ })
    .waitFor({ timeout: 120_000 });
  await tap("#reproduce");
  await way.hear("reportPaused");
  await tap("#report-stop");
  await way.hear("reportStopped");

  await tap("#share-open");
  await tap("#share-copy");
  await way.hear("copied");
  await page.locator("#share-panel [popovertargetaction=hide]").tap();
  await tap("#more-open");
  await page.locator("[data-for=take-open]").tap();
  assert.equal(await fileOf(page, () => tap("#take-csv")), "onelayer-curves.csv");
  await way.hear("saved");
}
