// Written by web/tools/protocol from engine/protocol: change it there, then run go generate ./web/tools/protocol.

/** What a program says: plain words, or a sentence by its code with its values, and the English of it. */
export type Said = string | { code: string; values: Record<string, Said | number>; message: string };

/** The name of a setting. */
export type SettingName = keyof Settings;

/** Ready is the first event: the program runs and uses this Version. */
export type Ready = {
  event: "Ready";
  version: number;
};

/** Replied answers a command. */
export type Replied = {
  event: "Replied";
  id: number;
  /** the command’s reply, or nil */
  value: any;
};

/** Refused answers a command that could not be done. */
export type Refused = {
  event: "Refused";
  id: number;
  why: Said;
  /** of the command or the setting that is wrong */
  field?: string;
};

/** Failed is the last event of a program: its script posts it when it stops. */
export type Failed = {
  event: "Failed";
  message: string;
};

/** The fields and the reply of each of the trainer’s commands. */
export type TrainerCommands = {
  /** Open takes shards from a port, as the loader and the page post them, and answers with Data when all have arrived. They join the present data, or replace them if told so. */
  open: { fields: { port: MessagePort; replaces?: boolean }; reply: Data };
  /** CancelOpen ends an Open; the data loaded before it stay. Open is refused with the message, or with one that says that it was cancelled. */
  cancelOpen: { fields: { message?: Said }; reply: null };
  /** UseSample goes back to the sample, and answers with Data. */
  useSample: { fields: {}; reply: Data };
  /** AssignRoles gives each shard a role, holds images out, and answers with Data. */
  assignRoles: { fields: { roles: Role[]; holdOut: HoldOut }; reply: Data };
  /** UseLabels trains with a set of other labels from now on, or with the images’ own if the name is empty, and answers with Data. */
  useLabels: { fields: { name: string }; reply: Data };
  /** LabelSet answers with the labels of a set, a byte each. */
  labelSet: { fields: { name: string }; reply: Uint8Array<ArrayBuffer> };
  /** UndoData restores the data before the last opening, and answers with Data. */
  undoData: { fields: {}; reply: Data };
  /** ChangeData replaces the opened data by a variant of them, or with none by the data as opened, and answers with Data. */
  changeData: { fields: { variant: string }; reply: Data };
  /** Images answers with Count images of a shard, starting at image From, as records of the binary version. */
  images: { fields: { shard: number; from: number; count: number; fingerprint?: string }; reply: Uint8Array<ArrayBuffer> };
  /** Predict answers with Predictions of W then b of a run, or without them of the current run’s. Settings are the run’s, since they decide how it sees images, or none for the current run’s. Training goes on meanwhile. */
  predict: { fields: { split: SplitName; weights?: Float32Array; settings?: Partial<Settings> }; reply: Predictions };
  /** SplitImages answers with the pixels of some images of a split, 3072 bytes each, in the order of Indices. */
  splitImages: { fields: { split: SplitName; indices: number[] | Float64Array }; reply: Uint8Array<ArrayBuffer> };
  /** MeasureClasses answers with the ClassMeans of a split. Training goes on meanwhile. */
  measureClasses: { fields: { split: SplitName }; reply: ClassMeans };
  /** Explain answers with what W then b compute on some images, 3072 bytes each. Settings are as in Predict. */
  explain: { fields: { pixels: Uint8Array<ArrayBuffer>; weights: Float32Array; settings?: Partial<Settings> }; reply: Explanations };
  /** FindFlip answers with the smallest change of an image that makes W then b predict another class. Settings are as in Predict, without smoothing. */
  findFlip: { fields: { pixels: Uint8Array<ArrayBuffer>; weights: Float32Array; settings?: Partial<Settings> }; reply: Flip };
  /** MeasureWeights answers with the WeightFigures of W then b of a run with that much smoothing. */
  measureWeights: { fields: { weights: Float32Array; smoothing: number }; reply: WeightFigures };
  /** ShrinkPicture answers with a square of a picture as an image, 3072 bytes. Pixels are red, green, blue and opacity, row by row. */
  shrinkPicture: { fields: { pixels: Uint8Array<ArrayBuffer>; width: number; x: number; y: number; size: number }; reply: Uint8Array<ArrayBuffer> };
  /** Configure changes settings; it answers with the fields of SettingsChanged. */
  configure: { fields: { settings: Partial<Settings> }; reply: CurrentSettings };
  /** NewRun makes a new current run with changed settings. */
  newRun: { fields: { settings?: Partial<Settings> }; reply: RunSummary };
  /** Play trains until the last epoch, at no more than that many epochs a second, or with 0 as fast as it can; Pause stops after the current step. */
  play: { fields: { epochsPerSecond?: number }; reply: RunSummary };
  pause: { fields: {}; reply: RunSummary };
  /** Step does one minibatch update, FinishEpoch the rest of the epoch. With Details the answer to Step says what went into the update and what it changed. */
  step: { fields: { details?: boolean }; reply: SteppedRun };
  finishEpoch: { fields: {}; reply: RunSummary };
  /** Extend trains a finished run for that many further epochs, with the settings as they are now, except those fixed at its start. */
  extend: { fields: { epochs: number }; reply: RunSummary };
  /** Reset starts the current run again from the same seed. */
  reset: { fields: {}; reply: RunSummary };
  /** Weights answers with W and b of a run. */
  weights: { fields: { run: number }; reply: NetworkWeights };
  /** AttachView names the port of the view and replaces the previous one. */
  attachView: { fields: { port: MessagePort }; reply: null };
  /** ReserveRuns answers with ReservedRuns, for runs that the page hands out to its workers. Numbers up to Named occur in names of runs that the page keeps: no other run gets such a name. */
  reserveRuns: { fields: { count: number; named?: number }; reply: ReservedRuns };
  /** StartTeam trains new runs side by side, in addition to the current run; it answers when they have begun. */
  startTeam: { fields: { runs: TeamRun[] }; reply: null };
  /** PlayTeam, PauseTeam and StopTeam act on all runs of the team. */
  playTeam: { fields: {}; reply: null };
  pauseTeam: { fields: {}; reply: null };
  stopTeam: { fields: {}; reply: null };
  /** RenameRun and RemoveRun act on any run of the list. */
  renameRun: { fields: { run: number; name: Said }; reply: null };
  removeRun: { fields: { run: number }; reply: null };
  /** Fork makes a new current run that goes on from a snapshot with changed settings. Loaded: its weights come from a file, not from a run here, and start a run of their own. */
  fork: { fields: { name: Said; settings: Partial<Settings>; from: Snapshot; loaded?: boolean }; reply: RunSummary };
  /** ShareData sends the data through a port to another worker’s ReceiveData, with the further test splits if they are to be measured there. */
  shareData: { fields: { port: MessagePort; tests?: boolean }; reply: null };
  receiveData: { fields: { port: MessagePort }; reply: null };
  /** UseHelper gives the port of a worker that has the same data and was told to Help. The first helper measures both splits, or with a second one the training split. */
  useHelper: { fields: { port: MessagePort }; reply: null };
  /** DropHelpers lets the first worker measure all points again. */
  dropHelpers: { fields: {}; reply: null };
  /** Help makes a crew’s worker measure what comes through a port. */
  help: { fields: { port: MessagePort }; reply: null };
  /** GradientInputs answers with CheckInputs: the first BatchSize training images, the standardization, the weights of the current run as they are or as they were at its start, and the float32 kernels’ gradient at λ = L2. */
  gradientInputs: { fields: { batchSize: number; l2: number; initial: boolean }; reply: CheckInputs };
  /** Curvature answers with the CurvatureResult of the cost’s Hessian on the first Images training images. */
  curvature: { fields: { weights: Float32Array; settings?: Partial<Settings>; images: number }; reply: CurvatureResult };
  /** Ensemble answers with an EnsembleResult. */
  ensemble: { fields: { members: Member[] }; reply: EnsembleResult };
  /** Line answers with a LineResult: the distance between two classifiers, and the cost on the first Images training images at fractions of the way from one to the other, with the first one’s settings. */
  line: { fields: { from: Member; to: Member; shares: Float64Array; images: number }; reply: LineResult };
  /** NearestMean answers with the Parameters of the classifier by the nearest class mean of the training split, as a run with these settings sees it. */
  nearestMean: { fields: { settings?: Partial<Settings> }; reply: Parameters };
  /** Gram answers with GramSums of the training split as a run with these settings sees it. Summed reports the progress. */
  gram: { fields: { settings?: Partial<Settings> }; reply: GramSums };
  /** Accuracies answers with SplitAccuracies. */
  accuracies: { fields: { weights: Float32Array; settings?: Partial<Settings> }; reply: SplitAccuracies };
  /** StartSweep trains cells side by side, instead of the previous ones. */
  startSweep: { fields: { cells: Cell[] }; reply: null };
  /** PlaySweep and PauseSweep act on all of them. */
  playSweep: { fields: {}; reply: null };
  pauseSweep: { fields: {}; reply: null };
  /** DropCells ends some of them; the sweep forgets them. */
  dropCells: { fields: { cells: number[] | Float64Array }; reply: null };
  /** CellWeights answers with the present CellState of a cell. */
  cellWeights: { fields: { cell: number }; reply: CellState };
};

