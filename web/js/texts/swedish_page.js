/**
 * The texts in index.html.
 * @type {Record<string, string>}
 */
export const swedishPage = {
  // Header
  Pages: "Sidor",
  Train: "Träna",
  Report: "Rapport",
  Summary: "Sammanfattning",
  Gradient: "Gradient",
  Data: "Data",
  "being prepared": "förbereds",
  "What the report concludes, and runs that show it": "Rapportens slutsatser, och körningar som visar dem",
  Explain: "Förklara",
  "Figures as a table (t)": "Siffror i tabell (t)",
  Export: "Exportera",
  "Export: curves, figures, weights, a summary": "Exportera: kurvor, figurer, vikter, en sammanfattning",
  "curves, figures, weights, a summary": "kurvor, figurer, vikter, en sammanfattning",
  "Dark theme": "Mörkt tema",
  "Light or dark": "Ljust eller mörkt",
  "Keyboard shortcuts and words": "Kortkommandon och ord",
  "Keyboard shortcuts and words (?)": "Kortkommandon och ord (?)",

  // Training
  Settings: "Inställningar",
  "Presets of DD2424 Assignment 1": "Förval ur DD2424, uppgift 1",
  Training: "Träning",
  Controls: "Knappar",
  "One minibatch update (s)": "En uppdatering med en minibatch (s)",
  Step: "Steg",
  "Train to the end of this epoch (e)": "Träna till epokens slut (e)",
  "Next epoch": "Nästa epok",
  "The same seed, the same initial weights (r)": "Samma frö, samma startvikter (r)",
  Reset: "Återställ",
  starting: "startar",
  epoch: "epok",
  "Progress of the run": "Hur långt körningen har kommit",
  step: "steg",
  "images per second": "bilder per sekund",
  "images/s": "bilder/s",
  time: "tid",
  left: "kvar",

  // Figures
  Figures: "Figurer",
  "Weight pictures and charts of cost, loss and accuracy":
    "Viktbilder och diagram över kostnad, förlust och träffsäkerhet",
  "Epochs of the run": "Körningens epoker",
  "Play the epochs as a film": "Spela upp epokerna som film",
  "Epoch that is shown": "Epok som visas",
  "Back to the run as it is now": "Tillbaka till körningen som den är nu",
  "Back to live": "Tillbaka till nu",
  "Figures of the current run by epoch": "Körningens siffror epok för epok",
  "Loss, cost and accuracy of the current run after each epoch":
    "Körningens förlust, kostnad och träffsäkerhet efter varje epok",
  train: "träning",
  validation: "validering",
  test: "test",
  loss: "förlust",
  cost: "kostnad",
  accuracy: "träffsäkerhet",

  // Why
  Close: "Stäng",
  "draw the gap from train to validation": "visa gapet mellan träning och validering",
  "split the cost into loss and penalty": "dela kostnaden i förlust och straffterm",
  "‖W‖, the root of Σ W²": "‖W‖, roten ur Σ W²",

  // Runs
  Runs: "Körningar",
  "Table of runs": "Tabell över körningar",
  "Runs, the newest first: settings and loss, cost and accuracy of each split":
    "Körningar, den nyaste först: inställningar samt förlust, kostnad och träffsäkerhet för varje delmängd",
  "Setting A, B, C or D of DD2424 Assignment 1, if it is one":
    "Inställning A, B, C eller D ur DD2424, uppgift 1, om det är en av dem",
  preset: "förval",
  data: "data",
  "factor of the L2 penalty": "L2-straffets faktor",
  "learning rate": "inlärningshastighet",
  "batch size": "batchstorlek",
  batch: "batch",
  seed: "frö",
  epochs: "epoker",
  status: "läge",
  "Test accuracy that the report published for this setting. Its table heads the column “Training data”, yet the figures are those of the test split.":
    "Träffsäkerhet på testdata som rapporten anger för inställningen. Tabellens kolumn heter ”Training data”, men siffrorna är testdelens.",
  report: "rapport",

  // Report
  "The report": "Rapporten",
  "The report is one on Assignment 1 of KTH’s course DD2424, Deep Learning in Data Science, by its text of 2020: a one-layer softmax network on CIFAR-10. Its settings A–D from the same seed, side by side: λ is the L2 penalty factor, η the learning rate.":
    "Rapporten är en lösning av uppgift 1 i KTH-kursen DD2424, Deep Learning in Data Science, enligt texten från 2020: ett softmaxnät med ett lager på CIFAR-10. Dess inställningar A–D från samma frö, sida vid sida: λ är L2-straffets faktor, η inlärningshastigheten.",
  "Controls of the four runs": "Knappar för de fyra körningarna",
  "Reproduce the report": "Återskapa rapporten",
  Stop: "Stopp",
  "Progress of the four runs": "Hur långt de fyra körningarna har kommit",
  "cost at epoch 0": "kostnad vid epok 0",
  "Results of the four settings": "Resultat för de fyra inställningarna",
  "Table of the four settings": "Tabell över de fyra inställningarna",
  "For each setting: loss, cost and accuracy of each split, the report’s accuracy and the difference":
    "För varje inställning: förlust, kostnad och träffsäkerhet för varje delmängd, rapportens träffsäkerhet och skillnaden",
  "the report": "rapporten",
  setting: "inställning",
  "what the report’s table gives as the accuracy": "vad rapportens tabell anger som träffsäkerhet",
  "our test accuracy minus the report’s figure, in percentage points":
    "vår träffsäkerhet på testdata minus rapportens siffra, i procentenheter",
  difference: "skillnad",
  "The report heads its column “Training data”. All four of its figures lie where the test split’s do, and those of B, C and D far from the training split’s: it is the test accuracy. Setting A oscillates, so it varies much from seed to seed.":
    "Rapportens kolumn heter ”Training data”. Alla fyra siffrorna ligger där testdelens ligger, och B, C och D långt från träningsdelens: det är träffsäkerheten på testdata. Inställning A svänger och varierar därför mycket från frö till frö.",

  // Gradient check
  "Gradient check": "Gradientkontroll",
  "What the gradient check found": "Vad gradientkontrollen visade",
  "Tables of the gradient check": "Gradientkontrollens tabeller",
  "For each batch size, W and b: what was found, and the report’s figures":
    "För varje batchstorlek, W och b: resultatet här och rapportens siffror",
  "found here": "resultat här",
  images: "bilder",
  with: "med",
  "sum of the analytic gradient": "summan av den analytiska gradienten",
  "Σ analytic": "Σ analytisk",
  "sum of the numeric gradient": "summan av den numeriska gradienten",
  "Σ numeric": "Σ numerisk",
  "relative error of the whole gradient: ‖a − n‖ / max(eps, ‖a‖ + ‖n‖), Frobenius norms":
    "hela gradientens relativa fel: ‖a − n‖ / max(eps, ‖a‖ + ‖n‖), Frobeniusnormer",
  "error ε": "fel ε",
  "median of the elements’ own relative errors |a − n| / max(eps, |a| + |n|)":
    "medianen av elementens egna relativa fel |a − n| / max(eps, |a| + |n|)",
  median: "median",
  "the largest of the elements’ own relative errors: found where the gradient is nearly zero":
    "det största av elementens egna relativa fel: finns där gradienten är nästan noll",
  "largest, and where": "störst, och var",
  "relative distance of the float32 kernels’ gradient, which trains, from the float64 one":
    "relativt avstånd från float32-gradienten, som tränar, till den i float64",
  float32: "float32",
  "labelled so in the report: it is the numeric gradient":
    "rapportens rubrik: i själva verket den numeriska gradienten",
  "“analytic”": "”analytic”",
  "labelled so in the report: it is the analytic gradient":
    "rapportens rubrik: i själva verket den analytiska gradienten",
  "“numeric”": "”numeric”",
  "The gradients of a softmax sum to zero over the ten classes, so where λ = 0 the sum of the analytic gradient is nothing but rounding, and that of the numeric one is the differences’ error. The report’s table has them the other way round: its two labels are swapped. Errors ε are those of the whole gradient, with eps = 1e−16 as the smallest denominator; a single element’s error can be far larger where the gradient is nearly zero. Rows and columns are counted from 0.":
    "Gradienterna av en softmax summerar till noll över de tio klasserna. Där λ = 0 är den analytiska gradientens summa därför bara avrundning, och den numeriskas är differensernas fel. I rapportens tabell är det tvärtom: dess två rubriker har bytt plats. Felen ε gäller hela gradienten, med eps = 1e−16 som minsta nämnare; ett enskilt elements fel kan vara mycket större där gradienten är nästan noll. Rader och kolumner räknas från 0.",
  "Relative errors of the weights, by class": "Vikternas relativa fel, klass för klass",
  class: "klass",
  largest: "störst",
  "Relative error over h": "Relativt fel mot h",
  "centred W": "central W",
  "centred b": "central b",
  "forward W": "framåt W",
  "forward b": "framåt b",

  // Data
  "Table of shards": "Tabell över datafiler",
  "Shards: images, role and how many images each class has": "Datafiler: bilder, roll och antal bilder i varje klass",
  shard: "datafil",
  role: "roll",
  "images by class": "bilder per klass",
  "first pictures": "första bilderna",
  "Validation:": "Validering:",
  "The usual roles": "De vanliga rollerna",
  "Choose files…": "Välj filer…",
  "Choose a folder…": "Välj en mapp…",
  "Use the practice images again": "Använd övningsbilderna igen",
  "Keep CIFAR-10 in this browser": "Spara CIFAR-10 i webbläsaren",
  Forget: "Glöm",
  "Or drop files anywhere on the page:": "Eller släpp filer var som helst på sidan:",
  "in its binary, Python or MATLAB version, single files or a whole":
    "i binär-, Python- eller MATLAB-version, enstaka filer eller en hel",
  ", Hugging Face’s parquet files, NumPy’s arrays, or folders of pictures, one per class; also your own data with 2 to 20 classes, CIFAR-100 and CIFAR-10-C. They are read here and never leave your browser.":
    ", Hugging Faces parquet-filer, NumPys arrayer, eller mappar med bilder, en per klass: även egna data med 2 till 20 klasser, CIFAR-100 och CIFAR-10-C. De läses här och lämnar aldrig din webbläsare.",
  "Drop CIFAR-10 files to load them": "Släpp CIFAR-10-filer för att ladda dem",

  // Run menu, take away
  "This run": "Den här körningen",
  Curves: "Kurvor",
  "of all runs, with settings and data": "för alla körningar, med inställningar och data",
  "as the page shows them now": "som sidan visar dem nu",
  "Weight pictures": "Viktbilder",
  Weights: "Vikter",
  "of the same run, for NumPy": "från samma körning, för NumPy",
  "Load…": "Ladda…",
  "tables, figures and pictures of all runs in one file": "tabeller, figurer och bilder från alla körningar i en fil",

  // Help
  space: "blanksteg",
  "Train or pause": "Träna eller pausa",
  "Step: one minibatch update": "Steg: en uppdatering med en minibatch",
  "Train to the end of the epoch": "Träna till epokens slut",
  "Reset to the same initial weights": "Återställ till samma startvikter",
  "Presets A–D of DD2424 Assignment 1": "Förvalen A–D ur DD2424, uppgift 1",
  "Figures as a table, and back": "Siffror i tabell, och tillbaka",
  "This sheet": "Den här översikten",

  // New versions
  "A new version is ready.": "En ny version är klar.",
  Reload: "Läs in igen",
};
