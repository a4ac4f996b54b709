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

/**
 * Frees memory at once, not at the next garbage collection: it goes to a port without a receiver.
 * @param {ArrayBuffer[]} buffers
 */
function free(buffers) {
  if (buffers.length === 0) return;
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, buffers);
  port1.close();
}

/**
 * Reads a file into memory of its size.
 * @param {Blob} file
 * @param {ArrayBuffer} buffer it can't be used afterwards
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function readInto(file, buffer) {
  const reader = byteReader(file.stream());
  if (!reader) return new Uint8Array(await file.arrayBuffer());
  let used = 0;
  while (used < file.size) {
    const { value, done } = await reader.read(new Uint8Array(buffer, used));
    if (done || !value) throw new DOMException("the file has become shorter", "NotReadableError");
    buffer = value.buffer;
    used += value.length;
  }
  return new Uint8Array(buffer);
}

/**
 * A reader that lets the browser write into memory of ours, where it can.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 */
function byteReader(stream) {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    return null;
  }
}
