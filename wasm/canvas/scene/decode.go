package scene

import (
	"image/color"
	"math"

	"onelayer/engine/protocol"
)

// Scene is what the page wants shown.
type Scene struct {
	Classes []string
	Theme   Theme
	Words   Words
	Columns int // of a grid of panels; 0 = the arrangement of the Train page
	Panels  []Panel
}

// Theme holds the page's colours and its typeface.
type Theme struct {
	Ground, Ink, Muted, Hairline, Accent color.NRGBA
	FontFamily                           string
	Scale                                float64 // enlarges texts and lines; 0 = 1
	Calm                                 bool    // without animation
}

// Panel is one picture of the scene. Which fields it has depends on its kind.
type Panel struct {
	Kind        PanelKind
	Title       string
	Run         string    // templates, machine: whose weights
	Loss        string    // machine: the loss that the run is trained with
	Images      []float64 // machine: validation images of each class
	Right       []float64 // machine: how many of them are right
	Metric      Metric    // chart
	Series      []Series
	Log         bool
	LogSwitch   bool   // the chart has a switch for Log
	Minibatch   string // run whose minibatches' losses are drawn too
	Best        string // run whose best validation epoch is marked
	CommonRange bool   // axes, or shades of weights, have the same range as in other such panels
	Changes     []protocol.ChangeMark
	Gap         bool      // the band between a run's train and validation lines is filled
	At          float64   // epoch that is viewed: what comes after it is faint; NaN without
	Empty       string    // shown in a panel that has nothing to draw yet
	Epochs      int       // the chart's last epoch at least; 0 = as far as the data go
	Key         string    // errors: of their frame
	Curve       Curve     // curve
	Heat        Heat      // heat
	Rates       []float64 // η in force at the epochs 0, 1, …, drawn under the curves
	RateLabel   string
}

// PanelKind says what a panel draws.
type PanelKind string

// The kinds of panels.
const (
	Templates    PanelKind = "templates" // a run's ten weight pictures
	Machine      PanelKind = "machine"   // a run's network at work on an image
	Chart        PanelKind = "chart"     // figures over the epochs
	Stack        PanelKind = "stack"     // a run's cost as the sum of its parts
	Errors       PanelKind = "errors"    // the gradient's errors as ten pictures
	CurveOfPairs PanelKind = "curve"     // any figure over any other
	HeatMap      PanelKind = "heat"      // cells over two settings
)

// pictures reports whether a panel shows a run's weights, over the charts.
func (p Panel) pictures() bool { return p.Kind == Templates || p.Kind == Machine }

// Series is one line of a chart.
type Series struct {
	Run    string
	Metric Metric // the chart's own, if not another
	Split  Split
	Color  color.NRGBA
	Dashed bool
	Label  string
}

// Of converts the scene that the page describes.
func Of(told protocol.Scene) Scene {
	scene := Scene{Classes: told.Classes, Theme: newTheme(told.Theme), Words: Words(told.Words)}
	if told.Layout != nil {
		scene.Columns = told.Layout.Columns
	}
	for _, panel := range told.Panels {
		scene.Panels = append(scene.Panels, newPanel(panel.Is))
	}
	return scene
}

func newTheme(t protocol.SceneTheme) Theme {
	return Theme{
		Ground:     parseColor(t.Ground),
		Ink:        parseColor(t.Ink),
		Muted:      parseColor(t.Muted),
		Hairline:   parseColor(t.Hairline),
		Accent:     parseColor(t.Accent),
		FontFamily: t.FontFamily,
		Scale:      t.Scale,
		Calm:       t.Calm,
	}
}

func newPanel(told any) Panel {
	nowhere := math.NaN()
	switch p := told.(type) {
	case protocol.TemplatesPanel:
		return Panel{Kind: Templates, Run: string(p.Run), Title: p.Title, CommonRange: p.CommonRange, At: nowhere}
	case protocol.MachinePanel:
		return Panel{
			Kind: Machine, Run: string(p.Run), Title: p.Title, Loss: p.Loss,
			Images: p.Images, Right: p.Right, At: nowhere,
		}
	case protocol.ChartPanel:
		return newChart(p)
	case protocol.StackPanel:
		run := string(p.Run)
		return Panel{
			Kind: Stack, Run: run, Title: p.Title, Metric: Cost, Series: costAndItsLoss(run),
			At: orNaN(p.At), Changes: p.Changes,
		}
	case protocol.ErrorsPanel:
		return Panel{Kind: Errors, Key: p.Key, Title: p.Title, Empty: p.Empty, At: nowhere}
	case protocol.HeatPanel:
		return Panel{Kind: HeatMap, Title: p.Title, Empty: p.Empty, Heat: newHeat(p), At: nowhere}
	case protocol.CurvePanel:
		return Panel{Kind: CurveOfPairs, Title: p.Title, Curve: newCurve(p), At: nowhere}
	}
	return Panel{}
}

func newChart(p protocol.ChartPanel) Panel {
	panel := Panel{
		Kind: Chart, Title: p.Title, Metric: p.Metric, Log: p.Log, LogSwitch: p.LogSwitch,
		Minibatch: string(p.Minibatch), Best: string(p.Best), CommonRange: p.CommonRange, Gap: p.Gap,
		At: orNaN(p.At), Empty: p.Empty, Epochs: p.Epochs, Changes: p.Changes, Rates: p.Rates, RateLabel: p.RateLabel,
	}
	for _, s := range p.Series {
		panel.Series = append(panel.Series, Series{
			Run: string(s.Run), Metric: p.Metric, Split: s.Split, Color: parseColor(s.Color),
			Dashed: s.Dashed, Label: s.Label,
		})
	}
	return panel
}

func orNaN(x *float64) float64 {
	if x == nil {
		return math.NaN()
	}
	return *x
}
