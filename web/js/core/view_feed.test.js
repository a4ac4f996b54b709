import assert from "node:assert/strict";
import test from "node:test";

import { Snapshots } from "./snapshots.js";
import { ViewFeed } from "./view_feed.js";

/** @import {Mirror} from "./mirror.js" */
/** @import {Forget, Frame} from "./protocol.js" */
/** @import {Scene} from "./scene.js" */

/** A feed of one run that an earlier visit stored. */
function feedOfStored() {
  const snapshots = new Snapshots();
  /** @type {(Frame | Forget)[]} */
  const sent = [];
  /** @type {number[]} */
  const fetched = [];
  const run = { id: 3, home: "page", history: [] };
  const known = { runs: [run], find: (/** @type {number} */ id) => known.runs.find((each) => each.id === id) };
  const mirror = /** @type {Mirror} */ (/** @type {unknown} */ (known));
  const feed = new ViewFeed(
    (frame) => sent.push(frame),
    mirror,
    snapshots,
    (id) => fetched.push(id),
  );
  const weightsSent = () => sent.filter((message) => "frame" in message && message.frame === "weights").length;
  return { feed, mirror, sent, snapshots, fetched, weightsSent };
}

const pictures = /** @type {Scene} */ (/** @type {unknown} */ ({ panels: [{ kind: "templates", run: 3 }] }));
const chart = /** @type {Scene} */ (/** @type {unknown} */ ({ panels: [{ kind: "chart", series: [{ run: 3 }] }] }));

test("weights that are shown are fetched from storage once, and sent once they are there", () => {
  const { feed, snapshots, fetched, weightsSent } = feedOfStored();
  feed.feed(chart);
  assert.deepEqual(fetched, [], "a chart shows no weights");
  feed.feed(pictures);
  feed.feed(pictures);
  assert.deepEqual(fetched, [3]);
  assert.equal(weightsSent(), 0);
  snapshots.add(3, 40, new Float32Array(30_730));
  feed.feed(pictures);
  feed.feed(pictures);
  assert.equal(weightsSent(), 1);
});

test("a view that has restarted gets weights again that storage has and memory no longer", () => {
  const { feed, snapshots, fetched, weightsSent } = feedOfStored();
  snapshots.add(3, 40, new Float32Array(30_730));
  feed.feed(pictures);
  snapshots.dropFilm(3);
  feed.feed(pictures);
  assert.deepEqual([fetched, weightsSent()], [[], 1]);
  feed.forget();
  feed.feed(pictures);
  assert.deepEqual(fetched, [3]);
});

test("a run that goes on in another tab is sent anew, as it is then", () => {
  const { feed, snapshots, weightsSent } = feedOfStored();
  snapshots.add(3, 40, new Float32Array(30_730));
  feed.feed(pictures);
  snapshots.add(3, 41, new Float32Array(30_730));
  feed.feed(pictures);
  assert.equal(weightsSent(), 1);
  feed.renew(3);
  feed.feed(pictures);
  assert.equal(weightsSent(), 2);
});

test("the view forgets a run that has left the list, and gets it again when it comes back", () => {
  const { feed, mirror, sent, snapshots, weightsSent } = feedOfStored();
  snapshots.add(3, 40, new Float32Array(30_730));
  feed.feed(pictures);
  const { runs } = mirror;
  mirror.runs = [];
  feed.feed(pictures);
  feed.feed(pictures);
  assert.deepEqual(sent.slice(2), [{ view: "forget", run: 3 }]);
  mirror.runs = runs;
  feed.feed(pictures);
  assert.equal(weightsSent(), 2);
});
