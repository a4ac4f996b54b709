/**
 * The state that features keep in the page's address, so that a link restores it.
 * @module
 */

/**
 * A part of the page's state that links carry.
 * @typedef {object} Part
 * @property {string} name in the query
 * @property {() => string} read "" while it is as usual
 * @property {(value: string) => boolean} apply false if that is not a value of it
 */

/**
 * A control of the Share panel, for a part that a link can set differently from the page.
 * @typedef {object} ShareChoice
 * @property {string} name of the part
 * @property {HTMLElement} root the element to place
 * @property {() => string} read the part's value
 * @property {(value: string) => void} show
 */

/** The parts of the address, in its order. */
export class Link {
  /** @type {Part[]} */
  parts = [];

  /** @type {Map<string, {read: () => boolean, apply: (open: boolean) => void}>} */
  #panels = new Map();

  /** @param {Part[]} parts */
  add(...parts) {
    this.parts.push(...parts);
  }

  /**
   * A panel that is open or not: the part "open" names those that are.
   * @param {string} name
   * @param {() => boolean} read
   * @param {(open: boolean) => void} apply
   */
  addPanel(name, read, apply) {
    this.#panels.set(name, { read, apply });
  }

  /** The part that names the open panels. @returns {Part} */
  get open() {
    const panels = [...this.#panels];
    return wordsPart(
      "open",
      panels.map(([name]) => name),
      () => panels.flatMap(([name, { read }]) => (read() ? [name] : [])),
      (words) => panels.forEach(([name, { apply }]) => apply(words.has(name))),
    );
  }
}

/**
 * A part that is a set of words.
 * @param {string} name
 * @param {string[]} known
 * @param {() => Iterable<string>} read
 * @param {(words: Set<string>) => void} apply
 * @returns {Part}
 */
export function wordsPart(name, known, read, apply) {
  return {
    name,
    read: () => {
      const words = new Set(read());
      return known.filter((word) => words.has(word)).join(",");
    },
    apply: (value) => {
      const words = value.split(",").filter((word) => word !== "");
      apply(new Set(words.filter((word) => known.includes(word))));
      return words.every((word) => known.includes(word));
    },
  };
}

/**
 * A part that is one of some words.
 * @param {string} name
 * @param {string[]} known
 * @param {() => string} read "" for the usual one
 * @param {(word: string) => void} apply
 * @returns {Part}
 */
export function wordPart(name, known, read, apply) {
  return {
    name,
    read,
    apply: (value) => {
      if (known.includes(value)) apply(value);
      return known.includes(value);
    },
  };
}