/** Settled follows the first data and their run. */
export type Settled = {
  event: "Settled";
};

/** DataOpened says that a dataset is in place. */
export type DataOpened = {
  event: "DataOpened";
  data: Data;
};

/** FilesRefused says what could not be loaded, next to the files that could. */
export type FilesRefused = {
  event: "FilesRefused";
  why: Said[];
};

/** SettingsChanged says which settings the next step has. */
export type SettingsChanged = {
  event: "SettingsChanged";
  settings: Settings;
  deferred: SettingName[];
};

/** RunStarted adds a run to the list. */
export type RunStarted = {
  event: "RunStarted";
  run: RunSummary;
};

/** RunArchived keeps the run that a reset would lose: it joins the list just before the current run. */
export type RunArchived = {
  event: "RunArchived";
  run: RunSummary;
  history: Float64Array;
};

/** RunReset says that a run is at step 0 again, with an empty history. */
export type RunReset = {
  event: "RunReset";
  run: RunSummary;
};

/** RunChanged has a new status or new test figures. */
export type RunChanged = {
  event: "RunChanged";
  run: RunSummary;
};

/** RunJoined adds a run to the list just before the current one. */
export type RunJoined = {
  event: "RunJoined";
  run: RunSummary;
};

/** RunRemoved takes a run off the list. */
export type RunRemoved = {
  event: "RunRemoved";
  run: number;
};

/** Progressed comes about ten times a second while a run trains. */
export type Progressed = {
  event: "Progressed";
  run: number;
  epoch: number;
  inEpoch: number;
  step: number;
  imagesPerSecond: number;
  secondsLeft: number;
  minibatchLoss: number;
};

