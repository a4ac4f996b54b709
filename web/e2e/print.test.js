// What comes out on paper: the figures as lines and letters, whole, and nothing that is pressed.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

/** @typedef {import("playwright-core").Page} Page */

pageTest("what is printed has the figures in it, and no buttons", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await waitForView(page, { colours: 1000 });
  await pictureIsThere(page);
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const drawn = document.querySelector(".view-on-paper svg");
      const texts = [...(drawn?.querySelectorAll("text") ?? [])].map((text) => text.textContent);
      document.body.dataset["printed"] = texts.join("|");
      document.body.dataset["pictures"] = String(drawn?.querySelectorAll("image").length);
    });
  });
  const pdf = await page.pdf({ format: "A4", landscape: true });
  const { printed = "", pictures } = await page.evaluate(() => ({ ...document.body.dataset }));
  for (const words of ["cost", "accuracy", "epoch", "airplane"])
    assert.ok(printed.includes(words), `${words}: ${printed}`);
  assert.ok(Number(pictures) >= 10, `${pictures} weight pictures`);
  assert.ok(pdf.length > 20_000 && pdf.includes("/Image"), `a file of ${pdf.length} bytes`);
  assert.equal(await page.locator(".view-on-paper svg").count(), 0, "it is for the paper alone");
});

pageTest("Ctrl+P prints what the view shows at that moment", async (page) => {
  await pictureIsThere(page);
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.body.dataset["printed"] = document.querySelector(".view-on-paper svg")?.textContent ?? "";
    };
  });
  await page.evaluate(() => onelayer.set({ epochs: 3 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  const now = await page.evaluate(() => onelayer.runs().at(-1)?.history.at(-1)?.train.cost.toFixed(3) ?? "");
  await page.locator("#formula-line").filter({ hasText: now }).waitFor();
  await page.keyboard.press("Control+p");
  await page.locator("body[data-printed]").waitFor();
  const printed = (await page.locator("body").getAttribute("data-printed")) ?? "";
  assert.ok(printed.includes(now), `${now} in ${printed}`);
});

pageTest("every tab with results is printed without controls and words for a mouse, each minus true", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.evaluate(() => onelayer.grid({ l2: [0, 1], learningRate: [0.01], epochs: 1 }));
  await show(page, "gradient");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.locator(".verdict").filter({ hasText: "The gradient is right" }).waitFor({ timeout: 60_000 });
  for (const tab of ["train", "report", "gradient", "grid", "inspect"]) {
    await show(page, tab);
    if (tab !== "inspect") await isForPaper(page, tab);
    for (const mode of tab === "inspect" ? ["weights", "images", "confusion", "own"] : []) {
      await page.locator(`.mode-switch input[value=${mode}]`).first().check({ force: true });
      if (mode === "images") await page.locator(".image-grid [role=option]").first().click();
      if (mode === "images") await page.locator(".scores .score-share").filter({ hasText: "%" }).nth(9).waitFor();
      if (mode === "confusion") await page.locator(".confusion-mistakes li button").first().waitFor();
      await isForPaper(page, mode);
    }
  }
});

/** Waits until the page has the curves of the whole run as a picture. @param {Page} page */
async function pictureIsThere(page) {
  await page.waitForFunction(() => {
    dispatchEvent(new Event("beforeprint"));
    const words = document.querySelector(".view-on-paper svg")?.textContent ?? "";
    dispatchEvent(new Event("afterprint"));
    return words.includes("epoch") && words.includes("airplane");
  });
}

/** @param {Page} page @param {string} tab */
async function show(page, tab) {
  await page.locator(`#pages a[href="#${tab}"]`).click();
  await page.locator(`body[data-page=${tab}]`).waitFor();
}

/** @param {Page} page @param {string} place */
async function isForPaper(page, place) {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const shown = (/** @type {Element} */ one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const cells = ".confusion-table *, .confusion-mistakes *, .confusion-pictures *, .image-grid *";
    const kept = `.run-name, .chip, [aria-pressed=true], ${cells}, .visually-hidden, [type=radio], [type=file]`;
    const controls = [
      ...document.querySelectorAll("button, progress, label.button, input, select, .scrubber, .mode-switch"),
    ]
      .filter((one) => shown(one) && !one.matches(kept))
      .filter(
        (one) => !one.matches("[type=text], [type=number], select") || getComputedStyle(one).borderTopWidth !== "0px",
      )
      .map((one) => `${one.tagName} ${one.id || one.className || one.textContent}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && shown(node.parentElement)) texts.push(node.nodeValue?.trim() ?? "");
    return { controls, texts, figures: document.body.innerText.match(/\d/g)?.length ?? 0 };
  });
  await page.emulateMedia({ media: "screen" });
  assert.deepEqual(found.controls, [], place);
  assert.deepEqual(
    found.texts.filter((text) => /^(Point|Press|Tap|Drop|Choose|Drag|Click) /.test(text)),
    [],
    place,
  );
  const hyphens = found.texts.filter((text) => /(^|[\s(=≈·])-\d|\de-\d/.test(text));
  assert.deepEqual(hyphens, [], `${place}: hyphens in place of a minus`);
  assert.ok(place === "own" || found.figures > 20, `${place} has figures on it: ${found.figures}`);
  if (place === "gradient")
    assert.ok(
      found.texts.some((text) => /^\d\.\de−\d+$/.test(text)),
      "ε is in the table",
    );
  if (place === "confusion") assert.ok(found.texts.includes("Most frequent mistakes"));
}
