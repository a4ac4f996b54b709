/**
 * A reporter of node's test runner that lists the files in which a test failed, a line each.
 * @param {AsyncIterable<{type: string, data: any}>} events
 */
export default async function* failedFiles(events) {
  const listed = new Set();
  for await (const { type, data } of events) {
    if (type !== "test:fail" || !data.file || listed.has(data.file)) continue;
    listed.add(data.file);
    yield `${data.file}\n`;
  }
}
