// Loading that is cancelled, a device with little memory, a browser with no room to keep data.

import assert from "node:assert/strict";
import { mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { realShards, withoutRealData } from "./data.js";
import { origin, pageTest, withoutWebGL } from "./harness.js";
import { openPage } from "./page.js";

withoutWebGL();

const [train = "", validation = "", test = ""] = realShards;

/** Six shards, so that loading takes a while: the real ones under further names. */
async function sixShards() {
  const folder = await mkdtemp(path.join(tmpdir(), "onelayer-six-"));
  const sources = [train, validation, train, validation, train, test];
  return Promise.all(
    sources.map(async (source, i) => {
      const file = path.join(folder, i < 5 ? `data_batch_${i + 1}.bin` : "test_batch.bin");
      await symlink(source, file);
      return file;
    }),
  );
}

pageTest(
  "loading can be cancelled: the data are as they were before",
  async (page) => {
    await page.setInputFiles("#data-files", [validation, test]);
    await page.waitForFunction(() => onelayer.data().splits.test === 10_000);
    const before = await page.evaluate(() => onelayer.data());
    await page.locator(".notice.loading").waitFor({ state: "detached" });

    await page.setInputFiles("#data-files", await sixShards());
    await page.locator(".notice.loading").getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("alert").filter({ hasText: "cancelled" }).waitFor();
    assert.deepEqual(await page.evaluate(() => onelayer.data()), before);
    assert.equal(await page.locator(".notice.loading").count(), 0);

    await page.setInputFiles("#data-files", [train]);
    await page.waitForFunction(() => onelayer.data().splits.validation === 10_000);
    assert.equal(await page.getByRole("alert").count(), 0, "and files can be loaded again");
  },
  { skip: withoutRealData },
);

pageTest(
  "cancelled with the sample in place, the sample is back, also when the first shard had taken its place",
  async (page) => {
    const cancelled = page.getByRole("alert").filter({ hasText: "cancelled" });
    for (let tries = 0; (await cancelled.count()) === 0; tries++) {
      assert.ok(tries < 3, "the load was over each time before it was cancelled");
      await openPage(page, origin());
      await page.setInputFiles("#data-files", await sixShards());
      await page.waitForFunction(() => !/practice images/i.test(onelayer.data().name));
      await page.locator(".notice.loading").getByRole("button", { name: "Cancel" }).click();
      await page.locator(".notice.loading").waitFor({ state: "detached" });
    }
    await page.waitForFunction(() => onelayer.data().splits.train === 2000);
    await page.evaluate(() => onelayer.step());
  },
  { skip: withoutRealData },
);

pageTest(
  "a phone's memory: what does not fit is said before it is tried, and what fits is loaded",
  async (page) => {
    const address = new URL(page.url());
    address.searchParams.set("memory", "0.5"); // GB
    await openPage(page, address.href);
    await page.setInputFiles("#data-files", realShards);
    const warning = page.getByRole("alert").filter({ hasText: "this device has room for" });
    await warning.waitFor();
    assert.match(await warning.innerText(), /30,?000 images.*92 MB.*62 MB.*What fits is loaded/s);
    await page.getByRole("alert").filter({ hasText: "test_batch.bin does not fit" }).waitFor();
    await page.waitForFunction(() => {
      const { train, validation, test } = onelayer.data().splits;
      return train + validation + test === 20_000;
    });
    await page.evaluate(() => onelayer.step());
  },
  { skip: withoutRealData, context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
);

pageTest(
  "no room to keep the data is a message; they stay loaded",
  async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 40e6 });
    await page.setInputFiles("#data-files", realShards);
    const notice = page.getByRole("alert").filter({ hasText: "could not be kept" });
    await notice.waitFor();
    assert.match(await notice.innerText(), /no room.*stay loaded/s);
    assert.equal(await page.evaluate(() => onelayer.data().splits.test), 10_000);
    await page.evaluate(() => onelayer.step());

    await openPage(page, page.url());
    assert.match(await page.evaluate(() => onelayer.data().name), /practice images/i, "half of it was not kept");
  },
  { skip: withoutRealData },
);
