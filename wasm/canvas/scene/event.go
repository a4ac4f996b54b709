package scene

// Event is what the view tells the page.
type Event interface {
	// Encode returns the event as an object for the page.
	Encode() map[string]any
}

type (
	// Hovered tells the epoch that is pointed at, NaN if none is, in which chart,
	// and what all charts say of it.
	Hovered struct {
		Epoch  float64
		Chart  Metric
		Values []Figure
	}
	// TilePressed tells that a weight picture was chosen.
	TilePressed struct {
		Run   string
		Class int
	}
	// LogWanted tells that the cost's and the loss's axes are wanted logarithmic,
	// or not: the page sends a scene in which they are.
	LogWanted struct{ On bool }
	// Zoomed tells the part of the epochs that the charts show, or glide to.
	Zoomed struct{ Window }
	// Laid tells where the scene's panels lie, with Scale device pixels to a CSS pixel.
	Laid struct {
		Boxes []Box
		Scale float64
	}
	// Enlarged tells which panel has the place of all charts, or none.
	Enlarged struct{ Title string }
)

// Encode implements Event.
func (e Hovered) Encode() map[string]any {
	if e.Epoch != e.Epoch {
		return map[string]any{"view": "hovered", "epoch": nil, "chart": nil, "values": []any{}}
	}
	values := []any{}
	for _, figure := range e.Values {
		values = append(values, map[string]any{"panel": figure.Panel, "label": figure.Label, "value": figure.Value})
	}
	return map[string]any{"view": "hovered", "epoch": e.Epoch, "chart": string(e.Chart), "values": values}
}

// Encode implements Event.
func (e TilePressed) Encode() map[string]any {
	return map[string]any{"view": "pressed", "class": e.Class, "run": e.Run}
}

// Encode implements Event.
func (e LogWanted) Encode() map[string]any { return map[string]any{"view": "logWanted", "on": e.On} }

// Encode implements Event.
func (e Zoomed) Encode() map[string]any {
	return map[string]any{"view": "zoomed", "from": e.From, "to": e.To, "whole": e.Whole()}
}

// Encode implements Event.
func (e Enlarged) Encode() map[string]any {
	return map[string]any{"view": "enlarged", "title": e.Title}
}

// Encode implements Event. The page's boxes are in CSS pixels.
func (e Laid) Encode() map[string]any {
	boxes := []any{}
	for _, box := range e.Boxes {
		boxes = append(boxes, map[string]any{"x": box.X / e.Scale, "y": box.Y / e.Scale, "width": box.Width / e.Scale, "height": box.Height / e.Scale})
	}
	return map[string]any{"view": "laid", "boxes": boxes}
}
