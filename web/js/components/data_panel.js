import { byId, element, find, setText } from "../dom.js";
import { Emitter } from "../emitter.js";
import { namedFiles } from "../files.js";
import * as formats from "../formats.js";

/** @import {NamedFile} from "../loader_client.js" */
/** @import {Data, Shard} from "../protocol.js" */

/**
 * The shards with their roles and class counts, and the ways to other data.
 * @extends {Emitter<{opened: NamedFile[], sampleWanted: void}>}
 */
export class DataPanel extends Emitter {
  #root = byId("data-panel", HTMLElement);
  #origin = byId("data-origin", HTMLElement);
  #body = find(byId("shards", HTMLTableElement), "tbody", HTMLTableSectionElement);
  #sample = byId("use-sample", HTMLButtonElement);
  /** @type {Data | null} */
  #shown = null;

  constructor() {
    super();
    for (const id of ["data-files", "data-folder"]) {
      const picker = byId(id, HTMLInputElement);
      picker.addEventListener("change", () => {
        const files = namedFiles(picker.files ?? []);
        picker.value = ""; // so that choosing the same file again is a change
        if (files.length > 0) this.emit("opened", files);
      });
    }
    this.#sample.addEventListener("click", () => this.emit("sampleWanted", undefined));
  }

  close() {
    this.#root.hidePopover();
  }

  /** @param {Data} data */
  update(data) {
    if (data === this.#shown) return;
    this.#shown = data;
    setText(this.#origin, originText(data));
    this.#sample.hidden = data.drawn;
    this.#body.replaceChildren(...data.shards.map((shard) => row(shard, data.classes)));
  }
}

/** @param {Data} data */
function originText(data) {
  const unused = data.unused > 0 ? ` · ${formats.count(data.unused)} unused` : "";
  const origin = data.drawn ? "A sample drawn by this page, in CIFAR-10’s shape. It is not CIFAR-10" : data.name;
  return `${origin}: ${formats.splits(data.splits)}${unused}.`;
}

/**
 * @param {Shard} shard
 * @param {string[]} classes
 */
function row(shard, classes) {
  return element(
    "tr",
    {},
    element("th", { scope: "row", class: "text" }, shard.name),
    element("td", {}, formats.count(shard.images)),
    element("td", { class: "text" }, shard.role),
    element("td", { class: "text" }, classBars(shard.counts), classList(shard.counts, classes)),
  );
}

/**
 * Ten small bars, one a class.
 * @param {number[]} counts
 */
function classBars(counts) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  const [step, bar, height] = [10, 8, 24];
  const most = Math.max(1, ...counts);
  svg.setAttribute("class", "class-bars");
  svg.setAttribute("viewBox", `0 0 ${counts.length * step} ${height}`);
  svg.setAttribute("aria-hidden", "true");
  counts.forEach((count, k) => {
    const tall = (height * count) / most;
    const rect = document.createElementNS(namespace, "rect");
    for (const [name, value] of Object.entries({ x: k * step, y: height - tall, width: bar, height: tall })) {
      rect.setAttribute(name, String(value));
    }
    svg.append(rect);
  });
  return svg;
}

/**
 * The same in words and numbers.
 * @param {number[]} counts
 * @param {string[]} classes
 */
function classList(counts, classes) {
  const text = counts.map((count, k) => `${classes[k]} ${formats.count(count)}`).join(", ");
  const [least, most] = [Math.min(...counts), Math.max(...counts)].map(formats.count);
  const range = least === most ? `${most} each` : `${least}–${most}`;
  return element(
    "span",
    { class: "class-range" },
    element("span", { "aria-hidden": "true", title: text }, range),
    element("span", { class: "visually-hidden" }, text),
  );
}
