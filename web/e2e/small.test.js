// Fingers, small screens and long words: targets are large enough, and nothing is cut off.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

const tabs = ["train", "report", "gradient", "grid", "inspect"];
const modes = ["weights", "images", "confusion", "own"];

const touch = { hasTouch: true, isMobile: true };

/**
 * Shows each tab and each mode of Inspect in turn.
 * @param {Page} page
 * @param {(place: string) => Promise<void>} look
 */
async function everywhere(page, look) {
  for (const tab of tabs) {
    await page.locator(`#pages a[href="#${tab}"]`).click();
    await page.locator(`body[data-page=${tab}]`).waitFor();
    if (tab !== "inspect") await look(tab);
    for (const mode of tab === "inspect" ? modes : []) {
      await page.locator(`.mode-switch input[value=${mode}]`).first().check({ force: true });
      await look(mode);
    }
  }
}

/** @param {Page} page */
async function trainShortly(page) {
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
}

for (const viewport of [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 844, height: 390 },
]) {
  pageTest(
    `a finger finds all that can be pressed at ${viewport.width} × ${viewport.height}`,
    async (page) => {
      await trainShortly(page);
      await everywhere(page, async (place) => {
        const small = await page.evaluate(() => {
          const found = [];
          const main = ".top, .training, .report-buttons, .gradient-buttons, .grid-buttons, .scrubber";
          for (const target of document.querySelectorAll("a, button, input, select, summary, .term, label.button")) {
            if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
            if (target.matches("[type=file], .confusion-table *")) continue; // the table scrolls, its cells are a grid
            const label = target.matches("[type=radio], [type=checkbox]") ? target.closest("label") : null;
            const { width, height } = (label ?? target).getBoundingClientRect();
            const least = target.closest(main) && !target.matches(".term, abbr") ? 43.5 : 23.5;
            const name = target.id || target.className || target.textContent;
            if (width < 23.5 || height < least) found.push(`${name} ${width}×${height}`);
          }
          return found;
        });
        assert.deepEqual(small, [], place);
      });
    },
    { context: { viewport, ...touch } },
  );
}

pageTest(
  "a phone on its side has all controls in one line, and both rows of pictures above it",
  async (page) => {
    await page.evaluate(() => onelayer.play());
    await page.waitForFunction(() => onelayer.runs().at(-1)?.status !== "ready");
    const [view, bar] = [await page.locator("#view").boundingBox(), await page.locator("#training").boundingBox()];
    assert.ok(view && bar);
    assert.ok(bar.height <= 60, `the bar is ${bar.height} high`);
    assert.ok(view.y + 250 <= bar.y, `${bar.y - view.y} pixels of the view are seen`); // scene/machine_test.go: 2 rows
  },
  { context: { viewport: { width: 844, height: 390 }, ...touch } },
);

pageTest(
  "a finger goes to each epoch by itself on a phone",
  async (page) => {
    await page.evaluate(() => onelayer.set({ epochs: 40 }));
    await page.evaluate(() => onelayer.play());
    await waitForStatus(page, "finished");
    const range = page.locator("#scrubber-range");
    await range.scrollIntoViewIfNeeded();
    const box = await range.boundingBox();
    assert.ok(box && box.width / 40 >= 8, `${box?.width} pixels for 40 epochs`);
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page
      .locator("#scrubber-where")
      .filter({ hasText: /epoch (19|20|21)$/ })
      .waitFor();
  },
  { context: { viewport: { width: 390, height: 844 }, ...touch } },
);

/** Texts that are cut off, overflow their control or cover another one. @param {Page} page */
const cut = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!holder?.checkVisibility({ visibilityProperty: true }) || !node.nodeValue?.trim()) continue;
      if (
        holder.closest(
          ".visually-hidden, .scroller, .film, .machine-figures, option, .chip, .scrubber-where, .run-name",
        )
      )
        continue; // what scrolls, or ends with dots and has its whole text elsewhere
      const control = holder.closest("button, label, summary, .button, legend, dt, h2, p");
      if (!control) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const [text, box] = [range.getBoundingClientRect(), control.getBoundingClientRect()];
      if (text.width < 2) continue;
      if (text.right > box.right + 1 || text.left < box.left - 1 || text.right > innerWidth + 1)
        found.push(`${control.id || control.className || control.tagName}: ${node.nodeValue.trim()}`);
    }
    const boxes = [...document.querySelectorAll("main button, header button, header a")]
      .filter((one) => one.checkVisibility() && !one.closest(".scroller, .confusion-table, .machine-buttons"))
      .map((one) => ({ one, box: one.getBoundingClientRect() }));
    for (const [i, { one, box }] of boxes.entries())
      for (const other of boxes.slice(i + 1)) {
        if (one.closest(".training") !== other.one.closest(".training")) continue; // the bar lies over the page
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 2 && high > 2 && !one.contains(other.one))
          found.push(`${one.textContent} over ${other.one.textContent}`);
      }
    return found;
  });

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 427, height: 240 }, // 300 % of it
  { width: 390, height: 844 },
]) {
  pageTest(
    `nothing is cut off at ${viewport.width} × ${viewport.height}`,
    async (page) => {
      await trainShortly(page);
      await everywhere(page, async (place) => assert.deepEqual(await cut(page), [], place));
      const status = await page.locator("#status-word").evaluate((word) => word.getBoundingClientRect().right);
      const settings = await page.locator("#settings-open").evaluate((button) => button.getBoundingClientRect());
      assert.ok(settings.width === 0 || status <= settings.left, "the status runs over the button beside it");
    },
    { context: { viewport } },
  );
}

