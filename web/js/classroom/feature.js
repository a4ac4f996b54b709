import { wordPart, wordsPart } from "../core/link.js";
import { t } from "../texts/texts.js";
import { byId, element } from "../ui/dom.js";
import { coveredScene, Curtain, curtainChoices } from "./curtain.js";
import { CurtainSelect } from "./curtain_choice.js";
import { CurtainCover } from "./curtain_cover.js";
import { hideableNames } from "./hideable.js";
import { withoutHidden, withoutRight } from "./hidden_parts.js";
import { LectureMode } from "./lecture_mode.js";
import { shareChoices } from "./share_choices.js";

/** @import {App} from "../core/app.js" */
/** @import {CurtainChoice} from "./curtain.js" */

/**
 * What a lecturer needs besides the experiment: exercises in which something is hidden or to be
 * predicted first, and a page that can be read from the back row.
 * @param {App} app
 * @param {() => void} guess lets the accuracy be guessed by drawing
 */
export function classroom(app, guess) {
  const { state } = app;
  const curtain = new Curtain();
  const cover = new CurtainCover();
  const select = new CurtainSelect();
  const lecture = new LectureMode();
  const covering = element(
    "label",
    { class: "menu-row", title: t("Cover it until the class has predicted it (c)") },
    element("span", {}, t("Predict first")),
    element("kbd", {}, "c"),
    select.root,
  );
  byId("more-menu", HTMLElement).prepend(lecture.root, covering);

  /** @param {ReadonlySet<string>} names */
  function hide(names) {
    document.body.dataset["hide"] = [...names].join(" ");
    state.set({ hidden: names });
  }

  app.link.add(
    wordsPart("hide", hideableNames, () => state.hidden, hide),
    wordPart(
      "curtain",
      curtainChoices,
      () => (curtain.down ? curtain.choice : ""),
      (word) => curtain.cover(/** @type {CurtainChoice} */ (word)),
    ),
    wordPart(
      "lecture",
      ["1"],
      () => (lecture.active ? "1" : ""),
      () => (lecture.active = true),
    ),
  );
  app.filters.push((scene) => {
    const shown = withoutHidden(scene, state.hidden);
    cover.update(curtain.covered, shown);
    const covered = coveredScene(shown, curtain.covered);
    return curtain.covered.some((part) => part !== "pictures") ? withoutRight(covered) : covered;
  });

  select.on("changed", (choice) => (choice ? curtain.cover(choice) : curtain.lift()));
  cover.on("lifted", () => curtain.lift());
  cover.on("guessed", guess);
  curtain.on("changed", () => {
    select.value = curtain.down ? curtain.choice : null;
    state.set({ secret: curtain.covered.some((covered) => covered !== "pictures") });
  });
  lecture.on("changed", () => state.set({ palette: app.theme.read() })); // its scene is larger
  app.view.on("laid", (boxes) => {
    cover.lay(boxes);
    app.schedule();
  });

  app.shortcuts.push(
    { keys: ["l"], page: "", text: t("Lecture mode, and back"), act: () => (lecture.active = !lecture.active) },
    { keys: ["c"], page: "", text: t("Predict first: cover, and lift"), act: () => curtain.toggle() },
  );

  /** What a link can set differently from the page. */
  return { choices: shareChoices() };
}
