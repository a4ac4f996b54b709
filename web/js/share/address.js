import { namesOf, write } from "./query.js";

/** @import {Part} from "../core/link.js" */

const pause = 400; // ms: browsers refuse more than some hundred changes in half a minute

/**
 * The page's address. It follows the page's state without making entries to go back to, and
 * keeps foreign parts of its query.
 */
export class Address {
  #names;
  #written = -pause; // when, by a monotonic clock
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;
  /** @type {() => [string, string][]} */
  #pairs = () => [];

  /** @param {Part[]} parts */
  constructor(parts) {
    this.#names = namesOf(parts);
  }

  /**
   * Updates the address, soon.
   * @param {() => [string, string][]} pairs of its query, asked when it is written
   */
  follow(pairs) {
    this.#pairs = pairs;
    this.#timer ||= setTimeout(() => this.#write(), Math.max(0, this.#written + pause - performance.now()));
  }

  /**
   * The address of another query.
   * @param {[string, string][]} pairs
   */
  of(pairs) {
    const others = [...new URLSearchParams(location.search)].filter(([name]) => !this.#names.has(name));
    const url = new URL(location.href);
    url.search = write([...pairs, ...others.filter(([name]) => pairs.every(([own]) => own !== name))]);
    return url;
  }

  #write() {
    this.#timer = 0;
    const url = this.of(this.#pairs());
    if (url.href === location.href) return;
    this.#written = performance.now();
    history.replaceState(history.state, "", url);
  }
}
