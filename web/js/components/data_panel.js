import { byId, element, find, setText } from "../dom.js";
import { Emitter } from "../emitter.js";
import { namedFiles } from "../files.js";
import * as formats from "../formats.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";
import { roleWord } from "../words.js";
import { ShardRow } from "./shard_row.js";

/** @import {NamedFile} from "../loader_client.js" */
/** @import {Data, HoldOut, Role} from "../protocol.js" */

/** How many of the last training images can be held out for validation with one choice. */
const holdOuts = [1000, 5000];

/**
 * The shards with their roles, pictures and class counts, and the ways to other data.
 * @extends {Emitter<{opened: NamedFile[], sampleWanted: void, rolesChosen: {roles: Role[], holdOut: HoldOut}}>}
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
  #images;
  /** @type {Data | null} */
  #shown = null;
  /** @type {ShardRow[]} */
  #rows = [];
  #content = "";

  /** @param {(shard: number, from: number, count: number) => Promise<Uint8Array>} images of the data in place, as records */
  constructor(images) {
    super();
    this.#images = images;
    for (const id of ["data-files", "data-folder"]) {
      const picker = byId(id, HTMLInputElement);
      picker.addEventListener("change", () => {
        const files = namedFiles(picker.files ?? []);
        picker.value = ""; // so that choosing the same file again is a change
        if (files.length > 0) this.emit("opened", files);
      });
    }
    this.#sample.addEventListener("click", () => this.emit("sampleWanted", undefined));
    this.#usual.addEventListener("click", () => this.emit("rolesChosen", { roles: [], holdOut: { validation: 0, test: 0 } }));
    this.#holdOut.addEventListener("change", () => this.#chooseHoldOut(Number(this.#holdOut.value)));
    this.#root.addEventListener("toggle", () => this.#drawStrips());
  }

  close() {
    this.#root.hidePopover();
  }

  /** Shows again what is, after a choice that was refused. */
  restore() {
    const shown = this.#shown;
    this.#shown = null;
    if (shown) this.update(shown);
  }

  /** @param {Data} data */
  update(data) {
    if (data === this.#shown) return;
    this.#shown = data;
    setText(this.#origin, originText(data));
    setText(this.#why, data.why && `${told(data.why)}.`);
    setText(this.#duplicates, duplicatesText(data));
    this.#duplicates.hidden = duplicatesText(data) === "";
    this.#sample.hidden = data.drawn;
    this.#usual.hidden = data.drawn;
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

  /** Asks for pictures once somebody looks. */
  #drawStrips() {
    if (!this.#root.matches(":popover-open")) return;
    for (const [i, row] of this.#rows.entries()) row.draw((count) => this.#images(i, 0, count)).catch(() => {});
  }

  /** @param {Data} data */
  #updateHoldOut({ holdOut, splits, shards }) {
    const held = holdOut.validation;
    const most = shards.reduce((images, shard) => images + (shard.role === "test" ? 0 : shard.images), 0);
    const own = shards.filter((shard) => shard.role !== "test").length > 1 ? [0] : [];
    const choices = [...new Set([...own, ...holdOuts.filter((images) => images < most / 2), held])].sort((a, b) => a - b);
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
    if (!this.#shown) return;
    const roles = this.#shown.shards.map((shard, i) => (i === chosen ? role : shard.role));
    const { validation, test } = this.#shown.holdOut;
    // A split that has a shard of its own needs no more from train.
    this.emit("rolesChosen", { roles, holdOut: { validation: roles.includes("validation") ? 0 : validation, test: roles.includes("test") ? 0 : test } });
  }

  /** @param {number} images from the end of train; all shards but those of the test then train */
  #chooseHoldOut(images) {
    if (!this.#shown) return;
    const { shards, holdOut } = this.#shown;
    const roles = shards.map((shard) => /** @type {Role} */ (shard.role === "test" ? "test" : "train"));
    if (images === 0) roles[roles.lastIndexOf("train")] = "validation";
    this.emit("rolesChosen", { roles, holdOut: { ...holdOut, validation: images } });
  }
}

/** @param {number} images */
function holdOutText(images) {
  return images === 0 ? t("a whole shard") : t("the last {n} images of train, all others train", { n: formats.count(images) });
}

/** @param {Data} data */
function originText(data) {
  const unused = data.unused > 0 ? ` · ${t("{n} unused", { n: formats.count(data.unused) })}` : "";
  const origin = data.drawn ? t("A sample drawn by this page, in CIFAR-10’s shape. It is not CIFAR-10") : told(data.name);
  return `${origin}: ${formats.splits(data.splits)}${unused}.`;
}

/** @param {Data} data */
function duplicatesText({ duplicates, splits }) {
  const parts = /** @type {const} */ (["validation", "test"])
    .filter((split) => duplicates[split] > 0)
    .map((split) => t("{n} of the {all} {split} images", { n: formats.count(duplicates[split]), all: formats.count(splits[split]), split: roleWord(split) }));
  return parts.length > 0 ? t("{images} are also in train: figures on them say less than they seem to.", { images: parts.join(t(" and ")) }) : "";
}
