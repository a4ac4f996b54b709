/**
 * Memory for large messages that comes back: what a browser gives anew takes ten times as long to fill as to copy.
 */
export class Buffers {
  /** @type {ArrayBuffer[]} */
  #spare = [];

  /**
   * @param {number} size
   * @returns {ArrayBuffer} of any content
   */
  take(size) {
    const i = this.#spare.findIndex(({ byteLength }) => byteLength === size);
    return this.#spare.splice(i, i < 0 ? 0 : 1)[0] ?? new ArrayBuffer(size);
  }

  /** @param {ArrayBuffer[]} buffers that are no longer used */
  give(buffers) {
    this.#spare.push(...buffers);
    free(this.#spare.splice(most));
  }

  /** Frees what is not used. */
  clear() {
    free(this.#spare.splice(0));
  }
}

/** How many are worth their memory. */
const most = 8;

/** A port without a receiver: what is sent to it is freed at once, not at the next garbage collection. */
const drain = (() => {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
})();

/** @param {ArrayBuffer[]} buffers */
function free(buffers) {
  if (buffers.length > 0) drain.postMessage(null, buffers);
}

/**
 * Reads a file into memory of its size. What the browser reads is copied: see worker/streams.js.
 * @param {Blob} file
 * @param {ArrayBuffer} buffer
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the buffer's
 */
export async function readInto(file, buffer) {
  const into = new Uint8Array(buffer);
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (file.stream()).getReader();
  let used = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    into.set(value, used);
    used += value.length;
    free([value.buffer]);
  }
  if (used < buffer.byteLength) throw new DOMException("the file has become shorter", "NotReadableError");
  return into;
}