/**
 * What words would be cut off, lie over others or widen the page if each were 30 % longer, as another language's may
 * be. All at once, so that nothing is drawn in between; then the words are as they were.
 * @param {Page} page
 */
const cutIfLonger = (page) =>
  page.evaluate(() => {
    const apart = ".visually-hidden, script, style, option, svg, math, .machine-figures, .no-report .report";
    const dotted = ".chip *, .run-name, .scrubber-where, [title]"; // they end with dots, the whole text is elsewhere
    /** @type {{node: Text, holder: HTMLElement, was: string}[]} */
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!holder?.checkVisibility({ visibilityProperty: true }) || !node.nodeValue?.trim()) continue;
      const ends = getComputedStyle(holder).textOverflow === "ellipsis" && holder.matches(dotted);
      if (ends || holder.closest(apart)) continue;
      texts.push({ node: /** @type {Text} */ (node), holder, was: node.nodeValue });
    }
    let owed = 0; // letters
    for (const text of texts)
      text.node.nodeValue = text.was.replace(/\p{L}{2,}/gu, (word) => {
        owed += 0.3 * word.length;
        const more = Math.min(word.length, Math.round(owed));
        owed -= more;
        return word + word.slice(word.length - more);
      });

    /** @param {Element} start what scrolls or cuts off around it */
    const frameOf = (start) => {
      let frame = start.parentElement;
      const open = (/** @type {Element} */ one) =>
        getComputedStyle(one).overflowX === "visible" && getComputedStyle(one).position !== "fixed";
      while (frame && open(frame)) frame = frame.parentElement;
      return frame;
    };
    /** @type {string[]} */
    const found = [];
    /** @type {{words: string, rect: DOMRect, frame: Element | null, layer: Element | null}[]} */
    const lines = [];
    for (const { node, holder } of texts) {
      const name = holder.id || holder.className || holder.parentElement?.className || holder.tagName;
      const words = `${name}: ${node.nodeValue?.trim().slice(0, 40)}`;
      const clips = /hidden|clip/.test(getComputedStyle(holder).overflowX);
      if (clips && holder.scrollWidth > holder.clientWidth + 1) found.push(`cut ${words}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const control = holder.closest("button, summary, .button, label.toggle, .choice span")?.getBoundingClientRect();
      for (const rect of range.getClientRects()) {
        if (rect.width < 2) continue;
        const frame = frameOf(holder);
        const scrolls = frame && /auto|scroll/.test(getComputedStyle(frame).overflowX);
        const edge = frame?.getBoundingClientRect().right ?? innerWidth;
        if (control && (rect.right > control.right + 1 || rect.left < control.left - 1))
          found.push(`out of its control ${words}`);
        else if (!scrolls && rect.right > edge + 1) found.push(`out of its frame ${words}`);
        lines.push({ words, rect, frame, layer: holder.closest(".training, .top, .notices, .passing, .tour") });
      }
    }
    for (const [i, one] of lines.entries())
      for (const other of lines.slice(i + 1)) {
        if (one.frame !== other.frame || one.layer !== other.layer) continue;
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        if (wide > 2 && high > 5) found.push(`${one.words} over ${other.words}`);
      }
    if (document.documentElement.scrollWidth > innerWidth + 1)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const { node, was } of texts) node.nodeValue = was;
    return found;
  });

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  pageTest(
    `words that are 30 % longer have room at ${viewport.width} × ${viewport.height}`,
    async (page) => {
      await trainShortly(page);
      /** @type {Record<string, string[]>} */
      const found = {};
      await everywhere(page, async (place) => {
        const cut = await cutIfLonger(page);
        if (cut.length > 0) found[place] = cut;
      });
      assert.deepEqual(found, {});
    },
    { context: { viewport } },
  );
}

pageTest(
  "from 768 pixels of width on the settings stand beside the figures, with targets for a finger",
  async (page) => {
    await trainShortly(page);
    const places = () =>
      page.evaluate(() => {
        const box = (/** @type {string} */ of) => document.querySelector(of)?.getBoundingClientRect() ?? new DOMRect();
        const small = [...document.querySelectorAll(".training button, .column .field input[type=range]")]
          .filter((one) => one.checkVisibility())
          .map((one) => [one.id || one.textContent, Math.round(one.getBoundingClientRect().height)])
          .filter(([, height]) => Number(height) < 36);
        return {
          beside: box("#settings").width > 0 && box(".column").right <= box("#view").left && box("#view").top < 300,
          train: box("#train-button").bottom <= innerHeight && box("#train-button").top > 0,
          bar: document.documentElement.style.getPropertyValue("--bar"),
          tooWide: document.documentElement.scrollWidth > innerWidth,
          small,
        };
      });
    const tablet = { beside: true, train: true, bar: "0px", tooWide: false, small: [] };
    await page.waitForFunction(() => document.documentElement.style.getPropertyValue("--bar") === "0px");
    assert.deepEqual(await places(), tablet);
    assert.deepEqual(await cut(page), []);
    await page.evaluate(() => scrollTo(0, 500));
    assert.deepEqual(await page.evaluate(() => scrollY > 0), true, "the figures scroll");
    assert.equal((await places()).train, true, "the buttons stay while they do");

    await page.setViewportSize({ width: 767, height: 1024 });
    await page.locator("#settings-open").waitFor();
    assert.equal((await places()).beside, false);
    await page.waitForFunction(() => document.documentElement.style.getPropertyValue("--bar") !== "0px");
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.locator("#settings-open").waitFor({ state: "hidden" });
    assert.equal((await places()).beside, true);
  },
  { context: { viewport: { width: 768, height: 1024 }, ...touch } },
);