/** EpochFinished adds a point to a run’s history. Weights are W, then b, at that point; they are absent where the page already has them, as is ByClass. */
export type EpochFinished = {
  event: "EpochFinished";
  run: number;
  epoch: number;
  /** updates done since the start */
  step: number;
  train: Metrics;
  validation: Metrics;
  /** λ of both splits’ costs */
  l2: number;
  /** λ Σ W², by which both splits’ costs exceed their losses */
  penalty: number;
  /** ‖W‖ */
  norm: number;
  /** η of the last step before the point; 0 at epoch 0 */
  learningRate: number;
  /** η of the first step after the point, if no setting changes */
  nextRate: number;
  weights?: Float32Array;
  carried?: Carried | null;
  /** the right ones of the validation split */
  byClass?: ByClass | null;
};

/** Summed says how far a Gram has come. */
export type Summed = {
  event: "Summed";
  share: number;
};

/** CellMeasured has a cell’s figures after an epoch, or says that it has ended. */
export type CellMeasured = {
  event: "CellMeasured";
  cell: number;
  epoch: number;
  /** updates done since the start */
  step: number;
  train: Metrics;
  validation: Metrics;
  /** λ of both splits’ costs */
  l2: number;
  /** λ Σ W², by which both splits’ costs exceed their losses */
  penalty: number;
  /** ‖W‖ */
  norm: number;
  /** η of the last step before the point; 0 at epoch 0 */
  learningRate: number;
  /** η of the first step after the point, if no setting changes */
  nextRate: number;
  status: Status;
};

/** What the trainer tells by itself. */
export type TrainerEvent = Ready | Failed | Settled | DataOpened | FilesRefused | SettingsChanged | RunStarted | RunArchived | RunReset | RunChanged | RunJoined | RunRemoved | Progressed | EpochFinished | Summed | CellMeasured;

/** The fields and the reply of each of the checker’s commands. */
export type CheckerCommands = {
  /** CheckGradient compares the gradient on the images of the inputs. */
  checkGradient: { fields: { inputs: CheckInputs; l2?: number; h?: number; eps?: number; formula?: DifferenceFormula; wholeCost?: boolean; break?: boolean; mistake?: string }; reply: CheckResult };
  /** SweepGradient does so with one step size after the other. */
  sweepGradient: { fields: { inputs: CheckInputs; l2?: number; h?: number; eps?: number; formula?: DifferenceFormula; wholeCost?: boolean; break?: boolean; mistake?: string }; reply: SweepResult };
  /** Ridge solves ridge regression from the trainer’s reply to gram. */
  ridge: { fields: { xx: Float64Array; xy: Float64Array; counts: Float64Array; l2: number }; reply: RidgeResult };
  /** CancelGradient stops the command in progress, which is refused. */
  cancelGradient: { fields: {}; reply: null };
};

/** GradientProgressed says how many of the parameters are done. */
export type GradientProgressed = {
  event: "GradientProgressed";
  done: number;
  total: number;
};

/** What the checker tells by itself. */
export type CheckerEvent = Ready | Failed | GradientProgressed;

/** The fields and the reply of each of the loader’s commands. */
export type LoaderCommands = {
  /** Read reads files and sends their shards through a port, as ShardPieces and a ShardsEnd. */
  read: { fields: { files: NamedFile[]; port: MessagePort; room?: number }; reply: null };
  answer: { fields: { chosen?: number[] | Float64Array }; reply: null };
  /** DigestFile hashes a file as it is, a piece at a time. */
  digestFile: { fields: { file: File }; reply: FileDigest };
};

/** LoadProgressed says how far reading has come. */
export type LoadProgressed = {
  event: "LoadProgressed";
  file: string;
  fileIndex: number;
  files: number;
  bytes: number;
  totalBytes: number;
  images: number;
  /** 0 = not known yet */
  secondsLeft: number;
};

/** RoomShort warns that the files may hold more than there is room for. */
export type RoomShort = {
  event: "RoomShort";
  message: Said;
};

/** Asked is a question that the files alone don’t answer: choose from Least to Most of the options. Answer has their indices, or none if the visitor declines. */
export type Asked = {
  event: "Asked";
  text: Said;
  options: Said[];
  least: number;
  most: number;
};

/** Noted says what was done to the images. */
export type Noted = {
  event: "Noted";
  message: Said;
};

/** What the loader tells by itself. */
export type LoaderEvent = Ready | Failed | LoadProgressed | RoomShort | Asked | Noted;

/** The fields and the reply of each of the packer’s commands. */
export type PackerCommands = {
  /** PackWeights answers with the bytes of a NumPy archive. */
  packWeights: { fields: { weights: Float32Array; bias: Float32Array; mean?: Float64Array; std?: Float64Array; settings: string; moments?: Float32Array; best?: Float32Array }; reply: Uint8Array<ArrayBuffer> };
  /** UnpackWeights reads such an archive, or one that NumPy wrote. */
  unpackWeights: { fields: { bytes: Uint8Array<ArrayBuffer> }; reply: UnpackedWeights };
};

/** What the packer tells by itself. */
export type PackerEvent = Ready | Failed;

/** WeightsFrame is W (K×3072, row-major) and b (K) of a run. */
export type WeightsFrame = {
  frame: "weights";
  run: number | string;
  weights: Float32Array;
  bias: Float32Array;
};

/** HistoryFrame replaces a run’s history, starting at point From. */
export type HistoryFrame = {
  frame: "history";
  run: number | string;
  from: number;
  points: Float64Array;
};

/** MinibatchFrame replaces a run’s minibatch losses, starting at value From: means over Width epochs each, the first starting at epoch Start. */
export type MinibatchFrame = {
  frame: "minibatch";
  run: number | string;
  from: number;
  start: number;
  width: number;
  values: Float32Array;
};

