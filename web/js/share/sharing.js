import { addressWasCut } from "../core/address_length.js";
import { Address } from "./address.js";
import { markOf, isSample } from "./data_mark.js";
import { decode, encode } from "./query.js";
import { language, t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/** @import {DataMark} from "./data_mark.js" */
/** @import {Part} from "../core/link.js" */
/** @import {Data, Settings} from "../core/protocol.js" */

/**
 * The page's state in its address: a link restores it, and the address follows it.
 */
export class Sharing {
  #parts;
  #address;
  #said;
  #begun = false;
  /** @type {{settings: Settings, data: Data} | null} */
  #state = null;
  #settled = ""; // the mark of the data that were in last
  #others = false; // the visitor has opened other data

  /**
   * Applies the parts of the page's own address.
   * @param {Part[]} parts
   */
  constructor(parts) {
    this.#parts = parts;
    this.#address = new Address(parts);
    this.#said = decode(new URLSearchParams(location.search), parts);
  }

  /** What can't be used of the address, or empty. */
  get complaint() {
    const { wrong } = this.#said;
    if (addressWasCut()) return t("This link is longer than any link of this page: it was not used.");
    return wrong.length > 0 ? [t("Part of this link can’t be used; the rest is set."), ...wrong].join("\n") : "";
  }

  /**
   * Applies the address's settings, once there is an engine.
   * @param {(settings: Partial<Settings>) => Promise<unknown>} set
   * @returns {Promise<boolean>} whether it has some
   */
  async begin(set) {
    const { settings } = this.#said;
    const some = Object.keys(settings).length > 0;
    if (some) await set(settings);
    this.#begun = true;
    return some;
  }

  /**
   * Updates the address.
   * @param {Settings} settings
   * @param {Data} data
   * @param {boolean} settled whether all of the data are in
   * @returns {string} a warning where they aren't the link's data, or empty
   */
  update(settings, data, settled) {
    if (!this.#begun) return "";
    this.#state = { settings, data };
    if (!settled) return "";
    const { mark } = markOf(data);
    if (this.#settled && this.#settled !== mark) this.#others = true;
    this.#settled = mark;
    this.#address.follow(() => this.#pairs((this.#others ? null : this.#said.data) ?? markOf(data), false));
    return this.#warning(markOf(data));
  }

  /** The page's own parts, as its link would have them. @returns {Record<string, string>} */
  get parts() {
    return Object.fromEntries(this.#parts.map(({ name, read }) => [name, read()]));
  }

  /**
   * A link to the page as it is, with the data that are loaded.
   * @param {Record<string, string>} instead values of parts that are to be otherwise
   * @returns {URL | null} null before there are data
   */
  link(instead) {
    if (!this.#state) return null;
    return this.#address.of([...this.#pairs(markOf(this.#state.data), true, instead), ["lang", language()]]);
  }

  /**
   * @param {DataMark} data
   * @param {boolean} whole
   * @param {Record<string, string>} instead
   * @returns {[string, string][]}
   */
  #pairs(data, whole, instead = {}) {
    const { settings } = /** @type {{settings: Settings}} */ (this.#state);
    const parts = this.#parts.map(
      ({ name, read }) => /** @type {[string, string]} */ ([name, instead[name] ?? read()]),
    );
    return encode({ settings, data, parts }, whole);
  }

  /** @param {DataMark} loaded */
  #warning(loaded) {
    const { data } = this.#said;
    if (!data || data.mark === loaded.mark) return "";
    const [theirs, ours] = [called(data), called(loaded)];
    if (theirs === ours)
      return t(
        "This link was made with data other than those loaded here, although they have the same name ({name}): the figures will differ.",
        { name: ours },
      );
    return t("This link was made with {theirs}; here {ours} is loaded, so the figures will differ.", {
      theirs,
      ours,
    });
  }
}

/**
 * The name of data in a sentence: in quotation marks, since it may come from outside.
 * @param {DataMark} mark
 */
function called({ mark, name }) {
  if (isSample(mark)) return t("the practice images");
  return name ? t("“{name}”", { name: told(name) }) : t("other data");
}
