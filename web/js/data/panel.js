import { byId, element, find, setText } from "../ui/dom.js";
import { Emitter } from "../core/emitter.js";
import { namedFiles } from "./files.js";
import * as formats from "../core/formats.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { roleWord } from "../core/words.js";
import { ShardRow } from "./shard_row.js";
import { variants } from "./variants.js";

/** @import {Data, HoldOut, NamedFile, Role} from "../core/protocol.js" */

/** @typedef {{roles: Role[], holdOut: HoldOut}} Asked what the shards are to be used for, in their order */

/** How many of the last training images can be held out for validation with one choice. */
const holdOuts = [1000, 5000];

/**
 * The shards with their roles, pictures and class counts, and the ways to other data.
 * @extends {Emitter<{picking: void, opened: NamedFile[], sampleWanted: void, rolesChosen: Asked, labelsChosen: string,
 *   undoWanted: void, variantChosen: string}>}
 */
export class DataPanel extends Emitter {
  #root = byId("data-panel", HTMLElement);
  #origin = byId("data-origin", HTMLElement);
  #why = byId("data-why", HTMLElement);
  #duplicates = byId("data-duplicates", HTMLElement);
  #body = find(byId("shards", HTMLTableElement), "tbody", HTMLTableSectionElement);
  #holdOut = byId("hold-out", HTMLSelectElement);
  #usual = byId("usual-roles", HTMLButtonElement);
  #sample = byId("use-sample", HTMLButtonElement);
  #undo = byId("undo-data", HTMLButtonElement);
  #labels = byId("train-labels", HTMLSelectElement);
  #labelsLine = byId("labels-line", HTMLElement);
  #opening = byId("opening", HTMLElement);
  #variant = byId("data-variant", HTMLSelectElement);
  #variantNote = byId("data-variant-note", HTMLElement);
  #images;
  /** @type {Data | null} */
  #shown = null;
  /** What was chosen and is not in place yet. @type {Asked | null} */
  #asked = null;
  #asking = 0;
  /** @type {ShardRow[]} */
  #rows = [];
  #content = "";

