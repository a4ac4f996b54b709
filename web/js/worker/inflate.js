// Compressed parts of files for the loader's Go program. The browser decompresses in the thread that asks for it, and
// the loader's has enough to do with the records: a large part is decompressed in a worker beside it. A classic
// script, like worker.js.

/** From this size on a part is worth that worker. */
const LARGE = 1 << 20;

/** The worker, once it runs, or null where a worker can't start another. @type {Promise<Worker | null> | undefined} */
let inflater;

/** @returns {Promise<Worker | null>} */
function startInflater() {
  return new Promise((resolve) => {
    const worker = new Worker("inflater.js");
    worker.onmessage = () => resolve(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
  });
}

/** An error as the browser threw it there. @param {{name: string, message: string}} error */
function asThrown({ name, message }) {
  return name === "TypeError" ? new TypeError(message) : new DOMException(message, name);
}

/**
 * Part of a file, decompressed by the worker beside this one.
 * @param {Worker} worker
 * @param {Blob} file
 * @param {CompressionFormat} form
 * @param {number} from
 * @param {number} to
 * @returns {Filling}
 */
function decompressBeside(worker, file, form, from, to) {
  const { port1: port, port2 } = new MessageChannel();
  /** @type {((answer: any) => void)[]} */
  const waiting = [];
  const ask = (/** @type {Transferable[]} */ spent) => {
    port.postMessage({ spent }, spent);
    return new Promise((resolve) => waiting.push(resolve));
  };
  port.onmessage = ({ data }) => waiting.shift()?.(data);
  worker.postMessage({ file, form, from, to, port: port2 }, [port2]);
  const asked = [ask([]), ask([])]; // the next comes while one is being used
  /** @type {Filling} */
  const filling = {
    taken: 0,
    async next() {
      const answer = asked.shift();
      if (!answer) return null; // after the end
      const { bytes, taken, failed } = await answer;
      if (failed) throw asThrown(failed);
      filling.taken = taken;
      return bytes;
    },
    give: (buffer) => asked.push(ask([buffer])),
    async cancel() {
      port.postMessage({ cancel: true });
      port.close();
    },
  };
  return filling;
}

/**
 * Part of a file, decompressed.
 * @param {Blob} file
 * @param {CompressionFormat} form
 * @param {number} from
 * @param {number} to
 * @returns {Gathered}
 */
function inflate(file, form, from, to) {
  if (to - from < LARGE) return lend(decompress(file, form, from, to));
  inflater ??= startInflater().catch(() => null);
  /** @type {Gathered | undefined} */
  let gathered;
  const begun = inflater.then((worker) => {
    gathered = lend(worker ? decompressBeside(worker, file, form, from, to) : decompress(file, form, from, to));
    return gathered;
  });
  return {
    get taken() {
      return gathered?.taken ?? 0;
    },
    next: () => begun.then((gathered) => gathered.next()),
    cancel: () => begun.then((gathered) => gathered.cancel()),
  };
}

Object.assign(self, { inflate });
