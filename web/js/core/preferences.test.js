import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { preference, remember } from "./preferences.js";

const own = Object.getOwnPropertyDescriptor(globalThis, "localStorage");

/** @param {PropertyDescriptor} descriptor of localStorage */
const replaceStorage = (descriptor) =>
  Object.defineProperty(globalThis, "localStorage", { configurable: true, ...descriptor });

afterEach(() => {
  if (own) Object.defineProperty(globalThis, "localStorage", own);
  else Reflect.deleteProperty(globalThis, "localStorage");
});

test("what is remembered is there, until it is forgotten", () => {
  /** @type {Map<string, string>} */
  const stored = new Map();
  replaceStorage({
    value: {
      getItem: (/** @type {string} */ name) => stored.get(name) ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ value) => stored.set(name, value),
      removeItem: (/** @type {string} */ name) => stored.delete(name),
    },
  });
  assert.equal(preference("onelayer.theme"), "");
  assert.equal(remember("onelayer.theme", "dark"), true);
  assert.equal(preference("onelayer.theme"), "dark");
  assert.equal(remember("onelayer.theme", ""), true);
  assert.equal(stored.size, 0);
});

test("blocked storage remembers nothing, and says so", () => {
  replaceStorage({
    get: () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    },
  });
  assert.equal(preference("onelayer.theme"), "");
  assert.equal(remember("onelayer.theme", "dark"), false);
});
