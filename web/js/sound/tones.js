/**
 * The tones of a finished epoch.
 * @module
 */

/** @import {HistoryPoint} from "../core/protocol.js" */

/**
 * @typedef {{frequency: number, start: number, duration: number, timbre: OscillatorType}} Tone frequency in Hz, times
 * in seconds
 */

const guessing = Math.log(10); // the loss of a guess among ten classes
const concertPitch = 440; // Hz: what guessing sounds like
const [lowest, highest] = [110, 1760]; // Hz

const duration = 0.22; // s
const apart = 0.11; // s, from the train tone to the validation tone
const pace = 0.24; // s, from an epoch to the next at most so fast
const lag = 0.3; // s that a tone may come late

/**
 * The pitch falls with the loss: guessing is an A, half of that loss two octaves lower.
 * @param {number} loss
 * @returns {number} Hz
 */
export function frequencyOf(loss) {
  return Math.min(highest, Math.max(lowest, concertPitch * (loss / guessing) ** 2));
}

/**
 * The tones of an epoch: train soft, then validation a little brighter. Epochs that finish faster
 * than one can hear are skipped, and so are losses that are not numbers.
 * @param {HistoryPoint} point
 * @param {number} now
 * @param {number} free when the tones before have been heard
 * @returns {{tones: Tone[], free: number}}
 */
export function tonesOf({ train, validation }, now, free) {
  const start = Math.max(now, free);
  const losses = [train.loss, validation.loss];
  if (start - now > lag || !Number.isFinite(train.loss)) return { tones: [], free };
  const timbres = /** @type {const} */ (["sine", "triangle"]);
  const tones = timbres.map((timbre, i) => ({
    frequency: frequencyOf(losses[i] ?? NaN),
    start: start + i * apart,
    duration,
    timbre,
  }));
  return { tones: tones.filter(({ frequency }) => !Number.isNaN(frequency)), free: start + pace };
}
