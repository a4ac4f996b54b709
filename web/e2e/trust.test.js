// Where the page can't start it says so, in words that need no script; and an impossible link is ignored.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { origin, pageTest, withoutWebGL } from "./harness.js";
import { openPage, waitForStatus } from "./page.js";

withoutWebGL();

const words = "This page has not started.";
const dist = new URL("../../dist/", import.meta.url);

pageTest("without its script, from a disk, in a closed frame, without JavaScript: the page says so", async (page) => {
  const browser = /** @type {import("playwright-core").Browser} */ (page.context().browser());
  const other = await browser.newContext({ serviceWorkers: "block" });
  const plain = await browser.newContext({ javaScriptEnabled: false });
  try {
    const tab = await other.newPage();
    const html = await readFile(new URL("index.html", dist), "utf8");
    const [script] = html.match(/[^"]+(?=" type="module")/) ?? [""];
    await tab.route(new URL(script, `${origin()}/`).href, (route) => route.abort());
    await tab.goto(`${origin()}/`);
    await tab.getByText(words).waitFor();
    await tab.unrouteAll();

    await tab.goto(new URL("index.html", dist).href);
    await tab.getByText(words).waitFor();

    const frame = `<iframe sandbox="allow-scripts" src="${origin()}/" width="900" height="600"></iframe>`;
    await tab.route("**/frame.html", (route) => route.fulfill({ contentType: "text/html", body: frame }));
    await tab.goto(`${origin()}/frame.html`);
    await tab.frameLocator("iframe").getByText(words).waitFor();

    const bare = await plain.newPage();
    await bare.goto(`${origin()}/`);
    await bare.locator("p.noscript").waitFor();
  } finally {
    await other.close();
    await plain.close();
  }
});

pageTest(
  "a link of a megabyte is refused; a stranger's name for data is quoted, and turns nothing around",
  async (page) => {
    await openPage(page, `${origin()}/?l2=0.1#${"x".repeat(1_000_000)}`);
    await page.getByRole("alert").filter({ hasText: "longer than any link" }).waitFor();
    assert.ok(page.url().length < 1000);

    const name = encodeURIComponent(`\u202eYour session has expired\u2066\n${"sign in ".repeat(100)}`);
    await openPage(page, `${origin()}/?preset=A&data=ffffffffffff~${name}`);
    const notice = await page.getByRole("alert").filter({ hasText: "This link was made with" }).innerText();
    assert.match(notice, /made with “Your session has expired sign in .{20,40}”; here/);
    assert.doesNotMatch(notice, /[\u202e\u2066]/);

    await openPage(page, `${origin()}/?other=${"y".repeat(4000)}`);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByText("The link is too long for a QR code").waitFor();
  },
);

pageTest(
  "a text runs nothing: markup, scripts by their address and policies of others are refused",
  async (page) => {
    const tried = await page.evaluate(async () => {
      const { contentDocument } = /** @type {HTMLIFrameElement} */ (document.querySelector("#view"));
      const inView = /** @type {Document} */ (contentDocument).createElement("p");
      const ways = /** @type {Record<string, () => unknown>} */ ({
        html: () => (document.createElement("p").innerHTML = "<img onerror='alert(1)'>"),
        htmlInView: () => (inView.innerHTML = "<b></b>"),
        worker: () => new Worker("./js/worker/worker.js"),
        policy: () => Reflect.get(window, "trustedTypes").createPolicy("other", {}),
      });
      return Object.entries(ways).map(([name, way]) => {
        try {
          way();
          return `${name}: done`;
        } catch (error) {
          return `${name}: ${/** @type {Error} */ (error).name}`;
        }
      });
    });
    for (const outcome of tried) assert.match(outcome, /: TypeError$/, tried.join("\n"));
  },
  { expectedErrors: [/Trusted|Content Security Policy|unsafe-eval/i] },
);

pageTest("the table of very many epochs shows some of them at a time", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 430, trainingImages: 10, batchSize: 10 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await page.keyboard.press("t");
  const rows = page.locator("#history tbody tr");
  await page.getByText("epochs 231 to 430").waitFor();
  assert.equal(await rows.count(), 200);
  await page.getByRole("button", { name: "Older epochs" }).click();
  await page.getByRole("button", { name: "Older epochs" }).click();
  await page.getByText("epochs 0 to 199").waitFor();
  assert.equal(await rows.count(), 200);
  assert.equal(await rows.last().locator("th").textContent(), "0");
  assert.ok(await page.getByRole("button", { name: "Older epochs" }).isDisabled());
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: "Newer epochs" }).click();
  await page.getByText("epochs 231 to 430").waitFor();
  assert.equal(await rows.first().locator("th").textContent(), "430");
});
