// What the loader's Go program leaves to the browser: streams are gathered here in buffers of megabytes, so that Go is
// woken some hundred times for an archive instead of some thousand times. The buffers are used again and again: memory
// that a browser gives anew takes ten times as long to fill. A classic script, like worker.js, for the loader and the
// worker beside it that decompresses.

const BUFFER = 2 << 20;

/**
 * A stream in buffers. At its end there is null instead of one.
 * @typedef {object} Filling
 * @property {() => Promise<Uint8Array<ArrayBuffer> | null>} next
 * @property {(buffer: ArrayBuffer) => void} give takes a buffer back, to be filled again
 * @property {() => Promise<void>} cancel
 * @property {number} taken how many bytes have been read, where they are compressed
 */

/**
 * A stream that Go reads: a buffer's bytes are good until the next is asked for.
 * @typedef {{next: () => Promise<Uint8Array | null>, cancel: () => Promise<void>, readonly taken: number}} Gathered
 */

/**
 * Fills one buffer while the one before is being used.
 *
 * The chunks are copied, and not written into the buffer by the browser (a BYOB reader), which takes as long: under
 * load Chromium 156 sometimes leaves such a read of a file without an answer for ever.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @returns {Filling}
 */
function fill(stream) {
  const reader = stream.getReader();
  /** @type {ArrayBuffer[]} */
  const spare = [];
  let rest = new Uint8Array(0); // of a chunk that did not fit
  async function whole() {
    const buffer = new Uint8Array(spare.pop() ?? new ArrayBuffer(BUFFER));
    let used = 0;
    while (used < BUFFER) {
      if (rest.length === 0) {
        const { value, done } = await reader.read();
        if (done) break;
        rest = value;
      }
      const part = rest.subarray(0, BUFFER - used);
      buffer.set(part, used);
      used += part.length;
      const left = rest.subarray(part.length);
      if (left.length === 0) free(rest.buffer);
      rest = left;
    }
    return used > 0 ? buffer.subarray(0, used) : null;
  }
  /** @type {Promise<Uint8Array<ArrayBuffer> | null> | null} */
  let coming = null;
  return {
    taken: 0,
    next() {
      const now = coming ?? whole();
      coming = now.then(whole);
      coming.catch(() => {}); // the next read gets the error
      return now;
    },
    give: (buffer) => spare.push(buffer),
    cancel: () => reader.cancel(),
  };
}

/**
 * Gives each buffer back when the next is asked for.
 * @param {Filling} filling
 * @returns {Gathered}
 */
function lend(filling) {
  /** @type {ArrayBuffer | undefined} */
  let lent;
  return {
    get taken() {
      return filling.taken;
    },
    async next() {
      if (lent) filling.give(lent);
      const bytes = await filling.next();
      lent = bytes?.buffer;
      return bytes;
    },
    cancel: () => filling.cancel(),
  };
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
function gather(stream) {
  return lend(fill(stream));
}

/**
 * Part of a file, decompressed.
 * @param {Blob} file
 * @param {CompressionFormat} form
 * @param {number} from
 * @param {number} to
 * @returns {Filling}
 */
function decompress(file, form, from, to) {
  const { readable, writable } = new DecompressionStream(form);
  const filling = fill(readable);
  const compressed = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (file.slice(from, to).stream()).getReader();
  async function feed(/** @type {WritableStreamDefaultWriter<BufferSource>} */ writer) {
    try {
      for (;;) {
        const { value, done } = await compressed.read();
        if (done) break;
        filling.taken += value.length;
        await writer.write(value);
        free(value.buffer);
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error); // the reader gets it
    } finally {
      await compressed.cancel();
    }
  }
  feed(writable.getWriter()).catch(() => {});
  return filling;
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

Object.assign(self, { gather });
