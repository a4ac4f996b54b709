// A worker that makes a WebGL 2 context. A browser's first one takes up to a third of a second to make, which would
// block the page; the next one is there at once.

const gl = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("webgl2");
gl?.getExtension("WEBGL_lose_context")?.loseContext();
self.postMessage(null);
