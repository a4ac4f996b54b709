import { part } from "../core/part.js";
import { t } from "../texts/texts.js";
import { element, find, setText } from "../ui/dom.js";
import { markWords, unmarkWords } from "./marks.js";

const patience = 250; // ms that the pointer rests on a word, or is away from it and its text
const margin = 8; // px

/** The entries, or none where they can't be loaded, which has a notice of its own. */
const said = () =>
  part(t("The glossary"), () => import("./entries.js")).then(
    ({ entries }) => entries,
    () => [],
  );

/**
 * Explanations of technical terms: a small text at a word that is pointed at, focused or
 * tapped. It stays while the pointer is on it, and Escape closes it.
 */
export class Glossary {
  #name = element("b", {});
  #text = element("p", { id: "glossary-text" });
  #formula = element("p", { id: "glossary-formula", class: "glossary-formula" });
  #root = element(
    "div",
    { id: "glossary", class: "glossary", popover: "manual", role: "tooltip" },
    this.#name,
    this.#text,
    this.#formula,
  );
  #sheet;
  /** @type {Element | null} the word that is explained */
  #term = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} sheet the list of all of them */
  constructor(sheet) {
    this.#sheet = sheet;
    this.mark();
    const opened = new MutationObserver(() => (opened.disconnect(), this.#list()));
    opened.observe(find(document, "#help", HTMLDialogElement), { attributeFilter: ["open"] });
    find(document, "main", HTMLElement).append(this.#root);
    document.addEventListener("pointerover", (event) => this.#over(event));
    document.addEventListener("focusin", ({ target }) => this.#focus(target));
    document.addEventListener("focusout", () => this.#close());
    document.addEventListener("click", (event) => this.#press(event), { capture: true });
    // Before all others: Escape closes the text and nothing else.
    addEventListener("keydown", (event) => this.#key(event), { capture: true });
    for (const name of ["scroll", "resize"])
      addEventListener(name, () => this.#term && this.#arrange(this.#term), { capture: true, passive: true });
  }

  /** Marks the words on the page as it reads now. */
  mark() {
    markWords();
    if (this.#sheet.childElementCount > 0) this.#list();
  }

  /** Lists all of them, once they are asked for. */
  async #list() {
    this.#sheet.replaceChildren(
      ...(await said()).map(({ name, text, formula }) =>
        element(
          "div",
          {},
          element("dt", {}, name),
          element("dd", {}, text, ...(formula ? [element("span", { class: "glossary-formula" }, formula)] : [])),
        ),
      ),
    );
  }

  /** Joins the page's texts again, before they are written in another language. */
  unmark() {
    this.#close();
    unmarkWords();
  }

  /** @param {PointerEvent} event */
  #over({ target, pointerType }) {
    if (pointerType === "touch") return; // a tap is a click
    clearTimeout(this.#timer);
    const term = termOf(target);
    if (term && term !== this.#term) this.#timer = setTimeout(() => this.#open(term), patience);
    else if (
      !term &&
      this.#term &&
      !this.#root.contains(/** @type {Node} */ (target)) &&
      this.#term !== document.activeElement
    )
      this.#timer = setTimeout(() => this.#close(), patience);
  }

  /** @param {EventTarget | null} target */
  #focus(target) {
    const term = termOf(target);
    if (term === target && term?.matches(":focus-visible")) this.#open(term);
  }

  /**
   * A tap on a word explains it; its label is not pressed.
   * @param {MouseEvent} event
   */
  #press(event) {
    const term = termOf(event.target);
    const touched = event instanceof PointerEvent && event.pointerType === "touch";
    if (term && touched) {
      event.preventDefault();
      if (term === this.#term) this.#close();
      else this.#open(term);
    } else if (!term && !this.#root.contains(/** @type {Node} */ (event.target))) {
      this.#close();
    }
  }

  /** Escape closes the text, Enter and the space bar on its word close and open it. @param {KeyboardEvent} event */
  #key(event) {
    const pressed = [" ", "Enter"].includes(event.key) && termOf(event.target);
    if (!pressed && !(event.key === "Escape" && this.#term)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (pressed && pressed !== this.#term) this.#open(pressed);
    else this.#close();
  }

  /** @param {Element} term */
  async #open(term) {
    clearTimeout(this.#timer);
    this.#close();
    this.#term = term;
    const entry = (await said()).find(({ id }) => id === term.getAttribute("data-entry"));
    if (!entry || term !== this.#term) return; // it was left meanwhile
    setText(this.#name, entry.name);
    setText(this.#text, entry.text);
    setText(this.#formula, entry.formula);
    this.#root.showPopover();
    term.setAttribute("aria-describedby", `${this.#text.id} ${this.#formula.id}`); // it has said its name
    this.#arrange(term);
  }

  #close() {
    clearTimeout(this.#timer);
    if (!this.#term) return;
    this.#term.removeAttribute("aria-describedby");
    this.#term = null;
    this.#root.hidePopover();
  }

  /**
   * Below the word, or above it where there is no room.
   * @param {Element} term
   */
  #arrange(term) {
    const { left, top, bottom } = term.getBoundingClientRect();
    const { width, height } = this.#root.getBoundingClientRect();
    this.#root.style.left = `${Math.max(margin, Math.min(left, innerWidth - width - margin))}px`;
    this.#root.style.top = `${bottom + height + margin > innerHeight ? Math.max(margin, top - height - 4) : bottom + 4}px`;
  }
}

/** @param {EventTarget | null} target */
function termOf(target) {
  return target instanceof Element ? target.closest(".term") : null;
}
