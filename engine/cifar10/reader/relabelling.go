package reader

import (
	"fmt"
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
)

// relabelling is the meaning of the labels in files: the classes' names, and for a
// choice of classes, the new label of each old one.
type relabelling struct {
	names []string // nil for CIFAR-10's ten
	to    []int    // by old label; -1 = not chosen; nil = the labels stay
}

// apply gives a shard its classes and drops the images of other classes.
func (m *relabelling) apply(shard *cifar10.Shard) error {
	shard.Names = m.names
	if m.to == nil {
		return shard.Validate()
	}
	kept := 0
	for i, y := range shard.Labels {
		if int(y) >= len(m.to) {
			return cifar10.LabelError(shard.Name, i, int64(y), len(m.to))
		}
		if m.to[y] < 0 {
			continue
		}
		shard.Labels[kept] = uint8(m.to[y])
		copy(shard.Pixels[kept*cifar10.Dim:], shard.Image(i))
		kept++
	}
	shard.Labels, shard.Pixels = shard.Labels[:kept], shard.Pixels[:kept*cifar10.Dim]
	return shard.Validate()
}

// classesOf decides what the labels of arrays mean: by the names that came with them,
// or by how many there are.
func (w *walk) classesOf(pairs []pair) (*relabelling, error) {
	k, images := 0, 0
	names := w.names
	for _, p := range pairs {
		images += p.n
		k = max(k, int(slices.Max(p.labels))+1)
		if names == nil {
			names = p.images.classes
		}
	}
	switch {
	case slices.Equal(names, cifar10.ClassNames[:]):
		return new(relabelling), nil
	case 2 <= len(names) && len(names) <= cifar10.MaxClasses && k <= len(names):
		return &relabelling{names: names}, nil
	case k <= cifar10.Classes:
		return w.classesOfFew(pairs[0].images.shown, k, images)
	case k <= cifar10.MaxClasses:
		return &relabelling{names: numbered(k)}, nil
	case k <= len(fineNames):
		return w.choose100(pairs[0].images.shown)
	}
	return nil, cifar10.ClassCount(pairs[0].images.shown, k)
}

// classesOfFew asks whether fewer classes than CIFAR-10's are CIFAR-10 with some missing,
// unless there are so few images that some must be missing.
func (w *walk) classesOfFew(file string, k, images int) (*relabelling, error) {
	const enough = 100
	if k == cifar10.Classes || k < 2 || images < enough {
		return new(relabelling), nil
	}
	text := phrase.New(
		"which-classes",
		"{file} has the labels 0 to {last}. What are they?",
		phrase.Values{"file": file, "last": k - 1},
	)
	chosen, err := w.askOne(text, []phrase.Text{
		phrase.New(
			"classes-official",
			"CIFAR-10’s, from airplane to {last}",
			phrase.Values{"last": cifar10.ClassNames[k-1]},
		),
		phrase.New("classes-own", "{classes} classes of my own", phrase.Values{"classes": k}),
	}, nil)
	if err == nil && chosen == 1 {
		return &relabelling{names: numbered(k)}, nil
	}
	return new(relabelling), nil
}

// numbered names classes that have no names.
func numbered(k int) []string {
	names := make([]string, k)
	for i := range names {
		names[i] = fmt.Sprint("class ", i)
	}
	return names
}
