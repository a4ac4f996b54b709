import { dim, plane, side } from "../core/constants.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { byId, element, icon, setText } from "../ui/dom.js";
import { StepFlow } from "./step_flow.js";

/** @import {Explanation, Minibatch, RunSummary} from "../core/protocol.js" */

/** Images of the minibatch that are shown. */
export const mostShown = 40;

/**
 * The effect of a step: its minibatch, the gradient as a picture for each class, and the minibatch's loss
 * before and after.
 */
export class StepDetails {
  #words = element("p", {});
  #flow = new StepFlow();
  #images = element("div", { class: "step-images" });
  #gradient = element("div", { class: "step-gradient" });
  #root = element("section", {
    id: "step-details",
    class: "step-details on-train",
    "aria-label": t("What the step did"),
    hidden: true,
  });

  constructor() {
    const close = element("button", { type: "button", class: "tool", "aria-label": t("Close") }, icon("close"));
    close.addEventListener("click", () => this.hide());
    this.#root.append(element("header", {}, this.#words, close), this.#images, this.#flow.root, this.#gradient);
    byId("notices", HTMLElement).after(this.#root);
  }

  hide() {
    this.#root.hidden = true;
  }

  /**
   * @param {RunSummary} run after the step
   * @param {Minibatch} minibatch
   * @param {Uint8Array} pixels of its first images, 3072 bytes each
   * @param {string[]} classes
   * @param {Explanation | null} first what the weights before made of the first of the images
   * @returns {string} what it says
   */
  show(run, minibatch, pixels, classes, first) {
    const { indices, labels, gradient, lossBefore, lossAfter } = minibatch;
    this.#flow.show({ run, minibatch, first, classes });
    const [before, after] = [lossBefore, lossAfter].map((loss) => formats.cost(loss, 4));
    const values = {
      step: formats.count(run.step),
      n: formats.count(indices.length),
      before: before ?? "",
      after: after ?? "",
    };
    const saying = t("Step {step}, batch loss {before}; after it, {after} on the same {n} images.", values);
    setText(this.#words, saying);
    const shown = pixels.length / dim;
    const figures = Array.from({ length: shown }, (_, i) =>
      picture(imageOf(pixels.subarray(i * dim, (i + 1) * dim)), classes[labels[i] ?? 0] ?? ""),
    );
    const rest =
      indices.length > shown
        ? [element("span", { class: "muted" }, t("and {n} more", { n: formats.count(indices.length - shown) }))]
        : [];
    this.#images.replaceChildren(...figures, ...rest);
    this.#gradient.replaceChildren(
      element(
        "p",
        { class: "muted" },
        t("The gradient ∂J/∂W of each class: grey is zero, bright where W goes down, dark where it goes up."),
      ),
      ...classes.map((name, k) =>
        element(
          "figure",
          {},
          picture(gradientOf(gradient.subarray(k * dim, (k + 1) * dim)), t("gradient of {class}", { class: name })),
          element("figcaption", {}, name),
        ),
      ),
    );
    this.#root.hidden = false;
    return saying;
  }
}

/** @param {Uint8Array} pixels red, green and blue planes */
function imageOf(pixels) {
  return (/** @type {number} */ at) => pixels[at] ?? 0;
}

/** Scaled so that zero is in the middle. @param {Float32Array} values red, green and blue planes */
function gradientOf(values) {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return (/** @type {number} */ at) => 127.5 + (127.5 * (values[at] ?? 0)) / largest;
}

/**
 * @param {(at: number) => number} value 0 to 255 of a place in the planes
 * @param {string} label
 */
function picture(value, label) {
  const canvas = element("canvas", {
    width: String(side),
    height: String(side),
    role: "img",
    "aria-label": label,
    title: label,
  });
  const image = new ImageData(side, side);
  for (let pixel = 0; pixel < plane; pixel++) {
    for (let channel = 0; channel < 3; channel++) image.data[4 * pixel + channel] = value(channel * plane + pixel);
    image.data[4 * pixel + 3] = 255;
  }
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  return canvas;
}
