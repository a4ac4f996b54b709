/**
 * Some fields of an object, in the order of the names.
 * @template {object} From
 * @template {keyof From} Name
 * @param {From} from
 * @param {readonly Name[]} names
 * @returns {Pick<From, Name>}
 */
export function pick(from, names) {
  return /** @type {Pick<From, Name>} */ (Object.fromEntries(names.map((name) => [name, from[name]])));
}