/** DataFrame is the data that the view shows: the training split’s standardization, 3072 numbers each, and some images of each class, their n labels and n×3072 bytes. */
export type DataFrame = {
  frame: "data";
  mean: Float32Array;
  std: Float32Array;
  labels: Uint8Array<ArrayBuffer>;
  pixels: Uint8Array<ArrayBuffer>;
};

/** MinibatchImagesFrame is the first images of the Size images in the minibatch of a run’s last step, 3072 bytes each. */
export type MinibatchImagesFrame = {
  frame: "minibatchImages";
  run: number | string;
  size: number;
  pixels: Uint8Array<ArrayBuffer>;
};

/** ImageFrame is the image on which the network is shown at work, 3072 bytes, and what the run sees of it if that is not the standardized image. */
export type ImageFrame = {
  frame: "image";
  pixels: Uint8Array<ArrayBuffer>;
  x?: Float32Array;
  /** -1 without */
  label: number;
  caption: string;
};

/** MeansFrame is the mean image of each class, K×3072 bytes. */
export type MeansFrame = {
  frame: "means";
  pixels: Uint8Array<ArrayBuffer>;
};

/** ErrorsFrame is the relative error of each parameter in a gradient check, W row by row, then b; an empty list clears the picture of that key. */
export type ErrorsFrame = {
  frame: "errors";
  key: string;
  errors: Float64Array;
};

/** Figures for the view, from a worker or from the page. */
export type Frame = WeightsFrame | HistoryFrame | MinibatchFrame | DataFrame | MinibatchImagesFrame | ImageFrame | MeansFrame | ErrorsFrame;

/** TemplatesPanel is a run’s weight pictures. */
export type TemplatesPanel = {
  kind: "templates";
  run: number | string;
  title?: string;
  /** other such panels have the same shades; grey is 0 */
  commonRange?: boolean;
};

/** MachinePanel is a run’s network at work on an image, with the loss that it is trained with. */
export type MachinePanel = {
  kind: "machine";
  run: number | string;
  title?: string;
  loss?: string;
  /** Of the validation images of each class, how many there are and how many are right. */
  images?: number[];
  /** Of the validation images of each class, how many there are and how many are right. */
  right?: number[];
};

/** ChartPanel is figures over the epochs. */
export type ChartPanel = {
  kind: "chart";
  metric: Metric;
  title: string;
  series: Series[];
  log?: boolean;
  /** whether it has a switch for Log */
  logSwitch?: boolean;
  /** run whose minibatches’ losses are drawn too */
  minibatch?: number | string;
  /** run whose best validation epoch is marked */
  best?: number | string;
  /** the axes reach as far as in other charts with this metric */
  commonRange?: boolean;
  /** the band between the train and the validation line is filled */
  gap?: boolean;
  /** epoch that is viewed: what comes after it is faint */
  at?: number | null;
  /** η in force at the epochs 0, 1, …, drawn under the curves */
  rates?: number[];
  rateLabel?: string;
  /** shown while there is nothing to draw */
  empty?: string;
  /** the last epoch of the axis at least */
  epochs?: number;
  changes?: ChangeMark[];
};

/** StackPanel is a run’s cost as the sum of its parts. */
export type StackPanel = {
  kind: "stack";
  run: number | string;
  title: string;
  at?: number | null;
  changes?: ChangeMark[];
};

/** ErrorsPanel is the picture of an ErrorsFrame. */
export type ErrorsPanel = {
  kind: "errors";
  key: string;
  title: string;
  empty: string;
};

/** HeatPanel is cells over two settings, row by row. */
export type HeatPanel = {
  kind: "heat";
  title: string;
  columns: string[];
  rows: string[];
  columnTitle: string;
  rowTitle: string;
  /** 0 to 1 */
  values: (number | null)[];
  /** in the cells, where they fit */
  texts: string[];
  /** the cell that is framed, or -1 */
  best: number;
  empty: string;
};

/** CurvePanel is any figure over any other figure. */
export type CurvePanel = {
  kind: "curve";
  title: string;
  series: CurveSeries[];
  xLog: boolean;
  yLog: boolean;
  xLabel: string;
  yLabel: string;
  /** marked on the horizontal axis */
  markX?: number | null;
};

/** A panel of a scene. */
export type Panel = TemplatesPanel | MachinePanel | ChartPanel | StackPanel | ErrorsPanel | HeatPanel | CurvePanel;

/** Begin lets the view’s program start, which takes the page’s time: the first data are there. */
export type Begin = {
  view: "begin";
};

/** Connect gives the view its end of a channel to a worker. */
export type Connect = {
  view: "connect";
  worker: string;
  port: MessagePort;
};

/** Scene is what the page wants the view to show: panels, which the view lays out. */
export type Scene = {
  view: "scene";
  classes: string[];
  theme: SceneTheme;
  words: Record<string, string>;
  /** without it, that of the Train page */
  layout?: SceneLayout | null;
  panels: Panel[];
};

/** Zoom shows By times as many epochs in the charts, or the epochs between From and To; without any of them, all. */
export type Zoom = {
  view: "zoom";
  by?: number;
  from?: number;
  to?: number;
};

/** Enlarge gives the panel with that title the place of all charts; an empty title shows all again. */
export type Enlarge = {
  view: "enlarge";
  title: string;
};

/** Forget drops the figures of a run that is no longer on the list. */
export type Forget = {
  view: "forget";
  run: number | string;
};

/** PictureWanted asks for what is shown as a picture: Picture, with the same Turn, above 0. */
export type PictureWanted = {
  view: "pictureWanted";
  turn: number;
};