  /**
   * @param {(shard: number, from: number, count: number) => Promise<Uint8Array>} images of the data in place, as
   *   records
   */
  constructor(images) {
    super();
    this.#images = images;
    for (const id of ["data-files", "data-folder"]) {
      const picker = byId(id, HTMLInputElement);
      picker.addEventListener("click", () => this.emit("picking", undefined));
      picker.addEventListener("change", () => {
        const files = namedFiles(picker.files ?? []);
        picker.value = ""; // so that choosing the same file again is a change
        if (files.length > 0) this.emit("opened", files);
      });
    }
    this.#sample.addEventListener("click", () => this.emit("sampleWanted", undefined));
    this.#variant.append(...variants.map(({ value, name }) => element("option", { value }, name)));
    this.#variant.addEventListener("change", () => this.emit("variantChosen", this.#variant.value));
    this.#usual.addEventListener("click", () =>
      this.emit("rolesChosen", { roles: [], holdOut: { validation: 0, test: 0 } }),
    );
    this.#undo.addEventListener("click", () => this.emit("undoWanted", undefined));
    this.#labels.addEventListener("change", () => this.emit("labelsChosen", this.#labels.value));
    this.#holdOut.addEventListener("change", () => this.#chooseHoldOut(Number(this.#holdOut.value)));
    this.#root.addEventListener("toggle", () => this.#drawStrips());
  }

  open() {
    this.#root.showPopover();
  }

  close() {
    this.#root.hidePopover();
  }

  /** Whether files opened now replace all current data. */
  get replaces() {
    return !this.#opening.hidden && find(this.#opening, "input[value=replace]", HTMLInputElement).checked;
  }

  /** Shows the current state again, after a refused choice. */
  restore() {
    const shown = this.#shown;
    this.#shown = null;
    if (shown) this.update(shown);
  }

  /** Writes all of it in another language. */
  rewrite() {
    this.#content = "";
    this.restore();
  }

  /** @param {Data} data */
  update(data) {
    if (this.#asked || data === this.#shown) return; // choices stay while they are being applied
    this.#shown = data;
    setText(this.#origin, originText(data));
    setText(this.#why, data.why && `${told(data.why)}.`);
    setText(this.#duplicates, duplicatesText(data));
    this.#duplicates.hidden = duplicatesText(data) === "";
    this.#sample.hidden = data.drawn;
    this.#variant.value = data.variant;
    const note = variants.find(({ value }) => value === data.variant)?.note ?? "";
    setText(this.#variantNote, note);
    this.#variantNote.hidden = note === "";
    this.#usual.hidden = data.drawn;
    this.#opening.hidden = data.drawn;
    this.#undo.hidden = !data.undo;
    this.#updateLabels(data);
    this.#updateRows(data);
    this.#updateHoldOut(data);
  }

  /**
   * Rows stay while the shards do, so that the keyboard keeps its place.
   * @param {Data} data
   */
  #updateRows(data) {
    const content = JSON.stringify(data.shards.map(({ name, fingerprint }) => [name, fingerprint]));
    if (content === this.#content) {
      for (const [i, shard] of data.shards.entries()) this.#rows[i]?.update(shard);
      return;
    }
    this.#content = content;
    this.#rows = data.shards.map((shard, i) => {
      const row = new ShardRow(shard, data.classes);
      row.on("roleChosen", (role) => this.#chooseRole(i, role));
      return row;
    });
    this.#body.replaceChildren(...this.#rows.map((row) => row.element));
    this.#drawStrips();
  }

  /** @param {Data} data */
  #updateLabels({ labels }) {
    this.#labelsLine.hidden = labels.sets.length === 0;
    const own = element("option", { value: "", selected: labels.used === "" }, t("the images’ own"));
    const others = labels.sets.map(({ name, differing }) =>
      element(
        "option",
        { value: name, selected: name === labels.used },
        t("{labels}: {share} differ", { labels: name, share: formats.percent(differing) }),
      ),
    );
    this.#labels.replaceChildren(own, ...others);
  }

  /** Requests pictures once they are visible. */
  #drawStrips() {
    if (!this.#root.matches(":popover-open")) return;
    for (const [i, row] of this.#rows.entries()) row.draw((count) => this.#images(i, 0, count)).catch(() => {});
  }

  /** @param {Data} data */
  #updateHoldOut({ holdOut, splits, shards }) {
    const held = holdOut.validation;
    const most = shards.reduce((images, shard) => images + (shard.role === "test" ? 0 : shard.images), 0);
    const own = shards.filter((shard) => shard.role !== "test").length > 1 ? [0] : [];
    const choices = [...new Set([...own, ...holdOuts.filter((images) => images < most / 2), held])].sort(
      (a, b) => a - b,
    );
    this.#holdOut.replaceChildren(
      ...choices.map((images) => element("option", { value: images, selected: images === held }, holdOutText(images))),
    );
    this.#holdOut.disabled = splits.train + held < 2;
  }

  /**
   * @param {number} chosen
   * @param {Role} role
   */
  #chooseRole(chosen, role) {
    this.#ask(({ roles: before, holdOut }) => {
      const roles = before.map((other, i) => (i === chosen ? role : other));
      // A split that has a shard of its own needs no more from train.
      return {
        roles,
        holdOut: {
          validation: roles.includes("validation") ? 0 : holdOut.validation,
          test: roles.includes("test") ? 0 : holdOut.test,
        },
      };
    });
  }

  /** @param {number} images from the end of train; all shards but those of the test then train */
  #chooseHoldOut(images) {
    this.#ask(({ roles: before, holdOut }) => {
      const roles = before.map((role) => /** @type {Role} */ (role === "test" ? "test" : "train"));
      if (images === 0) roles[roles.lastIndexOf("train")] = "validation";
      return { roles, holdOut: { ...holdOut, validation: images } };
    });
  }

  /**
   * Requests roles that differ from the ones requested before, which may still be pending.
   * @param {(before: Asked) => Asked} change
   */
  #ask(change) {
    if (!this.#shown) return;
    const { shards, holdOut } = this.#shown;
    this.#asked = change(this.#asked ?? { roles: shards.map(({ role }) => role), holdOut });
    this.#asking++;
    this.emit("rolesChosen", this.#asked);
  }

  /**
   * Roles that were chosen are in place, or were refused.
   * @param {Data | null} data as they are then
   */
  answered(data) {
    if (--this.#asking > 0) return;
    this.#asked = null;
    this.#shown = null;
    if (data) this.update(data);
  }
}

/** @param {number} images */
function holdOutText(images) {
  return images === 0
    ? t("a whole shard")
    : t("the last {n} images of train, all others train", { n: formats.count(images) });
}

/** @param {Data} data */
function originText(data) {
  const unused = data.unused > 0 ? ` · ${t("{n} unused", { n: formats.count(data.unused) })}` : "";
  const origin = data.drawn
    ? t("Practice images, drawn by this page in CIFAR-10’s shape. They are not CIFAR-10")
    : told(data.name);
  const tests = data.tests
    .map(({ name, images }) => ` · ${t("{test}: {n}", { test: name, n: formats.count(images) })}`)
    .join("");
  return `${origin}: ${formats.splits(data.splits)}${tests}${unused}.`;
}

/** @param {Data} data */
function duplicatesText({ duplicates, splits }) {
  const parts = /** @type {const} */ (["validation", "test"])
    .filter((split) => duplicates[split] > 0)
    .map((split) =>
      t("{n} of the {all} {split} images", {
        n: formats.count(duplicates[split]),
        all: formats.count(splits[split]),
        split: roleWord(split),
      }),
    );
  return parts.length > 0
    ? t("{images} are also in train: figures on them are too good.", { images: parts.join(t(" and ")) })
    : "";
}
