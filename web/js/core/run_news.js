import { Emitter } from "./emitter.js";

/**
 * What the tabs of the page tell each other of the runs that they store, by the runs' keys: each lists the runs of all.
 * @extends {Emitter<{stored: string, gone: string[] | "all"}>}
 */
export class RunNews extends Emitter {
  #channel = channel();

  constructor() {
    super();
    this.#channel?.addEventListener("message", ({ data }) => {
      if (typeof data?.stored === "string") this.emit("stored", data.stored);
      if (data?.gone === "all" || Array.isArray(data?.gone)) this.emit("gone", data.gone);
    });
  }

  /** @param {{stored: string} | {gone: string[] | "all"}} news for the other tabs */
  tell(news) {
    this.#channel?.postMessage(news);
  }
}

/** A page that may not talk to others lists its own runs only. */
function channel() {
  try {
    return new BroadcastChannel("onelayer.runs");
  } catch {
    return null;
  }
}