/** What the page tells the view, beside frames. */
export type ToView = Begin | Connect | Scene | Zoom | Enlarge | Forget | PictureWanted;

/** ViewCompiled says that the view’s program could start: it waits for Begin. */
export type ViewCompiled = {
  view: "compiled";
};

/** ViewReady is the program’s first one: the view runs and speaks Version. */
export type ViewReady = {
  view: "ready";
  version: number;
};

/** ViewFailed is the last one: the view has ended. */
export type ViewFailed = {
  view: "failed";
  message: string;
};

/** Hovered is the epoch under the pointer, or none. */
export type Hovered = {
  view: "hovered";
  epoch: number | null;
};

/** TilePressed says that a class’s weight picture was chosen. */
export type TilePressed = {
  view: "tilePressed";
  run: number | string;
  class: number;
};

/** LogWanted asks for logarithmic axes of cost and loss, or for linear ones: the page answers with a scene that has them. */
export type LogWanted = {
  view: "logWanted";
  on: boolean;
};

/** Zoomed says which epochs the charts show, or move to. Whole: all of them. */
export type Zoomed = {
  view: "zoomed";
  from: number;
  to: number;
  whole: boolean;
};

/** Enlarged says which panel has the place of all charts; an empty title: none. */
export type Enlarged = {
  view: "enlarged";
  title: string;
};

/** Laid says where the scene’s panels are, where the cells of its heat maps are, and the space for the page’s buttons for the machine’s image. */
export type Laid = {
  view: "laid";
  boxes: PanelBox[];
  cells: PanelBox[];
  buttons: PanelBox;
};

/** Picture is what the view shows, in CSS pixels: the answer to PictureWanted with that Turn, or, with 0, sent a second after a change. */
export type Picture = {
  view: "picture";
  turn: number;
  svg: string;
};

/** What the view tells the page. */
export type FromView = ViewCompiled | ViewReady | ViewFailed | Hovered | TilePressed | LogWanted | Zoomed | Enlarged | Laid | Picture;

/** Data is a dataset as the page shows it, in numbers of images. */
export type Data = {
  name: Said;
  /** the sample, which is not CIFAR-10 */
  drawn: boolean;
  /** how a classroom experiment has changed the opened data */
  variant: string;
  splits: SplitSizes;
  unused: number;
  /** the names of 2 to 20, in the labels’ order */
  classes: string[];
  /** whether they are CIFAR-10’s ten */
  official: boolean;
  tests: TestSplit[];
  labels: OtherLabels;
  /** the data before can be brought back */
  undo: boolean;
  shards: Shard[];
  holdOut: HoldOut;
  /** the roles in a sentence, or nothing */
  why: Said;
  duplicates: Duplicates;
  /** names the content and its split; empty for the sample */
  fingerprint: string;
};

/** Role is what a shard’s images are used for. */
export type Role = "train" | "validation" | "test" | "further" | "unused";

/** HoldOut is how many of the last images of the training shards serve another split instead: first those for validation, then those for the test. */
export type HoldOut = {
  validation: number;
  test: number;
};

/** Predictions have an entry for each image of the split in its order, and the figures that follow from them. */
export type Predictions = {
  labels: Uint8Array<ArrayBuffer>;
  /** classes; 255 where the logits are NaN */
  predicted: Uint8Array<ArrayBuffer>;
  /** probabilities of the labels */
  ofLabel: Float32Array;
  /** probabilities of the predicted classes */
  ofClass: Float32Array;
  confusion: Confusion;
};

/** SplitName is a role that is a split. */
export type SplitName = "train" | "validation" | "test";

/** Hyperparameters are the settings of one run. Those that Fixed compares are fixed at its start; the others may change while it trains. All after Shuffle are off by default: the report uses none of them. */
export type Settings = {
  /** λ ≥ 0 in J = loss + λ Σ W² */
  l2: number;
  /** η > 0 */
  learningRate: number;
  /** images in a step */
  batchSize: number;
  /** passes over the training split */
  epochs: number;
  /** of the initial weights and of the shuffling */
  seed: number;
  /** a new order of the images in every epoch */
  shuffle: boolean;
  loss: LossKind;
  optimizer: Optimizer;
  /** μ of the optimizer Momentum */
  momentum: number;
  schedule: Schedule;
  /** by which Step and Plateau multiply η */
  decayFactor: number;
  /** epochs between two such steps, 0 = never */
  decayEvery: number;
  initialization: Initialization;
  /** epochs without a better validation accuracy after which a run ends, 0 = never */
  earlyStopping: number;
  /** probability that an image is mirrored */
  flip: number;
  /** the most pixels by which an image moves */
  shift: number;
  /** the first of the training split, 0 = all */
  trainingImages: number;
  /** passes of cifar10.Smooth */
  smoothing: number;
};

/** ClassMeans are the mean image of each class of a split. */
export type ClassMeans = {
  /** K×3072, in bytes’ range */
  means: Float32Array;
  /** images of each class */
  counts: Float64Array;
  /** 3072, of all images */
  overall: Float64Array;
};

/** Explanations are one for each image. */
export type Explanations = {
  images: Explanation[];
};

/** Flip is the smallest change of an image that turns its class into another. For one layer it has a closed form: s_k − s_c is linear in the pixels, so it grows fastest along its gradient g = (W_k − W_c)/std, and δ = (s_c − s_k)/‖g‖²·g is the shortest way to where both are equal. */
export type Flip = {
  /** the class, and the nearest one; −1 where nothing is predicted */
  from: number;
  /** the class, and the nearest one; −1 where nothing is predicted */
  to: number;
  /** ‖δ‖ */
  length: number;
  /** the changed image, in whole numbers; empty where 0 to 255 do not suffice */
  pixels: Uint8Array<ArrayBuffer>;
  /** of the differences of Pixels */
  mean: number;
  /** the largest of them */
  most: number;
};

