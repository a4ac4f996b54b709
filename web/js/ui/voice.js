const pause = 2000; // ms, in which a sentence can be spoken

/** The page's one voice for those who listen: a sentence at a time, none faster than it can be spoken. */
export class Voice {
  #region;
  #now;
  #last = -Infinity; // when a sentence was said
  #waiting = "";
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;

  /**
   * @param {{textContent: string | null}} region a live region
   * @param {() => number} now a clock that nobody sets, in ms
   */
  constructor(region, now = () => performance.now()) {
    this.#region = region;
    this.#now = now;
  }

  /** Says what has happened, soon; the newest takes the place of one that still waits. @param {string} sentence */
  say(sentence) {
    this.#waiting = sentence;
    this.#timer ||= setTimeout(() => this.#speak(), Math.max(0, this.#last + pause - this.#now()));
  }

  /** Says how something goes on, unless there is something to be said that has happened. @param {string} sentence */
  mention(sentence) {
    if (!this.#waiting) this.say(sentence);
  }

  #speak() {
    this.#timer = 0;
    this.#last = this.#now();
    this.#region.textContent = this.#waiting;
    this.#waiting = "";
  }
}
