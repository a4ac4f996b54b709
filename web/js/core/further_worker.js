import { t } from "../texts/texts.js";
import { WorkerClient } from "./worker_client.js";

/** @import {WorkerPort} from "./rpc.js" */

/**
 * A worker that trains or measures beside the first one: if it fails, its results stay and the page goes on.
 * @param {WorkerPort} worker
 */
export function furtherWorker(worker) {
  return new WorkerClient(
    worker,
    t("A further worker"),
    t("A further worker has stopped; what it trained is kept. Try again."),
  );
}