/** WeightFigures describe weights. */
export type WeightFigures = {
  /** K: ‖W_k‖ */
  norms: Float64Array;
  /** K×3072: W·S, the same weights for images before smoothing; empty without it */
  templates: Float32Array;
};

/** CurrentSettings are those of the next step; those named in Deferred wait for the next run or reset. */
export type CurrentSettings = {
  settings: Settings;
  deferred: SettingName[];
};

/** Run is a run without its history. */
export type RunSummary = {
  id: number;
  name: Said;
  settings: Settings;
  status: Status;
  /** whole epochs done */
  epoch: number;
  /** updates done in the epoch that has begun */
  inEpoch: number;
  /** updates done since the start */
  step: number;
  stepsPerEpoch: number;
  /** of the settings while it trained */
  changes: Change[];
  /** nil before the end */
  test: Metrics | null;
  /** of the further test splits, at the end */
  tests: Record<string, Metrics>;
  /** a message for the visitor, often empty */
  message: Said;
};

/** SteppedRun is a run after a step, and with Details what the step did. */
export type SteppedRun = {
  id: number;
  name: Said;
  settings: Settings;
  status: Status;
  /** whole epochs done */
  epoch: number;
  /** updates done in the epoch that has begun */
  inEpoch: number;
  /** updates done since the start */
  step: number;
  stepsPerEpoch: number;
  /** of the settings while it trained */
  changes: Change[];
  /** nil before the end */
  test: Metrics | null;
  /** of the further test splits, at the end */
  tests: Record<string, Metrics>;
  /** a message for the visitor, often empty */
  message: Said;
  minibatch?: Minibatch | null;
};

/** NetworkWeights are W, row by row, and b. */
export type NetworkWeights = {
  /** of W */
  shape: [number, number];
  weights: Float32Array;
  bias: Float32Array;
  /** the state of their run */
  at?: Place | null;
  carried?: Carried | null;
};

/** ReservedRuns are ids that no run has and that are never given automatically. */
export type ReservedRuns = {
  ids: number[];
};

/** TeamRun is a run to start: its reserved id, its name and the settings it changes. From is its last state in a worker that has ended; the run continues from it. */
export type TeamRun = {
  id: number;
  name: Said;
  settings: Partial<Settings>;
  from?: Snapshot | null;
};

/** Snapshot is the state of a run after a step: W then b as in EpochFinished, the history up to its last epoch, and the changes of its settings. */
export type Snapshot = {
  epoch: number;
  inEpoch?: number;
  step: number;
  weights: Float32Array;
  history: Float64Array;
  changes?: Change[];
  carried?: Carried | null;
};

/** CheckInputs are what a gradient check needs from the trainer. */
export type CheckInputs = {
  pixels: Uint8Array<ArrayBuffer>;
  labels: Uint8Array<ArrayBuffer>;
  /** of the training split, 3072 each */
  mean: Float64Array;
  /** of the training split, 3072 each */
  std: Float64Array;
  loss?: LossKind;
  weights: Float32Array;
  bias: Float32Array;
  /** of the float32 kernels, by W and then by b */
  kernelGradient?: Float32Array;
};

/** CurvatureResult is the largest eigenvalue, and how it was found. */
export type CurvatureResult = {
  largestEigenvalue: number;
  iterations: number;
  residual: number;
};

/** EnsembleResult is how many test images 1, 2, … members get right by majority, by mean probability, and as the classifier of their mean weights: the last is empty if they do not all transform images the same way. */
export type EnsembleResult = {
  images: number;
  vote: Float64Array;
  mean: Float64Array;
  averaged: Float64Array;
};

/** Member is a classifier and its run’s settings. */
export type Member = {
  weights: Float32Array;
  settings?: Partial<Settings>;
};

/** LineResult is ‖W − W’‖ with b as a further column, and a cost for each fraction. */
export type LineResult = {
  distance: number;
  costs: Float64Array;
};

/** Parameters are W, row by row, and b. */
export type Parameters = {
  weights: Float32Array;
  bias: Float32Array;
};

/** GramSums are XᵀX from the diagonal on (D×D), XᵀY (K×D), and the number of images of each class. */
export type GramSums = {
  xx: Float64Array;
  xy: Float64Array;
  counts: Float64Array;
};

/** SplitAccuracies are the shares of images that are right; NaN for a split without images. */
export type SplitAccuracies = {
  train: number;
  validation: number;
  test: number;
};

/** Cell is a run of a sweep, by a number that the page gives it. */
export type Cell = {
  id: number;
  settings: Partial<Settings>;
};

/** CellState is W then b of a cell, and its epoch and step. */
export type CellState = {
  weights: Float32Array;
  step: number;
  epoch: number;
  carried?: Carried | null;
};

/** Metrics of a split under some weights. A run that diverged has NaN or Inf. */
export type Metrics = {
  /** the mean of the run’s loss, usually the cross-entropy */
  loss: number;
  /** Loss + λ Σ W² */
  cost: number;
  /** the share of images whose largest logit is their label’s */
  accuracy: number;
};

/** Carried is what a run needs besides its weights to go on as if it had not stopped: the state of its optimizer, and W then b of the best epoch, if it stops early. A run with neither has none. */
export type Carried = {
  /** as train.State keeps them */
  moments: Float32Array;
  /** of the optimizer */
  steps: number;
  best: Float32Array;
};

