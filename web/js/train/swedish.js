/**
 * The names of the settings beyond the report's.
 * @type {Record<string, string>}
 */
export const swedishOptions = {
  "Step {step}.": "Steg {step}.",
  "λ {l2}, η {rate}, batch size {size}, {epochs} epochs.": "λ {l2}, η {rate}, batchstorlek {size}, {epochs} epoker.",
  "Saved: {name}": "Sparad: {name}",
  "More settings": "Fler inställningar",
  "{n} changed from the report": "{n} ändrade mot rapporten",
  "Best one layer": "Bästa enlagersnätet",
  "λ 0.001, η 0.003 falling to 0, 60 epochs, flips, smoothed 3×, all training shards; trains at once":
    "λ 0,001, η 0,003 ned till 0, 60 epoker, speglingar, utjämnade 3×, alla träningsdelar; tränar genast",
  "shuffle the images each epoch": "blanda bilderna varje epok",
  "softmax cross-entropy": "softmax och korsentropi",
  "sigmoid, binary cross-entropy": "sigmoid och binär korsentropi",
  "SVM, hinge": "SVM, gångjärnsförlust",
  steps: "stegen",
  "along the gradient": "längs gradienten",
  "with momentum": "med tröghet",
  momentum: "tröghet",
  "η over the epochs": "η över epokerna",
  constant: "konstant",
  "in steps": "i steg",
  "linear to 0": "linjärt till 0",
  "cosine to 0": "cosinus till 0",
  "at a plateau": "vid en platå",
  "each time times": "gånger varje gång",
  "every … epochs": "var … epok",
  "initial weights": "startvikter",
  zero: "noll",
  "stop after … epochs no better": "stanna efter … epoker utan framsteg",
  "flips, probability": "speglingar, sannolikhet",
  "shifts, up to … pixels": "förskjutning, högst … pixlar",
  "smoothing, passes": "utjämning, gånger",
  "training images, 0 = all": "träningsbilder, 0 = alla",
  "one of {choices}": "något av {choices}",
  "the presets are A, B, C, D and best": "förvalen är A, B, C, D och best",

  // In the runs' tables
  options: "tillval",
  "Settings beyond the report’s": "Det som ställts in utöver rapporten",
  "sigmoid BCE": "sigmoid BCE",
  "SVM hinge": "SVM-gångjärn",
  "momentum {momentum}": "tröghet {momentum}",
  "zero weights": "nollvikter",
  "stops after {n} epochs no better": "stannar efter {n} epoker utan framsteg",
  "flips {p}": "speglingar {p}",
  "shifts up to {n}": "förskjutning högst {n}",
  "smoothed {n}×": "utjämnade {n}×",
  "{n} images": "{n} bilder",
  shuffled: "blandade",
  "η × {factor} every {n} epochs": "η × {factor} var {n}:e epok",
  "η × {factor} after {n} epochs no better": "η × {factor} efter {n} epoker utan framsteg",
  "η linear to 0": "η linjärt till 0",
  "η cosine to 0": "η cosinus till 0",

  // Figures and pictures
  "Stopped after epoch {epoch}; the weights and the test figures are those of epoch {best}, the best on validation.":
    "Stannade efter epok {epoch}; vikterna och testsiffrorna är från epok {best}, den bästa på valideringen.",
  "W·S, on the pixels": "W·S, på pixlarna",
  "Weights of {class} on the pixels before smoothing, W·S": "Vikterna för {class} på pixlarna före utjämningen, W·S",
  "binary cross-entropy": "binär korsentropi",
  hinge: "gångjärn",
  "The loss: the mean over images and classes of −ln q, q = σ(s) for the true class and 1 − σ(s) for the others":
    "Förlusten: medelvärdet över bilder och klasser av −ln q, q = σ(s) för den rätta klassen och 1 − σ(s) för de andra",
  "The loss: the mean over images of Σ max(0, s − s(true class) + 1)":
    "Förlusten: medelvärdet över bilderna av Σ max(0, s − s(rätta klassen) + 1)",
  "This run is trained with another loss: {loss}.": "Den här körningen tränas med en annan förlust: {loss}.",

  // Glossary
  sigmoid: "sigmoid",
  "sigmoid, binary cross-entropy, BCE": "sigmoid, binär korsentropi, BCE",
  "Each class answers yes or no by itself: its logit becomes a probability of its own. The loss is the mean over the ten classes, as the course has it, so its gradient is a tenth as long.":
    "Varje klass svarar ja eller nej för sig: dess logit blir en egen sannolikhet. Förlusten är medelvärdet över de tio klasserna, som i kursen, så gradienten är en tiondel så lång.",
  SVM: "SVM",
  "SVM, hinge loss": "SVM, gångjärnsförlust, gångjärnsförlusten",
  "Asks that the true class’s logit be at least 1 above every other, and counts only what is missing. It has no probabilities: where the page shows some, they are softmax of the logits.":
    "Kräver att den rätta klassens logit är minst 1 större än alla andra, och räknar bara det som saknas. Den har inga sannolikheter: där sidan visar några är de softmax av logiterna.",
  "momentum, Adam": "tröghet, Adam",
  "A step also uses the gradients of earlier steps: momentum their decaying sum, Adam their mean over the root of their mean square, weight by weight.":
    "Ett steg använder också gradienterna från tidigare steg: tröghet deras avtagande summa, Adam deras medelvärde genom roten ur medelkvadraten, vikt för vikt.",
  "schedule of η": "schema för η",
  "schedule, decay, plateau": "schema, platå",
  "How η falls over the epochs: in steps, in a line or a half cosine to 0, or whenever the validation accuracy has not risen for some epochs.":
    "Hur η sjunker över epokerna: i steg, rakt eller som en halv cosinus till 0, eller när valideringens träffsäkerhet inte stigit på några epoker.",
  augmentation: "augmentering",
  "augmentation, flips, shifts": "augmentering, speglingar, förskjutning",
  "New images made from the training images: mirrored, or moved by a few pixels. Pixels that enter at the border have the mean value.":
    "Nya bilder gjorda av träningsbilderna: speglade eller flyttade några pixlar. Pixlar som kommer in vid kanten får medelvärdet.",
  smoothing: "utjämning",
  "smoothing, smoothed": "utjämning, utjämnade",
  "Every image is filtered by [1 2 1]/4 along both axes, one or more times, before it is standardized. The network is still one layer on pixels, with weights W·S: neighbours must agree.":
    "Varje bild filtreras med [1 2 1]/4 längs båda axlarna, en eller flera gånger, innan den standardiseras. Nätet är ändå ett lager på pixlar, med vikterna W·S: grannar måste vara överens.",
  "early stopping": "tidigt stopp",
  "Training ends when the validation accuracy has not risen for some epochs, and the weights of the best epoch are kept.":
    "Träningen slutar när valideringens träffsäkerhet inte stigit på några epoker, och den bästa epokens vikter behålls.",
  initialization: "initiering",
  "initialization, Xavier, initial weights": "initiering, Xavier, startvikter, startvikterna",
  "What W is before the first step: normal with standard deviation 0.01, as in the report; Xavier’s 1/√3072, which gives logits of unit variance; or zero.":
    "Vad W är före första steget: normalfördelad med standardavvikelse 0,01, som i rapporten; Xaviers 1/√3072, som ger logiter med varians ett; eller noll.",
  // A step in formulas
  "The step in formulas": "Steget i formler",
  "{n} images, a row each, standardized.": "{n} bilder, en rad var, standardiserade.",
  "W is {shape}. The first image is of class {class}: s = {s}.":
    "W är {shape}. Första bildens klass är {class}: s = {s}.",
  "W is {shape}: a row for each class. A row of S has the logits of an image.":
    "W är {shape}: en rad per klass. En rad i S är en bilds logitar.",
  "The first image: p({class}) = {p}.": "Första bilden: p({class}) = {p}.",
  "Each row of P sums to 1.": "Varje rad i P har summan 1.",
  "The loss of the {n} images is {before}; of the first alone, −ln {p} = {loss}.":
    "Förlusten för de {n} bilderna är {before}; för den första ensam −ln {p} = {loss}.",
  "The loss of the {n} images is {before}.": "Förlusten för de {n} bilderna är {before}.",
  "Y is 1 at the true class, else 0. The first image, {class}: ({p} − 1) / {n} = {g}.":
    "Y är 1 för rätt klass, annars 0. Första bilden, {class}: ({p} − 1) / {n} = {g}.",
  "Y is 1 at the true class, else 0.": "Y är 1 för rätt klass, annars 0.",
  "The shape of W again: the pictures below. Its length is {length}.":
    "Samma form som W: bilderna nedan. Dess längd är {length}.",
  "η = {rate}: W moves by {moved}. The loss of the same images is now {after}.":
    "η = {rate}: W flyttas {moved}. Förlusten för samma bilder är nu {after}.",
  "The optimizer makes the step from it. The loss of the same images is now {after}.":
    "Optimeraren gör steget av den. Förlusten för samma bilder är nu {after}.",
};
