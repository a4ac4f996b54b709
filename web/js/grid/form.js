import { Emitter } from "../core/emitter.js";
import { duration, setting } from "../core/formats.js";
import { t } from "../texts/texts.js";
import { element, setText } from "../ui/dom.js";

/** @import {Plan} from "./cells.js" */
/** @import {Grid} from "./grid.js" */

/** @typedef {"search" | "pause" | "resume" | "stop" | "finer" | "csv"} GridAction */

/**
 * The plan of a search, and its buttons.
 * @extends {Emitter<{pressed: GridAction, filled: void}>}
 */
export class GridForm extends Emitter {
  #l2 = list("grid-l2", "0, 0.001, 0.01, 0.1, 1");
  #rate = list("grid-rate", "0.0003, 0.001, 0.003, 0.01, 0.03");
  #batch = list("grid-batch", "100");
  #epochs = list("grid-epochs", "10");
  #budget = list("grid-budget", "100");
  #search = element(
    "select",
    { id: "grid-search" },
    element("option", { value: "grid" }, t("every cell")),
    element("option", { value: "random" }, t("drawn at random")),
    element("option", { value: "halving" }, t("halving: the worse half stops")),
  );
  #buttons;
  #finer = "";
  #facts = element("p", { class: "grid-facts", role: "status" });
  #progress = element("progress", { max: 1, value: 0, "aria-label": t("Progress of the search") });

  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    this.#buttons = /** @type {Record<GridAction, HTMLButtonElement>} */ (
      Object.fromEntries(
        /** @type {[GridAction, string][]} */ ([
          ["search", t("Search")],
          ["pause", t("Pause")],
          ["resume", t("Go on")],
          ["stop", t("Stop")],
          ["finer", t("Finer around the best")],
          ["csv", t("Save as CSV")],
        ]).map(([action, text]) => {
          const button = element("button", { type: "button" }, text);
          button.addEventListener("click", () => {
            if (action === "search") this.#finer = "";
            this.emit("pressed", action);
          });
          return [action, button];
        }),
      )
    );
    root.append(
      element(
        "p",
        {},
        t(
          "A run for each pair of λ and η, side by side on all cores; everything else as on Train. Choose by validation.",
        ),
      ),
      row("λ", this.#l2),
      row("η", this.#rate),
      row(t("batch size"), this.#batch),
      row(t("epochs"), this.#epochs),
      row(t("search"), this.#search),
      row(t("at most"), this.#budget),
      element("div", { class: "grid-buttons" }, ...Object.values(this.#buttons)),
      this.#progress,
      this.#facts,
    );
  }

  /** @returns {Plan} */
  get plan() {
    return {
      l2: numbers(this.#l2.value),
      learningRate: numbers(this.#rate.value),
      batchSize: numbers(this.#batch.value),
      epochs: numbers(this.#epochs.value)[0] ?? NaN,
      budget: numbers(this.#budget.value)[0] ?? NaN,
      search: /** @type {Plan["search"]} */ (this.#search.value),
    };
  }

  set plan({ l2, learningRate, batchSize, epochs, search, budget }) {
    this.#l2.value = written(l2);
    this.#rate.value = written(learningRate);
    this.#batch.value = written(batchSize);
    this.#epochs.value = String(epochs);
    this.#budget.value = String(budget);
    this.#search.value = search;
  }

  /** Says that a finer search is filled in. */
  offerFiner() {
    const { l2, learningRate, batchSize } = this.plan;
    this.#finer = t("Filled in: {n} cells, finer. Press Search.", {
      n: l2.length * learningRate.length * batchSize.length,
    });
    this.#buttons.search.focus();
    this.emit("filled", undefined);
  }

  /** @param {Grid} grid */
  update(grid) {
    const { state, cells, progress } = grid;
    const shown = {
      search: state === "idle" || state === "paused",
      pause: state === "running",
      resume: state === "paused",
      stop: state === "running" || state === "paused",
      finer: grid.best !== null && state === "idle",
      csv: cells.length > 0,
    };
    for (const [action, button] of Object.entries(this.#buttons))
      button.hidden = !shown[/** @type {GridAction} */ (action)];
    this.#progress.value = progress.share;
    const left =
      state === "running" && !Number.isNaN(progress.secondsLeft)
        ? ` · ${t("{time} left", { time: duration(progress.secondsLeft) })}`
        : "";
    const words = { idle: "", starting: t("The workers get the data."), running: t("running"), paused: t("paused") };
    setText(
      this.#facts,
      this.#finer || cells.length === 0
        ? this.#finer
        : `${t("{n} cells", { n: cells.length })}${words[state] ? ` · ${words[state]}` : ""}${left}`,
    );
  }
}

/**
 * @param {string} id
 * @param {string} value
 */
function list(id, value) {
  return element("input", { id, type: "text", value, autocomplete: "off", spellcheck: "false" });
}

/**
 * @param {string} label
 * @param {HTMLElement} field
 */
function row(label, field) {
  return element("div", { class: "grid-row" }, element("label", { for: field.id }, label), field);
}

/** Whether the page writes 0,5. */
const decimalComma = () => setting(0.5).includes(",");

/** A list as it is read again. @param {number[]} values */
function written(values) {
  return values.map(setting).join(decimalComma() ? "; " : ", ");
}

/** @param {string} text */
function numbers(text) {
  return text
    .split(decimalComma() ? /[\s;]+|,(?=\s|$)/ : /[\s,;]+/)
    .filter((word) => word !== "")
    .map((word) => Number(word.replace(",", ".").replaceAll("−", "-")));
}
