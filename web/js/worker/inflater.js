// A worker beside the loader that decompresses parts of files: see inflate.js. A classic script, like worker.js.

importScripts("streams.js");

/** @param {MessageEvent<{file: Blob, form: CompressionFormat, from: number, to: number, port: MessagePort}>} event */
function serve({ data: { file, form, from, to, port } }) {
  const filling = decompress(file, form, from, to);
  port.onmessage = ({ data: { spent, cancel } }) => {
    if (cancel) return filling.cancel().catch(() => {}); // it has failed before
    for (const buffer of spent) filling.give(buffer);
    return filling.next().then(
      (bytes) => port.postMessage({ bytes, taken: filling.taken }, bytes ? [bytes.buffer] : []),
      ({ name, message }) => port.postMessage({ failed: { name, message } }),
    );
  };
}

self.addEventListener("message", serve);
self.postMessage("ready");
