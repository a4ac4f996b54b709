const pause = 2000; // ms, in which a sentence can be spoken

/** The page's announcements for screen readers: one sentence at a time, no faster than it can be spoken. */
export class Voice {
  #region;
  #now;
  #last = -Infinity; // when a sentence was said
  #waiting = "";
  /** @type {ReturnType<typeof setTimeout> | 0} */
  #timer = 0;

  /**
   * @param {{textContent: string | null}} region a live region
   * @param {() => number} now a monotonic clock, in ms
   */
  constructor(region, now = () => performance.now()) {
    this.#region = region;
    this.#now = now;
  }

  /** Announces what has happened, soon; the newest replaces one that still waits. @param {string} sentence */
  say(sentence) {
    this.#waiting = sentence;
    this.#timer ||= setTimeout(() => this.#speak(), Math.max(0, this.#last + pause - this.#now()));
  }

  /** Announces progress, unless an event is waiting to be announced. @param {string} sentence */
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
