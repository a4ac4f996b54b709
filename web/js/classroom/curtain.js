import { Emitter } from "../core/emitter.js";

/** What can be covered at a time. @typedef {"pictures" | "cost" | "loss" | "accuracy" | "figures"} Covered */

/** What each choice covers. */
const choices = /** @type {const} */ ({
  everything: ["pictures", "cost", "loss", "accuracy", "figures"],
  pictures: ["pictures"],
  cost: ["cost"],
  loss: ["loss"],
  accuracy: ["accuracy"],
  figures: ["figures"],
});

/** @typedef {keyof typeof choices} CurtainChoice */

/** The choices. */
export const curtainChoices = /** @type {CurtainChoice[]} */ (Object.keys(choices));

/**
 * "Predict first": covers a chart or a figure until it is lifted.
 * @extends {Emitter<{changed: void}>}
 */
export class Curtain extends Emitter {
  /** @type {CurtainChoice} what it covers when it is down */
  #choice = "everything";
  #down = false;

  get down() {
    return this.#down;
  }

  get choice() {
    return this.#choice;
  }

  /** What is covered now. @returns {readonly Covered[]} */
  get covered() {
    return this.#down ? choices[this.#choice] : [];
  }

  /**
   * Lets it down over something else.
   * @param {CurtainChoice} choice
   */
  cover(choice) {
    this.#choice = choice;
    this.#set(true);
  }

  lift() {
    this.#set(false);
  }

  toggle() {
    this.#set(!this.#down);
  }

  /** @param {boolean} down */
  #set(down) {
    this.#down = down;
    this.emit("changed", undefined);
  }
}

/**
 * A scene without what is covered: a chart has no lines, and the view no weights.
 * @template {import("../core/scene.js").Scene} S
 * @param {S} scene
 * @param {readonly Covered[]} covered
 * @returns {S}
 */
export function coveredScene(scene, covered) {
  return covered.length === 0
    ? scene
    : {
        ...scene,
        panels: scene.panels.map((panel) =>
          covered.includes(/** @type {Covered} */ (subject(panel))) ? withoutFigures(panel) : panel,
        ),
      };
}

/**
 * What a panel shows, as the curtain names it.
 * @param {import("../core/scene.js").Panel} panel
 */
export function subject(panel) {
  if (panel.kind === "templates" || panel.kind === "machine") return "pictures";
  if (panel.kind === "stack") return "loss"; // it has the loss's place
  return panel.kind === "chart" ? panel.metric : "";
}

/**
 * @param {import("../core/scene.js").Panel} panel
 * @returns {import("../core/scene.js").Panel}
 */
function withoutFigures(panel) {
  if (panel.kind === "templates" || panel.kind === "machine") return { kind: "templates", run: "covered" };
  if (panel.kind === "chart")
    return {
      kind: "chart",
      metric: panel.metric,
      title: panel.title,
      series: [],
      empty: " ",
      ...(panel.epochs === undefined ? {} : { epochs: panel.epochs }),
    };
  if (panel.kind === "stack") return { kind: "chart", metric: "loss", title: panel.title, series: [], empty: " " };
  return panel;
}
