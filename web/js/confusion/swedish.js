/**
 * What the confusion matrix says.
 * @type {Record<string, string>}
 */
export const swedishConfusion = {
  airplane: "flygplan",
  automobile: "bil",
  bird: "fågel",
  cat: "katt",
  deer: "hjort",
  dog: "hund",
  frog: "groda",
  horse: "häst",
  ship: "fartyg",
  truck: "lastbil",
  "{many}airplanes": "{many}flygplan",
  automobiles: "bilar",
  birds: "fåglar",
  cats: "katter",
  "{many}deer": "{many}hjortar",
  dogs: "hundar",
  frogs: "grodor",
  horses: "hästar",
  "{many}ships": "{many}fartyg",
  trucks: "lastbilar",
  "There are no {plural}.": "Det finns inga {plural}.",
  "1 of {total} {plural} was classified correctly ({share}).": "1 av {total} {plural} klassades rätt ({share}).",
  "{count} of {total} {plural} were classified correctly ({share}).":
    "{count} av {total} {plural} klassades rätt ({share}).",
  "1 of {total} {plural} was classified as {others} ({share}).":
    "1 av {total} {plural} klassades som {others} ({share}).",
  "{count} of {total} {plural} were classified as {others} ({share}).":
    "{count} av {total} {plural} klassades som {others} ({share}).",
  "Nothing was classified as {plural}.": "Inget klassades som {plural}.",
  "{count} of {total} images classified as {plural} are {plural} ({share}).":
    "{count} av {total} bilder som klassades som {plural} är {plural} ({share}).",
  "{plural} classified correctly": "{plural} som klassades rätt",
  "{plural} classified as {others}": "{plural} som klassades som {others}",
  "classified as": "klassas som",
  "true class": "rätt klass",
  recall: "recall",
  precision: "precision",
  "Of the images of a class, the share that is classified correctly: its accuracy":
    "Av klassens bilder, den andel som klassas rätt: dess träffsäkerhet",
  "Of the images classified as a class, the share that belongs to it":
    "Av bilderna som klassas som en klass, andelen som tillhör den",
  "p(true class)": "p(rätt klass)",
  right: "rätt",
  wrong: "fel",
  images: "bilder",
  "right {count}": "rätt {count}",
  "wrong {count}": "fel {count}",
  "Images by the probability of their true class": "Bilder efter sannolikheten för deras rätta klass",
  "Confidence in the true class": "Säkerheten för den rätta klassen",
  "Histogram of the probability of the true class: {right} images that are right, {wrong} that are wrong. Arrow keys read it.":
    "Histogram över den rätta klassens sannolikhet: {right} bilder som är rätt, {wrong} som är fel. Piltangenterna läser det.",
  "Point at a bar to read it.": "Peka på en stapel för att läsa den.",
  "p {range}: {right} right, {wrong} wrong": "p {range}: {right} rätt, {wrong} fel",
  "Show more": "Visa fler",
  "Image {index}, predicted with {p}, true class {own}: look at it":
    "Bild {index}, predicerad med {p}, rätt klass {own}: titta på den",
  "Image {index}, true class {own}": "Bild {index}, rätt klass {own}",
  "There are no such images.": "Det finns inga sådana bilder.",
  "1 image": "1 bild",
  "{n} images, the most confident first": "{n} bilder, de säkraste först",
  "Most frequent mistakes": "Vanligaste misstagen",
  "Choose one, or any cell, to see the images behind it.": "Välj ett, eller någon ruta, för att se bilderna bakom.",
  "Confusion matrix, with the images behind it": "Förväxlingsmatris, med bilderna bakom",
  Split: "Del",
  "{run} was trained on other data ({data}). Load them to see its confusion matrix.":
    "{run} tränades på andra data ({data}). Ladda dem för att se dess förväxlingsmatris.",
  "There are no images in this split. The data panel gives them their roles.":
    "Det finns inga bilder i den här delen. Datapanelen ger dem deras roller.",
  "computing…": "räknar…",
  "accuracy: {right} of {total} right · {split}, {run}, epoch {epoch}":
    "träffsäkerhet: {right} av {total} rätt · {split}, {run}, epok {epoch}",
  "Confusion matrix of {run} on {split} after epoch {epoch}":
    "Förväxlingsmatris för {run} på {split} efter epok {epoch}",
  "The weights have diverged: {n} images have no predicted class.":
    "Vikterna har divergerat: {n} bilder har ingen predicerad klass.",
  "Point at a cell, or go there with the arrow keys; press it to see its images.":
    "Peka på en ruta, eller gå dit med piltangenterna; tryck på den för att se dess bilder.",
  "A row holds the images of one class and shows what they were classified as. The framed cells, on the diagonal, are right.":
    "En rad är bilderna i en klass och visar vad de klassades som. De inramade rutorna, på diagonalen, är rätt.",
  "Tap a cell to see its images.": "Tryck på en ruta för att se dess bilder.",
  "Tap a bar to read it.": "Tryck på en stapel för att läsa den.",
  "{share} or more": "{share} eller mer",
  "Shade and per cent show the share of the row.": "Färgton och procent: andelen av raden.",
  "Train the same with sigmoids, to compare": "Träna samma med sigmoider, för att jämföra",
  "Train the same with softmax, to compare": "Träna samma med softmax, för att jämföra",
  "{kind}, {run}: confidence in the true class": "{kind}, {run}: säkerheten för den rätta klassen",
};
