import { tonesOf } from "./tones.js";
import { preference, remember } from "../core/preferences.js";

/** @import {HistoryPoint} from "../core/protocol.js" */

const loudness = 0.08;
const silence = 0.0001; // where an exponential fade ends
const attack = 0.02; // s

/** Plays the epochs as tones while it is on. It is off by default. */
export class LossSound {
  /** @type {AudioContext | null} made when it is first needed, after a press as browsers want it */
  #audio = null;
  #free = 0;
  #on = preference("onelayer.sound") === "on";

  get on() {
    return this.#on;
  }

  set on(on) {
    this.#on = on;
    remember("onelayer.sound", on ? "on" : "");
    if (!on) this.#audio?.suspend();
  }

  /** @param {HistoryPoint} point */
  play(point) {
    if (!this.#on || !navigator.userActivation.hasBeenActive) return;
    const audio = (this.#audio ??= new AudioContext());
    if (audio.state === "suspended") audio.resume();
    const { tones, free } = tonesOf(point, audio.currentTime, this.#free);
    this.#free = free;
    for (const tone of tones) sound(audio, tone);
  }
}

/**
 * A soft tone: it swells and fades.
 * @param {AudioContext} audio
 * @param {import("./tones.js").Tone} tone
 */
function sound(audio, { frequency, start, duration, timbre }) {
  const gain = audio.createGain();
  gain.gain.setValueAtTime(silence, start);
  gain.gain.exponentialRampToValueAtTime(loudness, start + attack);
  gain.gain.exponentialRampToValueAtTime(silence, start + duration);
  gain.connect(audio.destination);
  const oscillator = audio.createOscillator();
  oscillator.type = timbre;
  oscillator.frequency.setValueAtTime(frequency, start);
  oscillator.connect(gain);
  oscillator.start(start);
  oscillator.stop(start + duration);
}
