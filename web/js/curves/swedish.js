/**
 * The charts: what the view writes, and their menu.
 * @type {Record<string, string>}
 */
export const swedishCurves = {
  "epoch {n}": "epok {n}",
  "The pictures and charts have stopped; training goes on.":
    "Bilderna och diagrammen har stannat; träningen fortsätter.",
  "Open them again": "Öppna dem igen",
  "Charts of all epochs.": "Diagram över alla epoker.",
  "Charts of epochs {from} to {to}.": "Diagram över epok {from} till {to}.",
  "best: epoch {n}": "bäst: epok {n}",
  log: "log",
  "log scale": "logskala",
  "minibatch loss": "förlust per minibatch",
  "Reset zoom": "Visa allt",
  Charts: "Diagram",
  Enlarge: "Förstora",
  "Log scale for cost and loss": "Logskala för kostnad och förlust",
  "Zoom in": "Zooma in",
  "Newer epochs": "Senare epoker",
  "Older epochs": "Tidigare epoker",
  "epochs {first} to {last}": "epokerna {first} till {last}",
  "Zoom out": "Zooma ut",
  "Fewer, more, all epochs in the charts": "Färre, fler, alla epoker i diagrammen",
};
