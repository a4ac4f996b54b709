// For hands and eyes of every kind: where the focus goes, what keys do on any keyboard, where Back leads.

import assert from "node:assert/strict";

import { pageTest, withoutWebGL } from "./harness.js";
import { currentRun, waitForStatus } from "./page.js";

withoutWebGL();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const shown = (page) => page.evaluate(() => document.body.dataset["page"]);

/**
 * A key as a keyboard with another layout sends it.
 * @param {Page} page
 * @param {{key: string, code: string, ctrlKey?: boolean, isComposing?: boolean}} key
 */
const press = (page, key) =>
  page.evaluate((init) => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
  }, key);

pageTest("every id is one element's, and none is a tab's address, which would take the focus", async (page) => {
  const { ids, hashes } = await page.evaluate(() => ({
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    hashes: [...document.querySelectorAll("#pages a")].map((link) => link.getAttribute("href")?.slice(1) ?? ""),
  }));
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i || hashes.includes(id)),
    [],
  );
});

pageTest(
  "a tab that is opened with Enter keeps the focus, and the arrows, Home and End go from one to the next",
  async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.locator("#pages a[href='#train']").focus();
    /** @type {[string, string][]} */
    const moves = [
      ["ArrowRight", "#report"],
      ["End", "#inspect"],
      ["ArrowRight", "#train"],
      ["ArrowLeft", "#inspect"],
      ["Home", "#train"],
    ];
    for (const [key, there] of moves) {
      await page.keyboard.press(key);
      assert.equal(await focused(), there, key);
    }
    for (const name of ["report", "gradient", "grid", "inspect", "train"]) {
      await page.locator(`#pages a[href='#${name}']`).focus();
      await page.keyboard.press("Enter");
      await page.locator(`body[data-page=${name}]`).waitFor();
      assert.equal(await focused(), `#${name}`);
    }
  },
);

/**
 * What is done on the Train tab, and the tabs that Back shows one after the other: a tab is an entry, a setting none.
 * @type {[string, (hand: ReturnType<typeof handOn>) => Promise<void>, string[]][]}
 */
const ways = [
  ["two tabs", ({ open }) => inTurn(open, "report", "train"), ["report", "train"]],
  ["a setting after two", ({ open, set }) => inTurn(open, "report", "train").then(set), ["report", "train"]],
  [
    "a setting between",
    ({ open, set }) =>
      open("report")
        .then(set)
        .then(() => open("inspect")),
    ["report", "train"],
  ],
  ["settings alone after one", ({ open, set }) => open("grid").then(set).then(set), ["train"]],
  ["each of them", ({ open }) => inTurn(open, "report", "gradient", "grid", "inspect"), ["grid", "gradient", "report"]],
  ["the same tab twice", ({ open }) => inTurn(open, "report", "report"), ["train"]],
  ["arrows from tab to tab", ({ open, arrow }) => open("report").then(arrow), ["train"]],
  ["a panel opened and closed", ({ open, panel }) => open("report").then(panel), ["train"]],
];

/** @param {(tab: string) => Promise<void>} open @param {string[]} tabs */
async function inTurn(open, ...tabs) {
  for (const tab of tabs) await open(tab);
}

/** What a hand does in a way there and back. @param {Page} page */
function handOn(page) {
  let times = 0;
  return {
    /** @param {string} name */
    open: async (name) => {
      await page.locator(`#pages a[href='#${name}']`).click();
      await page.locator(`body[data-page=${name}]`).waitFor();
    },
    set: async () => {
      const l2 = ++times / 8;
      await page.evaluate((value) => onelayer.set({ l2: value }), l2);
      await page.waitForFunction((value) => new URLSearchParams(location.search).get("l2") === String(value), l2);
    },
    arrow: async () => {
      await page.locator("#pages a[aria-current]").focus();
      await page.keyboard.press("ArrowRight");
    },
    panel: async () => {
      await page.locator("#share-open").click();
      await page.locator("#share-panel").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("#share-panel").waitFor({ state: "hidden" });
    },
  };
}

pageTest("Back and Forward show the tab that the address names, whatever was set or opened since", async (page) => {
  const hand = handOn(page);
  /** @param {string | undefined} tab @param {string} way */
  const isAt = async (tab, way) => {
    await page
      .waitForFunction((tab) => document.body.dataset["page"] === tab && location.hash === `#${tab}`, tab)
      .catch(() => assert.fail(`${way}: ${tab} is not shown`));
  };
  for (const [way, act, back] of ways) {
    await hand.open("train"); // an entry with its name
    await act(hand);
    const last = await shown(page);
    const { l2 } = await page.evaluate(() => onelayer.settings());
    for (const there of back) {
      await page.evaluate(() => history.back());
      await isAt(there, way);
    }
    await page.evaluate((entries) => history.go(entries), back.length);
    await isAt(last, way);
    assert.equal((await page.evaluate(() => onelayer.settings())).l2, l2, `${way}: settings are no entries`);
  }
});

