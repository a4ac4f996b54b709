// How many commands a second the built page answers a script that awaits each of them: the sample, and a page that
// shows all of it meanwhile. What a command trains or measures is part of it: play and pause take a few steps, and a
// reset that ends an epoch keeps the run.

import { launchBrowser } from "../e2e/browser.js";
import { openPage } from "../e2e/page.js";
import { startServer } from "../e2e/server.js";

/** @typedef {{plain: number, training: number}} CommandRates commands a second; training: play, pause and reset */

const COUNT = 200; // calls of a kind in a round

/** @param {number} rounds @returns {Promise<CommandRates>} the fastest round of the slowest kind */
export async function timeCommands(rounds) {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await openPage(page, server.origin);
    /** @type {number[][]} */
    const rates = [];
    for (let round = 0; round < rounds; round++) rates.push(await page.evaluate(commandRates, COUNT));
    const fastest = (/** @type {number} */ kind) => Math.max(...rates.map((rates) => rates[kind] ?? 0));
    return { plain: Math.min(fastest(0), fastest(1), fastest(2)), training: fastest(3) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Runs in the page: commands a second of each kind. @param {number} count */
async function commandRates(count) {
  const kinds = [
    async (/** @type {number} */ i) => (await onelayer.set({ l2: i % 2 ? 0.1 : 0.2 }), 1),
    async () => (await onelayer.pause(), 1),
    async () => (await onelayer.reset(), 1),
    async () => (await onelayer.play(), await onelayer.pause(), await onelayer.reset(), 3),
  ];
  const rates = [];
  for (const act of kinds) {
    let commands = 0;
    const from = performance.now();
    for (let i = 0; i < count; i++) commands += await act(i);
    rates.push((commands / (performance.now() - from)) * 1000);
  }
  return rates;
}
