import { Buffers } from "./buffers.js";
import { Emitter } from "./emitter.js";
import { Rpc } from "./rpc.js";
import { t } from "../texts/texts.js";
import { told } from "../texts/told.js";

/**
 * @import {Asked, Data, HoldOut, LoadProgressed, LoaderCommands, LoaderEvent, NamedFile, NamedLabels, Role, Said,
 *   ShardPiece} from "./protocol.js"
 */
/** @import {WorkerPort} from "./rpc.js" */
/** @import {WorkerClient} from "./worker_client.js" */

/**
 * @typedef {{roles: Record<string, Role>, holdOut: HoldOut, labels?: NamedLabels[], labelsUsed?: string}} Uses by the
 *   shards' names
 */

/** How many pieces may be in transit to the trainer, which may be busy. */
const underWay = 4;

/** A loader started for files that did not come ends after this many ms. */
const patience = 60_000;

/**
 * Brings data to the trainer: from files through the loader, a worker of its own that
 * ends with them, or from what the page has as records.
 * @extends {Emitter<{progressed: LoadProgressed, warned: string, noted: Said}>}
 */
export class LoaderClient extends Emitter {
  #client;
  #start;
  #ask;
  /** @type {{port: WorkerPort, loader: Rpc<LoaderCommands, LoaderEvent>} | null} started early */
  #waiting = null;
  /** For images that the page sends: the trainer gives them back. */
  buffers = new Buffers();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {WorkerClient} client of the trainer
   * @param {() => WorkerPort} start makes the loader
   * @param {(question: Asked) => Promise<number[] | null>} ask lets the visitor choose among options
   */
  constructor(client, start, ask) {
    super();
    this.#client = client;
    this.#start = start;
    this.#ask = ask;
  }

  /** Starts the loader before its files are known: when the visitor is about to choose or drop some. */
  prepare() {
    this.#waiting ??= this.#launch();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#taken()?.loader.end(), patience);
  }

  /** The waiting loader, if there is one; it no longer waits. */
  #taken() {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  #launch() {
    const port = this.#start();
    /** @type {Rpc<LoaderCommands, LoaderEvent>} */
    const loader = new Rpc(port, t("The part that reads files"));
    loader.on("failed", () => this.#waiting?.loader === loader && this.#taken());
    loader.on("told", (event) => {
      if (event.event === "LoadProgressed") this.emit("progressed", event);
      else if (event.event === "RoomShort") this.emit("warned", told(event.message));
      else if (event.event === "Noted") this.emit("noted", event.message);
      else if (event.event === "Asked") this.#answer(loader, event);
    });
    return { port, loader };
  }

  /**
   * @param {Rpc<LoaderCommands, LoaderEvent>} loader
   * @param {Asked} question
   */
  async #answer(loader, question) {
    const chosen = await this.#ask(question);
    loader.send("answer", chosen ? { chosen } : {}).catch(() => {}); // it has ended
  }

  /**
   * Reads files of any form. Rejects if no shard could be read; the data then stay.
   * @param {NamedFile[]} files
   * @param {number} room bytes of images that may be loaded
   * @param {boolean} [replaces] the current data are dropped
   * @returns {Promise<Data>}
   */
  async open(files, room, replaces = false) {
    await this.#client.started;
    const { port1, port2 } = new MessageChannel();
    const { loader } = this.#taken() ?? this.#launch();
    loader.send("read", { files, port: port2, room }, [port2]).catch((error) => this.cancel(error.message));
    try {
      return await this.#client.send("open", { port: port1, replaces }, [port1]);
    } catch (error) {
      throw loader.failure ?? error; // the trainer only has its message
    } finally {
      loader.end();
    }
  }

  /**
   * Sends data that the page already has, a few pieces ahead of the trainer.
   * @param {AsyncIterable<ShardPiece>} pieces
   * @param {Uses} uses
   * @param {boolean} [replaces] the current data are dropped
   * @returns {Promise<Data>}
   */
  async stream(pieces, uses, replaces = false) {
    await this.#client.started;
    const { port1, port2 } = new MessageChannel();
    const opened = this.#client.send("open", { port: port1, replaces }, [port1]);
    let gone = false;
    let room = underWay;
    let wake = () => {};
    port2.onmessage = ({ data }) => (this.buffers.give(data.spent ?? []), room++, wake());
    const end = () => ((gone = true), this.buffers.clear(), wake());
    opened.then(end, end);
    const post = async () => {
      for await (const piece of pieces) {
        while (room === 0 && !gone) await new Promise((resolve) => (wake = () => resolve(undefined)));
        if (gone) return;
        room--;
        port2.postMessage(piece, [piece.records.buffer]);
      }
      port2.postMessage({ done: true, errors: [], ...uses });
    };
    post().catch((error) => this.cancel(error.message));
    return opened;
  }

  /**
   * Cancels the current loading, if there is one; the earlier data stay.
   * @param {string} [message] why, unless the visitor wanted it
   */
  async cancel(message = "") {
    await this.#client.send("cancelOpen", { message });
  }
}
