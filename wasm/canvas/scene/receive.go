package scene

import (
	"slices"

	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
)

// Receive keeps the figures of a frame from a worker or the page. It reports
// whether a panel shows them. A frame of another kind is ignored.
func (v *View) Receive(message map[string]any) (shown bool, err error) {
	frame, err := wire.DecodeFrame(protocol.Frames, message)
	if err != nil {
		return false, err
	}
	switch f := frame.(type) {
	case protocol.WeightsFrame:
		run := string(f.Run)
		err = v.SetWeights(run, f.Weights, f.Bias)
		return v.shows(func(p Panel) bool { return p.pictures() && p.Run == run }), err
	case protocol.HistoryFrame:
		run := string(f.Run)
		points, _ := f.Points.Encode().([]float64)
		err = v.SetHistory(run, f.From, points)
		return v.shows(func(p Panel) bool { return p.draws(run) }), err
	case protocol.MinibatchFrame:
		run := string(f.Run)
		err = v.SetMinibatch(run, f.From, MinibatchLosses{Start: f.Start, Width: f.Width, Values: f.Values})
		return v.shows(func(p Panel) bool { return p.Minibatch == run }), err
	case protocol.ErrorsFrame:
		err = v.SetErrors(f.Key, f.Errors)
		return v.shows(func(p Panel) bool { return p.Kind == Errors && p.Key == f.Key }), err
	}
	return v.receiveImages(frame)
}

// receiveImages keeps the images that the machine shows.
func (v *View) receiveImages(frame any) (shown bool, err error) {
	switch f := frame.(type) {
	case protocol.DataFrame:
		var scaling *scaling
		if scaling, err = newScaling(f.Mean, f.Std); err == nil {
			err = v.machine.setData(scaling, f.Labels, f.Pixels)
		}
	case protocol.ImageFrame:
		err = v.machine.setSubject(f.Pixels, f.Label, f.Caption, f.X)
	case protocol.MeansFrame:
		err = v.machine.setMeans(f.Pixels)
	case protocol.MinibatchImagesFrame:
		run := string(f.Run)
		err = v.machine.setMinibatch(run, f.Pixels, f.Size)
		return v.shows(func(p Panel) bool { return p.Kind == Machine && p.Run == run }), err
	default:
		return false, nil
	}
	return v.shows(func(p Panel) bool { return p.Kind == Machine }), err
}

func (v *View) shows(is func(Panel) bool) bool {
	return slices.ContainsFunc(v.scene.Panels, is)
}

// draws reports whether a chart has a line of a run.
func (p Panel) draws(run string) bool {
	return slices.ContainsFunc(p.Series, func(s Series) bool { return s.Run == run })
}
