/**
 * A guess of a curve.
 * @type {Record<string, string>}
 */
export const swedishGuess = {
  "Your guess": "Din gissning",
  "Guess the accuracy…": "Gissa träffsäkerheten…",
  "Draw a guess": "Rita en gissning",
  "Draw the validation accuracy that you expect, or use the arrow keys.":
    "Rita den träffsäkerhet på valideringen som du väntar dig, eller använd piltangenterna.",
  "Validation accuracy": "Träffsäkerhet på valideringen",
  "epoch {n}: {share}": "epok {n}: {share}",
  Clear: "Rensa",
  Done: "Klar",
  "Remove the guess": "Ta bort gissningen",
  guess: "gissning",
  "Your guess is kept until the chart is shown.": "Din gissning sparas tills diagrammet visas.",
  "Your guess ends at {end}. Press Train to see how far it is.":
    "Din gissning slutar på {end}. Tryck på Träna för att se hur långt ifrån den är.",
  "Your guess is off by {points} percentage points on average. Epoch {epoch}: guess {guessed}, validation {came}.":
    "Din gissning är i medel {points} procentenheter ifrån. Epok {epoch}: gissning {guessed}, validering {came}.",
};
