/**
 * The guided tour.
 * @type {Record<string, string>}
 */
export const swedishTour = {
  "Guided tour": "Rundtur",
  "Guided tour, {n} of {all}": "Rundtur, {n} av {all}",
  Back: "Tillbaka",
  Next: "Nästa",
  Finish: "Avsluta",
  "Leave the tour (Escape)": "Lämna rundturen (Escape)",

  "Ten classes, one layer": "Tio klasser, ett lager",
  "A report on Assignment 1 of KTH’s course DD2424 trains a network of a single layer to tell ten classes of small pictures apart. Until you load CIFAR-10 itself, the page works on practice images that it has drawn.":
    "En rapport om uppgift 1 i KTH-kursen DD2424 tränar ett nät med ett enda lager att skilja tio klasser av små bilder åt. Tills du läser in själva CIFAR-10 arbetar sidan på övningsbilder som den har ritat.",
  "Loaded: {data}, {splits}. The network learns from the train images only; the others show how well.":
    "Laddat: {data}, {splits}. Bara träningsbilderna lär ut; de andra visar hur väl nätet har lärt sig.",

  "Train setting C": "Träna inställning C",
  "In setting C of the report the penalty λ and the learning rate η are small. Each step takes 100 images and moves the weights a little against the gradient of the cost.":
    "I rapportens inställning C är straffet λ och inlärningshastigheten η små. Varje steg tar 100 bilder och flyttar vikterna lite mot kostnadens gradient.",
  "Choose C and train": "Välj C och träna",
  "Epoch {epoch} of {epochs}: {accuracy} of the validation images are classified correctly.":
    "Epok {epoch} av {epochs}: {accuracy} av valideringsbilderna klassas rätt.",
  "After {epoch} epochs {accuracy} of the validation images are classified correctly; random guessing gives 10 %.":
    "Efter {epoch} epoker klassas {accuracy} av valideringsbilderna rätt; slumpmässig gissning ger 10 %.",

  "Weights come into focus": "Vikterna träder fram",
  "Each class has 3072 weights, drawn as a picture of 32 by 32 pixels. What begins as noise turns into a blurred template of the class. Play the epochs as a film.":
    "Varje klass har 3072 vikter, ritade som en bild med 32 gånger 32 pixlar. Det som börjar som brus blir en suddig mall för klassen. Spela upp epokerna som film.",
  "Play the film": "Spela filmen",
  "Over {epochs} epochs the length of all weights, ‖W‖, went from {from} to {to}.":
    "På {epochs} epoker gick vikternas längd, ‖W‖, från {from} till {to}.",

  "Cost = loss + penalty": "Kostnad = förlust + straff",
  "The loss says how far the predictions are from the labels. Training minimizes the cost: the loss plus λ Σ W², which keeps the weights small. The middle chart can show the two parts.":
    "Förlusten säger hur långt prediktionerna är från de rätta klasserna. Träningen minimerar kostnaden: förlusten plus λ Σ W², som håller vikterna små. Diagrammet i mitten kan visa de två delarna.",
  "Show the two parts": "Visa de två delarna",
  "Setting C on the train split: cost {cost} = loss {loss} + penalty {penalty}.":
    "Inställning C på träningsdata: kostnad {cost} = förlust {loss} + straff {penalty}.",

  "Steps that are too long: setting A": "För långa steg: inställning A",
  "In setting A η is 0.1, a hundred times as large. Each step overshoots the minimum and lands on the other slope: watch the cost.":
    "I inställning A är η 0,1, hundra gånger så stort. Varje steg hamnar bortom minimum, på andra sluttningen: se på kostnaden.",
  "Choose A and train": "Välj A och träna",
  "Its train cost rose in {rises} of {epochs} epochs; it stands at {cost}.":
    "Kostnaden på träningsdata steg i {rises} av {epochs} epoker och är nu {cost}.",
  "Its train cost rose in {rises} of {epochs} epochs and stands at {cost}; that of C rose in {calmRises} of {calmEpochs} and stands at {calmCost}.":
    "Kostnaden på träningsdata steg i {rises} av {epochs} epoker och är nu {cost}; för C steg den i {calmRises} av {calmEpochs} och är {calmCost}.",

  "Too much penalty: setting D": "För stort straff: inställning D",
  "In setting D λ is 1, ten times that of C. The weights stay small, the pictures become smooth, and the gap between train and validation closes: but at which cost?":
    "I inställning D är λ 1, tio gånger så stort som i C. Vikterna förblir små, bilderna blir mjuka, och gapet mellan träning och validering sluts: men vid vilken kostnad?",
  "Choose D and train": "Välj D och träna",
  "{setting}: accuracy {train} on train, {validation} on validation, ‖W‖ {norm}.":
    "{setting}: träffsäkerhet {train} på träning, {validation} på validering, ‖W‖ {norm}.",
  "C: {train} and {validation}, ‖W‖ {norm}.": "C: {train} och {validation}, ‖W‖ {norm}.",

  "Is the gradient right?": "Stämmer gradienten?",
  "A wrong gradient often trains too, only worse. So the report compares its gradient with differences of the cost: move one parameter a little, see what the cost does, and that for each of them.":
    "Även en felaktig gradient tränar ofta, bara sämre. Därför jämför rapporten sin gradient med kostnadens differenser: flytta en parameter lite, se vad kostnaden gör, och gör så med var och en.",
  "Check the gradient": "Kontrollera gradienten",

  "act {n}": "akt {n}",
  "A link to this act, for a lecture": "En länk till den här akten, för en föreläsning",
  "Overfitting: setting B": "Överanpassning: inställning B",
  "Setting B has no penalty. The network learns the training images ever better; on images it has not seen it soon learns no more. The gap between the two lines is the overfitting.":
    "Inställning B har inget straff. Nätet lär sig träningsbilderna allt bättre; på bilder som det inte har sett lär det sig snart inget mer. Avståndet mellan de två linjerna är överanpassningen.",
  "Choose B and train": "Välj B och träna",
  "Your turn: point at a class and follow its line from the image to its probability.":
    "Din tur: peka på en klass och följ dess linje från bilden till sannolikheten.",
  "Your turn: drag the slider under the charts from noise to template.":
    "Din tur: dra reglaget under diagrammen från brus till mall.",
  "Your turn: lower η until the cost no longer oscillates.": "Din tur: sänk η tills kostnaden slutar svänga.",
  "Your turn: train B for 200 epochs. Does the gap close?": "Din tur: träna B i 200 epoker. Sluts avståndet?",
  "Your turn: find the λ between C and D that brings the best validation accuracy.":
    "Din tur: hitta det λ mellan C och D som ger bäst träffsäkerhet på validering.",
  "Your turn: choose a mistake in the gradient and see whether the check notices.":
    "Din tur: välj ett fel i gradienten och se om kontrollen märker det.",

  "Your own experiment": "Ditt eget försök",
  "What does a λ of 0.01 do, or an η of 0.01? Can you do better than the four settings? Move a slider and train; every run stays in the list, so nothing is lost.":
    "Vad gör λ = 0,01, eller η = 0,01? Kan du slå de fyra inställningarna? Flytta ett reglage och träna; alla körningar finns kvar i listan, så inget går förlorat.",
  "The best on the test split so far: {run}, {accuracy}.": "Bäst på testdata hittills: {run}, {accuracy}.",
};
