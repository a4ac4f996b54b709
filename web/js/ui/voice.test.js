import assert from "node:assert/strict";
import { test } from "node:test";
import { Voice } from "./voice.js";

test("a sentence at once, then at most one in two seconds, the newest", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let clock = 0;
  /** @type {string[]} */
  const said = [];
  const region = {
    set textContent(/** @type {string | null} */ text) {
      said.push(`${clock} ${text}`);
    },
  };
  const voice = new Voice(region, () => clock);
  const wait = (/** @type {number} */ ms) => {
    for (let i = 0; i < ms; i += 100) {
      clock += 100;
      t.mock.timers.tick(100);
    }
  };
  voice.say("loaded");
  wait(100);
  voice.say("step 1");
  voice.say("step 2");
  voice.mention("epoch 3");
  wait(5000);
  voice.mention("epoch 9");
  wait(100);
  assert.deepEqual(said, ["100 loaded", "2100 step 2", "5200 epoch 9"]);
});
