import assert from "node:assert/strict";
import { test } from "node:test";

import { frames } from "./frames.js";

/** A browser whose time passes on demand, and where each frame takes some milliseconds. */
class FakeClock {
  time = 0;
  /** @type {(() => void)[]} */
  screen = [];
  /** @type {(() => void)[]} */
  after = [];
  /** @type {{act: () => void, at: number}[]} */
  timers = [];

  now = () => this.time;
  next = (/** @type {() => void} */ act) => void this.screen.push(act);
  drawn = (/** @type {() => void} */ act) => void this.after.push(act);
  later = (/** @type {() => void} */ act, /** @type {number} */ ms) =>
    void this.timers.push({ act, at: this.time + ms });

  /** A frame of the screen. */
  refresh() {
    for (const act of this.screen.splice(0)) act();
    for (const act of this.after.splice(0)) act();
  }

  /** @param {number} ms */
  pass(ms) {
    this.time += ms;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { act } of due) act();
  }
}

/** @param {number} takes ms */
function counted(takes) {
  const clock = new FakeClock();
  let drawn = 0;
  const schedule = frames(() => {
    drawn++;
    clock.time += takes;
  }, clock);
  return { clock, schedule, drawn: () => drawn };
}

test("changes before a frame are drawn once, the first of them at once", () => {
  const { clock, schedule, drawn } = counted(5);
  schedule();
  schedule();
  clock.refresh();
  clock.refresh();
  assert.equal(drawn(), 1);
});

test("frames take a quarter of the time while changes keep coming, and the last change is drawn", () => {
  const { clock, schedule, drawn } = counted(5);
  for (let ms = 0; ms < 200; ms++) {
    schedule();
    clock.refresh();
    clock.pass(1);
  }
  const [before, took] = [drawn(), drawn() * 5];
  assert.ok(took <= (clock.time + 20) / 4 && took >= clock.time / 5, `${took} of ${clock.time} ms`);
  clock.pass(15); // the last change waits for no other
  clock.refresh();
  assert.equal(drawn(), before + 1);
});

test("after a long frame the next does not keep one waiting, and an error in one does not end them", () => {
  const clock = new FakeClock();
  let drawn = 0;
  const schedule = frames(() => {
    clock.time += 2000;
    if (drawn++ === 0) throw new Error("a feature's");
  }, clock);
  schedule();
  assert.throws(() => clock.refresh());
  clock.refresh(); // what follows the drawing
  schedule();
  clock.pass(100);
  clock.refresh();
  assert.equal(drawn, 2);
});
