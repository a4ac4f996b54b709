/**
 * The programs' texts, by code. The English of each is in engine/phrase/testdata/phrases.json and,
 * for the names that the page itself gives, in told.js.
 * @type {Record<string, string>}
 */
export const swedishTold = {
  // Names
  "run-number": "Körning {n}",
  "run-before-reset": "{run} före omstart",
  "run-from": "{run}, från {epoch}",
  "run-loaded": "{run}, inläst",
  "report-run": "Rapport {setting}",
  "sample-drawn": "Övningsbilder, inte CIFAR-10",
  "own-data": "Egna data, {classes} klasser",
  "data-grey": "{data}, grått",
  "data-red": "{data}, bara rött",
  "data-green": "{data}, bara grönt",
  "data-blue": "{data}, bara blått",
  "data-coarse": "{data}, 8 × 8 pixlar",
  "data-permuted": "{data}, omkastade pixlar",
  "data-shuffled-labels": "{data}, blandade klasser",

  // Roles of shards
  "and-so": "{first}; {rest}",
  "shards-train": "{shards} för träning",
  "shards-validate": "{shards} för validering",
  "shards-test": "{shards} för test",
  "shards-further": "{shards} för egna test",
  "shards-twice": "{shards} används inte: den finns två gånger",
  "held-for-validation": "de sista {n} träningsbilderna undantagna för validering",
  "held-for-test": "de sista {n} träningsbilderna undantagna för test",
  "held-for-both": "de sista {n} träningsbilderna undantagna, {validation} för validering och {test} för test",

  // Runs
  "diverged-at":
    "Divergerade vid steg {step} (epok {epoch}): förlusten är inte längre ett ändligt tal. Välj en mindre inlärningshastighet η eller ett mindre λ.",
  "stopped-early":
    "Stoppad efter epok {epoch}; vikterna och siffrorna för test är de från epok {best}, den bästa på validering.",
  "run-diverged": "Körningen har divergerat. Börja om, eller starta en ny med mindre inlärningshastighet η.",
  "run-finished": "Körningen är klar. Börja om, eller öka antalet epoker.",
  "run-not-finished": "Körningen är inte klar än.",
  "epochs-more": "epochs: ska vara ett heltal över 0",
  "run-in-team": "Körningen tränar tillsammans med andra. Stoppa dem först.",
  "team-trains": "De fyra körningarna tränar fortfarande. Stoppa dem först.",
  "last-run": "Det finns alltid en körning; den här har inte börjat.",
  "no-run": "run: det finns ingen körning {id}",
  "no-list-of-runs": "runs: ska vara en lista med körningar",
  "name-empty": "name: ska vara en text",
  "step-of-epoch": "inEpoch: det finns inget steg {step} i en epok med {steps}",
  "no-cell": "Cell {n} finns inte längre.",
  "crew-takes-no-commands": "Den här arbetaren tränar åt en annan; den tar inga egna kommandon.",
  "check-cancelled": "Gradientkontrollen avbröts.",
  "no-training-images": "Det finns inga bilder att träna på.",

  // Loading
  "no-data": "Det finns inga data ännu.",
  "loading-add-later": "Filer laddas fortfarande. Vänta tills de har laddats och lägg sedan till fler.",
  "loading-cancel-first": "Filer laddas fortfarande. Avbryt det först.",
  "loading-wait": "Filer laddas fortfarande. Vänta tills de har laddats.",
  "loading-cancelled": "Laddningen avbröts. Data är som de var förut.",
  "no-data-before": "Data från förut finns inte längre.",
  "same-content": "{file} innehåller samma bilder som {other}, som redan finns",
  "other-classes": "{file} har andra klasser än {other}: öppna dem en i taget",
  "labels-of-other-images": "”{name}” är {labels} etiketter; träningsbilderna är andra nu",
  "no-such-labels": "Det finns inga etiketter som heter ”{name}”",
  "no-shard-trains": "Minst en datafil måste träna.",
  "role-for-each-shard": "roles: ska ha en roll för varje datafil",
  "no-shard": "shard: det finns ingen datafil {index}",
  "images-of-shard": "from, count: {file} har bilderna 0 till {last}",
  "too-many-indices": "indices: högst {most} bilder åt gången",
  "too-many-pieces": "{file} kom med {images} bilder; {announced} var aviserade",
  "shard-not-whole": "{file} kom inte fram hel: {here} av dess {images} bilder är här. Ladda den igen",
  "shard-without-images": "{file} innehåller inga bilder",
  "room-short":
    "Filerna innehåller omkring {images} bilder; de behöver {needed} MB, och den här enheten har plats för {room} MB. Det som får plats laddas.",
  "no-room":
    "{file} får inte plats: dess {images} bilder behöver {needed} MB och {room} MB minne återstår för bilder. Ladda färre datafiler",
  "too-many-images": "{file} är för stor: den innehåller fler än {most} bilder, och hela CIFAR-10 har 60 000",
  "no-files": "files: ska vara en lista med filer",

  // Fields
  "not-a-number": "{field}: ska vara ett tal",
  "not-whole": "{field}: ska vara ett heltal",
  "not-true-or-false": "{field}: ska vara true eller false",
  "not-from-to": "{field}: ska vara ett tal från {least} till {most}",
  "not-above": "{field}: ska vara ett tal över {least}, högst {most}",
  "not-whole-from-to": "{field}: ska vara ett heltal från {least} till {most}",
  "not-one-of": "{field}: ska vara något av {choices}",
  "not-of-length": "{field}: ska vara {count} tal",
  missing: "{field}: saknas, eller är inte av rätt slag",
  fixed: "{field}: ska vara som när körningen började",
  "no-port": "port: ska vara en MessagePort",
  "unknown-command": "Det finns inget kommando {command}.",

  // Weights
  "not-npz": "detta är inget .npz-arkiv med NumPy-fälten W (10×3072) och b (10)",
  "weights-not-finite": "alla vikter i arkivet är inte ändliga tal",
  "network-shape": "det ska vara K×3072 vikter och K bias",
  "array-missing": "arkivet har inget fält {array}",
  "array-shape": "fältet {array} har formen {shape}; den ska vara {expected}",
  "array-type": "fältet {array} har typen {type}; den ska vara float32 eller float64",
  "array-unreadable": "fältet {array} kan inte läsas",
  "array-cut-off": "fältet {array} kan inte läsas: dess huvud är avskuret",
  "array-malformed": "fältet {array} kan inte läsas: dess huvud är felaktigt",

  // Files: in general
  "in-file": "{file}: {reason}",
  "one-and-more": "{first}\n{rest}",
  "and-more": "och {n} till",
  "file-gone": "den finns inte längre där den var",
  "file-changed": "den ändrades eller togs bort efter att den valdes",
  "browser-forbids": "webbläsaren tillåter det inte",
  "browser-full": "webbläsaren har inte plats för den",
  "get-again": "Den kan vara ofullständigt nedladdad: hämta den igen",
  "could-not-read": "{file} kunde inte läsas: {reason}",
  "ends-too-early": "{file} slutar för tidigt. {advice}",
  "compression-damaged": "dess komprimerade innehåll är skadat",
  "not-answered": "{file} öppnades inte: frågan om den besvarades inte",
  "names-only": "{file} namnger klasserna och innehåller inga bilder: lägg till data_batch_1 och de andra datafilerna",

  // Files: the binary version
  "binary-empty": "{file} är tom: en datafil i den binära versionen har {record} byte för varje bild",
  "binary-cut-off": "{file} slutar inuti bild {image}: {bytes} av dess {record} byte finns. {advice}",
  "not-whole-records": "{file}: {bytes} byte är inte hela poster om {record}",
  "trailing-bytes": "{file} har {records} hela poster om {record} byte, och {bytes} byte till. {advice}",
  "read-whole-records": "{file} har {records} hela poster, och {bytes} byte efter dem. Läsa de hela posterna?",
  "read-whole-records-yes": "Läs dem",

  // Files: images and labels
  "label-out-of-range": "{file} har etikett {label} i post {record}; etiketter går från 0 till {last}",
  "label-count": "{file} har {labels} etiketter för {images} bilder; det ska vara en för varje",
  "no-label": "{file}: talet {value} på plats {record} är ingen etikett",
  "no-labels-list": "{file} har ingen lista med heltal ”labels”",
  "no-one-hot": "{file}: rad {record} är ingen one-hot-etikett, en enda etta bland nollor",
  "labels-missing": "{file} innehåller {images} bilder utan etiketter: öppna {labels} tillsammans med den",
  "labels-unclear": "{file}: dess etiketter kan vara {labels}. Öppna den med en enda av dem",
  "images-missing": "{file} innehåller {labels} etiketter och inga bilder: öppna {images} tillsammans med den",
  "pixels-for-labels":
    "{file} innehåller {bytes} byte bildpunkter för {labels} etiketter; det ska vara {expected} byte",
  "pixel-out-of-range":
    "{file}: bild {record} har talet {value}; bildpunkter går från 0 till {most}. Spara bilderna innan de standardiseras",
  "array-not-images":
    "{file} innehåller ett fält av typen {type} med formen {shape}; bilder är N×32×32×3, N×3×32×32 eller N×3072",
  "array-of-other-type": "{file} innehåller ett fält av typen {type}; det ska vara tal",
  "classes-out-of-range": "{file} har {classes} klasser; det går att träna på {least} till {most}",
  "which-labels": "Vilka är etiketterna till {file} ({images} bilder)?",
  "which-classes": "{file} har etiketterna 0 till {last}. Vad är de?",
  "classes-official": "CIFAR-10:s, från airplane till {last}",
  "classes-own": "{classes} egna klasser",

  // Files: CIFAR-100
  "cifar-100": "{file} är CIFAR-100. Vilka av dess etiketter?",
  "cifar-100-classes": "Vilka klasser i CIFAR-100? Välj {least} till {most}.",
  "cifar-100-coarse": "dess 20 överklasser",
  "cifar-100-fine": "några av dess 100 klasser, som jag väljer",
  "cifar-100-refused":
    "{file} är CIFAR-100, med 100 klasser. Välj dess 20 överklasser eller 2 till 20 av klasserna, eller öppna CIFAR-10",

  // Files: Python
  "pickle-damaged": "{file} är inte en datafil i CIFAR-10:s Python-version: {reason}",
  "pickle-name": "{file} är en Python-pickle som ber om ”{name}”, vilket ingen datafil behöver. Den kördes inte",
  "pickle-too-large":
    "{file} är en Python-pickle som behöver mer än de {room} minne som återstår för bilder. En datafil i CIFAR-10 behöver 30,7 MB",
  "pickle-without-images":
    "{file} är en Python-pickle utan bilder och etiketter: det ska vara en dict med ”data” och ”labels”, eller ett par av fält",
  joblib: "{file} skrevs av joblib. Spara den på nytt i Python: {line}",
  "pandas-object": "{file} innehåller en tabell från pandas. Spara dess kolumner: {line}",
  "torch-checkpoint": "{file} är en checkpoint från PyTorch: ett näts vikter, utan bilder och etiketter",
  "torch-legacy": "{file} sparades av ett gammalt PyTorch på ett sätt som inte läses här. Spara den på nytt: {line}",
  "torch-object":
    "{file} innehåller ett objekt från PyTorch som inte är en tensor ({name}). Spara dess bilder och etiketter: {line}",

  // Files: MATLAB and parquet
  "mat-damaged": "{file} är inte en datafil i CIFAR-10:s MATLAB-version: {reason}. {advice}",
  "mat-data-shape": "{file} innehåller ”data” med formen {shape}; det ska vara byte (uint8) med formen n×{dim}",
  "mat-version": "{file} är en MAT-fil av en annan version än 5. Spara den i MATLAB med save(…, '-v7')",
  "mat-without-data": "{file} är en MAT-fil utan ”data” och ”labels”: det ska vara CIFAR-10:s MATLAB-version",
  "parquet-columns":
    "{file} är en parquet-fil med {rows} rader och kolumnerna {columns}; de ska vara img.bytes och label, som i train-00000-of-00001.parquet från CIFAR-10 på Hugging Face",
  "parquet-damaged": "{file} kan inte läsas: {reason}. {advice}",
  "parquet-in-archive": "{file} är en parquet-fil i ett arkiv. Packa upp det och välj filerna i det",
  "parquet-picture": "{file}: bilden på rad {row} i {part} kan inte läsas: {reason}",

  // Files: pictures
  "picture-alone": "{file} är en bild, och inget säger dess klass. Bilder ska ligga i mappar med klassernas namn",
  "picture-pixels": "den har {width}×{height} bildpunkter, och högst {most} läses",
  "picture-too-large": "den har mer än {most} MB",
  "picture-unreadable": "{file} är en bild som inte kan läsas: {reason}. Spara den på nytt, eller ta ut den ur mappen",
  "pictures-official": "CIFAR-10 där klasser saknas",
  "pictures-scaled":
    "Bilder av annan storlek beskärs till kvadraten i mitten och skalas till {side}×{side} bildpunkter.",
  "which-picture-classes": "”{folder}” har bilder av {classes} av CIFAR-10:s klasser. Vad är de?",
  "table-only":
    "{file} innehåller klasserna för {pictures} bilder och inga bilder: öppna deras mapp eller arkiv tillsammans med den",

  // Files: archives and other forms
  "archive-empty": "det är tomt",
  "zip-damaged": "{file} är ett skadat zip-arkiv: {reason}. {advice}",
  "archive-in-archive": "{file} är ett arkiv i ett annat arkiv. Packa upp det och välj filerna i det",
  "too-nested": "{file} är ett arkiv i ett arkiv i ett arkiv. Packa upp det och välj filerna i det",
  "nothing-in-archive": "{file} innehåller ingen datafil ur CIFAR-10: {reason}",
  "packed-otherwise": "det är packat på ett sätt som inte läses här. Packa upp det och välj filerna i det",
  "xz-dictionary": "det kräver {size} MB minne för att packas upp; högst {most} tillåts",
  "unpacks-to-too-much": "det packas upp till mer än något arkiv av CIFAR-10",
  password: "den är skyddad med ett lösenord",
  "form-empty": "{file} är tom. {advice}",
  "form-html": "{file} är en webbsida. Nedladdningslänken gav en sida i stället för filen: hämta den igen",
  "form-idx": "{file} är i MNIST:s form (idx): gråa bilder av siffror, och inte CIFAR-10",
  "form-lz4": "{file} är en lz4-fil. Packa upp den och välj filerna i den",
  "form-mat73": "{file} är en MAT-fil av version 7.3. Spara den i MATLAB med save(…, '-v7')",
  "form-other-picture":
    "{file} är en bild, men varken PNG eller JPEG. Spara den som en av dem, i mappar med klassernas namn",
  "form-pdf":
    "{file} är ett PDF-dokument. Det ska vara CIFAR-10: data_batch_1 till data_batch_5 och test_batch, eller ett helt arkiv av dem",
  "form-rar": "{file} är ett RAR-arkiv. Packa upp det och välj filerna i det",
  "form-text":
    "{file} är text. Det ska vara CIFAR-10: data_batch_1 till data_batch_5 och test_batch, eller ett helt arkiv av dem",
  "form-unknown":
    "{file} är ingen fil som kan innehålla CIFAR-10. Det ska vara data_batch_1 till data_batch_5 och test_batch, eller ett helt arkiv av dem",
  "form-convert": "{file} är i formen {form}, som inte läses här. Tre rader Python gör om den:\n{lines}",
};
