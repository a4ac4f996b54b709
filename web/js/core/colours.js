/** Okabe and Ito's colours, which colour-blind people can distinguish. */
const cycle = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];

/**
 * The colour of a run's lines. From the seventh the colours repeat, mixed with the ink.
 * @param {number} place in the cycle
 * @param {string} ink "#rrggbb"
 */
export function runColour(place, ink) {
  const colour = cycle[place % cycle.length] ?? ink;
  const share = 0.45 * (Math.floor(place / cycle.length) % 2);
  const channel = (/** @type {number} */ at) => {
    const [own, other] = [colour, ink].map((text) => parseInt(text.slice(at, at + 2), 16));
    return Math.round((1 - share) * (own ?? 0) + share * (other ?? 0))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
