package scene

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
)

// Scene is what the page wants to see.
type Scene struct {
	Classes []string
	Theme   Theme
	Words   Words
	Columns int // of a grid of panels; 0 = the Train page's own arrangement
	Panels  []Panel
}

// Theme holds the page's colours and its typeface.
type Theme struct {
	Ground, Ink, Muted, Hairline, Accent color.NRGBA
	FontFamily                           string
	FontSize                             float64 // CSS pixels; 0 = from the view's size
	Scale                                float64 // enlarges texts and lines; 0 = 1
	Calm                                 bool    // nothing glides
}

// Panel is one picture of the scene. Which fields it has depends on its kind.
type Panel struct {
	Kind        PanelKind
	Title       string
	Run         string // templates: whose weights
	Metric      Metric // chart
	Series      []Series
	Markers     []Marker
	Log         bool
	LogSwitch   bool    // the chart has a switch for Log
	Minibatch   string  // run whose minibatches' losses are drawn too
	Best        string  // run whose best validation epoch is marked
	CommonRange bool    // the axes reach as far as those of the metric's other charts
	Gap         bool    // the band between a run's train and validation lines is filled
	At          float64 // epoch that is looked at: what comes after it is faint; NaN without
	Empty       string  // said in a panel that has nothing to draw yet
	Epochs      int     // the chart's last epoch at least; 0 = as far as the data go
	Key         string  // errors: of their frame
	Curve       Curve   // curve
}

// PanelKind tells what a panel draws.
type PanelKind string

// The kinds of panels.
const (
	Templates    PanelKind = "templates" // a run's ten weight pictures
	Chart        PanelKind = "chart"     // figures over the epochs
	Stack        PanelKind = "stack"     // a run's cost as the sum of its parts
	Errors       PanelKind = "errors"    // the gradient's errors as ten pictures
	CurveOfPairs PanelKind = "curve"     // any figure over any other
)

// Series is one line of a chart.
type Series struct {
	Run    string
	Metric Metric // the chart's own, if not another
	Split  Split
	Color  color.NRGBA
	Dashed bool
	Label  string
}

// Marker is a single labelled point of a chart, such as the test figure.
type Marker struct {
	Label        string
	Color        color.NRGBA
	Epoch, Value float64
}

// Decode reads the page's scene message. An unknown panel kind, metric or split
// is an error that names it; other fields have quiet defaults.
func Decode(message map[string]any) (Scene, error) {
	layout := fields(message["layout"])
	scene := Scene{
		Classes: texts(message["classes"]),
		Theme:   decodeTheme(fields(message["theme"])),
		Words:   decodeWords(fields(message["words"])),
		Columns: int(number(layout["columns"])),
	}
	for i, item := range items(message["panels"]) {
		panel, err := decodePanel(fields(item))
		if err != nil {
			return Scene{}, fmt.Errorf("panel %d: %w", i, err)
		}
		scene.Panels = append(scene.Panels, panel)
	}
	return scene, nil
}

func decodeTheme(m map[string]any) Theme {
	return Theme{
		Ground:     parseColor(text(m["ground"])),
		Ink:        parseColor(text(m["ink"])),
		Muted:      parseColor(text(m["muted"])),
		Hairline:   parseColor(text(m["hairline"])),
		Accent:     parseColor(text(m["accent"])),
		FontFamily: text(m["fontFamily"]),
		FontSize:   number(m["fontSize"]),
		Scale:      number(m["scale"]),
		Calm:       m["calm"] == true,
	}
}

func decodePanel(m map[string]any) (Panel, error) {
	panel := Panel{
		Kind:        PanelKind(text(m["kind"])),
		Title:       text(m["title"]),
		Run:         RunKey(m["run"]),
		Metric:      Metric(text(m["metric"])),
		Log:         m["log"] == true,
		LogSwitch:   m["logSwitch"] == true,
		Minibatch:   RunKey(m["minibatch"]),
		Best:        RunKey(m["best"]),
		CommonRange: m["commonRange"] == true,
		Gap:         m["gap"] == true,
		At:          numberOr(m["at"], math.NaN()),
		Empty:       text(m["empty"]),
		Epochs:      int(number(m["epochs"])),
		Key:         text(m["key"]),
	}
	switch panel.Kind {
	case Templates, Errors:
		return panel, nil
	case Stack:
		panel.Metric = Cost
		panel.Series = costAndItsLoss(panel.Run)
		return panel, nil
	case CurveOfPairs:
		panel.Curve = decodeCurve(m)
		return panel, nil
	case Chart:
		return decodeChart(m, panel)
	default:
		return Panel{}, fmt.Errorf("unknown kind %q", panel.Kind)
	}
}

func decodeChart(m map[string]any, panel Panel) (Panel, error) {
	if !panel.Metric.known() {
		return Panel{}, fmt.Errorf("unknown metric %q", panel.Metric)
	}
	for i, item := range items(m["series"]) {
		series, err := decodeSeries(fields(item), panel.Metric)
		if err != nil {
			return Panel{}, fmt.Errorf("series %d: %w", i, err)
		}
		panel.Series = append(panel.Series, series)
	}
	for _, item := range items(m["markers"]) {
		panel.Markers = append(panel.Markers, decodeMarker(fields(item)))
	}
	return panel, nil
}

func decodeSeries(m map[string]any, metric Metric) (Series, error) {
	series := Series{
		Run:    RunKey(m["run"]),
		Metric: metric,
		Split:  Split(text(m["split"])),
		Color:  parseColor(text(m["color"])),
		Dashed: m["dashed"] == true,
		Label:  text(m["label"]),
	}
	if series.Split != Train && series.Split != Validation {
		return Series{}, fmt.Errorf("unknown split %q", series.Split)
	}
	return series, nil
}

func decodeMarker(m map[string]any) Marker {
	return Marker{
		Label: text(m["label"]),
		Color: parseColor(text(m["color"])),
		Epoch: number(m["epoch"]),
		Value: number(m["value"]),
	}
}

// RunKey turns a run's id, a number or a text, into the key of its figures.
func RunKey(id any) string {
	switch id := id.(type) {
	case string:
		return id
	case float64:
		return strconv.FormatFloat(id, 'g', -1, 64)
	default:
		return ""
	}
}

func text(v any) string           { s, _ := v.(string); return s }
func number(v any) float64        { return numberOr(v, 0) }
func fields(v any) map[string]any { m, _ := v.(map[string]any); return m }
func items(v any) []any           { list, _ := v.([]any); return list }

func numberOr(v any, otherwise float64) float64 {
	if f, ok := v.(float64); ok {
		return f
	}
	return otherwise
}

func texts(v any) []string {
	var list []string
	for _, item := range items(v) {
		list = append(list, text(item))
	}
	return list
}
