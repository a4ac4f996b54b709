import { Emitter } from "./emitter.js";
import { t } from "./texts/texts.js";

/** @import {Data, HoldOut, LoadProgress, Role} from "./protocol.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/** @typedef {{name: string, file: File}} NamedFile a file, with its folders in its name */

/**
 * Some images of a shard, the next ones, as the page itself hands them to the trainer: in
 * the binary version's records. `images` is how many the shard has in all. A provisional
 * shard is trained on until all are in, and then dropped; one that waits is not trained
 * on before they are.
 * @typedef {{name: string, title: string, fingerprint: string, images: number, records: Uint8Array, provisional?: boolean, waits?: boolean}} Piece
 */

/** @typedef {{roles: Record<string, Role>, holdOut: HoldOut}} Uses by the shards' names */

/** The version of the loader's protocol, in its Ready event. */
const version = 1;

/**
 * Brings data to the trainer: from files through the loader, a worker of its own that
 * ends with them, or from what the page has as records.
 * @extends {Emitter<{progressed: LoadProgress, warned: string}>}
 */
export class LoaderClient extends Emitter {
  #client;
  #start;

  /**
   * @param {WorkerClient} client of the trainer
   * @param {() => Worker} start makes the loader
   */
  constructor(client, start) {
    super();
    this.#client = client;
    this.#start = start;
  }

  /**
   * Reads files of any form. Rejects if no shard could be read; the data then stay.
   * @param {NamedFile[]} files
   * @param {number} room bytes of images that may be loaded
   * @returns {Promise<Data>}
   */
  async open(files, room) {
    await this.#client.started;
    const { port1, port2 } = new MessageChannel();
    const loader = this.#start();
    loader.addEventListener("message", ({ data }) => {
      if (data.event === "Ready" && data.version === version) {
        loader.postMessage({ command: "read", id: 1, files, port: port2, room }, [port2]);
      } else if (data.event === "Ready") {
        this.cancel(t("The page and its loader are of different versions: reload the page."));
      } else if (data.event === "LoadProgressed") {
        this.emit("progressed", data);
      } else if (data.event === "RoomShort") {
        this.emit("warned", data.message);
      } else if (data.event === "Failed" || data.event === "Refused") {
        this.cancel(data.message);
      }
    });
    loader.addEventListener("error", () => this.cancel(t("The part that reads files could not be loaded. Try again.")));
    try {
      return await this.#client.send("open", { port: port1 }, [port1]);
    } finally {
      loader.terminate();
    }
  }

  /**
   * Hands over what the page has already, one piece at a time.
   * @param {AsyncIterable<Piece>} pieces
   * @param {Uses} uses
   * @returns {Promise<Data>}
   */
  async stream(pieces, uses) {
    await this.#client.started;
    const { port1, port2 } = new MessageChannel();
    const opened = this.#client.send("open", { port: port1 }, [port1]);
    const gone = opened.then(() => true, () => true);
    const post = async () => {
      for await (const piece of pieces) {
        const taken = new Promise((resolve) => port2.addEventListener("message", resolve, { once: true }));
        port2.start();
        port2.postMessage(piece, [piece.records.buffer]);
        if ((await Promise.race([taken, gone])) === true) return;
      }
      port2.postMessage({ done: true, errors: [], ...uses });
    };
    post().catch((error) => this.cancel(error.message));
    return opened;
  }

  /**
   * Gives up what is being loaded, if anything is; the data there were before stay.
   * @param {string} [message] why, unless the visitor wanted it
   */
  async cancel(message = "") {
    await this.#client.send("cancelOpen", { message });
  }
}
