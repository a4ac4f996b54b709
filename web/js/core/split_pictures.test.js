import assert from "node:assert/strict";
import test from "node:test";

import { SplitPictures } from "./split_pictures.js";

/** @import {Data} from "./protocol.js" */

const [data, other] = /** @type {Data[]} */ ([{ name: "some" }, { name: "other" }]);

/** Each image is filled with its index. */
function source() {
  /** @type {number[][]} */
  const fetched = [];
  const pictures = new SplitPictures(async (_, indices) => {
    fetched.push(indices);
    return Uint8Array.from(indices.flatMap((index) => Array(3072).fill(index)));
  });
  const first = async (
    /** @type {Data | undefined} */ of,
    /** @type {"test" | "train"} */ split,
    /** @type {number[]} */ indices,
  ) => (await pictures.of(/** @type {Data} */ (of), split, indices)).map((picture) => [picture.length, picture[0]]);
  return { fetched, first };
}

test("only what is missing is fetched, and all comes in the order asked for", async () => {
  const { fetched, first } = source();
  assert.deepEqual(await first(data, "test", [5, 9]), [
    [3072, 5],
    [3072, 9],
  ]);
  assert.deepEqual(await first(data, "test", [7, 9, 3, 5]), [
    [3072, 7],
    [3072, 9],
    [3072, 3],
    [3072, 5],
  ]);
  assert.deepEqual(fetched, [
    [5, 9],
    [7, 3],
  ]);
  await first(data, "train", [5]);
  assert.deepEqual(fetched.at(-1), [5], "of another split, another image");
});

test("other data are fetched anew; what comes too late for them is dropped", async () => {
  const { fetched, first } = source();
  const late = first(data, "test", [1]);
  const fresh = first(other, "test", [1]);
  assert.deepEqual([await late, await fresh], [[], [[3072, 1]]]);
  assert.equal(fetched.length, 2);
});
