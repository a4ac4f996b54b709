/**
 * The Inspect tab.
 * @type {Record<string, string>}
 */
export const swedishInspect = {
  Inspect: "Granska",
  "What to look at": "Vad som visas",
  Images: "Bilder",
  Confusion: "Förväxling",
  "Your picture": "Egen bild",

  Run: "Körning",

  // Weights
  "Weights of a class": "Vikter för en klass",
  Class: "Klass",
  "bias b": "bias b",
  "norm ‖W_k‖": "norm ‖W_k‖",
  "min weight": "minsta vikt",
  "max weight": "största vikt",
  "Weights of {class}, 32 × 32 pixels. Arrow keys go from pixel to pixel.":
    "Vikterna för {class}, 32 × 32 pixlar. Piltangenterna går från pixel till pixel.",
  "Each class has a weight for every number of an image. The weights as a picture, scaled from the smallest to the largest, are what the network looks for.":
    "Varje klass har en vikt för varje tal i en bild. Vikterna som bild, skalade från minst till störst, är vad nätet letar efter.",
  "Colours of signed numbers": "Färger för tal med tecken",
  "mean of {class}": "medelbild av {class}",
  "class mean − overall mean, at most ±{value}": "klassens medelbild − alla klassers, högst ±{value}",
  "The mean of the {images} training images of {class}": "Medelbilden av de {images} träningsbilderna av {class}",
  "Class mean − overall mean of the training images: {class}":
    "Klassens medelbild − alla klassers, bland träningsbilderna: {class}",
  "class mean": "klassens medelbild",
  "{n} % weights": "{n} % vikter",
  "Minus run": "Minus körning",
  "The weights of one run minus the last weights of another. Grey is no difference.":
    "En körnings vikter minus en annans sista vikter. Grått är ingen skillnad.",
  "no run": "ingen körning",
  "{class}: {run} − {other}": "{class}: {run} − {other}",
  "{title}: difference of the weights, 32 × 32 pixels. Arrow keys go from pixel to pixel.":
    "{title}: viktskillnad, 32 × 32 pixlar. Piltangenterna går från pixel till pixel.",
  "Point at a pixel to read its weights.": "Peka på en pixel för att läsa dess vikter.",
  "x {x}, y {y}: r {r}, g {g}, b {b}": "x {x}, y {y}: r {r}, g {g}, b {b}",
  "Weights of {class} over the epochs": "Vikterna för {class} över epokerna",
  "Epoch {epoch}": "Epok {epoch}",
  "{least} to {greatest}": "{least} till {greatest}",
  "Weights of {class}, channel {channel}: {range}": "Vikterna för {class}, kanal {channel}: {range}",

  // Images
  "An image explained": "En bild förklarad",
  "Which images": "Vilka bilder",
  Predicted: "Predicerad",
  "True class": "Rätt klass",
  "Taken for": "Tagen för",
  any: "vilken som helst",
  Confidence: "Säkerhet",
  "Minimum confidence, per cent": "Minsta säkerhet, procent",
  "Maximum confidence, per cent": "Största säkerhet, procent",
  Order: "Ordning",
  "most confident first": "säkrast först",
  "least confident first": "osäkrast först",
  "true class least probable first": "rätt klass minst sannolik först",
  "true class most probable first": "rätt klass mest sannolik först",
  "as in the split": "som i delmängden",
  "Previous images": "Föregående bilder",
  "Next images": "Nästa bilder",
  "No such images": "Inga sådana bilder",
  "{from}–{to} of {all}": "{from}–{to} av {all}",
  "Image {index}: {truth}, classified as {predicted}, {p}": "Bild {index}: {truth}, klassad som {predicted}, {p}",
  "Image {index}: {truth}, right, {p}": "Bild {index}: {truth}, rätt, {p}",
  "image {index} of {split}: {class}": "bild {index} i {split}: {class}",
  "No image matches this filter.": "Ingen bild passar filtret.",
  "{run} was trained on other data ({data}). Load them to see what it makes of their images.":
    "{run} tränades på andra data ({data}). Ladda dem för att se vad den gör av deras bilder.",

  // An image explained
  "{caption}. Arrow keys go from pixel to pixel; while painting, space paints.":
    "{caption}. Piltangenterna går från pixel till pixel; vid målning målar blanksteg.",
  "Evidence of each pixel for {class}. Arrow keys go from pixel to pixel.":
    "Varje pixels bidrag till {class}. Piltangenterna går från pixel till pixel.",
  "evidence for {class}: W ⊙ x": "bidrag till {class}: W ⊙ x",
  "Evidence for {class}": "Bidrag till {class}",
  "The weights are no longer numbers, so no class is predicted.":
    "Vikterna är inte längre tal, så ingen klass prediceras.",
  "Predicted: {class}, {p}.": "Klassas som {class}, {p}.",
  "Predicted: {class}, {p}. Right.": "Klassas som {class}, {p}. Rätt.",
  "Predicted: {class}, {p}. Wrong: it is {truth}.": "Klassas som {class}, {p}. Fel: rätt klass är {truth}.",
  "s({class}) = Σ W ⊙ x + b = {sum}{b} = {s}, p = {p}": "s({class}) = Σ W ⊙ x + b = {sum}{b} = {s}, p = {p}",
  "Point at a pixel to read its evidence.": "Peka på en pixel för att läsa dess bidrag.",
  "x {x}, y {y}: r {r}, g {g}, b {b}; evidence for {class} {e}":
    "x {x}, y {y}: r {r}, g {g}, b {b}; bidrag till {class} {e}",
  "Orange pixels are evidence for the class, blue ones against it. All of them and the bias add up to the logit s; softmax turns the ten logits into ten probabilities p.":
    "Orange pixlar talar för klassen, blå emot den. Alla tillsammans med biasen ger logiten s; softmax gör de tio logiterna till tio sannolikheter p.",
  "Evidence, logit and probability of each class": "Varje klass bidrag, logit och sannolikhet",
  true: "rätt",
  predicted: "predicerad",
  "before: {p}": "före: {p}",
  "the evidence of all pixels together": "alla pixlars bidrag tillsammans",
  "the bias of the class": "klassens bias",
  "the logit, Σ W⊙x + b": "logiten, Σ W⊙x + b",
  "the probability, exp s / Σ exp s": "sannolikheten, exp s / Σ exp s",

  // Painting
  "Paint over the picture": "Måla över bilden",
  "What the pointer does": "Vad pekaren gör",
  Look: "Titta",
  Paint: "Måla",
  Erase: "Sudda",
  "Take colour": "Ta färg",
  "Pixels of the brush": "Penselns pixlar",
  "Colour of the brush": "Penselns färg",
  "The last stroke is taken back (Ctrl Z)": "Det senaste draget tas tillbaka (Ctrl Z)",
  Restore: "Återställ bilden",

  // Your picture
  "Your picture explained": "Din bild förklarad",
  "Where the picture comes from": "Varifrån bilden kommer",
  "Choose a picture…": "Välj en bild…",
  Paste: "Klistra in",
  "Camera…": "Kamera…",
  "Draw one": "Rita en",
  "Your picture stays in this browser: it is sent nowhere and kept nowhere.":
    "Din bild stannar i webbläsaren: den skickas ingenstans och sparas ingenstans.",
  "Drop a picture here, paste one, take a photo, or draw one.":
    "Släpp en bild här, klistra in en, ta en eller rita en.",
  "The network sees a square of it, averaged to 32 × 32 pixels, as the images it was trained on.":
    "Nätet ser en kvadrat av den, medelvärdesbildad till 32 × 32 pixlar, som bilderna det tränades på.",
  "your picture, as the network sees it": "din bild, som nätet ser den",
  "{run} was trained on other data ({data}). Load them: their mean and deviation belong to its weights.":
    "{run} tränades på andra data ({data}). Ladda dem: deras medelvärde och avvikelse hör till dess vikter.",
  Zoom: "Zooma",
  "Square of the picture that the network sees. Arrow keys move it, + and − zoom.":
    "Kvadraten av bilden som nätet ser. Piltangenterna flyttar den, + och − zoomar.",
  "What the camera sees": "Vad kameran ser",
  "Take the picture": "Ta bilden",
  "The browser does not let this page use the camera.": "Webbläsaren låter inte sidan använda kameran.",
  "There is no camera.": "Det finns ingen kamera.",
  "The camera can’t be used: {message}": "Kameran kan inte användas: {message}",
  "This browser allows no camera here: it needs a secure address (https).":
    "Webbläsaren erbjuder ingen kamera här: den kräver en säker adress (https).",
  "There is no picture on the clipboard.": "Det finns ingen bild i Urklipp.",
  "The browser doesn’t let the page read the clipboard: press Ctrl V, or ⌘ V.":
    "Webbläsaren låter inte sidan läsa Urklipp: tryck Ctrl V, eller ⌘ V.",
  "This browser can’t read it as a picture.": "Webbläsaren kan inte läsa den som bild.",
  "Drop a picture to see what the network makes of it, or CIFAR-10 files":
    "Släpp en bild för att se vad nätet gör av den, eller filer med CIFAR-10",

  "Fool it": "Lura det",
  "The smallest change of all pixels that turns it into another class, computed exactly":
    "Den minsta ändringen av alla pixlar som gör bilden till en annan klass, exakt beräknad",
  "The nearest class is {to}: from {from} it is a change of ‖δ‖ = {length} along W({to}) − W({from}). In whole numbers each of the 3,072 changes by {mean} of 255 on average, by {most} at most.":
    "Närmaste klass är {to}: från {from} är det en ändring på ‖δ‖ = {length} längs W({to}) − W({from}). I heltal ändras vart och ett av de 3 072 talen med {mean} av 255 i medeltal, med högst {most}.",
};
