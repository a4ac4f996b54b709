// What the loader's Go program leaves to the browser: chunks of a stream are gathered here in buffers of megabytes, so
// that Go is woken some fifty times for an archive instead of some thousand times. A classic script, like worker.js.

const BUFFER = 4 << 20;
const SLICE = 1 << 20; // of a file, and so of the progress

/**
 * A stream that Go reads: a buffer's bytes are good until the next is asked for, and null is the end.
 * @typedef {{next: () => Promise<Uint8Array | null>, cancel: () => Promise<void>, taken: number}} Gathered
 */

/**
 * Fills one buffer while the other is being used.
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {Gathered}
 */
function gather(stream) {
  const reader = stream.getReader();
  const buffers = [new Uint8Array(BUFFER), new Uint8Array(BUFFER)];
  let turn = 0;
  /** @type {Uint8Array} the rest of a chunk that did not fit */
  let rest = new Uint8Array(0);
  async function fill() {
    const buffer = buffers[turn];
    turn = 1 - turn;
    /** @type {ArrayBuffer[]} */
    const spent = [];
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
      if (part.length === rest.length) spent.push(/** @type {ArrayBuffer} */ (rest.buffer));
      rest = rest.subarray(part.length);
    }
    free(spent);
    return used > 0 ? buffer.subarray(0, used) : null;
  }
  /** @type {Promise<Uint8Array | null> | null} */
  let coming = null;
  return {
    taken: 0,
    next() {
      const now = coming ?? fill();
      coming = now.then(fill);
      coming.catch(() => {}); // the next read gets the error
      return now;
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
  const read = () => file.slice(from, Math.min((from += SLICE), to)).arrayBuffer();
  const begun = from;
  let coming = read();
  /** @type {ReadableStream<BufferSource>} */
  const source = new ReadableStream({
    async pull(controller) {
      const bytes = new Uint8Array(await coming);
      gathered.taken = Math.min(from, to) - begun;
      if (from >= to) {
        controller.enqueue(bytes);
        controller.close();
        return;
      }
      coming = read();
      coming.catch(() => {}); // the next pull gets the error
      controller.enqueue(bytes);
    },
  });
  const gathered = gather(source.pipeThrough(new DecompressionStream(form)));
  return gathered;
}

/** A port without a receiver: what is sent to it is freed at once, not at the next garbage collection. */
const drain = (() => {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
})();

/** @param {ArrayBuffer[]} buffers */
function free(buffers) {
  drain.postMessage(null, [...new Set(buffers)]);
}

Object.assign(self, { gather, inflate });
