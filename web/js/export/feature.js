import { part } from "../core/part.js";
import { t } from "../texts/texts.js";
import { byId } from "../ui/dom.js";
import { headerRow } from "../ui/header_row.js";
import { TakeAwayPanel } from "./panel.js";

/** @import {App} from "../core/app.js" */
/** @import {TakeAway} from "./take_away.js" */

/**
 * Exported files, and weights that are loaded again; the work is loaded on demand.
 * @param {App} app
 */
export function takeAway(app) {
  /** @type {TakeAway | null} */
  let taking = null;
  const panel = new TakeAwayPanel();
  byId("more-menu", HTMLElement).append(headerRow("take-open", t("Export")));

  const saved = (/** @type {string} */ name) => app.notices.pass("saved", t("Saved: {name}", { name }));
  panel.on("wanted", (what) => app.attempt(loaded().then((taking) => taking[what]().then(saved))));
  panel.on("loaded", (file) => app.attempt(load(file)));
  app.takers.push(async (files) => {
    const [file] = files;
    const weights =
      file !== undefined && files.length === 1 && /\.npz$/i.test(file.name) && (await holdsWeights(file.file));
    if (weights) app.attempt(load(file.file));
    return weights;
  });

  async function loaded() {
    const { TakeAway } = await part(t("The part that exports"), () => import("./take_away.js"));
    return (taking ??= new TakeAway(app));
  }
  const load = async (/** @type {File} */ file) => (await loaded()).load(file);

  app.on("frame", () => panel.update(app.viewed, app.viewing.epoch));
}

/**
 * Whether an archive of NumPy's has an array W, and is not one of images: its list of files is at its end.
 * @param {File} file
 */
async function holdsWeights(file) {
  const enough = 64 << 10;
  const end = await file
    .slice(Math.max(0, file.size - enough))
    .text()
    .catch(() => "W.npy"); // loading it reports why it can't be read
  return end.includes("W.npy");
}