/** ByClass are, class by class, how many images of a split a classifier gets right and how many there are. */
export type ByClass = {
  right: number[];
  images: number[];
};

/** Status is the state of a run. */
export type Status = "ready" | "running" | "paused" | "finished" | "diverged";

/** CheckResult is the result of a check. */
export type CheckResult = {
  parameters: number;
  batchSize: number;
  l2: number;
  h: number;
  eps: number;
  sums: SumsOfParts;
  /** of the whole gradient, in Frobenius norms */
  relativeError: PartErrors;
  elementwise: SpreadOfParts;
  /** of each parameter: W row by row, then b */
  errors: Float64Array;
  /** the distance of the float32 kernels’ gradient from the analytic one */
  kernel: PartErrors | null;
};

/** DifferenceFormula is how a numeric derivative is taken. */
export type DifferenceFormula = "central" | "forward";

/** SweepResult has a point for each step. */
export type SweepResult = {
  points: SweepPoint[];
};

/** RidgeResult is the classifier, and whether the equations could be solved. */
export type RidgeResult = {
  weights: Float32Array;
  bias: Float32Array;
  solved: boolean;
};

/** NamedFile is a file with its folders in its name. */
export type NamedFile = {
  name: string;
  file: File;
};

/** FileDigest is what sha256sum prints for it, in 64 hex digits. */
export type FileDigest = {
  sha256: string;
};

/** UnpackedWeights is the contents of an archive; what it lacks is empty. */
export type UnpackedWeights = {
  weights: Float32Array;
  bias: Float32Array;
  settings: string;
  moments: Float32Array;
  best: Float32Array;
};

/** Metric is what a chart shows. */
export type Metric = "cost" | "loss" | "accuracy";

/** Series is a line of a chart. */
export type Series = {
  run: number | string;
  split: SeriesSplit;
  label: string;
  color: string;
  dashed?: boolean;
};

/** ChangeMark says which setting of a run was changed while it trained, and when. */
export type ChangeMark = {
  epoch: number;
  label: string;
};

/** CurveSeries is a line of a CurvePanel. */
export type CurveSeries = {
  label: string;
  color: string;
  dashed?: boolean;
  points: [number, number][];
};

/** SceneTheme is the page’s colours, as #rrggbb, and its typeface. */
export type SceneTheme = {
  ground: string;
  ink: string;
  muted: string;
  hairline: string;
  accent: string;
  fontFamily: string;
  /** enlarges texts and lines */
  scale?: number;
  /** without animation */
  calm?: boolean;
};

/** SceneLayout is a grid of panels. */
export type SceneLayout = {
  columns: number;
};

/** PanelBox is a place in the view in CSS pixels; it has no size while it is not shown. */
export type PanelBox = {
  x: number;
  y: number;
  width: number;
  height: number;
};

/** Point is the state of a run after an epoch; epoch 0 is before any step. A split without images has NaN in its metrics. */
export type HistoryPoint = {
  epoch: number;
  /** updates done since the start */
  step: number;
  train: Metrics;
  validation: Metrics;
  /** λ of both splits’ costs */
  l2: number;
  /** λ Σ W², by which both splits’ costs exceed their losses */
  penalty: number;
  /** ‖W‖ */
  norm: number;
  /** η of the last step before the point; 0 at epoch 0 */
  learningRate: number;
  /** η of the first step after the point, if no setting changes */
  nextRate: number;
};

/** ShardPiece is the next images of a shard, as records of the binary version. */
export type ShardPiece = {
  name: string;
  /** what the file calls itself */
  title?: string;
  /** the further test split that it belongs to */
  set?: string;
  /** the names, where they are not CIFAR-10’s */
  classes?: string[] | null;
  /** if it is known */
  fingerprint?: string;
  /** of the whole shard */
  images: number;
  records: Uint8Array<ArrayBuffer>;
  /** trained on until all are in, and then dropped */
  provisional?: boolean;
  /** not trained on before all have arrived */
  waits?: boolean;
};

/** LabelsAlone are labels that came without images, and the message for when their images are not there. */
export type LabelsAlone = {
  /** their name */
  labels: string;
  y: Uint8Array<ArrayBuffer>;
  alone: Said;
};

/** ShardsEnd follows the last piece. It has the roles of the shards if the data were open before. */
export type ShardsEnd = {
  /** true */
  done: boolean;
  /** what could not be read */
  errors?: Said[];
  roles?: Record<string, Role>;
  holdOut?: HoldOut;
  /** other labels of the training images */
  labels?: NamedLabels[];
  /** the set used for training */
  labelsUsed?: string;
};

/** ShardReceived asks for the next piece. */
export type ShardReceived = {
  received: boolean;
};

/** SharedHeading comes first. */
export type SharedHeading = {
  name: Said;
  drawn: boolean;
  /** that follow */
  shards: number;
  holdOut: HoldOut;
};

/** SharedShard is a whole shard. */
export type SharedShard = {
  name: string;
  role: Role;
  /** as in ShardPiece */
  set?: string;
  pixels: Uint8Array<ArrayBuffer>;
  labels: Uint8Array<ArrayBuffer>;
  /** as in ShardPiece */
  classes?: string[] | null;
  /** where other labels are used for training */
  trainLabels?: Uint8Array<ArrayBuffer>;
};

/** MeasurePoint asks for the scores of W then b, on the images as a run with these settings sees them. */
export type MeasurePoint = {
  number: number;
  settings: Settings;
  weights: Float32Array;
  training: boolean;
  validation: boolean;
};

/** PointMeasured answers it, once for each split that was asked for. */
export type PointMeasured = {
  number: number;
  split: SplitName;
  score: Score;
};

