package train

import "onelayer/engine/cifar10"

// preparation is the part of the settings that determines which images a run trains
// on, and how they are filtered before they are standardized.
type preparation struct{ images, smoothing int }

func (h *Hyperparameters) preparation(of *Data) preparation {
	p := preparation{images: h.TrainingImages, smoothing: h.Smoothing}
	if p.images >= of.Train.Len() {
		p.images = 0
	}
	return p
}

// SeesAs reports whether the run sees images as a run with other settings does.
func (t *Trainer) SeesAs(hp Hyperparameters) bool {
	return t.hp.TrainingImages == hp.TrainingImages && t.hp.Smoothing == hp.Smoothing
}

// Prepared returns the data as a run with these settings sees them: with
// TrainingImages, the first of the training split; with Smoothing, copies of all
// images, which Prepare must smooth first. Runs with the same settings share them.
// Standardization is always that of the images trained on.
func (d *Data) Prepared(hp Hyperparameters) *Data {
	p := hp.preparation(d)
	if p == (preparation{}) {
		return d
	}
	if made, ok := d.variants[p]; ok {
		return made
	}
	made := &Data{Classes: d.Classes, Train: d.Train, Validation: d.Validation, Test: d.Test, Smoothing: p.smoothing}
	if p.images > 0 {
		made.Train = d.Train.Slice(0, p.images)
	}
	if p.smoothing > 0 {
		made.smooth()
	} else {
		made.Tests = d.Tests
		made.setStandardization(cifar10.Standardize(made.Train))
	}
	d.keep(p, made)
	return made
}

// WithTests returns the data with other further test splits. The data must be Ready.
func (d *Data) WithTests(tests []cifar10.TestSet) *Data {
	other := *d
	other.Tests, other.variants = tests, nil
	return &other
}

// TrainAsRead returns the images that runs on d train on, from the unprepared data.
func (d *Data) TrainAsRead(all *Data) *cifar10.Split { return all.Train.Slice(0, d.Train.Len()) }

// keep stores a variant, and drops those smoothed in another way: each of them is as
// large as the data.
func (d *Data) keep(p preparation, made *Data) {
	for other := range d.variants {
		if other.smoothing != p.smoothing || p.smoothing > 0 {
			delete(d.variants, other)
		}
	}
	if d.variants == nil {
		d.variants = map[preparation]*Data{}
	}
	d.variants[p] = made
}

// smoother fills copies of splits, some images at a time.
type smoother struct {
	passes int
	splits []smoothedSplit
}

type smoothedSplit struct {
	from *cifar10.Split
	to   *cifar10.Shard
	done int
}

// smooth replaces the splits by empty copies, and adds a smoother that will fill
// them.
func (d *Data) smooth() {
	d.smoother = &smoother{passes: d.Smoothing}
	for _, split := range []**cifar10.Split{&d.Train, &d.Validation, &d.Test} {
		from := *split
		shard := &cifar10.Shard{Pixels: make([]uint8, from.Len()*cifar10.Dim), Labels: make([]uint8, from.Len())}
		d.smoother.splits = append(d.smoother.splits, smoothedSplit{from: from, to: shard})
		*split = cifar10.SplitOf(shard)
	}
}

// Ready reports whether the data can be used: nothing is left for Prepare.
func (d *Data) Ready() bool { return d.smoother == nil }

// Prepare smooths up to n more images, and reports whether the data are ready.
func (d *Data) Prepare(n int) (ready bool) {
	if d.smoother == nil {
		return true
	}
	for i := range d.smoother.splits {
		s := &d.smoother.splits[i]
		for ; n > 0 && s.done < s.to.Len(); s.done++ {
			cifar10.Smooth(s.to.Image(s.done), s.from.Image(s.done), d.smoother.passes)
			s.to.Labels[s.done] = s.from.Label(s.done)
			n--
		}
		if s.done < s.to.Len() {
			return false
		}
	}
	d.smoother = nil
	d.setStandardization(cifar10.Standardize(d.Train))
	return true
}