pageTest("letters and digits act on any keyboard layout", async (page) => {
  await press(page, { key: "ы", code: "KeyS" }); // Cyrillic
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
  await press(page, { key: "'", code: "Digit4" }); // AZERTY without Shift
  await page.waitForFunction(() => onelayer.settings().l2 === 1); // which is also what can be undone
  await press(page, { key: "я", code: "KeyZ", ctrlKey: true });
  await page.waitForFunction(() => onelayer.runs().at(-1)?.settings.l2 !== 1);
  await press(page, { key: "a", code: "KeyQ" }); // a Latin letter is what it says
  await press(page, { key: "q", code: "KeyS" });
  assert.equal((await currentRun(page)).step, 0);
});

pageTest("keys of a composition are the input method's", async (page) => {
  await page.locator("#runs-table .run-name, .run-name").first().dblclick();
  const input = page.locator(".run-name-input:not([hidden])");
  await input.fill("にほん");
  for (const init of [{ isComposing: true }, { keyCode: 229 }])
    await input.evaluate((field, more) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }));
    }, init);
  assert.ok(await input.isVisible(), "the name is still being typed");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.name === "にほん");
  await press(page, { key: "s", code: "KeyS", isComposing: true });
  await press(page, { key: "e", code: "KeyE" });
  await waitForStatus(page, "paused");
  const run = await currentRun(page);
  assert.equal(run.step, run.stepsPerEpoch);
});

pageTest("no field hears the keys of a composition, and a number is set by the Enter after it", async (page) => {
  const deaf = await page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea, select, [contenteditable]")];
    /** @type {string[]} */
    const heard = [];
    for (const field of fields)
      for (const of of [{ isComposing: true }, { keyCode: 229 }, {}]) {
        const note = () => heard.push(JSON.stringify(of));
        field.addEventListener("keydown", note, { once: true });
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Process", bubbles: true, cancelable: true, ...of }));
        field.removeEventListener("keydown", note);
      }
    return { fields: fields.length, heard: heard.length, plain: heard.filter((of) => of === "{}").length };
  });
  assert.ok(deaf.fields > 20, `${deaf.fields} fields`);
  assert.deepEqual([deaf.heard, deaf.plain], [deaf.fields, deaf.fields]);

  const l2 = page.locator("#setting-l2");
  await l2.fill("0,5");
  for (const key of ["Enter", "Escape", "ArrowUp"])
    await l2.evaluate((field, key) => {
      field.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true }));
    }, key);
  assert.equal(await l2.inputValue(), "0,5");
  await l2.fill("0,25");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => onelayer.settings().l2 === 0.25);
  await page.locator("#undo").click();
  await page.waitForFunction(() => onelayer.settings().l2 !== 0.25);
  assert.notEqual((await page.evaluate(() => onelayer.settings())).l2, 0.5, "it was never set");
});

pageTest("a clock that is set back by an hour stops neither the address nor the announcer", async (page) => {
  await page.keyboard.press("4");
  const told = async (/** @type {RegExp} */ sentence, /** @type {string} */ l2) => {
    await page.locator("#announcer").filter({ hasText: sentence }).waitFor({ state: "attached" });
    await page.waitForFunction((value) => new URLSearchParams(location.search).get("l2") === value, l2);
  };
  await told(/^D\. /, "1");
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() - 3_600_000;
  });
  await page.keyboard.press("1");
  await told(/^A\. /, "0");
});

pageTest("who listens is told of settings, steps, undo and what is saved, a sentence at a time", async (page) => {
  const announcer = page.locator("#announcer");
  /** @param {RegExp} sentence */
  const told = (sentence) => announcer.filter({ hasText: sentence }).waitFor({ state: "attached" });
  await page.keyboard.press("3");
  await told(/^C\. λ 0\.1, η 0\.001, batch size 100, 40 epochs\.$/);
  await page.keyboard.press("4");
  await told(/^D\. λ 1, η 0\.001/);
  await page.keyboard.press("Control+z");
  await told(/^λ 0\.1, η 0\.001/);
  for (const step of [1, 2, 3]) {
    await page.keyboard.press("s");
    await told(new RegExp(`^Step ${step}[.,]`));
  }
  await page.locator("#more-open").click();
  await page.locator("#take-open").click();
  await page.locator("#take-csv").click();
  await told(/^Saved: onelayer-curves\.csv$/);
});

