/**
 * The data panel, and the questions about files.
 * @type {Record<string, string>}
 */
export const swedishData = {
  "Files that the data came from, and their SHA-256": "Filer som data kommer från, och deras SHA-256",
  file: "fil",
  size: "storlek",
  "being computed": "beräknas",
  Open: "Öppna",
  "Added: {names}.": "Tillagt: {names}.",
  "The training program stopped while data were being opened, so that they are as before. Try again, with fewer files at once.":
    "Träningsprogrammet stannade medan data öppnades, så de är som förut. Försök igen, med färre filer åt gången.",
  "Replaced by {names}.": "Ersatt med {names}.",
  "{n} shards": "{n} delar",
  "Further tests": "Ytterligare test",
  "Accuracy of {run} on each test": "Träffsäkerhet för {run} på varje test",
  "test split": "testdel",
  "against test": "mot test",
  "{n} chosen": "{n} valda",
  "further test": "ytterligare test",
  "the images’ own": "bildernas egna",
  "{labels}: {share} differ": "{labels}: {share} skiljer sig",
  "{test}: {n}": "{test}: {n}",
  "Training labels:": "Träningsetiketter:",
  "What you open next": "Det du öppnar härnäst",
  "is added; a shard of the same name is replaced": "läggs till; en del med samma namn ersätts",
  "replaces all of it": "ersätter alltihop",
  "Back to the previous data": "Tillbaka till föregående data",
  "Where do I get CIFAR-10?": "Var får jag tag i CIFAR-10?",
  "From its authors, Alex Krizhevsky, Vinod Nair and Geoffrey Hinton. Any one of the three does; the second number is its MD5 checksum.":
    "Från upphovspersonerna Alex Krizhevsky, Vinod Nair och Geoffrey Hinton. Vilken som helst av de tre duger; det andra talet är dess MD5-kontrollsumma.",
  "cifar-10-binary.tar.gz": "cifar-10-binary.tar.gz",
  "cifar-10-python.tar.gz": "cifar-10-python.tar.gz",
  "cifar-10-matlab.tar.gz": "cifar-10-matlab.tar.gz",

  "Classroom experiment:": "Klassrumsförsök:",
  "none: the images as they are": "inget: bilderna som de är",
  "shuffled labels": "blandade klasser",
  "The training images keep their pixels but get each other’s labels. Train for long with λ = 0: what is memorized, and what is left on the test?":
    "Träningsbilderna behåller sina pixlar men får varandras klasser. Träna länge med λ = 0: vad lärs utantill, och vad blir kvar på testet?",
  "permuted pixels": "omkastade pixlar",
  "All images have their pixels in the same other order. To the eye they are noise; does the network mind?":
    "Alla bilder har sina pixlar i samma andra ordning. För ögat är de brus; gör det nätet något?",
  "grey images": "grå bilder",
  "How much does colour tell?": "Hur mycket säger färgen?",
  "red alone": "bara rött",
  "green alone": "bara grönt",
  "blue alone": "bara blått",
  "How much does one channel tell?": "Hur mycket säger en kanal?",
  "8 × 8 pixels": "8 × 8 pixlar",
  "Each square of 4 × 4 pixels has its mean. How many pixels does a linear network need?":
    "Varje ruta med 4 × 4 pixlar har sitt medelvärde. Hur många pixlar behöver ett linjärt nät?",
  "There is no file in what was dropped, or it can’t be read.":
    "Det som släpptes har ingen fil, eller går inte att läsa.",
};
