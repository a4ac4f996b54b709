import { Emitter } from "../core/emitter.js";

/**
 * The page's tabs. The address names the one shown, so that it can be linked to and gone
 * back from; what belongs to a tab has the class "on-" and its name, and body[data-page]
 * tells style sheets which one is shown. The view's frame stays in its place on all of them.
 * @extends {Emitter<{changed: string}>}
 */
export class Tabs extends Emitter {
  #links;

  /** @param {HTMLElement} nav with a link to each page's name as its hash, the first one first */
  constructor(nav) {
    super();
    this.#links = [...nav.querySelectorAll("a")];
    // The former doesn't come where the query differs too.
    for (const change of ["hashchange", "popstate"]) addEventListener(change, () => this.#show());
    nav.addEventListener("keydown", (event) => this.#key(event));
    this.#show();
  }

  /** The name of the page that is shown. */
  get current() {
    return document.body.dataset["page"] ?? "";
  }

  /** The tabs' labels on the page, by their names. @returns {Record<string, string>} */
  get titles() {
    return Object.fromEntries(this.#links.map((link) => [link.hash.slice(1), link.textContent ?? ""]));
  }

  /** @param {string} name */
  open(name) {
    location.hash = name;
  }

  /**
   * From one tab to the next, as in the ARIA Authoring Practices.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = this.#links.filter((link) => link.checkVisibility());
    const at = links.findIndex((link) => link === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + links.length, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    links[to % links.length]?.focus();
  }

  #show() {
    const shown = this.#links.find((link) => link.hash === location.hash) ?? this.#links[0];
    const name = shown?.hash.slice(1) ?? "";
    for (const link of this.#links) {
      if (link === shown) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (name === this.current) return;
    document.body.dataset["page"] = name;
    scrollTo(0, 0);
    this.emit("changed", name);
  }
}
