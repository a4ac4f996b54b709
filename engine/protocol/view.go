package protocol

import (
	"strconv"

	"onelayer/engine/protocol/wire"
)

// RunKey names figures that the view keeps: a run's by its id, others by a text. On the
// wire an id is a number.
type RunKey string

// KeyOf is the key of a run's figures.
func KeyOf(run int) RunKey { return RunKey(strconv.Itoa(run)) }

// Encode implements wire.Value.
func (k RunKey) Encode() any {
	if id, err := strconv.Atoi(string(k)); err == nil {
		return id
	}
	return string(k)
}

// Decode reads what Encode wrote.
func (k *RunKey) Decode(value any) error {
	if text, ok := value.(string); ok {
		*k = RunKey(text)
		return nil
	}
	var id int
	if err := wire.Decode(value, &id); err != nil {
		return err
	}
	*k = KeyOf(id)
	return nil
}

// The messages of the page to the view. Frames go the same way.
type (
	// Begin lets the view's program start, which takes the page's time: the first data are
	// there.
	Begin struct{}
	// Connect gives the view its end of a channel to a worker.
	Connect struct {
		Worker string
		Port   wire.Port
	}
	// Zoom shows By times as many epochs in the charts, or the epochs between From and
	// To; without any of them, all.
	Zoom struct {
		By   float64 `wire:"optional"`
		From float64 `wire:"optional"`
		To   float64 `wire:"optional"`
	}
	// Enlarge gives the panel with that title the place of all charts; an empty title
	// shows all again.
	Enlarge struct{ Title string }
	// Forget drops the figures of a run that is no longer on the list.
	Forget struct{ Run RunKey }
	// PictureWanted asks for what is shown as a picture: Picture, with the same Turn, above 0.
	PictureWanted struct{ Turn int }
)

// The messages of the view to the page.
type (
	// ViewCompiled says that the view's program could start: it waits for Begin.
	ViewCompiled struct{}
	// ViewReady is the program's first one: the view runs and speaks Version.
	ViewReady struct{ Version int }
	// ViewFailed is the last one: the view has ended.
	ViewFailed struct{ Message string }
	// Hovered is the epoch under the pointer, or none.
	Hovered struct{ Epoch *float64 }
	// TilePressed says that a class's weight picture was chosen.
	TilePressed struct {
		Run   RunKey
		Class int
	}
	// LogWanted asks for logarithmic axes of cost and loss, or for linear ones: the
	// page answers with a scene that has them.
	LogWanted struct{ On bool }
	// Zoomed says which epochs the charts show, or move to. Whole: all of them.
	Zoomed struct {
		From, To float64
		Whole    bool
	}
	// Enlarged says which panel has the place of all charts; an empty title: none.
	Enlarged struct{ Title string }
	// Laid says where the scene's panels are, where the cells of its heat maps are, and
	// the space for the page's buttons for the machine's image.
	Laid struct {
		Boxes, Cells []PanelBox
		Buttons      PanelBox
	}
	// Picture is what the view shows, in CSS pixels: the answer to PictureWanted with
	// that Turn, or, with 0, sent a second after a change.
	Picture struct {
		Turn int
		SVG  string
	}
	// PanelBox is a place in the view in CSS pixels; it has no size while it is not shown.
	PanelBox struct{ X, Y, Width, Height float64 }
)

var (
	// ToView are all messages of the page to the view.
	ToView = []any{Begin{}, Connect{}, Scene{}, Zoom{}, Enlarge{}, Forget{}, PictureWanted{}}
	// FromView are all messages of the view to the page.
	FromView = []any{
		ViewCompiled{}, ViewReady{}, ViewFailed{}, Hovered{}, TilePressed{}, LogWanted{}, Zoomed{}, Enlarged{}, Laid{},
		Picture{},
	}
)
