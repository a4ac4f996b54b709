// The address says what the page is set to: a link brings it back.

import assert from "node:assert/strict";

import { generate } from "lean-qr";

import { realShards, withoutRealData } from "./data.js";
import { origin, pageTest, withoutWebGL } from "./harness.js";
import { openPage } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/**
 * Waits until the address says something, and returns its query.
 * @param {Page} page
 * @param {string} part
 */
async function queryWith(page, part) {
  await page.waitForFunction((part) => decodeURIComponent(location.search).includes(part), part);
  return new URLSearchParams(new URL(page.url()).search);
}

pageTest("the address follows settings, panels and tabs, and opens them again", async (page) => {
  assert.equal(new URL(page.url()).search, "", "an untouched page has a clean address");
  const entries = await page.evaluate(() => history.length);
  const slider = page.getByRole("slider", { name: "learning rate η, slider" });
  const box = await slider.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.8 * box.width, box.y + box.height / 2, { steps: 30 });
  await page.mouse.up();
  const seed = page.getByRole("textbox", { name: "seed" });
  await seed.fill("7");
  await seed.press("Enter");
  await seed.blur();
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByRole("checkbox", { name: /split the cost/ }).check();
  await page.keyboard.press("t");
  const query = await queryWith(page, "open=why,table&draw=stack");
  const settings = await page.evaluate(() => onelayer.settings());
  assert.equal(Number(query.get("lr")), settings.learningRate);
  assert.notEqual(settings.learningRate, 0.001);
  assert.equal(query.get("seed"), "7");
  assert.equal(await page.evaluate(() => history.length), entries, "no entries to go back through");
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await page.getByRole("radio", { name: "accuracy" }).check();
  await queryWith(page, "figure=accuracy");

  const link = page.url();
  await page.goto("about:blank");
  await openPage(page, link);
  assert.deepEqual(await page.evaluate(() => onelayer.settings()), settings);
  assert.equal(await page.getAttribute("body", "data-page"), "report");
  assert.ok(await page.getByRole("radio", { name: "accuracy" }).isChecked());
  await page.getByRole("link", { name: "Train", exact: true }).click();
  await page.getByRole("complementary", { name: "Explain" }).waitFor();
  await page.locator("#history").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /split the cost/ }).isChecked());
  assert.equal(await page.getByRole("alert").count(), 0, "the sample is the data that the link was made with");
});

pageTest("what can't be used of a link is named, the rest is set", async (page) => {
  await openPage(page, `${origin()}/?l2=much&lr=0.02&epochs=0&preset=B&open=why,cellar`);
  const notice = page.getByRole("alert").filter({ hasText: "Part of this link" });
  const text = await notice.innerText();
  for (const wrong of ["l2=much", "epochs=0", "open=why,cellar"])
    assert.ok(text.includes(wrong), `${wrong} in: ${text}`);
  assert.ok(!text.includes("lr="), text);
  const { l2, learningRate, epochs } = await page.evaluate(() => onelayer.settings());
  assert.deepEqual({ l2, learningRate, epochs }, { l2: 0, learningRate: 0.02, epochs: 40 });
  await page.getByRole("complementary", { name: "Explain" }).waitFor();
});

pageTest(
  "a link made with CIFAR-10 says so where the sample is loaded, until those data are",
  async (page) => {
    await page.locator("#data-files").setInputFiles(realShards);
    await page.waitForFunction((images) => onelayer.data().splits.train === images, 10_000);
    await page.evaluate(() => onelayer.set({ seed: 3 }));
    const { data } = Object.fromEntries(await queryWith(page, "seed=3"));
    assert.match(data ?? "", /^[0-9a-f]{12}~/);

    await page.evaluate(() =>
      indexedDB.databases().then((all) => all.forEach(({ name }) => name && indexedDB.deleteDatabase(name))),
    );
    await openPage(page, `${origin()}/?preset=A&data=ffffffffffff~CIFAR-10, other shards`);
    await page.getByRole("alert").filter({ hasText: "CIFAR-10, other shards" }).waitFor();
    assert.match(page.url(), /data=ffffffffffff/, "a page opened anew warns again");

    await openPage(page, `${origin()}/?preset=A&data=${data}`);
    if ((await page.evaluate(() => onelayer.data().splits.train)) !== 10_000) {
      await page.getByRole("alert").filter({ hasText: "This link was made with" }).waitFor();
      await page.locator("#data-files").setInputFiles(realShards);
      await page.waitForFunction((images) => onelayer.data().splits.train === images, 10_000);
    }
    await page.getByRole("alert").filter({ hasText: "This link was made with" }).waitFor({ state: "detached" });
  },
  { skip: withoutRealData },
);

pageTest(
  "the share panel copies a link that hides what was ticked, and shows it as a code",
  async (page) => {
    await page.evaluate(() => onelayer.set({ seed: 11, l2: 1 }));
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "Share", exact: true });
    for (const name of [
      "presets",
      "learning rate η",
      "accuracy: chart and figures",
      "the report’s figures",
      "Report tab",
    ])
      await panel.getByRole("checkbox", { name, exact: true }).check();
    await panel.getByRole("combobox", { name: "Predict first" }).selectOption("cost");
    await panel.getByRole("button", { name: "Copy link" }).click();
    await panel.getByRole("status").filter({ hasText: "Copied." }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(await panel.getByRole("textbox", { name: "Link" }).inputValue(), link);
    const query = new URL(link).searchParams;
    assert.deepEqual(
      [query.get("seed"), query.get("l2"), query.get("curtain"), query.get("lang")],
      ["11", "1", "cost", "en"],
    );
    assert.equal(query.get("hide"), "presets,lr,accuracy,published,report");
    assert.ok(
      await page.getByRole("button", { name: /^Preset A/ }).isVisible(),
      "the lecturer's own page hides nothing",
    );

    await panel.getByRole("button", { name: "Show it large" }).click();
    const large = page.getByRole("dialog", { name: "QR code of the link" });
    const box = await large.getByRole("img", { name: "QR code of the link" }).boundingBox();
    assert.ok(box && box.height > 560 && Math.abs(box.width - box.height) < 1, JSON.stringify(box));
    const shown = await large.locator("canvas").evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
      const { data = [] } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      return { width: canvas.width, dark: [...data].filter((_, i) => i % 4 === 0).map((red) => red === 0) };
    });
    const wanted = generate(link);
    assert.equal(shown.width, wanted.size + 2 * 4, "four modules of white around the code");
    assert.deepEqual(
      shown.dark,
      shown.dark.map((_, i) => wanted.get((i % shown.width) - 4, Math.floor(i / shown.width) - 4)),
    );
    await page.keyboard.press("Escape");

    await page.goto("about:blank");
    await openPage(page, link);
    assert.equal(await page.evaluate(() => onelayer.settings().seed), 11);
    for (const hidden of [".presets", ".field[data-setting=learningRate]", "#pages a[href='#report']"])
      assert.ok(await page.locator(hidden).isHidden(), hidden);
    assert.ok(await page.locator(".field[data-setting=l2]").isVisible());
    await page.locator(".curtain:visible", { hasText: "Predict first" }).waitFor();
    await page.keyboard.press("1");
    await page.keyboard.press("s");
    await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
    assert.equal(await page.evaluate(() => onelayer.settings().l2), 1, "the keys of hidden presets do nothing");
    assert.equal(
      await page
        .locator("td.of-accuracy")
        .first()
        .evaluate((cell) => getComputedStyle(cell).visibility),
      "hidden",
    );
  },
  { context: { permissions: ["clipboard-read", "clipboard-write"] } },
);
