/**
 * For tests: a worker that records what it is sent, and says what the test tells it to.
 */
export class FakePort {
  /** @type {any[]} */
  sent = [];
  terminated = false;
  /** @type {Map<string, (event: any) => void>} */
  #listeners = new Map();

  postMessage(/** @type {any} */ message) {
    this.sent.push(message);
  }

  addEventListener(/** @type {string} */ type, /** @type {(event: any) => void} */ listener) {
    this.#listeners.set(type, listener);
  }

  terminate() {
    this.terminated = true;
  }

  say(/** @type {object} */ data) {
    this.#listeners.get("message")?.({ data });
  }

  /**
   * An event other than a message.
   * @param {"error" | "messageerror"} type
   * @param {object} [event]
   */
  suffer(type, event = {}) {
    this.#listeners.get(type)?.(event);
  }
}

/** Lets what was sent reach the port. */
export const turn = () => new Promise((resolve) => setTimeout(resolve));
