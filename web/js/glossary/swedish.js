/**
 * The glossary. The forms of a word are those that the page's Swedish texts write it in.
 * @type {Record<string, string>}
 */
export const swedishGlossary = {
  "loss, losses": "förlust, förlusten",
  "How far the predicted probabilities are from the labels: the mean of the cross-entropies of all images of a split.":
    "Hur långt de predicerade sannolikheterna är från de rätta klasserna: medelvärdet av korsentropin över en delmängds alla bilder.",
  "cost, costs": "kostnad, kostnaden",
  "What training minimizes: the loss plus the penalty. Without a penalty, cost and loss are the same.":
    "Det som träningen minimerar: förlusten plus straffet. Utan straff är kostnad och förlust samma sak.",
  "cross-entropy": "korsentropi",
  "The loss of a single image: 0 if its true class has probability 1, larger the smaller that probability is. Random guessing among ten classes gives ln 10 = {loss}.":
    "En enda bilds förlust: 0 om den rätta klassen har sannolikhet 1, större ju mindre sannolikheten är. Slumpmässig gissning bland tio klasser ger ln 10 = {loss}.",
  "L2 penalty λ": "L2-straff λ",
  "L2 penalty, penalty": "L2-straff, L2-straffets, straffterm, straffet",
  "The cost of large weights: λ times the sum of their squares. It pulls the weights towards zero and keeps the network from memorizing its training images.":
    "Vad stora vikter kostar: λ gånger summan av deras kvadrater. Det drar vikterna mot noll och hindrar nätet från att lära sig träningsbilderna utantill.",
  "learning rate η": "inlärningshastighet η",
  "The length of a step against the gradient. If it is too short, training is slow; if it is too long, a step overshoots the minimum.":
    "Längden på ett steg mot gradienten. Är det för kort tar träningen lång tid; är det för långt hoppar steget över dalen.",
  minibatch: "minibatch",
  "minibatch, batch size, batch": "minibatch, minibatchar, batchstorlek, batch",
  "The images of one step. Their mean gradient is an unbiased estimate of that of all images: the larger the batch, the less it varies, and the fewer steps in an epoch.":
    "Bilderna i ett steg. Deras medelgradient är en väntevärdesriktig skattning av alla bilders: ju större batch, desto mindre varierar den, och desto färre steg i en epok.",
  "step, steps": "steg, steget",
  "One update of all weights, on one minibatch.": "En uppdatering av alla vikter, med en minibatch.",
  "epoch, epochs": "epok, epoker, epoken",
  "One pass over all training images: with 10,000 images and batches of 100, that is 100 steps.":
    "Ett varv genom alla träningsbilder: med 10 000 bilder och minibatchar om 100 är det 100 steg.",
  "The start of the random numbers. The same seed gives the same initial weights, so a run can be repeated bit for bit.":
    "Startvärdet för slumptalen. Samma frö ger samma begynnelsevikter, så en körning kan upprepas bit för bit.",
  logits: "logiter",
  "logits, logit": "logiter, logit",
  "The network’s ten numbers for an image, one per class, before they become probabilities.":
    "Nätets tio tal för en bild, ett per klass, innan de blir sannolikheter.",
  softmax: "softmax",
  "Turns the ten logits into probabilities: all above 0, together 1. The largest logit gets the largest probability.":
    "Gör de tio logiterna till sannolikheter: alla större än 0, tillsammans 1. Den största logiten får den största sannolikheten.",
  gradient: "gradient",
  "gradient, gradients": "gradient, gradienten, gradienter, gradienterna",
  "How the cost changes with each weight. Training moves against it. P − Y sums to zero over the classes, and so does the gradient of the loss.":
    "Hur kostnaden ändras med varje vikt. Träningen går mot den. P − Y summerar till noll över klasserna, och därför gör förlustens gradient det också.",
  "centred differences": "centrala differenser",
  "differences, centred": "differenser, differenserna, differensernas",
  "A gradient by trial: move one weight by h in both directions and see how the cost changes. It needs no derivation, so it can check one.":
    "En gradient genom försök: flytta en vikt med h åt båda hållen och se vad kostnaden gör. Det kräver ingen härledning och kan därför kontrollera en.",
  "accuracy, accuracies": "träffsäkerhet, träffsäkerheten",
  "The share of a split’s images whose most probable class is the true one. Random guessing gives 10 %.":
    "Andelen av en delmängds bilder vars mest sannolika klass är den rätta. Slumpmässig gissning ger 10 %.",
  "train split": "träningsdata",
  "The images that the weights are learnt from. How well the network does on them says little about others.":
    "Bilderna som vikterna lärs från. Hur väl nätet klarar dem säger lite om andra bilder.",
  "validation split": "valideringsdata",
  "Images that are not trained on: they tell how the network does on new ones, and which settings to choose.":
    "Bilder som inte används i träningen: de visar hur nätet klarar nya bilder, och vilka inställningar man ska välja.",
  "test split": "testdata",
  "Images for the very end: neither weights nor settings are chosen by them, so the accuracy on them is an unbiased estimate of that on new images.":
    "Bilder för allra sist: varken vikter eller inställningar väljs efter dem, så träffsäkerheten på dem är en väntevärdesriktig skattning av den på nya bilder.",
  overfitting: "överanpassning",
  "overfitting, variance": "överanpassning, varians",
  "Memorizing the training images: the train cost still falls while the validation cost stays or rises. The gap between the two lines shows it.":
    "Att lära sig träningsbilderna utantill: kostnaden på träning sjunker ännu, medan den på validering står still eller stiger. Gapet mellan linjerna visar det.",
  standardization: "standardisering",
  "standardization, standardized": "standardisering, standardiserade",
  "From each of an image’s 3072 numbers the train split’s mean is subtracted, and the rest is divided by its standard deviation, so that all inputs count alike.":
    "Från vart och ett av bildens 3072 tal dras träningsdatas medelvärde, och resten divideras med standardavvikelsen, så att alla indata väger lika.",
  "training images, learning curves": "träningsbilder, träningsbilderna, inlärningskurvor",
  "A run may train on the first images of the train split only; 0 takes all. Errors over their number are learning curves: where train and validation have met, more images would not help.":
    "En körning kan tränas på bara de första bilderna av träningsdata; 0 tar alla. Felen över deras antal är inlärningskurvor: där träning och validering har mötts skulle fler bilder inte hjälpa.",
  ensemble: "ensemble",
  "ensemble, ensembles": "ensemble, ensemblen, ensembler",
  "Several runs that decide together: by majority, or by the mean of their probabilities. With one layer the mean of their weights is such a network too.":
    "Flera körningar som bestämmer tillsammans: genom majoritet, eller genom medelvärdet av sina sannolikheter. Med ett lager är medelvärdet av deras vikter också ett sådant nät.",
  curvature: "krökning",
  "curvature, curvatures, convex": "krökning, krökningar, konvex",
  "How the cost’s slope changes along a direction. The largest of all curvatures, L, is the largest eigenvalue of the Hessian, the matrix of second derivatives. With λ > 0 all are above 0: there is one minimum.":
    "Hur kostnadens lutning ändras längs en riktning. Den största av alla krökningar, L, är det största egenvärdet till hessianen, matrisen av andraderivator. Med λ > 0 är alla större än 0: det finns ett enda minimum.",
};
