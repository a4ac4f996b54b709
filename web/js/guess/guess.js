/** A guessed curve of validation accuracy: a share for each epoch, drawn by hand or with keys. */
export class Guess {
  /** @type {number[]} by epoch, NaN where nothing is drawn */
  #shares;

  /** @param {number} epochs of the run whose accuracy is guessed */
  constructor(epochs) {
    this.#shares = Array.from({ length: epochs + 1 }, () => NaN);
  }

  get epochs() {
    return this.#shares.length - 1;
  }

  get empty() {
    return this.#shares.every(Number.isNaN);
  }

  /**
   * Draws a straight line from one point to another, so that a fast stroke leaves no gaps.
   * @param {{epoch: number, share: number}} from
   * @param {{epoch: number, share: number}} to
   */
  line(from, to) {
    const [left, right] = from.epoch <= to.epoch ? [from, to] : [to, from];
    for (let epoch = Math.max(0, left.epoch); epoch <= Math.min(this.epochs, right.epoch); epoch++) {
      const along = right.epoch === left.epoch ? 1 : (epoch - left.epoch) / (right.epoch - left.epoch);
      this.#shares[epoch] = within(left.share + along * (right.share - left.share), 1);
    }
    this.#shares[within(to.epoch, this.epochs)] = within(to.share, 1);
  }

  /** The guess for each epoch: interpolated between what was drawn, constant before and after it. */
  get shares() {
    const drawn = this.#shares.flatMap((share, epoch) => (Number.isNaN(share) ? [] : [epoch]));
    return this.#shares.map((share, epoch) => {
      if (!Number.isNaN(share)) return share;
      const before = drawn.findLast((other) => other < epoch);
      const after = drawn.find((other) => other > epoch);
      const [left, right] = [this.#shares[before ?? after ?? -1] ?? NaN, this.#shares[after ?? before ?? -1] ?? NaN];
      if (before === undefined || after === undefined) return before === undefined ? right : left;
      return left + ((epoch - before) / (after - before)) * (right - left);
    });
  }

  /**
   * How far it is from the result: the mean absolute difference over the epochs that have both, and the last of them;
   * null if there are none.
   * @param {{epoch: number, validation: {accuracy: number}}[]} history
   */
  distance(history) {
    const { shares } = this;
    const pairs = history
      .map(({ epoch, validation }) => ({ epoch, guessed: shares[epoch] ?? NaN, came: validation.accuracy }))
      .filter(({ guessed, came }) => !Number.isNaN(guessed + came));
    const last = pairs.at(-1);
    if (!last) return null;
    return { mean: pairs.reduce((sum, { guessed, came }) => sum + Math.abs(guessed - came), 0) / pairs.length, last };
  }
}

/** @param {number} value @param {number} most */
const within = (value, most) => Math.min(most, Math.max(0, value));
