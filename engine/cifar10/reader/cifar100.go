package reader

import (
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// coarseNames are CIFAR-100's 20 superclasses in label order.
var coarseNames = strings.Fields(
	"aquatic_mammals fish flowers food_containers fruit_and_vegetables household_electrical_devices " +
		"household_furniture insects large_carnivores large_man-made_outdoor_things large_natural_outdoor_scenes " +
		"large_omnivores_and_herbivores medium_mammals non-insect_invertebrates people reptiles small_mammals trees vehicles_1 vehicles_2",
)

// fineNames are its 100 classes in label order.
var fineNames = strings.Fields(
	"apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly " +
		"camel can castle caterpillar cattle chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur dolphin " +
		"elephant flatfish forest fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion lizard lobster man " +
		"maple_tree motorcycle mountain mouse mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree plain " +
		"plate poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark shrew skunk skyscraper snail snake " +
		"spider squirrel streetcar sunflower sweet_pepper table tank telephone television tiger tractor train trout tulip turtle " +
		"wardrobe whale willow_tree wolf woman worm",
)

// spaced puts spaces where CIFAR-100 has underscores.
func spaced(names []string) []string {
	return strings.Split(strings.ReplaceAll(strings.Join(names, "\n"), "_", " "), "\n")
}

// relabelling100 is the visitor's choice for all files of CIFAR-100 that are opened
// together.
type relabelling100 struct {
	coarse bool
	*relabelling
}

// relabel100 asks once whether to use CIFAR-100's 20 superclasses, if they are known, or
// some of its 100 classes.
func (w *walk) relabel100(file string, hasCoarse bool) (*relabelling100, error) {
	if w.refused100 != nil || w.cifar100 != nil && (hasCoarse || !w.cifar100.coarse) {
		return w.cifar100, w.refused100
	}
	if !hasCoarse {
		chosen, err := w.choose100(file)
		w.cifar100, w.refused100 = &relabelling100{relabelling: chosen}, err
		return w.cifar100, err
	}
	text := phrase.New("cifar-100", "{file} is CIFAR-100. Which of its labels?", phrase.Values{"file": file})
	by, err := w.askOne(text, []phrase.Text{
		phrase.New("cifar-100-coarse", "its 20 superclasses", nil),
		phrase.New("cifar-100-fine", "some of its 100 classes, which I choose", nil),
	}, isCIFAR100(file))
	if err == nil && by == 1 {
		chosen, err := w.choose100(file)
		w.cifar100, w.refused100 = &relabelling100{relabelling: chosen}, err
		return w.cifar100, err
	}
	if err != nil {
		w.refused100 = err
		return nil, err
	}
	w.cifar100 = &relabelling100{coarse: true, relabelling: &relabelling{names: spaced(coarseNames)}}
	return w.cifar100, nil
}

// choose100 lets the visitor choose among the 100 classes.
func (w *walk) choose100(file string) (*relabelling, error) {
	names := spaced(fineNames)
	chosen, err := w.ask(Question{
		Text: phrase.New(
			"cifar-100-classes",
			"Which classes of CIFAR-100? Choose {least} to {most}.",
			phrase.Values{"least": 2, "most": cifar10.MaxClasses},
		),
		Options: plain(names), Least: 2, Most: cifar10.MaxClasses,
	}, isCIFAR100(file))
	if err != nil {
		return nil, err
	}
	m := &relabelling{to: make([]int, len(names))}
	for i := range m.to {
		m.to[i] = -1
	}
	for label, i := range chosen {
		m.to[i] = label
		m.names = append(m.names, names[i])
	}
	return m, nil
}

// isCIFAR100 refuses a file of CIFAR-100 where nobody can choose its classes.
func isCIFAR100(file string) error {
	return refusal.New(
		"cifar-100-refused",
		"{file} is CIFAR-100, with 100 classes. Choose its 20 superclasses or 2 to 20 of its classes, or open CIFAR-10",
		refusal.Values{"file": file},
	)
}

// shard100 makes a shard of images with both kinds of labels, or with the fine ones
// alone, as the visitor has chosen.
func (w *walk) shard100(shard *cifar10.Shard, coarse, fine []uint8) (*cifar10.Shard, error) {
	m, err := w.relabel100(shard.Name, coarse != nil)
	if err != nil {
		return nil, err
	}
	shard.Labels = fine
	if m.coarse {
		shard.Labels = coarse
	}
	if len(shard.Labels)*cifar10.Dim != len(shard.Pixels) {
		return nil, labelCount(shard.Name, len(shard.Labels), len(shard.Pixels)/cifar10.Dim)
	}
	return shard, m.apply(shard)
}

// cifar100Refused is the code of isCIFAR100's refusal.
const cifar100Refused = "cifar-100-refused"
