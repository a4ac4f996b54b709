import assert from "node:assert/strict";
import { test } from "node:test";

import { curtainChoices } from "../classroom/curtain.js";
import { variants } from "../data/variants.js";
import { settingNames, settingsIn } from "../share/settings_query.js";
import { experiments } from "../experiments/list.js";

test("there are ten, and each link says what the page understands", () => {
  assert.equal(experiments.length, 10);
  const values = { curtain: curtainChoices, variant: variants.map(({ value }) => value), inspect: ["images"] };
  for (const { title, query } of experiments) {
    const pairs = new URLSearchParams(query);
    assert.deepEqual(settingsIn(pairs).wrong, [], title);
    for (const [name, value] of pairs) {
      if (settingNames.includes(name)) continue;
      assert.ok(
        /** @type {Record<string, readonly string[]>} */ (values)[name]?.includes(value),
        `${title}: ${name}=${value}`,
      );
    }
  }
});
