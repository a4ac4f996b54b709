/**
 * The texts of the page's components, and of the workers behind them.
 * @type {Record<string, string>}
 */
export const swedishParts = {
  Language: "Språk",

  // The field's words
  ready: "redo",
  running: "tränar",
  paused: "pausad",
  finished: "klar",
  diverged: "divergerade",
  failed: "misslyckades",
  unused: "oanvänd",
  weights: "vikter",
  red: "rött",
  green: "grönt",
  blue: "blått",
  "class {n}": "klass {n}",
  " and ": " och ",

  // Settings
  "L2 penalty": "L2-straff",
  "a number from {least} to {most}": "ett tal från {least} till {most}",
  "a number above {least}, up to {most}": "ett tal större än {least}, högst {most}",
  "a whole number from {least} to {most}": "ett heltal från {least} till {most}",
  "{setting} must be {expected}": "{setting} måste vara {expected}",
  "takes effect": "gäller",
  "at the next reset": "vid omstart",
  "{setting}, slider": "{setting}, reglage",
  Preset: "Förval",
  "{epochs} epochs, batch size {size} ({key})": "{epochs} epoker, batchstorlek {size} ({key})",

  // Training
  Pause: "Pausa",
  "Pause after this step (space)": "Pausa efter det här steget (blanksteg)",
  "To the last epoch (space)": "Till sista epoken (blanksteg)",
  "{run} {status}, epoch {epoch} of {epochs}.": "{run}: {status}, epok {epoch} av {epochs}.",
  "{run}: epoch {epoch} of {epochs}": "{run}: epok {epoch} av {epochs}",
  "{split} cost {cost}, accuracy {accuracy}": "{split}: kostnad {cost}, träffsäkerhet {accuracy}",

  // Figures
  "Training continues; its figures are shown here.": "Träningen fortsätter; siffrorna står här.",
  "Press Train to draw the curves.": "Tryck på Träna för att rita kurvorna.",
  "train cost: loss + λ Σ W²": "träningens kostnad: förlust + λ Σ W²",
  "The pictures and charts did not start.": "Bilderna och diagrammen startade inte.",
  "The pictures and charts are not there, so they can’t be saved.": "Bilderna och diagrammen finns inte att ta med.",
  "{run}, now": "{run}, nu",
  "{run}, epoch {epoch}": "{run}, epok {epoch}",
  "Stop the film": "Stoppa filmen",

  // Conclusions
  "Bias and variance": "Bias och varians",
  "The gap between train and validation cost is variance: the network memorizes its training images. Without a penalty the gap grows from epoch to epoch. What both lines share, a cost far above zero, is bias: one layer cannot do better.":
    "Gapet mellan kostnaden på träning och på validering är varians: nätet lär sig sina träningsbilder utantill. Utan straffterm växer gapet epok för epok. Det linjerna har gemensamt, en kostnad långt över noll, är bias: ett enda lager klarar inte mer.",
  "Train with λ = 0": "Träna med λ = 0",
  "The penalty λ": "Straffet λ",
  "λ Σ W² pulls the weights towards zero. The pictures become smooth, ‖W‖ falls, and the gap closes. A little (0.1) costs nothing; with 1 the two lines meet, but higher: variance is traded for bias.":
    "λ Σ W² drar vikterna mot noll. Bilderna blir mjuka, ‖W‖ sjunker och gapet sluts. Lite (0,1) kostar ingenting; med 1 möts linjerna, men högre upp: varians har bytts mot bias.",
  "Train with λ = 1": "Träna med λ = 1",
  "The learning rate η": "Inlärningshastigheten η",
  "η is the length of a step. With 0.001 the cost falls smoothly and levels off. With a tenth of it the cost still falls at the last epoch: training has not converged yet.":
    "η är stegets längd. Med 0,001 faller kostnaden jämnt och planar ut. Med en tiondel av det faller kostnaden fortfarande vid sista epoken: träningen har inte konvergerat än.",
  "Train with η = 0.0001": "Träna med η = 0,0001",
  Oscillation: "Svängningar",
  "With η = 0.1 a step overshoots the minimum and lands on the other slope. The cost jumps from epoch to epoch, the weights grow, and the end depends on chance: no two seeds agree.":
    "Med η = 0,1 hoppar ett steg över dalen och landar på andra sluttningen. Kostnaden hoppar från epok till epok, vikterna växer, och var det slutar är slump: två frön blir aldrig lika.",
  "Train with η = 0.1": "Träna med η = 0,1",

  // Runs
  Rename: "Byt namn",
  "Train again": "Träna igen",
  Remove: "Ta bort",
  Fork: "Förgrena",
  "Fork from epoch {epoch}": "Förgrena från epok {epoch}",
  "A new run that goes on from there with the settings as they are now":
    "En ny körning som fortsätter därifrån med inställningarna som de är nu",
  "Load the data it was trained on to fork it": "Ladda de data den tränades på för att förgrena den",
  "A new run with the same settings and seed": "En ny körning med samma inställningar och frö",
  "Load the data it was trained on to train it again": "Ladda de data den tränades på för att träna den igen",
  "Yes, forget all runs": "Ja, glöm alla körningar",
  "Forget all runs…": "Glöm alla körningar…",
  "Name of the run": "Körningens namn",
  "{run}, stored on {date}": "{run}, sparad {date}",
  "Draw {run} over the charts": "Rita {run} i diagrammen",
  "Take it off the charts": "Ta bort den ur diagrammen",
  "Draw it over the charts": "Rita den i diagrammen",
  "What can be done with this run": "Vad man kan göra med körningen",
  "{status}, stored": "{status}, sparad",
  "{run} is removed.": "{run} är borttagen.",
  "{run} was interrupted. It is paused after epoch {n}: Train continues it.":
    "{run} avbröts. Den är pausad efter epok {n}: Träna fortsätter den.",
  "The run trains together with others. Stop them first.": "Körningen tränar tillsammans med andra. Stoppa dem först.",
  "{run} is the current run of another tab. Fork it to go on from here.":
    "{run} är aktuell körning i en annan flik. Förgrena den för att fortsätta härifrån.",
  "There are no weights of this run to go on from.": "Det finns inga vikter från körningen att fortsätta från.",
  "{run} was trained on other data ({data}). Load them to go on from it.":
    "{run} tränades på andra data ({data}). Ladda dem för att fortsätta från den.",
  "There are no weights of this run.": "Det finns inga vikter från körningen.",
  "There is no run {n}.": "Det finns ingen körning {n}.",
  "There is no run yet.": "Det finns ingen körning ännu.",
  "The browser’s storage is full": "Webbläsarens lagring är full",
  "The browser’s storage can’t be used": "Webbläsarens lagring kan inte användas",
  "{why}: the list of runs will not survive a reload.": "{why}: listan över körningar försvinner när sidan laddas om.",
  "too large to be the weights of this network.": "för stor för att vara vikterna i det här nätet.",
  "This browser cannot make pictures.": "Webbläsaren kan inte skapa bilder.",
  "The picture could not be made.": "Bilden kunde inte skapas.",

  // Data
  "not loaded": "inte laddade",
  "{train} train · {validation} validation · {test} test": "{train} träning · {validation} validering · {test} test",
  "{n} each": "{n} av varje",
  "{n} unused": "{n} oanvända",
  "a whole shard": "en hel datafil",
  "the last {n} images of train, all others train": "de sista {n} träningsbilderna, alla andra tränar",
  "Practice images, drawn by this page in CIFAR-10’s shape. They are not CIFAR-10":
    "Övningsbilder som sidan själv ritar, i CIFAR-10:s form. De är inte CIFAR-10",
  "{n} of the {all} {split} images": "{n} av de {all} bilderna i {split}",
  "{images} are also in train: figures on them are too good.":
    "{images} finns också i träningsdata: deras siffror är för bra.",
  "Role of {shard}": "Roll för {shard}",
  "The first pictures of {shard}": "De första bilderna i {shard}",
  "Forget the images that are kept in this browser? They stay loaded until you leave the page.":
    "Glömma bilderna som är sparade i webbläsaren? De förblir laddade tills du lämnar sidan.",
  "Nothing is kept.": "Inget är sparat.",
  "Being kept…": "Sparas…",
  "Kept: {shards}, {size}.": "Sparat: {shards}, {size}.",
  "this browser has no room for them": "webbläsaren har inte plats för dem",
  "The images kept in this browser are damaged and were removed. Load them again.":
    "Bilderna som sparats i den här webbläsaren är skadade och togs bort. Läs in dem igen.",
  "Another tab has just changed what is kept in this browser. Reload the page.":
    "En annan flik har just ändrat det som sparats i den här webbläsaren. Läs in sidan igen.",
  "The images that are kept could not be removed: {why}.": "De sparade bilderna kunde inte tas bort: {why}.",
  "The images that are kept could not be read: {why}.": "De sparade bilderna kunde inte läsas: {why}.",
  "this browser blocks the page’s storage": "webbläsaren spärrar sidans lagring",
  "this browser’s storage does not work now": "webbläsarens lagring fungerar inte just nu",
  "The images could not be kept for the next visit: {why}. They stay loaded until you leave the page.":
    "Bilderna kunde inte sparas till nästa besök: {why}. De förblir laddade tills du lämnar sidan.",
  "The site’s data could not be fetched ({status}).": "Webbplatsens data kunde inte hämtas ({status}).",
  "The page and one of its programs are of different versions: reload the page.":
    "Sidan och ett av dess program har olika versioner: ladda om sidan.",
  "A message of the page’s programs could not be read. Reload the page.":
    "Ett meddelande från sidans program kunde inte läsas. Ladda om sidan.",
  "{part} has stopped. Try again.": "{part} har stannat. Försök igen.",
  "{part} has not answered for {n} s.": "{part} har inte svarat på {n} s.",
  "{part} could not be loaded. Try again, or reload the page.":
    "{part} kunde inte laddas. Försök igen, eller ladda om sidan.",
  "End it": "Avsluta det",
  "The sheet of experiments": "Bladet med experiment",
  "The guided tour": "Rundturen",
  "The glossary": "Ordlistan",
  "The QR code": "QR-koden",
  "The part that exports": "Den del som exporterar",
  "The other language": "Det andra språket",
  "The training program": "Träningsprogrammet",
  "The training program has stopped. It is being started again.":
    "Träningsprogrammet har stannat. Det startas på nytt.",
  "The training program stopped and was started again. Nothing is lost.":
    "Träningsprogrammet stannade och har startats på nytt. Inget är förlorat.",
  "The training program stopped and was started again. {run} goes on from epoch {n}.":
    "Träningsprogrammet stannade och har startats på nytt. {run} fortsätter från epok {n}.",
  "The loaded images are no longer available.": "De bilder som var laddade går inte att få tillbaka.",
  "The training program has stopped. The run is kept, and goes on from its last epoch after a reload.":
    "Träningsprogrammet har stannat. Körningen finns kvar, och fortsätter från sin senaste epok när sidan laddats om.",
  "A further worker has stopped; what it trained is kept. Try again.":
    "En ytterligare arbetare har stannat; det den tränat finns kvar. Försök igen.",
  "The list holds {n} runs: the oldest leave it.": "Listan rymmer {n} körningar: de äldsta lämnar den.",
  "Only the newest {n} runs are kept. Older ones leave the list at the next reload.":
    "Bara de {n} nyaste körningarna sparas. Äldre lämnar listan när sidan laddas om.",
  "A further worker": "En ytterligare arbetare",
  "The part that checks gradients": "Den del som kontrollerar gradienter",
  "The part that writes and reads weights": "Den del som skriver och läser vikter",
  "The part that reads files": "Den del som läser filer",
  "There are no data yet.": "Det finns inga data ännu.",

  // Messages over the figures
  Dismiss: "Avvisa",
  Undo: "Ångra",
  Cancel: "Avbryt",
  "{n} of {all}": "{n} av {all}",
  "{n} images": "{n} bilder",
  "{time} left": "{time} kvar",
  "Loading {file}": "Laddar {file}",
  Loading: "Laddar",

  // Report
  "Figures of the four settings by epoch": "De fyra inställningarnas siffror epok för epok",
  "{figure} of the four settings after each epoch": "{figure} för de fyra inställningarna efter varje epok",
  Figure: "Figur",
  Show: "Visa",
  all: "alla",
  "Common scale": "Samma skala",
  "Log scale": "Logskala",
  Starting: "Startar",
  "Pause all four": "Pausa alla fyra",
  "Go on": "Fortsätt",
  done: "klart",
  "sharing the data": "delar ut data",
  "epoch {epoch} / {epochs}": "epok {epoch} / {epochs}",
  "paused at epoch {epoch}": "pausad vid epok {epoch}",
  "{figure} at epoch {epoch}": "{figure} vid epok {epoch}",
  "not trained yet": "inte tränad än",
  "The four settings of the report, {epochs} epochs each, from the same seed.":
    "Rapportens fyra inställningar, {epochs} epoker var, från samma frö.",
  "drawn by this page": "ritade av sidan",
  "seed {seed}": "frö {seed}",
  "{epochs} epochs, batches of {size}": "{epochs} epoker, minibatchar om {size}",
  "trained for {time}": "tränade i {time}",
  "The four runs are still training. Stop them first.": "De fyra körningarna tränar fortfarande. Stoppa dem först.",
  "The runs were stopped before their end.": "Körningarna stoppades före slutet.",
  "A run was removed before its end.": "En körning togs bort före slutet.",

  // The report file
  "One Layer: summary": "One Layer: sammanfattning",
  "A one-layer softmax network on CIFAR-10": "Ett softmaxnät med ett lager på CIFAR-10",
  "Written by One Layer on {date}. cost = loss + λ Σ W², loss = mean cross-entropy.":
    "Skriven av One Layer {date}. kostnad = förlust + λ Σ W², förlust = medelvärdet av korsentropin.",
  "Train solid, validation dashed.": "Träning heldragen, validering streckad.",
  "The weights of {run}, a picture for each class": "Vikterna i {run}, en bild för varje klass",
  "No weights are kept of this run.": "Inga vikter är sparade från körningen.",
  "setting {name}": "inställning {name}",
  run: "körning",
  fingerprint: "fingeravtryck",
  "ε of W": "ε för W",
  "ε of b": "ε för b",
  "Σ W analytic": "Σ W analytisk",
  "Σ W numeric": "Σ W numerisk",
  "Σ b analytic": "Σ b analytisk",
  "Σ b numeric": "Σ b numerisk",
  "gradient broken on purpose": "avsiktligt felaktig gradient",

  // Gradient check
  "The analytic gradient against differences of the cost, for each of the {n} parameters, in float64.":
    "Den analytiska gradienten mot kostnadens differenser, för var och en av de {n} parametrarna, i float64.",
  "step of the differences": "differensernas steg",
  "as they are": "som nu",
  initial: "från start",
  differences: "differenser",
  centred: "centrala",
  forward: "framåt",
  "cost as a whole, as the course takes it": "hela kostnaden, som i kursen",
  "mistake in the gradient": "fel i gradienten",
  none: "inget",
  "λW in place of 2λW": "λW i stället för 2λW",
  "4λW in place of 2λW": "4λW i stället för 2λW",
  "1/n is missing": "1/n saknas",
  "the wrong sign": "fel tecken",
  "the bias is forgotten": "bias är glömd",
  "db summed over all classes, handed to each": "db summerad över alla klasser, till var och en",
  "softmax without its shift": "softmax utan förskjutning",
  "The shift cancels, so the gradient is the same: until a logit passes 709 and exp overflows. Only large weights show it.":
    "Förskjutningen tar ut sig, så gradienten är densamma: tills en logit passerar 709 och exp flödar över. Bara stora vikter visar det.",
  "each split standardized by its own mean": "varje del standardiserad med sitt eget medelvärde",
  "The gradient is right for the inputs that it is given. The check can’t notice wrong inputs: compare the accuracies.":
    "Gradienten är rätt för de indata som den får. Fel indata kan kontrollen inte märka: jämför träffsäkerheterna.",
  "Not noticed": "Märks inte",
  Check: "Kontrollera",
  "Both of the report’s": "Rapportens båda",
  Checking: "Kontrollerar",
  "Drawing the curve over h": "Ritar kurvan mot h",
  "Progress of the gradient check": "Hur långt gradientkontrollen har kommit",
  "whole cost": "hela kostnaden",
  broken: "felaktig",
  "initial weights": "startvikter",
  "batch size {n}": "batchstorlek {n}",
  "relative error of each weight": "varje vikts relativa fel",
  "relative error over h": "relativt fel mot h",
  "Check the gradient to see its errors.": "Kontrollera gradienten för att se var felen ligger.",
  "ε is {weights} for W, {bias} for b": "ε är {weights} för W, {bias} för b",
  "Nothing to catch": "Inget att hitta",
  "Where λ is 0, the penalty’s gradient is 0 however it is written. Choose a λ above 0.":
    "Där λ är 0 är straffets gradient 0 hur den än skrivs. Välj ett λ större än 0.",
  "The gradient is right": "Gradienten stämmer",
  "All {n} parameters agree: {found}, on {images} images.": "Alla {n} parametrar stämmer: {found}, på {images} bilder.",
  "The bias still agrees.": "Bias stämmer fortfarande.",
  "W still agrees.": "W stämmer fortfarande.",
  Caught: "Upptäckt",
  "This does not pass: {mistake}; {found}.": "Detta går inte igenom: {mistake}; {found}.",
  "Not exact enough to tell": "Inte noggrant nog att avgöra",
  "The gradients differ": "Gradienterna skiljer sig",
  "Forward differences have an error of about h: use centred ones.":
    "Framåtdifferenser har ett fel på ungefär h: välj centrala.",
  "The step h is too large: centred differences have an error of about h².":
    "Steget h är för långt: centrala differenser har ett fel på h².",
  "The step h is too small: the rounding error is divided by it.":
    "Steget h är för kort: avrundningsfelet divideras med det.",
  "{class}, {channel}, row {row}, column {column}": "{class}, {channel}, rad {row}, kolumn {column}",

  // Names that the workers give
};
