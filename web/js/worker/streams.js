// What the loader's Go program leaves to the browser: streams are gathered here in buffers of megabytes, so that Go is
// woken some fifty times for an archive instead of some thousand times. The buffers are used again and again: memory
// that a browser gives anew takes ten times as long to fill. A classic script, like worker.js.

const BUFFER = 4 << 20;
const SLICE = 1 << 20; // of a compressed file, and so of the progress

/**
 * A stream that Go reads: a buffer's bytes are good until the next is asked for, and null is the end.
 * @typedef {{next: () => Promise<Uint8Array | null>, cancel: () => Promise<void>, taken: number}} Gathered
 */

/**
 * Puts what comes next into a buffer, after the bytes that it has: as much as there is at once and room for.
 * @callback Fill
 * @param {Uint8Array<ArrayBuffer>} buffer
 * @param {number} used
 * @returns {Promise<{buffer: Uint8Array<ArrayBuffer>, used: number, done: boolean}>} the same memory
 */

/**
 * Fills one buffer while the other is being used.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {number} [size] of a buffer
 * @returns {Gathered}
 */
function gather(stream, size = BUFFER) {
  const { fill, cancel } = bytes(stream) ?? chunks(stream);
  const buffers = [new Uint8Array(size), new Uint8Array(size)];
  let turn = 0;
  async function whole() {
    const own = turn;
    turn = 1 - turn;
    let state = { buffer: /** @type {Uint8Array<ArrayBuffer>} */ (buffers[own]), used: 0, done: false };
    while (state.used < size && !state.done) state = await fill(state.buffer, state.used);
    buffers[own] = state.buffer;
    return state.used > 0 ? state.buffer.subarray(0, state.used) : null;
  }
  /** @type {Promise<Uint8Array | null> | null} */
  let coming = null;
  return {
    taken: 0,
    next() {
      const now = coming ?? whole();
      coming = now.then(whole);
      coming.catch(() => {}); // the next read gets the error
      return now;
    },
    cancel,
  };
}

/**
 * Lets the browser write into the buffer, as it can for a file, or null.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {{fill: Fill, cancel: () => Promise<void>} | null}
 */
function bytes(stream) {
  try {
    const reader = stream.getReader({ mode: "byob" });
    return {
      async fill(buffer, used) {
        const { value, done } = await reader.read(buffer.subarray(used));
        return value
          ? { buffer: new Uint8Array(value.buffer), used: used + value.length, done }
          : { buffer: new Uint8Array(buffer.length), used: 0, done: true }; // cancelled: the memory is gone
      },
      cancel: () => reader.cancel(),
    };
  } catch {
    return null; // a stream of chunks
  }
}

/**
 * Copies the stream's chunks into the buffer.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {{fill: Fill, cancel: () => Promise<void>}}
 */
function chunks(stream) {
  const reader = stream.getReader();
  let rest = new Uint8Array(0); // of a chunk that did not fit
  return {
    async fill(buffer, used) {
      if (rest.length === 0) {
        const { value, done } = await reader.read();
        if (done) return { buffer, used, done };
        rest = value;
      }
      const part = rest.subarray(0, buffer.length - used);
      buffer.set(part, used);
      used += part.length;
      const left = rest.subarray(part.length);
      if (left.length === 0) free(rest.buffer);
      rest = left;
      return { buffer, used, done: false };
    },
    cancel: () => reader.cancel(),
  };
}

/**
 * Part of a file, decompressed. `taken` is how many of its bytes have been read.
 * @param {Blob} file
 * @param {CompressionFormat} form
 * @param {number} from
 * @param {number} to
 * @returns {Gathered}
 */
function inflate(file, form, from, to) {
  const { readable, writable } = new DecompressionStream(form);
  const gathered = gather(readable);
  const compressed = gather(file.slice(from, to).stream(), SLICE);
  async function feed(/** @type {WritableStreamDefaultWriter<BufferSource>} */ writer) {
    try {
      for (let part = await compressed.next(); part; part = await compressed.next()) {
        gathered.taken += part.length;
        await writer.write(/** @type {Uint8Array<ArrayBuffer>} */ (part)); // then its buffer may be used again
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error); // the reader gets it
    } finally {
      await compressed.cancel();
    }
  }
  feed(writable.getWriter()).catch(() => {});
  return gathered;
}

/** A port without a receiver: what is sent to it is freed at once, not at the next garbage collection. */
const drain = (() => {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
})();

/** @param {ArrayBuffer} buffer */
function free(buffer) {
  drain.postMessage(null, [buffer]);
}

Object.assign(self, { gather, inflate });
