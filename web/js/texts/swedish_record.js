/** What a run's record says: where it stands, what was changed, what it can be compared with. */
export const swedishRecord = {
  "{run}, loaded": "{run}, inläst",
  "The best on the validation split so far: {run}, {accuracy}. The test split, which is never used to choose, then gives {test}.":
    "Bäst på valideringsdelen hittills: {run}, {accuracy}. Testdelen, som aldrig används för att välja, ger då {test}.",
  "The fork has its run’s settings, not the panel’s: {differences}":
    "Förgreningen har körningens inställningar, inte panelens: {differences}",
  "A new run that goes on from there with the settings it had then":
    "En ny körning som fortsätter därifrån med de inställningar den hade då",
  "Continue from epoch {n}": "Fortsätt från epok {n}",
  "stopped at epoch {epoch}": "stoppad vid epok {epoch}",
  "fingerprint {fingerprint}": "fingeravtryck {fingerprint}",
  "Every epoch": "Varje epok",
  "changed on the way": "ändrat under tiden",
  "{change} after step {step} (epoch {epoch})": "{change} efter steg {step} (epok {epoch})",
  "and {n} more, in the JSON file": "och {n} till, i JSON-filen",
  "report, test accuracy": "rapporten, testträffsäkerhet",
  "The weights of epoch {n} are not kept.": "Vikterna från epok {n} är inte sparade.",
  "These are practice images, not CIFAR-10: their figures can’t be compared with the report’s.":
    "Det här är övningsbilder, inte CIFAR-10: siffrorna kan inte jämföras med rapportens.",
  "The report trained on data_batch_1, validated on data_batch_2 and tested on test_batch, all whole. These are other data or other roles: the figures can’t be compared.":
    "Rapporten tränade på data_batch_1, validerade på data_batch_2 och testade på test_batch, alla hela. Det här är andra data eller andra roller: siffrorna kan inte jämföras.",
  "step {step}, in epoch {epoch}": "steg {step}, i epok {epoch}",
  "{name}, changed": "{name}, ändrad",
  Lift: "Lyft",
  "{n} images": "{n} bilder",
  "initial weights of {run}": "startvikterna för {run}",
  "Train {n} more": "Träna {n} till",
  "Again, new seed": "Igen, nytt frö",
  "A new run with the same settings and another seed": "En ny körning med samma inställningar och ett annat frö",
  "The report’s four runs rest meanwhile: the Report tab lets them go on.":
    "Rapportens fyra körningar vilar så länge: på fliken Rapport går de vidare.",
  "The figures are of {viewed}; settings and buttons belong to {current}.":
    "Siffrorna är från {viewed}; inställningar och knappar hör till {current}.",
  "Look at {run}": "Visa {run}",
  "What the step did": "Vad steget gjorde",
  "Step {step}, batch loss {before}; after it, {after} on the same {n} images.":
    "Steg {step}, minibatchens förlust {before}; efter steget {after} på samma {n} bilder.",
  "and {n} more": "och {n} till",
  "The gradient ∂J/∂W of each class: grey is zero, bright where W goes down, dark where it goes up.":
    "Gradienten ∂J/∂W för varje klass: grått är noll, ljust där W minskar, mörkt där det ökar.",
  "gradient of {class}": "gradient för {class}",
  on: "på",
  off: "av",
  shuffle: "blandning",
  "accuracy: {right} of {total} right · {split}, {run}, {place}":
    "träffsäkerhet: {right} av {total} rätt · {split}, {run}, {place}",
  "Confusion matrix of {run} on {split}, {place}": "Förväxlingsmatris för {run} på {split}, {place}",
  "factor of the L2 penalty in this epoch’s cost": "L2-straffets faktor i den här epokens kostnad",
  "learning rate of this epoch’s last step": "inlärningshastigheten i den här epokens sista steg",

  // What browsers can't do
  "A file is no longer where it was.": "En fil finns inte längre där den var.",
  "A file can’t be read: it was changed or taken away.": "En fil kan inte läsas: den har ändrats eller tagits bort.",
  "This browser has no room for that.": "Webbläsaren har inte plats för det.",
  "This browser does not allow that here.": "Webbläsaren tillåter inte det här.",
  "That was cancelled.": "Det avbröts.",
  "This browser can’t read that as a picture.": "Webbläsaren kan inte läsa det som bild.",
  "This browser could not do that.": "Webbläsaren kunde inte göra det.",
  "it was written by a later version of this page: reload the page, then open it again":
    "den skrevs av en senare version av sidan: ladda om sidan och öppna den sedan igen",
};
