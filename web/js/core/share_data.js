/** @import {WorkerClient} from "./worker_client.js" */

/**
 * Gives another worker the first one's data.
 * @param {WorkerClient} first
 * @param {WorkerClient} further
 * @param {{tests?: boolean}} [what] with the further test splits
 */
export async function shareData(first, further, what = {}) {
  const { port1, port2 } = new MessageChannel();
  const received = further.send("receiveData", { port: port2 }, [port2]);
  const shared = further.ready.then(() => first.send("shareData", { port: port1, ...what }, [port1]));
  await Promise.all([received, shared]);
}
