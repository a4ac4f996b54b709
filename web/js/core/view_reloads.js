/** This many starts of the view within this many milliseconds mean that its graphics keep failing. */
const most = 4;
const span = 300_000;

/**
 * Counts how often the view restarts. It reloads itself when it loses its graphics context, which is fine once
 * in a while, and when the screen's pixel density changes, which is always fine.
 */
export class ViewReloads {
  /** @type {number[]} when the view started with the same density, milliseconds */
  #starts = [];
  #density = NaN;

  /**
   * Notes a start.
   * @param {number} now milliseconds
   * @param {number} density device pixels of a CSS pixel
   * @returns {boolean} whether these are too many
   */
  note(now, density) {
    if (density !== this.#density) this.#starts = [];
    this.#density = density;
    this.#starts = [...this.#starts.filter((start) => now - start < span), now];
    return this.#starts.length > most;
  }
}
