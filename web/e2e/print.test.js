// What comes out on paper: the figures as lines and letters, whole, and nothing that is pressed.

import assert from "node:assert/strict";

import { pageTest } from "./harness.js";
import { waitForStatus } from "./page.js";
import { waitForView } from "./pixels.js";

pageTest("what is printed has the figures in it, and no buttons", async (page) => {
  await page.evaluate(() => onelayer.set({ epochs: 2 }));
  await page.evaluate(() => onelayer.play());
  await waitForStatus(page, "finished");
  await waitForView(page, { colours: 1000 });
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

  await page.emulateMedia({ media: "print" });
  for (const tab of ["train", "report", "gradient", "grid", "inspect"]) {
    await page.evaluate((name) => (location.hash = name), tab);
    await page.locator(`body[data-page=${tab}]`).waitFor();
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll("input[type=range], progress, .tools button, .buttons button, .scrubber, .mode-switch")]
        .filter((control) => control.checkVisibility())
        .map((control) => control.id || control.className),
    );
    assert.deepEqual(seen, [], tab);
  }
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("radio", { name: "Confusion" }).check();
  const mistakes = page.locator(".confusion-mistakes li button");
  await mistakes.first().waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await mistakes.first().isVisible(), "the most frequent mistakes are figures");
  assert.equal(await page.getByText("Choose one, or any cell").isVisible(), false, "nothing can be chosen on paper");
});
