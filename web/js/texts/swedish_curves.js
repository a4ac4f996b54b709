/**
 * The charts: what the view writes, and their menu.
 * @type {Record<string, string>}
 */
export const swedishCurves = {
  "epoch {n}": "epok {n}",
  "best: epoch {n}": "bäst: epok {n}",
  "log": "log",
  "log scale": "logskala",
  "minibatch loss": "förlust per minibatch",
  "Reset zoom": "Visa allt",
  "Charts": "Diagram",
  "Enlarge": "Förstora",
  "Log scale for cost and loss": "Logskala för kostnad och förlust",
  "Zoom in": "Zooma in",
  "Zoom out": "Zooma ut",
  "Fewer, more, all epochs in the charts": "Färre, fler, alla epoker i diagrammen",
};
