/**
 * The More menu, shortcuts, links and the lecture mode.
 * @type {Record<string, string>}
 */
export const swedishSharing = {
  More: "Mer",
  "On {page}": "På fliken {page}",
  Everywhere: "Överallt",
  "Train the four settings, pause, go on": "Träna de fyra inställningarna, pausa, fortsätt",

  // Links
  "shuffle must be 0 or 1": "shuffle måste vara 0 eller 1",
  "this names no data": "det är inga data",
  "part of it is unknown here": "allt i det är inte känt här",
  "Part of this link can’t be used; the rest is set.": "En del av länken går inte att använda; resten är inställt.",
  "the practice images": "övningsbilderna",
  "other data": "andra data",
  "“{name}”": "”{name}”",
  "This link is longer than any link of this page: it was not used.":
    "Länken är längre än någon länk till den här sidan: den användes inte.",
  "The link is too long for a QR code: copy it instead.": "Länken är för lång för en QR-kod: kopiera den i stället.",
  "This link was made with data other than those loaded here, although they have the same name ({name}): the figures will differ.":
    "Länken gjordes med andra data än de som är laddade här, fast de heter likadant ({name}): siffrorna blir annorlunda.",
  "This link was made with {theirs}; here {ours} is loaded, so the figures will differ.":
    "Länken gjordes med {theirs}; här är {ours} laddat, så siffrorna blir annorlunda.",

  presets: "förvalen",
  "L2 penalty λ": "L2-straff λ",
  "learning rate η": "inlärningshastighet η",
  "batch size": "batchstorlek",
  epochs: "epoker",
  seed: "frö",
  "weight pictures": "viktbilder",
  "cost: chart and figures": "kostnad: diagram och siffror",
  "loss: chart and figures": "förlust: diagram och siffror",
  "accuracy: chart and figures": "träffsäkerhet: diagram och siffror",
  "the report’s figures": "rapportens siffror",
  "table of runs": "tabell över körningar",
  "Report tab": "fliken Rapport",
  "Gradient tab": "fliken Gradient",
  "Inspect tab": "fliken Granska",

  // Share
  Share: "Dela",
  "Share: a link, a QR code, exercises": "Dela: en länk, en QR-kod, övningar",
  "a link, a QR code, exercises": "en länk, en QR-kod, övningar",
  Link: "Länk",
  "Copy link": "Kopiera länken",
  "Copied.": "Kopierad.",
  "This browser doesn’t let the page copy: the link is selected, copy it with Ctrl+C.":
    "Webbläsaren låter inte sidan kopiera: länken är markerad, kopiera den med Ctrl+C.",
  "The link opens this experiment: its settings, seed, tab and open panels. It carries no data; it warns where other data are loaded.":
    "Länken öppnar det här experimentet: inställningar, frö, flik och öppna paneler. Den innehåller inga data; den varnar där andra data är laddade.",
  "Hide, for an exercise": "Dölj, för en övning",
  "Show it large": "Visa den stor",
  "QR code of the link": "Länkens QR-kod",

  // Lecture
  "Lecture mode": "Föreläsningsläge",
  "Large type and few controls (l)": "Stor text och få knappar (l)",
  "Lecture mode, and back": "Föreläsningsläge, och tillbaka",
  "Predict first": "Gissa först",
  "press c to lift": "tryck c för att lyfta",
  "tap to lift": "tryck här för att lyfta",
  "Predict first: cover, and lift": "Gissa först: täck över, och lyft",
  "Cover it until the class has predicted it (c)": "Täck över tills klassen har gissat (c)",
  "nothing covered": "inget täckt",
  everything: "allt",
  "figures in tables": "siffror i tabeller",

  // Undo
  "Undo the last change of settings": "Ångra den senaste ändringen av inställningar",
  "Undo the last change of settings (Ctrl+Z)": "Ångra den senaste ändringen av inställningar (Ctrl+Z)",
  "Redo the change of settings": "Gör om ändringen av inställningar",
  "Redo the change of settings (Ctrl+Shift+Z)": "Gör om ändringen av inställningar (Ctrl+Shift+Z)",
  "The previous epoch, the next epoch": "Föregående epok, nästa epok",
};
