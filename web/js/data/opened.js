import { t } from "../texts/texts.js";

/** @import {Data} from "../core/protocol.js" */

const most = 3; // names in a sentence

const key = (/** @type {Data["shards"][number]} */ { name, fingerprint }) => `${name} ${fingerprint}`;

/**
 * Whether no shard of the old data is among the new.
 * @param {Data} before
 * @param {Data} after
 */
export function nothingLeft(before, after) {
  const old = new Set(before.shards.map(key));
  return before.drawn || !after.shards.some((shard) => old.has(key(shard)));
}

/**
 * The effect of opening files on the data, in a sentence, or nothing if they replaced the sample.
 * @param {Data | null} before
 * @param {Data} after
 */
export function whatOpened(before, after) {
  if (!before || before.drawn) return "";
  const old = new Set(before.shards.map(key));
  const added = after.shards.filter((shard) => !old.has(key(shard))).map(({ name }) => name);
  const names = added.length > most ? t("{n} shards", { n: added.length }) : added.join(", ");
  if (added.length === 0) return "";
  return nothingLeft(before, after) ? t("Replaced by {names}.", { names }) : t("Added: {names}.", { names });
}
