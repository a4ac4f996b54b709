package cifar10

import (
	"math/rand/v2"

	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// Variant is what a classroom experiment does to all images of a dataset, or to the
// labels that it trains on.
type Variant string

// The variants.
const (
	Grey           Variant = "grey"           // the mean of the three channels in each of them
	Red            Variant = "red"            // one channel; the others are 0
	Green          Variant = "green"          //
	Blue           Variant = "blue"           //
	Coarse         Variant = "coarse"         // 8×8 pixels: the means of 4×4 squares
	Permuted       Variant = "permuted"       // the pixels in another order, the same for all images
	ShuffledLabels Variant = "shuffledLabels" // the training shards' labels dealt out at random
)

// variantSeed is the seed of the order of the pixels and of the labels.
const variantSeed = 1

// Variant returns a changed copy of the dataset under a name that says so, without its
// other label sets. Images are copied except for ShuffledLabels.
func (d *Dataset) Variant(v Variant) (*Dataset, error) {
	name, ok := v.name(d.Name)
	if !ok {
		return nil, refusal.NotOneOf(
			"variant",
			string(Grey),
			string(Red),
			string(Green),
			string(Blue),
			string(Coarse),
			string(Permuted),
			string(ShuffledLabels),
		)
	}
	changed := *d
	changed.Name, changed.Changed = name, v
	changed.Labels, changed.LabelsUsed, changed.relabelled = nil, "", nil
	changed.Shards = make([]*Shard, len(d.Shards))
	change := v.change()
	for i, shard := range d.Shards {
		switch {
		case v == ShuffledLabels && d.Roles[i] == Train:
			changed.Shards[i] = shard.shuffled()
		case v == ShuffledLabels:
			changed.Shards[i] = shard
		default:
			changed.Shards[i] = shard.changed(change)
		}
	}
	return &changed, nil
}

// name returns the name of a dataset after the change.
func (v Variant) name(of phrase.Text) (name phrase.Text, ok bool) {
	data := phrase.Values{"data": of}
	switch v {
	case Grey:
		return phrase.New("data-grey", "{data}, grey", data), true
	case Red:
		return phrase.New("data-red", "{data}, red alone", data), true
	case Green:
		return phrase.New("data-green", "{data}, green alone", data), true
	case Blue:
		return phrase.New("data-blue", "{data}, blue alone", data), true
	case Coarse:
		return phrase.New("data-coarse", "{data}, 8 × 8 pixels", data), true
	case Permuted:
		return phrase.New("data-permuted", "{data}, pixels permuted", data), true
	case ShuffledLabels:
		return phrase.New("data-shuffled-labels", "{data}, labels shuffled", data), true
	}
	return phrase.Text{}, false
}

// change returns what a variant does to an image: from src to dst, Dim bytes each.
func (v Variant) change() func(dst, src []uint8) {
	switch v {
	case Grey:
		return grey
	case Red, Green, Blue:
		channel := map[Variant]int{Red: 0, Green: 1, Blue: 2}[v]
		return func(dst, src []uint8) { copy(dst[channel*plane:][:plane], src[channel*plane:]) }
	case Coarse:
		return coarse
	default:
		order := rand.New(rand.NewPCG(variantSeed, 0)).Perm(plane)
		return func(dst, src []uint8) {
			for d := range dst {
				dst[d] = src[d/plane*plane+order[d%plane]]
			}
		}
	}
}

// plane is how many numbers a channel has.
const plane = Height * Width

func grey(dst, src []uint8) {
	for i := range plane {
		mean := uint8((int(src[i]) + int(src[plane+i]) + int(src[2*plane+i]) + 1) / 3)
		dst[i], dst[plane+i], dst[2*plane+i] = mean, mean, mean
	}
}

// square is the side of the squares that Coarse turns into one pixel.
const square = 4

func coarse(dst, src []uint8) {
	for d := 0; d < Dim; d++ {
		y, x := d/Width%Height, d%Width
		if y%square != 0 || x%square != 0 {
			dst[d] = dst[d-y%square*Width-x%square]
			continue
		}
		sum := square * square / 2
		for row := range square {
			for column := range square {
				sum += int(src[d+row*Width+column])
			}
		}
		dst[d] = uint8(sum / (square * square))
	}
}

// changed returns a copy of the shard with every image changed.
func (s *Shard) changed(change func(dst, src []uint8)) *Shard {
	copied := &Shard{
		Name:   s.Name,
		Title:  s.Title,
		Set:    s.Set,
		Names:  s.Names,
		Labels: s.Labels,
		Pixels: make([]uint8, len(s.Pixels)),
	}
	for i := range s.Len() {
		change(copied.Image(i), s.Image(i))
	}
	return copied
}

// shuffled returns the shard with its labels dealt out at random: as many of each
// class as before.
func (s *Shard) shuffled() *Shard {
	labels := append([]uint8(nil), s.Labels...)
	rng := rand.New(rand.NewPCG(variantSeed, uint64(len(labels))))
	rng.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
	return &Shard{Name: s.Name, Title: s.Title, Set: s.Set, Names: s.Names, Pixels: s.Pixels, Labels: labels}
}
