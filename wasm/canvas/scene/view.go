package scene

import (
	"fmt"
	"math"
)

// View is the state of what is shown: the page's scene, the worker's figures,
// the size and where the pointer is. It holds no state of the training.
type View struct {
	scene     Scene
	histories map[string]History
	pictures  map[string]*Picture
	errors    map[string]*ErrorPicture
	networks  map[string]*network
	machine   machine
	lastWork  work // of the machine, as last drawn
	evidence  struct {
		key     evidenceKey
		picture *Picture
	}
	blend struct {
		key     blendKey
		picture *Picture
	}
	common        commonScale
	minibatch     map[string]MinibatchLosses
	zoom          zoom
	enlarged      string  // title of the panel that has the place of all charts
	still         bool    // for a picture that can't be pressed
	width, height float64 // device pixels
	scale         float64 // device pixels of a CSS pixel
	epoch         float64 // under the pointer; NaN without
	pointed       pointedTile
}

type pointedTile struct {
	run   string
	class int
	strip bool    // the class's examples are
	share float64 // of the weights in their blend with the class's mean, along its examples
	on    bool
}

// NewView returns a view without a scene.
func NewView() *View {
	return &View{
		histories: map[string]History{},
		pictures:  map[string]*Picture{},
		errors:    map[string]*ErrorPicture{},
		minibatch: map[string]MinibatchLosses{},
		networks:  map[string]*network{},
		machine:   machine{minibatch: map[string]*minibatchImages{}},
		scale:     1,
		epoch:     math.NaN(),
	}
}

// Resize sets the size in device pixels and how many of them a CSS pixel has.
// It reports whether anything changed.
func (v *View) Resize(width, height, scale float64) bool {
	changed := v.width != width || v.height != height || v.scale != scale
	v.width, v.height, v.scale = width, height, scale
	return changed
}

// At returns a copy of the view for a picture of another size, without pointing
// or pressing.
func (v *View) At(width, height float64) *View {
	still := *v
	still.Resize(width, height, 1)
	still.epoch, still.pointed, still.still = math.NaN(), pointedTile{}, true
	return &still
}

// SetScene shows another scene.
func (v *View) SetScene(scene Scene) { v.scene = scene }

// Theme returns the scene's colours and typeface.
func (v *View) Theme() Theme { return v.scene.Theme }

// SetWeights shows a run's new weights, 10×3072 row-major, and its biases, 10.
func (v *View) SetWeights(run string, weights, bias []float32) error {
	picture, err := NewPicture(weights)
	if err != nil {
		return fmt.Errorf("run %s: %w", run, err)
	}
	v.pictures[run], v.networks[run] = picture, newNetwork(weights, bias)
	return nil
}

// SetHistory replaces a run's history, starting at a row.
func (v *View) SetHistory(run string, from int, points []float64) error {
	history, err := v.histories[run].replace(from, points)
	if err != nil {
		return fmt.Errorf("run %s: %w", run, err)
	}
	v.histories[run] = history
	return nil
}

// SetMinibatch replaces a run's minibatch losses, starting at a value.
func (v *View) SetMinibatch(run string, from int, next MinibatchLosses) error {
	losses, err := v.minibatch[run].replace(from, next)
	if err != nil {
		return fmt.Errorf("run %s: %w", run, err)
	}
	v.minibatch[run] = losses
	return nil
}

// Forget drops the figures of a run that will not be shown again.
func (v *View) Forget(run string) {
	delete(v.histories, run)
	delete(v.pictures, run)
	delete(v.networks, run)
	delete(v.minibatch, run)
	delete(v.machine.minibatch, run)
}

// Enlarge gives the panel with that title the place of all charts; an empty title
// shows all again. It reports whether that changes the picture.
func (v *View) Enlarge(title string) bool {
	changed := title != v.enlarged
	v.enlarged = title
	return changed
}

// Enlarged returns the title of the panel that is shown alone, or "".
func (v *View) Enlarged() string {
	if v.shows(func(p Panel) bool { return p.Title == v.enlarged && p.Kind != Templates }) {
		return v.enlarged
	}
	return ""
}

// SetErrors shows the relative errors of a gradient's 10×3072 weights, row-major;
// the biases' errors that may follow have no picture. An empty list shows
// nothing.
func (v *View) SetErrors(key string, errors []float64) error {
	if len(errors) == 0 {
		delete(v.errors, key)
		return nil
	}
	picture, err := NewErrorPicture(errors)
	if err != nil {
		return fmt.Errorf("errors %s: %w", key, err)
	}
	v.errors[key] = picture
	return nil
}

// PointAtEpoch shows all figures of one epoch; NaN shows the last ones again.
// It reports whether that changes the picture.
func (v *View) PointAtEpoch(epoch float64) bool {
	same := epoch == v.epoch || math.IsNaN(epoch) && math.IsNaN(v.epoch)
	v.epoch = epoch
	return !same
}

// Epoch returns the epoch under the pointer, NaN for none.
func (v *View) Epoch() float64 { return v.epoch }

// PointAtTile marks a weight picture, or none if on is false. It reports whether
// that changes the picture.
func (v *View) PointAtTile(run string, class int, on bool) bool {
	return v.pointAt(pointedTile{run: run, class: class, on: on})
}

func (v *View) pointAt(pointed pointedTile) bool {
	changed := pointed != v.pointed
	v.pointed = pointed
	return changed
}
