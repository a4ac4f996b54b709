/**
 * Stands in for the window and the document in a worker, as far as Ebitengine asks for them.
 * @module
 */

/** @import {Size} from "./surroundings.js" */

/**
 * Puts them into the global scope.
 * @param {OffscreenCanvas} canvas that Ebitengine gets instead of one of its own
 * @param {Size} size of the frame, CSS pixels
 * @param {number} density device pixels of a CSS pixel
 * @param {() => void} reload called when the canvas has lost its context
 * @returns {{resize: (size: Size) => void}}
 */
export function standIn(canvas, size, density, reload) {
  const nothing = () => {};
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing, focus: nothing });
  const body = { ...element(), clientWidth: size.width, clientHeight: size.height };
  class Document {
    /** No frames come where the canvas can't be seen. */
    get hidden() {
      return false;
    }
    body = body;
    head = element();
    documentElement = element();
    hasFocus() {
      return true;
    }
    addEventListener() {}
    /** @param {string} name */
    createElement(name) {
      return name === "canvas" ? canvas : element();
    }
  }
  Object.assign(canvas, element());
  const window = Object.assign(new EventTarget(), { devicePixelRatio: density, location: { reload }, parent: {} });
  Object.assign(navigator, { getGamepads: () => [] });
  Object.assign(self, { Document, document: new Document(), window, screen: size });
  return {
    resize({ width, height }) {
      Object.assign(body, { clientWidth: width, clientHeight: height });
      window.dispatchEvent(new Event("resize"));
    },
  };
}
