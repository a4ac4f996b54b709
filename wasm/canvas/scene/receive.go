package scene

import "slices"

// Receive keeps the figures of a frame, whoever sent it: a worker or the page. It
// reports whether a panel shows them. A frame of another kind is passed over.
func (v *View) Receive(frame map[string]any) (shown bool, err error) {
	run := RunKey(frame["run"])
	switch frame["frame"] {
	case "weights":
		weights, _ := frame["weights"].([]float32)
		err = v.SetWeights(run, weights)
		return v.shows(func(p Panel) bool { return p.Kind == Templates && p.Run == run }), err
	case "history":
		points, _ := frame["points"].([]float64)
		err = v.SetHistory(run, int(number(frame["from"])), points)
		return v.shows(func(p Panel) bool { return p.draws(run) }), err
	case "minibatch":
		values, _ := frame["values"].([]float32)
		next := MinibatchLosses{Start: number(frame["start"]), Width: number(frame["width"]), Values: values}
		err = v.SetMinibatch(run, int(number(frame["from"])), next)
		return v.shows(func(p Panel) bool { return p.Minibatch == run }), err
	case "errors":
		key := text(frame["key"])
		errors, _ := frame["errors"].([]float64)
		err = v.SetErrors(key, errors)
		return v.shows(func(p Panel) bool { return p.Kind == Errors && p.Key == key }), err
	}
	return false, nil
}

func (v *View) shows(is func(Panel) bool) bool {
	return slices.ContainsFunc(v.scene.Panels, is)
}

// draws reports whether a chart has a line of a run.
func (p Panel) draws(run string) bool {
	return slices.ContainsFunc(p.Series, func(s Series) bool { return s.Run == run })
}
