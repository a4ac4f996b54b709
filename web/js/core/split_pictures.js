import { dim } from "./constants.js";

/** @import {Data, SplitName} from "./protocol.js" */

const most = 3000; // images kept: 9 MB

/** The pixels of a split's images, fetched from the worker once and kept while the data stay. */
export class SplitPictures {
  #fetch;
  /** @type {Data | null} */
  #data = null;
  /** @type {Map<string, Uint8Array<ArrayBuffer>>} by split and index */
  #known = new Map();

  /** @param {(split: SplitName, indices: number[]) => Promise<Uint8Array<ArrayBuffer>>} fetch */
  constructor(fetch) {
    this.#fetch = fetch;
  }

  /**
   * The pixels of some images: red, green and blue planes of each; none if the data have changed since.
   * @param {Data} data that are loaded
   * @param {SplitName} split
   * @param {number[]} indices
   */
  async of(data, split, indices) {
    if (data !== this.#data || this.#known.size > most) this.#known.clear();
    this.#data = data;
    const pictures = indices.map((index) => this.#known.get(`${split} ${index}`));
    const missing = indices.filter((_, i) => !pictures[i]);
    if (missing.length === 0) return /** @type {Uint8Array<ArrayBuffer>[]} */ (pictures);
    const pixels = await this.#fetch(split, missing);
    if (data !== this.#data) return []; // the answer belongs to other data
    let at = 0;
    return pictures.map((known, i) => {
      const picture = known ?? pixels.slice(dim * at, dim * ++at);
      this.#known.set(`${split} ${indices[i]}`, picture);
      return picture;
    });
  }
}
