/**
 * Formulas as MathML, which screen readers read and browsers set.
 * @module
 */

const namespace = "http://www.w3.org/1998/Math/MathML";

/**
 * @param {string} tag
 * @param {(Node | string)[]} children
 */
function made(tag, ...children) {
  const element = document.createElementNS(namespace, tag);
  element.append(...children);
  return element;
}

/** A formula on a line of its own. @param {Node[]} parts */
export function formula(...parts) {
  const math = made("math", ...parts);
  math.setAttribute("display", "block");
  return math;
}

/** A symbol. @param {string} name */
export const symbol = (name) => made("mi", name);

/** A number. @param {string} digits */
export const digits = (digits) => made("mn", digits);

/** An operator or a bracket, no taller than what is beside it. @param {string} sign */
export function sign(sign) {
  const operator = made("mo", sign);
  operator.setAttribute("stretchy", "false");
  return operator;
}

/** Some room between two parts. @param {number} width in em */
export function space(width) {
  const space = made("mspace");
  space.setAttribute("width", `${width}em`);
  return space;
}

/** @param {Node[]} parts that belong together */
export const row = (...parts) => made("mrow", ...parts);

/** @param {Node} over @param {Node} under */
export const fraction = (over, under) => made("mfrac", over, under);

/** A sum over an index. @param {Node} index */
export const sum = (index) => made("munder", made("mo", "∑"), index);

/** @param {Node} base @param {Node} index */
export const sub = (base, index) => made("msub", base, index);

/** @param {Node} base @param {Node} exponent */
export const power = (base, exponent) => made("msup", base, exponent);
