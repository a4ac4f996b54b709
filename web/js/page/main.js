/**
 * The composition root. It makes what all features share, then one feature after the other: their order is
 * that of the menu's rows, of the keys on the help sheet, and of what each does with a frame.
 * @module
 */

import { classroom } from "../classroom/feature.js";
import { confusion } from "../confusion/feature.js";
import { App } from "../core/app.js";
import { ViewClient } from "../core/view_client.js";
import { curves } from "../curves/feature.js";
import { data } from "../data/feature.js";
import { experiments } from "../experiments/feature.js";
import { takeAway } from "../export/feature.js";
import { formulas } from "../formulas/feature.js";
import { glossary } from "../glossary/feature.js";
import { gradient } from "../gradient/feature.js";
import { grid } from "../grid/feature.js";
import { guess } from "../guess/feature.js";
import { inspect } from "../inspect/feature.js";
import { languages } from "../language/feature.js";
import { machine } from "../machine/feature.js";
import { report } from "../report/feature.js";
import { runs } from "../runs/feature.js";
import { share } from "../share/feature.js";
import { shortcuts } from "../shortcuts/feature.js";
import { sound } from "../sound/feature.js";
import { translate } from "../texts/static.js";
import { language } from "../texts/texts.js";
import { theory } from "../theory/feature.js";
import { tour } from "../tour/feature.js";
import { train } from "../train/feature.js";
import { leaveComposition } from "../ui/composition.js";
import { byId } from "../ui/dom.js";
import { keepLayers } from "../ui/layers.js";
import { Notices } from "../ui/notices.js";
import { Tabs } from "../ui/tabs.js";
import { ThemeSwitch } from "../ui/theme.js";
import { Voice } from "../ui/voice.js";
import { why } from "../why/feature.js";
import { startWorker } from "./head_start.js";
import { keepSite } from "./offline.js";
import { scriptingInterface } from "./scripting.js";

leaveComposition();
if (language() !== "en") translate(document.body);
document.documentElement.dataset["translated"] = "";
keepLayers();

const voice = new Voice(byId("announcer", HTMLElement));

const app = new App(
  {
    voice,
    notices: new Notices(byId("notices", HTMLElement), byId("passing", HTMLElement), voice),
    tabs: new Tabs(byId("pages", HTMLElement)),
    theme: new ThemeSwitch(byId("theme-switch", HTMLButtonElement)),
    view: new ViewClient(byId("view", HTMLIFrameElement), new URL("../../view.html", import.meta.url)),
  },
  startWorker,
);

const loaded = data(app);
const training = train(app);
const list = runs(app);
why(app);
const measure = theory(app);
curves(app);
const four = report(app);
gradient(app);
const searching = grid(app);
const matrix = confusion(app);
const inspecting = inspect(app, matrix);
matrix.on("opened", (place) => inspecting.openImage(place));
machine(app, {
  mistakes: () => inspecting.show("images"),
  paint: () => inspecting.show("own"),
  penalty: () => app.attempt(app.commands.setUp({ l2: 1, learningRate: 0.001 }).then(() => app.commands.play())),
  data: () => loaded.show(),
  tour: () => tourist.begin(),
});
formulas(app);
const class_ = classroom(app, () => guessing.open());
const guessing = guess(app);
sound(app);
const tourist = tour(app);
experiments(app);
languages(app);
takeAway(app);
shortcuts(app);
glossary(app);
const link = share(app, loaded, class_.choices);

const ready = loaded
  .begin()
  .then(() => app.client.ready)
  .then(() => link.begin())
  .then(async (linked) => training.begin((await list.goOn(linked)) || linked));
ready.catch(() => {}).then(() => app.view.allow()); // its start would hold up the page
ready.then(() => tourist.follow()).catch(() => {});
ready.then(
  () => loaded.end(),
  () => {},
); // a dead engine has its own notice
app.client.ready.then(() => list.begin()).catch(() => {}); // the same
keepSite(app, ready);

byId("unstarted", HTMLElement).remove(); // all controls respond now
Object.assign(window, { onelayer: scriptingInterface(app, four, measure, searching, ready, loaded.open) });
