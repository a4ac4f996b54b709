// A worker that fetches and compiles a program, and answers with it, or with what went wrong.

self.onmessage = async ({ data: url }) => {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} could not be fetched (${response.status})`);
    // A host that doesn't know the wasm MIME type: compile from the bytes instead.
    const streams = response.headers.get("Content-Type")?.split(";")[0] === "application/wasm";
    self.postMessage(
      await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())),
    );
  } catch (error) {
    self.postMessage(error instanceof Error ? error.message : String(error));
  }
};
