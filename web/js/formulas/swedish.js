/**
 * The formulas and what they mean at the moment, and the sound of the loss.
 * @type {Record<string, string>}
 */
export const swedishFormulas = {
  "Sound of the loss": "Förlustens ljud",
  "A soft tone for each finished epoch, the lower the smaller the loss: first train, then validation":
    "En mjuk ton för varje avslutad epok, ju lägre desto mindre förlust: först träning, sedan validering",
  "What the cost is made of": "Vad kostnaden består av",
  "cross-entropy": "korsentropi",
  "The loss: the mean of −ln p(true class)": "Förlusten: medelvärdet av −ln p(rätt klass)",
  "The penalty: λ times the sum of all squared weights": "Straffet: λ gånger summan av alla vikter i kvadrat",
  Formulas: "Formler",
  "Softmax: from logits to probabilities": "Softmax: från logiter till sannolikheter",
  "The cost": "Kostnaden",
  "A step": "Ett steg",
  "Softmax turns ten logits s into ten probabilities. A train loss of {loss} is as if each true class had p = {p}; random guessing gives p = {guess} and a loss of ln 10 = {guessLoss}.":
    "Softmax gör tio logiter s till tio sannolikheter. En förlust på {loss} för träning motsvarar att varje rätt klass har p = {p}; slumpmässig gissning ger p = {guess} och förlusten ln 10 = {guessLoss}.",
  "Train, after epoch {epoch}: cross-entropy, the mean of −ln p(true class), and the penalty, {penalty}.":
    "Träning, efter epok {epoch}: korsentropin, medelvärdet av −ln p(rätt klass), och straffet, {penalty}.",
  "Against the gradient, by η = {rate}. With λ = 0 nothing pulls the weights towards zero.":
    "Mot gradienten, med η = {rate}. Med λ = 0 drar ingenting vikterna mot noll.",
  "Against the gradient, by η = {rate}. The penalty alone shrinks W to {step} in a step, to {kept} in an epoch.":
    "Mot gradienten, med η = {rate}. Straffet ensamt krymper W till {step} på ett steg, till {kept} på en epok.",
};
