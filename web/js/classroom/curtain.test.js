import assert from "node:assert/strict";
import { test } from "node:test";

import { coveredScene, Curtain, curtainChoices } from "./curtain.js";

test("it covers what was chosen, until it is lifted, and the same again", () => {
  const curtain = new Curtain();
  let changes = 0;
  curtain.on("changed", () => changes++);
  assert.deepEqual(curtain.covered, []);
  curtain.cover("loss");
  assert.deepEqual(curtain.covered, ["loss"]);
  curtain.lift();
  assert.deepEqual(curtain.covered, []);
  curtain.toggle();
  assert.deepEqual(curtain.covered, ["loss"]);
  assert.equal(changes, 3);
  for (const choice of curtainChoices) {
    curtain.cover(choice);
    assert.ok(curtain.covered.length > 0, choice);
  }
});

test("of what is covered nothing reaches the view", () => {
  const series = [{ run: 3, split: /** @type {const} */ ("train"), label: "train", color: "#000000", dashed: false }];
  const scene = /** @type {import("../core/scene.js").Scene} */ (
    /** @type {unknown} */ ({
      classes: [],
      theme: {},
      words: {},
      panels: [
        { kind: "templates", run: 3 },
        { kind: "chart", metric: "cost", title: "cost", series, best: 3, epochs: 40 },
        { kind: "stack", run: 3, title: "parts" },
        { kind: "chart", metric: "accuracy", title: "accuracy", series },
      ],
    })
  );
  assert.equal(coveredScene(scene, []), scene);
  const loss = coveredScene(scene, ["loss"]);
  assert.deepEqual(
    loss.panels.map((panel) => panel === scene.panels[loss.panels.indexOf(panel)]),
    [true, true, false, true],
  );
  const all = JSON.stringify(coveredScene(scene, ["pictures", "cost", "loss", "accuracy", "figures"]));
  assert.ok(!all.includes("3"), all);
  assert.ok(all.includes('"epochs":40'));
});
