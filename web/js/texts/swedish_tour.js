/**
 * The guided tour.
 * @type {Record<string, string>}
 */
export const swedishTour = {
  "Guided tour": "Rundtur",
  "Guided tour, {n} of {all}": "Rundtur, {n} av {all}",
  "Back": "Tillbaka",
  "Next": "Nästa",
  "Finish": "Avsluta",
  "Leave the tour": "Lämna rundturen",
  "Leave the tour (Escape)": "Lämna rundturen (Escape)",

  "Ten classes, one layer": "Tio klasser, ett lager",
  "The report trains a network of a single layer to tell ten classes of small pictures apart. Until you load CIFAR-10 itself, the page works on a sample that it has drawn.": "Rapporten tränar ett nät med ett enda lager att skilja tio klasser av små bilder åt. Tills du laddar CIFAR-10 arbetar sidan med ett exempel som den själv har ritat.",
  "Loaded: {data}, {splits}. Only the train images teach; the others say how well it was learnt.": "Laddat: {data}, {splits}. Bara träningsbilderna lär ut; de andra visar hur väl nätet har lärt sig.",

  "Train setting C": "Träna inställning C",
  "In setting C of the report the penalty λ is small and the learning rate η short. Each step takes 100 images and moves the weights a little against the gradient of the cost.": "I rapportens inställning C är straffet λ litet och inlärningshastigheten η låg. Varje steg tar 100 bilder och flyttar vikterna lite mot kostnadens gradient.",
  "Choose C and train": "Välj C och träna",
  "Epoch {epoch} of {epochs}: {accuracy} of the validation images are recognized.": "Epok {epoch} av {epochs}: {accuracy} av valideringsbilderna känns igen.",
  "After {epoch} epochs {accuracy} of the validation images are recognized; guessing gets one in ten.": "Efter {epoch} epoker känns {accuracy} av valideringsbilderna igen; den som gissar får en av tio rätt.",

  "Weights come into focus": "Vikterna träder fram",
  "Each class has 3072 weights, drawn as a picture of 32 by 32 pixels. What begins as noise turns into a blurred template of the class. Play the epochs as a film.": "Varje klass har 3072 vikter, ritade som en bild med 32 gånger 32 pixlar. Det som börjar som brus blir en suddig mall för klassen. Spela upp epokerna som film.",
  "Play the film": "Spela filmen",
  "Over {epochs} epochs the length of all weights, ‖W‖, went from {from} to {to}.": "På {epochs} epoker gick vikternas längd, ‖W‖, från {from} till {to}.",

  "Cost = loss + penalty": "Kostnad = förlust + straff",
  "The loss says how far the predictions are from the labels. Training makes the cost small: the loss plus λ Σ W², which keeps the weights short. The middle chart can show the two parts.": "Förlusten säger hur långt prediktionerna är från de rätta klasserna. Träningen gör kostnaden liten: förlusten plus λ Σ W², som håller vikterna korta. Diagrammet i mitten kan visa de två delarna.",
  "Show the two parts": "Visa de två delarna",
  "Setting C on the train split: cost {cost} = loss {loss} + penalty {penalty}.": "Inställning C på träningsdata: kostnad {cost} = förlust {loss} + straff {penalty}.",

  "Too long steps: setting A": "För långa steg: inställning A",
  "In setting A η is 0.1, a hundred times as long. A step leaps over the valley and lands on its other slope: watch the cost.": "I inställning A är η 0,1, hundra gånger så stort. Ett steg hoppar över dalen och landar på andra sluttningen: se på kostnaden.",
  "Choose A and train": "Välj A och träna",
  "Its train cost rose in {rises} of {epochs} epochs; it stands at {cost}.": "Kostnaden på träningsdata steg i {rises} av {epochs} epoker och är nu {cost}.",
  "Its train cost rose in {rises} of {epochs} epochs and stands at {cost}; that of C rose in {calmRises} of {calmEpochs} and stands at {calmCost}.": "Kostnaden på träningsdata steg i {rises} av {epochs} epoker och är nu {cost}; för C steg den i {calmRises} av {calmEpochs} och är {calmCost}.",

  "Too much penalty: setting D": "För stort straff: inställning D",
  "In setting D λ is 1, ten times that of C. The weights must stay short, the pictures turn smooth, and train and validation come together: but where?": "I inställning D är λ 1, tio gånger så stort som i C. Vikterna måste förbli korta, bilderna blir mjuka, och träning och validering möts: men var?",
  "Choose D and train": "Välj D och träna",
  "D: accuracy {train} on train, {validation} on validation, ‖W‖ {norm}.": "D: träffsäkerhet {train} på träning, {validation} på validering, ‖W‖ {norm}.",
  "C: {train} and {validation}, ‖W‖ {norm}.": "C: {train} och {validation}, ‖W‖ {norm}.",

  "Is the gradient right?": "Stämmer gradienten?",
  "A wrong gradient often trains too, only worse. So the report compares its gradient with differences of the cost: move one parameter a little, see what the cost does, and that for each of them.": "Även en felaktig gradient tränar ofta, bara sämre. Därför jämför rapporten sin gradient med kostnadens differenser: flytta en parameter lite, se vad kostnaden gör, och gör så med var och en.",
  "Check the gradient": "Kontrollera gradienten",

  "Your own try": "Ditt eget försök",
  "What does a λ of 0.01 do, or an η of 0.01? Can you do better than the four settings? Move a slider and train; every run stays in the list, so nothing is lost.": "Vad gör λ = 0,01, eller η = 0,01? Kan du slå de fyra inställningarna? Flytta ett reglage och träna; alla körningar finns kvar i listan, så inget går förlorat.",
  "The best on the test split so far: {run}, {accuracy}.": "Bäst på testdata hittills: {run}, {accuracy}.",
};
