/**
 * Texts from outside, such as from a link.
 * @module
 */

const end = 20; // characters that are kept of a long one's end

/**
 * Makes a text from a link safe to show: short, on one line, without invisible characters and without marks that
 * change the direction of the text around it. engine/phrase/foreign.go does the same with the names in files.
 * @param {string} text
 * @param {number} [longest] characters
 * @returns {string}
 */
export function foreign(text, longest = 64) {
  const seen = text
    .slice(0, 1 << 16) // all of it could be such marks
    .replace(/\p{Cs}/gu, "\ufffd") // half a character
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
  const characters = Array.from(seen);
  if (characters.length <= longest) return seen;
  return [...characters.slice(0, longest - end - 1), "…", ...characters.slice(-end)].join("");
}
