package reader

import (
	"slices"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// pair is an array of images with its labels.
type pair struct {
	images *array
	n      int
	labels []uint8
}

// arrange sorts the arrays found into images with their labels, and yields shards
// of them. Labels that remain are other labels of the training images.
func (w *walk) arrange() {
	arrays := w.arrays
	w.arrays = nil
	var images, labels []*array
	for _, a := range arrays {
		if _, ok := a.layoutOf(); ok {
			images = append(images, a)
		} else if _, ok := a.isLabels(); ok {
			labels = append(labels, a)
		} else {
			w.passBy(isShape(a))
		}
	}
	used := map[*array]bool{}
	var pairs []pair
	for _, a := range images {
		if p, err := w.match(a, images, labels, used); err != nil {
			w.fail(err)
		} else {
			pairs = append(pairs, p)
		}
	}
	if len(pairs) > 0 {
		w.pairs(pairs)
	}
	for _, a := range labels {
		if !used[a] && !w.stopped {
			w.otherLabels(a)
		}
	}
}

// match finds the labels of an array of images: those whose name differs from its own
// by the words for images and labels, else the only ones there are.
func (w *walk) match(a *array, images, labels []*array, used map[*array]bool) (pair, error) {
	l, _ := a.layoutOf()
	p := pair{images: a, n: l.images}
	likely := candidates(a, l.images, images, labels)
	var found *array
	switch len(likely) {
	case 0:
		return p, refusal.New("labels-missing", "{file} holds {images} images without labels: open {labels} with it",
			refusal.Values{"file": a.shown, "images": l.images, "labels": partner(a.name + ".npy")})
	case 1:
		found = likely[0]
	default:
		names := make([]string, len(likely))
		for i, candidate := range likely {
			names[i] = candidate.shown
		}
		text := phrase.New(
			"which-labels",
			"Which are the labels of {file} ({images} images)?",
			phrase.Values{"file": a.shown, "images": l.images},
		)
		chosen, err := w.askOne(
			text,
			plain(names),
			refusal.New("labels-unclear", "{file}: its labels may be {labels}. Open it with one of them alone",
				refusal.Values{"file": a.shown, "labels": strings.Join(names, ", ")}),
		)
		if err != nil {
			return p, err
		}
		found = likely[chosen]
	}
	used[found] = true
	if p.images.classes == nil {
		p.images.classes = found.classes
	}
	var err error
	w.room += found.held
	p.labels, err = found.labels()
	return p, err
}

// candidates are the arrays that may be the labels of n images.
func candidates(a *array, n int, images, labels []*array) []*array {
	var all, sameName, nameless, free []*array
	name := residue(a.name)
	for _, l := range labels {
		if m, _ := l.isLabels(); m != n {
			continue
		}
		all = append(all, l)
		switch theirs := residue(l.name); {
		case theirs == name:
			sameName = append(sameName, l)
		case theirs == "":
			nameless = append(nameless, l)
		case !slices.ContainsFunc(images, func(other *array) bool { return residue(other.name) == theirs }):
			free = append(free, l)
		}
	}
	inFile := func(l *array) bool { return l.path != a.path }
	for _, some := range [][]*array{sameName, nameless, free, all} {
		if near := slices.DeleteFunc(slices.Clone(some), inFile); len(near) > 0 {
			return near
		}
		if len(some) > 0 {
			return some
		}
	}
	return nil
}

// pairs yields the shards of images with labels. What the labels mean is decided for
// all together: a test split need not have images of every class.
func (w *walk) pairs(pairs []pair) {
	classes, err := w.classesOf(pairs)
	if err != nil {
		w.fail(err)
		return
	}
	for _, p := range pairs {
		w.room += p.images.held // it becomes shards
		if err := w.shards(p, classes); err != nil {
			w.fail(err)
		}
		if w.stopped {
			return
		}
	}
}

// shards reads an array's images and yields them in shards of ten thousand.
func (w *walk) shards(p pair, classes *relabelling) error {
	if err := cifar10.Fits(p.images.shown, p.n, cifar10.Unlimited); err != nil {
		return err
	}
	r, err := p.images.images()
	if err != nil {
		return err
	}
	defer r.close()
	size := shardOfRows
	if r.layout.columns {
		size = p.n
	}
	parts := (p.n + size - 1) / size
	for part := range parts {
		from := part * size
		n := min(size, p.n-from)
		if err := cifar10.Fits(p.images.shown, n, w.room); err != nil {
			return err
		}
		pixels, err := r.read(make([]uint8, 0, n*cifar10.Dim), n)
		if err != nil {
			return err
		}
		shard := &cifar10.Shard{
			Name:   partName(p.images.shardName(), part+1, parts),
			Pixels: pixels,
			Labels: slices.Clone(p.labels[from : from+n]),
		}
		shard.Set = p.images.set()
		if err := classes.apply(shard); err != nil {
			return err
		}
		if w.emit(shard); w.stopped {
			return nil
		}
	}
	return nil
}

// shardName is the name of an array's images: their file, and the array in it.
func (a *array) shardName() string {
	file := stem(a.file)
	if rest := residue(a.name); file != a.name && rest != "" {
		return file + " " + rest
	}
	return file
}

// set names the further test split that an array's images belong to.
func (a *array) set() string {
	if set := setOf(a.name); set != "" {
		return set
	}
	return setOf(a.path)
}

// otherLabels hands labels that came without images to the caller, which may have
// the images already.
func (w *walk) otherLabels(a *array) {
	alone := refusal.New("images-missing", "{file} holds {labels} labels and no images: open {images} with it",
		refusal.Values{"file": a.shown, "labels": a.items(), "images": partner(a.name + ".npy")})
	if w.source.Labels == nil {
		w.fail(alone)
		return
	}
	y, err := a.labels()
	if err != nil {
		w.fail(err)
		return
	}
	w.yielded++
	w.source.Labels(Labels{Name: strings.TrimSpace(strings.ReplaceAll(a.name, "_", " ")), Y: y, Alone: alone})
}
