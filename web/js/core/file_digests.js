import { Emitter } from "./emitter.js";
import { Rpc } from "./rpc.js";
import { t } from "../texts/texts.js";

/** @import {Data, LoaderCommands, LoaderEvent, NamedFile} from "./protocol.js" */
/** @import {WorkerPort} from "./rpc.js" */

/** sha256 is empty until it is known. @typedef {{name: string, bytes: number, sha256: string}} OpenedFile */

/** Folders of pictures have as many files as images. */
const mostFiles = 50;

/**
 * The files that data came from, each with its SHA-256, as sha256sum gives it: computed once the data are in, in a
 * worker that ends with it, a piece of a file at a time.
 * @extends {Emitter<{changed: void, computed: void}>} computed: all digests of files that were added are known
 */
export class FileDigests extends Emitter {
  /** Of the current data. @type {OpenedFile[]} */
  files = [];

  #start;
  /** By the data's fingerprint: a run on earlier data keeps its files. @type {Map<string, OpenedFile[]>} */
  #of = new Map();
  #fingerprint = "";
  #done = Promise.resolve();

  /** @param {() => WorkerPort} start makes a loader */
  constructor(start) {
    super();
    this.#start = start;
  }

  /** Data are in place: an undo restores earlier ones, new roles belong to the same files. @param {Data} data */
  follow({ drawn, fingerprint }) {
    this.#fingerprint = drawn ? "" : fingerprint;
    this.#list(drawn ? [] : (this.#of.get(fingerprint) ?? this.files));
  }

  /**
   * The files of a run's data whose digests are known.
   * @param {Pick<Data, "fingerprint"> | null} data
   */
  known(data) {
    return (this.#of.get(data?.fingerprint ?? "") ?? []).filter(({ sha256 }) => sha256);
  }

  /** Those of the data in place are known from an earlier visit. @param {OpenedFile[]} files */
  restore(files) {
    this.#list(files);
  }

  /** Forgets them: those data are gone. */
  forget() {
    this.#list([]);
  }

  /** @param {OpenedFile[]} files of the data in place */
  #list(files) {
    this.files = files;
    if (this.#fingerprint) this.#of.set(this.#fingerprint, files);
    this.emit("changed", undefined);
  }

  /**
   * Lists files whose images are in place, and hashes them one after the other.
   * @param {NamedFile[]} opened
   */
  add(opened) {
    if (opened.length > mostFiles) return;
    const added = opened.map(({ name, file }) => ({ file, listed: { name, bytes: file.size, sha256: "" } }));
    const names = new Set(opened.map(({ name }) => name));
    this.#list([...this.files.filter(({ name }) => !names.has(name)), ...added.map(({ listed }) => listed)]);
    this.#done = this.#done.then(() => this.#hash(added)).catch(() => {}); // a file that is gone has no digest
  }

  /** @param {{file: File, listed: OpenedFile}[]} added */
  async #hash(added) {
    /** @type {Rpc<LoaderCommands, LoaderEvent>} */
    const loader = new Rpc(this.#start(), t("The part that reads files"));
    try {
      for (const { file, listed } of added) {
        if (!this.files.includes(listed)) continue;
        ({ sha256: listed.sha256 } = await loader.send("digestFile", { file }));
        this.emit("changed", undefined);
      }
      this.emit("computed", undefined);
    } finally {
      loader.end();
    }
  }
}