/** SplitSizes are how many images each split has. */
export type SplitSizes = {
  train: number;
  validation: number;
  test: number;
};

/** TestSplit is a further test split. */
export type TestSplit = {
  name: string;
  images: number;
};

/** OtherLabels are sets of other labels of the training images, and the set that is used for training: with no name, the images’ own labels. */
export type OtherLabels = {
  used: string;
  sets: OtherLabelSet[];
};

/** Shard is a shard of Data. */
export type Shard = {
  name: string;
  /** what the file calls itself, or nothing */
  title: string;
  images: number;
  role: Role;
  /** the further test split that it belongs to, or nothing */
  set: string;
  /** images of each class */
  counts: number[];
  /** names the content; empty for the sample */
  fingerprint: string;
};

/** Duplicates are how many images of validation and of the test are also in the training split. */
export type Duplicates = {
  validation: number;
  test: number;
};

/** Confusion summarizes predictions. A share of nothing is NaN. */
export type Confusion = {
  /** K×K: images by true class, then by predicted class */
  counts: number[][];
  /** K×K: of the images of the true class; on the diagonal the recall */
  shares: Float64Array[];
  /** K: images of each true class */
  ofClass: number[];
  /** K: images of each predicted class */
  takenFor: number[];
  /** K: of the images taken for a class, the share that belongs to it */
  precision: Float64Array;
  right: number;
  /** images without a predicted class: the weights have diverged */
  unclear: number;
  accuracy: number;
  /** the most frequent by their share first */
  mistakes: Confused[];
  /** Images by the probability of their true class, in bins of equal width from 0 to 1. */
  rightBins: number[];
  /** Images by the probability of their true class, in bins of equal width from 0 to 1. */
  wrongBins: number[];
};

/** Kind is one of the losses. The zero value is Softmax. */
export type LossKind = "softmax" | "bce" | "svm";

/** Optimizer is the rule by which a gradient becomes a step. */
export type Optimizer = "sgd" | "momentum" | "adam";

/** Schedule is how η changes over a run. */
export type Schedule = "constant" | "step" | "linear" | "cosine" | "plateau";

/** Initialization is how W and b are drawn before the first step. */
export type Initialization = "normal" | "xavier" | "zero";

/** Explanation is what a network computes on one image. Sums are float64 over the float32 weights and inputs of the kernels. */
export type Explanation = {
  /** K×1024: what each pixel, its three channels together, adds to a logit */
  evidence: Float32Array;
  /** K: Σ W_k ⊙ x, all evidence together */
  products: Float64Array;
  /** K */
  biases: Float64Array;
  /** K: product plus bias */
  logits: Float64Array;
  /** K */
  probabilities: Float64Array;
  /** K: if that class is the truth, of the run’s kind */
  losses: Float64Array;
  /** the image, smoothed if the run smooths */
  seen: Uint8Array<ArrayBuffer>;
  /** x: Seen, standardized */
  inputs: Float32Array;
  /** the class of the largest logit; −1 where they are NaN */
  predicted: number;
};

/** Change says that settings were changed during a run: which were in force up to a step, and which from there on. Epochs is included only if η depends on it: otherwise it says how long a run goes on, not how. */
export type Change = {
  /** updates done before it */
  step: number;
  /** where that was: 1.5 is half-way through the second epoch */
  epoch: number;
  from: Settings;
  to: Settings;
};

/** Minibatch describes an update: the training images in it, the gradient of the cost with respect to W, row by row, and the images’ loss before and after. */
export type Minibatch = {
  indices: Float64Array;
  labels: Uint8Array<ArrayBuffer>;
  gradient: Float32Array;
  lossBefore: number;
  lossAfter: number;
};

/** Place is how far a run has come. */
export type Place = {
  epoch: number;
  inEpoch: number;
  step: number;
};

/** SumsOfParts are sums over all elements. */
export type SumsOfParts = {
  weights: GradientSums;
  bias: GradientSums;
};

/** PartErrors are relative errors. */
export type PartErrors = {
  weights: number;
  bias: number;
};

/** SpreadOfParts are the errors of single elements. */
export type SpreadOfParts = {
  weights: ErrorSpread;
  bias: ErrorSpread;
};

/** SweepPoint is the relative errors with one step of the differences. */
export type SweepPoint = {
  h: number;
  weights: number;
  bias: number;
};

/** SeriesSplit is the split that a line belongs to. */
export type SeriesSplit = "train" | "validation";

/** NamedLabels are a set of labels, a byte each. */
export type NamedLabels = {
  name: string;
  y: Uint8Array<ArrayBuffer>;
};

/** Score is the result of a classifier on a split: the images’ losses, summed in the order of the split, and how many it gets right. */
export type Score = {
  loss: number;
  correct: number;
  /** of the validation split */
  byClass: ByClass;
};

/** OtherLabelSet is one of them. */
export type OtherLabelSet = {
  name: string;
  images: number;
  /** the share of the images that it labels differently */
  differing: number;
};

/** Confused is images of one class that were taken for another. */
export type Confused = {
  label: number;
  predicted: number;
  share: number;
};

/** GradientSums are those of the analytic and of the numeric gradient. */
export type GradientSums = {
  analytic: number;
  numeric: number;
};

/** ErrorSpread is the median and the largest of the errors, with the place of the largest. */
export type ErrorSpread = {
  median: number;
  largest: number;
  at: ParameterPlace;
};

/** ParameterPlace is where a parameter is; a bias belongs to its class alone. */
export type ParameterPlace = {
  class: number;
  bias: boolean;
  channel: number;
  row: number;
  column: number;
};
