/**
 * What dialogs, menus and panels over the page have in common: where the focus goes when they close, and that Back
 * closes them on a phone.
 * @module
 */

const open = "dialog[open], [popover]:not([popover=manual]):popover-open";
const phone = matchMedia("(max-width: 63.99rem), (pointer: coarse)");

/** Looks after all of them. */
export function keepLayers() {
  /** @type {HTMLElement | null} what had the focus outside of them last */
  let home = null;
  let entry = false; // whether there is a history entry for Back to take

  const note = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Element) || target.closest("dialog, [popover]")) return;
    home = /** @type {HTMLElement | null} */ (target.closest("a, button, input, select, summary, [tabindex]"));
  };
  for (const type of ["focusin", "pointerdown"]) addEventListener(type, note, true);

  /** After the browser has moved the focus, and whatever replaces a menu is open. */
  function settle() {
    const some = document.querySelector(open) !== null;
    if (some && !entry && phone.matches) {
      history.pushState({ layer: true }, "");
      entry = true;
    }
    if (some) return;
    if (entry && history.state?.layer) history.back();
    entry = false;
    const now = document.activeElement;
    const lost = !now?.checkVisibility() || now === document.body;
    if (lost && home?.checkVisibility()) home.focus({ preventScroll: true });
  }

  /** Back closes the one on top. */
  function goBack() {
    if (!entry || history.state?.layer) return;
    entry = false;
    const top = [...document.querySelectorAll(open)].at(-1);
    if (top instanceof HTMLDialogElement) top.close();
    else if (top instanceof HTMLElement) top.hidePopover();
  }

  const changed = () => setTimeout(settle);
  addEventListener("toggle", ({ target }) => target instanceof HTMLElement && target.popover && changed(), true);
  const isDialog = (/** @type {MutationRecord} */ { target }) => target instanceof HTMLDialogElement;
  const dialogs = new MutationObserver((records) => records.some(isDialog) && changed());
  dialogs.observe(document.body, { subtree: true, attributeFilter: ["open"] });
  addEventListener("popstate", goBack);
}
