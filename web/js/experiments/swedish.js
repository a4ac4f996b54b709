/**
 * The ten experiments for a lecture.
 * @type {Record<string, string>}
 */
export const swedishExperiments = {
  "Ten experiments for a lecture": "Tio försök för en föreläsning",
  "Show the answers": "Visa svaren",
  Print: "Skriv ut",
  Answer: "Svar",
  "Each link sets the page up; what is to be predicted is covered until c lifts it. Without CIFAR-10 the practice images are used, and some figures differ.":
    "Varje länk ställer in sidan; det som ska förutsägas är täckt tills c lyfter det. Utan CIFAR-10 används övningsbilderna, och en del tal blir andra.",
  "Bias and variance": "Bias och varians",
  "Setting B has no penalty. After 40 epochs, how far is the accuracy on train from that on validation? And after 400?":
    "Inställning B har inget straff. Hur långt är det efter 40 epoker mellan träffsäkerheten på träning och på validering? Och efter 400?",
  "Train goes on rising, validation does not: on CIFAR-10 about 45 % against 38 % after 40 epochs. The gap is variance; the distance of both from 100 % is bias: one layer can’t do better.":
    "Träning stiger vidare, validering gör det inte: på CIFAR-10 omkring 45 % mot 38 % efter 40 epoker. Avståndet är varians; det som båda saknar till 100 % är bias: ett lager klarar inte mer.",
  "The penalty λ": "Straffet λ",
  "In setting D λ is 1. What do the ten pictures look like afterwards, and what becomes of the gap between train and validation?":
    "I inställning D är λ 1. Hur ser de tio bilderna ut efteråt, och vad händer med avståndet mellan träning och validering?",
  "Large weights are expensive, so noise goes and what many images share stays: smooth pictures. The gap nearly closes, but both accuracies are lower than with λ = 0.1: too much of a good thing.":
    "Stora vikter är dyra, så bruset försvinner och det som många bilder har gemensamt blir kvar: mjuka bilder. Avståndet sluts nästan, men båda träffsäkerheterna är lägre än med λ = 0,1: för mycket av det goda.",
  "The learning rate η": "Inlärningshastigheten η",
  "Setting A has η = 0.1, a hundred times that of the others. Draw the curve of the cost before you look.":
    "Inställning A har η = 0,1, hundra gånger de andras. Rita kostnadens kurva innan du tittar.",
  "Each step overshoots the minimum. The cost goes up and down from epoch to epoch and stays well above that of B, which has the same λ.":
    "Varje steg skjuter över minimum. Kostnaden går upp och ned från epok till epok och ligger kvar långt över den för B, som har samma λ.",
  "The batch size": "Batchstorleken",
  "Ten images in a step in place of a hundred, the same η and the same epochs. Is the loss after the first epoch higher or lower?":
    "Tio bilder i ett steg i stället för hundra, samma η och samma antal epoker. Är förlusten efter första epoken högre eller lägre?",
  "Lower: there are ten times as many steps. The single steps are noisier, as the faint line of the minibatches shows, but on average they go the right way.":
    "Lägre: det är tio gånger så många steg. De enskilda stegen är brusigare, som minibatcharnas svaga linje visar, men i medeltal går de åt rätt håll.",
  "The seed": "Fröet",
  "Another seed, other initial weights. How much will the accuracy on the test differ? Will the pictures?":
    "Ett annat frö, andra startvikter. Hur mycket skiljer sig träffsäkerheten på testet? Och bilderna?",
  "The accuracy hardly, by about half a percentage point: the cost has one minimum and all starts lead towards it. What differs in the pictures is the noise left from the start.":
    "Träffsäkerheten knappt, med omkring en halv procentenhet: kostnaden har ett minimum och alla starter leder dit. Det som skiljer i bilderna är bruset som är kvar från starten.",
  "Too few data": "För få data",
  "A hundred training images, 3072 weights per class. What accuracy does train reach, what validation?":
    "Hundra träningsbilder, 3072 vikter per klass. Vilken träffsäkerhet når träning, vilken validering?",
  "With more weights than images the network memorizes them: train nears 100 %, validation stays far below. More images are the best remedy for variance.":
    "Med fler vikter än bilder lär sig nätet alla utantill: träning närmar sig 100 %, validering blir kvar långt under. Fler bilder är den bästa boten mot varians.",
  "Shuffled labels": "Blandade klasser",
  "The training images get each other’s labels: there is nothing to understand. Does the loss fall all the same? What is the accuracy on validation?":
    "Träningsbilderna får varandras klasser: det finns inget att förstå. Sjunker förlusten ändå? Vilken blir träffsäkerheten på validering?",
  "It falls: the network memorizes. Validation stays at 10 %, as random guessing does. A falling training loss alone proves nothing.":
    "Den faller: nätet lär sig utantill. Valideringen blir kvar på 10 %, som slumpmässig gissning. En fallande träningsförlust bevisar ingenting i sig.",
  "Pixels in another order": "Pixlar i annan ordning",
  "All images have their pixels in the same other order; to the eye they are noise. Does the network learn less than before?":
    "Alla bilder har sina pixlar i samma andra ordning; för ögat är de brus. Lär sig nätet mindre än förut?",
  "No: the sum over all pixels doesn’t know where they are. A network of one layer knows no geometry; convolutions are made for it.":
    "Nej: summan över alla pixlar vet inte var de står. Ett nät med ett lager känner ingen geometri; faltningar är gjorda för att känna den.",
  "Fooled by a few pixels": "Lurat av några pixlar",
  "Train, open an image, and paint over it. How few pixels does it take to turn it into another class? Where do you paint first?":
    "Träna, öppna en bild och måla över den. Hur få pixlar krävs för att göra den till en annan klass? Var målar du först?",
  "Few, where the evidence for its class is strongest. The smallest change of all pixels together can even be computed: it points along the difference of the two classes’ weights.":
    "Få, där stödet för dess klass är starkast. Den minsta ändringen av alla pixlar tillsammans kan till och med beräknas: den pekar längs skillnaden mellan de två klassernas vikter.",
  "Why 39 %?": "Varför 39 %?",
  "Train five times as long: does the accuracy on the test leave 39 %? Look at the ten pictures: what can a class with one picture not be?":
    "Träna fem gånger så länge: lämnar träffsäkerheten på testet 39 %? Se på de tio bilderna: vad kan en klass med en enda bild inte vara?",
  "It doesn’t. Each class has one template: horses facing left and right share one with two heads, a red and a white car one colour. More layers are needed to say “this or that”.":
    "Nej. Varje klass har en mall: hästar åt vänster och åt höger delar en med två huvuden, en röd och en vit bil en färg. Det behövs fler lager för att säga ”det eller det”.",
};
