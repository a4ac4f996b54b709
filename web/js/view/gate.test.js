import assert from "node:assert/strict";
import { test } from "node:test";
import { installGate } from "./gate.js";

/** A window with a clock of its own, whose frames cost what the test says. */
class FakeWindow {
  now = 0;
  /** @type {{at: number, call: (time: number) => void}[]} */
  queue = [];
  performance = { now: () => this.now };

  requestAnimationFrame = (/** @type {(time: number) => void} */ call) => {
    this.setTimeout(call, 16);
    return 0;
  };

  setTimeout(/** @type {(time: number) => void} */ call, delay = 0) {
    this.queue.push({ at: this.now + delay, call });
    return this.queue.length;
  }

  clearTimeout() {}

  /** Lets time pass, and runs what becomes due. */
  pass(/** @type {number} */ milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      const due = this.queue.filter((task) => task.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.queue.splice(this.queue.indexOf(due), 1);
      this.now = Math.max(this.now, due.at);
      due.call(this.now);
    }
    this.now = end;
  }
}

/** A gate whose frames cost this many milliseconds, and the times at which they began. */
function frames(/** @type {number} */ cost) {
  const window = new FakeWindow();
  const gate = installGate(/** @type {any} */ (window), null); // no graphics card to wait for
  const session = { window, gate, cost, began: /** @type {number[]} */ ([]) };
  const frame = (/** @type {number} */ time) => {
    session.began.push(time);
    window.now += session.cost;
    window.requestAnimationFrame(frame);
  };
  window.requestAnimationFrame(frame);
  window.pass(1000); // the first frame sets Ebitengine up
  session.began.length = 0;
  return session;
}

test("no frame runs without a request", () => {
  const { window, began } = frames(10);
  window.pass(10_000);
  assert.deepEqual(began, []);
});

test("requests before a frame are answered by that one frame", () => {
  const { window, gate, began } = frames(10);
  gate.request(true);
  gate.request(false);
  gate.request(true);
  window.pass(1000);
  assert.equal(began.length, 1);
});

test("a request during a frame is answered by the next", () => {
  const { window, gate, began } = frames(10);
  gate.drawn = () => {
    gate.drawn = () => {};
    gate.request(true);
  };
  gate.request(true);
  window.pass(1000);
  assert.equal(began.length, 2);
});

test("new figures are drawn in a tenth of the time, an answer to the visitor sooner", () => {
  /** How long frames asked for without a pause take in all, of one second. */
  const busy = (/** @type {boolean} */ soon) => {
    const { window, gate, began } = frames(20);
    gate.drawn = () => gate.request(soon);
    gate.request(soon);
    window.pass(1000);
    return began.length * 20;
  };
  assert.ok(busy(false) > 60 && busy(false) <= 120, `${busy(false)} ms of new figures`);
  assert.ok(busy(true) >= 250, `${busy(true)} ms of answers`);
});

test("an answer to the visitor does not wait for the rest that new figures take", () => {
  const { window, gate, began } = frames(40);
  gate.request(false);
  window.pass(60);
  gate.request(false);
  window.pass(30);
  assert.equal(began.length, 1);
  gate.request(true);
  window.pass(60);
  assert.equal(began.length, 2);
});

test("the cost told is the usual one, not an interruption's", () => {
  const session = frames(10);
  let told = NaN;
  session.gate.drawn = (milliseconds) => {
    told = milliseconds;
  };
  for (const cost of [10, 10, 900]) {
    session.cost = cost;
    session.gate.request(true);
    session.window.pass(2000);
  }
  assert.equal(told, 10);
});