pageTest("nothing is read out that is not seen, and no description begins with the name", async (page) => {
  for (const tab of ["train", "report", "gradient", "grid", "inspect"]) {
    await page.locator(`#pages a[href='#${tab}']`).click();
    await page.locator(`body[data-page=${tab}]`).waitFor();
    const found = await page.evaluate(() => {
      const described = [...document.querySelectorAll("[aria-describedby]")].flatMap((one) =>
        (one.getAttribute("aria-describedby") ?? "")
          .split(" ")
          .map((id) => document.getElementById(id))
          .filter((text) => text?.textContent && one.checkVisibility() && !text.checkVisibility())
          .map((text) => `${one.id} has the hidden ${text?.textContent}`),
      );
      const doubled = [...document.querySelectorAll("button[title], a[title], input[title]")]
        .map((one) => ({
          name: one.getAttribute("aria-label") ?? one.textContent?.trim() ?? "",
          more: one.getAttribute("aria-description") ?? one.getAttribute("title") ?? "",
        }))
        .filter(({ name, more }) => name && more !== name && more.startsWith(name))
        .map(({ name, more }) => `${name}: ${more}`);
      return { described, doubled };
    });
    assert.deepEqual(found, { described: [], doubled: [] }, tab);
  }
  await page.locator("#pages a[href='#train']").click();
  await page.keyboard.press("s");
  await page.waitForFunction(() => onelayer.runs().at(-1)?.step === 1);
  await page.locator("#setting-seed").fill("7");
  await page.keyboard.press("Enter");
  await page.locator("#setting-seed[aria-describedby*=note]").waitFor();
  assert.match(await page.locator("#setting-seed-note").innerText(), /next reset/);
});

pageTest("files that are in are told of, and the focus is where the next act is", async (page) => {
  await page.locator("#data-chip").click();
  const images = Array.from({ length: 20 }, (_, i) => [Buffer.from([i % 10]), Buffer.alloc(3072, 9 * i)]).flat();
  await page.locator("#data-files").setInputFiles({
    name: "data_batch_1.bin",
    mimeType: "application/octet-stream",
    buffer: Buffer.concat(images),
  });
  await page
    .locator("#announcer")
    .filter({ hasText: / train · .* validation/ })
    .waitFor({ state: "attached" });
  await page.waitForFunction(() => document.activeElement?.id === "train-button");
});

/** What the browser gives for a folder's content. */
const folders = { "an empty folder": null, "a folder that can't be read": "NotReadableError" };

for (const [name, error] of Object.entries(folders))
  pageTest(`words for ${name} that is dropped`, async (page) => {
    await page.evaluate((error) => {
      /** @param {(entries: []) => void} done @param {(error: DOMException) => void} failed */
      const readEntries = (done, failed) => (error ? failed(new DOMException("unreadable", error)) : done([]));
      const folder = { isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
      const transfer = { types: ["Files"], files: [], items: [{ kind: "file", webkitGetAsEntry: () => folder }] };
      const drop = new Event("drop", { bubbles: true, cancelable: true });
      Object.defineProperty(drop, "dataTransfer", { value: transfer });
      document.body.dispatchEvent(drop);
    }, error);
    await page.getByRole("alert").filter({ hasText: "There is no file in what was dropped" }).waitFor();
  });

pageTest("that files are still being loaded is said no longer than they are", async (page) => {
  const { reasons, alerts } = await page.evaluate(async () => {
    /** @param {number} n @param {number} images */
    const shard = (n, images) => {
      const records = Array.from({ length: images }, (_, i) => new Uint8Array(3073).fill((i * n) % 10));
      return new File(records, `data_batch_${n}.bin`);
    };
    /** @type {(string | null)[]} */
    const alerts = [];
    const note = () => alerts.push(...[...document.querySelectorAll("[role=alert]")].map((one) => one.textContent));
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
    const both = await Promise.allSettled([onelayer.open([shard(1, 2000)]), onelayer.open([shard(2, 20)])]);
    return { reasons: both.map((one) => (one.status === "rejected" ? one.reason.message : "")), alerts };
  });
  assert.deepEqual(reasons, ["", "Files are still being loaded. Wait until they are in, then add more."]);
  assert.ok(alerts.some((text) => text?.includes("Files are still being loaded")));
  assert.equal(await page.getByRole("alert").filter({ hasText: "Files are still being loaded" }).count(), 0);
});
