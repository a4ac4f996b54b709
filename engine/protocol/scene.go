package protocol

import "onelayer/engine/protocol/wire"

// Scene is what the page wants the view to show: panels, which the view lays out.
type Scene struct {
	Classes []string
	Theme   SceneTheme
	Words   Words
	Layout  *SceneLayout `wire:"optional"` // without it, that of the Train page
	Panels  []Panel
}

// The parts of a Scene.
type (
	// SceneTheme is the page's colours, as #rrggbb, and its typeface.
	SceneTheme struct {
		Ground, Ink, Muted, Hairline, Accent string
		FontFamily                           string
		Scale                                float64 `wire:"optional"` // enlarges texts and lines
		Calm                                 bool    `wire:"optional"` // without animation
	}
	// SceneLayout is a grid of panels.
	SceneLayout struct{ Columns int }
	// Words are the translations of the view's English texts, in which {n} is a number.
	Words map[string]string
	// Panel is one of the panels, by its kind.
	Panel struct{ Is any }
)

// Numbers are a plain array on the wire.
type Numbers []float64

// Pair is the two numbers of a point.
type Pair [2]float64

// The panels.
type (
	// TemplatesPanel is a run's weight pictures.
	TemplatesPanel struct {
		Run         RunKey
		Title       string `wire:"optional"`
		CommonRange bool   `wire:"optional"` // other such panels have the same shades; grey is 0
	}
	// MachinePanel is a run's network at work on an image, with the loss that it is trained with.
	MachinePanel struct {
		Run   RunKey
		Title string `wire:"optional"`
		Loss  string `wire:"optional"`
		// Of the validation images of each class, how many there are and how many are right.
		Images, Right Numbers `wire:"optional"`
	}
	// ChartPanel is figures over the epochs.
	ChartPanel struct {
		Metric      Metric
		Title       string
		Series      []Series
		Log         bool         `wire:"optional"`
		LogSwitch   bool         `wire:"optional"` // whether it has a switch for Log
		Minibatch   RunKey       `wire:"optional"` // run whose minibatches' losses are drawn too
		Best        RunKey       `wire:"optional"` // run whose best validation epoch is marked
		CommonRange bool         `wire:"optional"` // the axes reach as far as in other charts with this metric
		Gap         bool         `wire:"optional"` // the band between the train and the validation line is filled
		At          *float64     `wire:"optional"` // epoch that is viewed: what comes after it is faint
		Rates       Numbers      `wire:"optional"` // η in force at the epochs 0, 1, …, drawn under the curves
		RateLabel   string       `wire:"optional"`
		Empty       string       `wire:"optional"` // shown while there is nothing to draw
		Epochs      int          `wire:"optional"` // the last epoch of the axis at least
		Changes     []ChangeMark `wire:"optional"`
	}
	// StackPanel is a run's cost as the sum of its parts.
	StackPanel struct {
		Run     RunKey
		Title   string
		At      *float64     `wire:"optional"`
		Changes []ChangeMark `wire:"optional"`
	}
	// ErrorsPanel is the picture of an ErrorsFrame.
	ErrorsPanel struct{ Key, Title, Empty string }
	// HeatPanel is cells over two settings, row by row.
	HeatPanel struct {
		Title                 string
		Columns, Rows         []string
		ColumnTitle, RowTitle string
		Values                []*float64 // 0 to 1
		Texts                 []string   // in the cells, where they fit
		Best                  int        // the cell that is framed, or -1
		Empty                 string
	}
	// CurvePanel is any figure over any other figure.
	CurvePanel struct {
		Title          string
		Series         []CurveSeries
		XLog, YLog     bool
		XLabel, YLabel string
		MarkX          *float64 `wire:"optional"` // marked on the horizontal axis
	}
)

// Panels are all kinds of panels.
var Panels = []any{
	TemplatesPanel{}, MachinePanel{}, ChartPanel{}, StackPanel{}, ErrorsPanel{}, HeatPanel{}, CurvePanel{},
}

// The parts of panels.
type (
	// Series is a line of a chart.
	Series struct {
		Run    RunKey
		Split  SeriesSplit
		Label  string
		Color  string
		Dashed bool `wire:"optional"`
	}
	// CurveSeries is a line of a CurvePanel.
	CurveSeries struct {
		Label  string
		Color  string
		Dashed bool `wire:"optional"`
		Points []Pair
	}
	// ChangeMark says which setting of a run was changed while it trained, and when.
	ChangeMark struct {
		Epoch float64
		Label string
	}
	// Metric is what a chart shows.
	Metric string
	// SeriesSplit is the split that a line belongs to.
	SeriesSplit string
)

// The metrics, and the splits of series.
const (
	CostMetric     Metric = "cost"
	LossMetric     Metric = "loss"
	AccuracyMetric Metric = "accuracy"

	TrainSeries      SeriesSplit = "train"
	ValidationSeries SeriesSplit = "validation"
)

func init() {
	wire.Choose(CostMetric, LossMetric, AccuracyMetric)
	wire.Choose(TrainSeries, ValidationSeries)
}

// Encode implements wire.Value.
func (p Panel) Encode() any { return wire.Panel(p.Is) }

// Decode reads what Encode wrote.
func (p *Panel) Decode(value any) (err error) {
	message, _ := value.(map[string]any)
	p.Is, err = wire.DecodePanel(Panels, message)
	return err
}

// Encode implements wire.Value.
func (w Words) Encode() any {
	object := map[string]any{}
	for english, other := range w {
		object[english] = other
	}
	return object
}

// Decode reads what Encode wrote. What is not a string is ignored.
func (w *Words) Decode(value any) error {
	object, _ := value.(map[string]any)
	*w = Words{}
	for english, other := range object {
		if text, ok := other.(string); ok {
			(*w)[english] = text
		}
	}
	return nil
}

// Encode implements wire.Value.
func (p Pair) Encode() any { return []any{p[0], p[1]} }

// Decode reads what Encode wrote.
func (p *Pair) Decode(value any) error {
	var numbers Numbers
	if err := wire.Decode(value, &numbers); err != nil {
		return err
	}
	copy(p[:], numbers)
	return nil
}
