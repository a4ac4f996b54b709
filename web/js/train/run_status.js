import { byId, setText } from "../ui/dom.js";
import * as formats from "../core/formats.js";
import { statusWord } from "../core/words.js";

/** @import {Run} from "../core/mirror.js" */

/** The current run: status, epoch, step, speed and time left. */
export class RunStatus {
  #word = byId("status-word", HTMLElement);
  #epoch = byId("status-epoch", HTMLElement);
  #step = byId("status-step", HTMLElement);
  #rate = byId("status-rate", HTMLElement);
  #left = byId("status-left", HTMLElement);
  #progress = byId("status-progress", HTMLProgressElement);

  /** @param {Run} run */
  update(run) {
    const running = run.status === "running";
    const progress = run.progress;
    this.#word.dataset["status"] = run.status;
    setText(this.#word, statusWord(run.status));
    setText(this.#epoch, `${formats.count(run.epoch)} / ${formats.count(run.settings.epochs)}`);
    setText(this.#step, formats.count(run.step));
    setText(this.#rate, progress && running ? formats.rate(progress.imagesPerSecond) : formats.none);
    setText(this.#left, progress && running ? formats.duration(progress.secondsLeft) : formats.none);
    this.#progress.max = run.settings.epochs * run.stepsPerEpoch;
    this.#progress.value = run.step;
  }

  /** The engine could not start, or died. */
  fail() {
    this.#word.dataset["status"] = "failed";
    setText(this.#word, statusWord("failed"));
    for (const figure of [this.#rate, this.#left]) setText(figure, formats.none);
  }
}
