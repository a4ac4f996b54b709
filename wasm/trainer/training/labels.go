package training

import (
	"slices"

	"onelayer/engine/cifar10"
	"onelayer/engine/protocol"
	"onelayer/engine/protocol/wire"
	"onelayer/engine/refusal"
)

// labelSet are labels that came without images.
type labelSet struct {
	cifar10.LabelSet
	alone error // the message if their images are not there
}

func decodeLabelSet(message map[string]any) (set labelSet, err error) {
	var came protocol.LabelsAlone
	err = wire.Decode(message, &came)
	set.Name, set.Y, set.alone = came.Labels, came.Y, refusal.Of(came.Alone)
	return set, err
}

// withLabels adds sets of labels to a dataset, and returns an error for each that belongs
// to other images. A single set is used for training at once.
func withLabels(d *cifar10.Dataset, sets []labelSet) (*cifar10.Dataset, []error) {
	var refused []error
	for _, set := range sets {
		other, ok := d.AddLabels(set.LabelSet)
		if !ok {
			refused = append(refused, set.alone)
			continue
		}
		d = other
		if len(sets) == 1 {
			if used, err := d.UseLabels(set.Name); err == nil {
				d = used
			}
		}
	}
	return d, refused
}

// replyLabels answers with the labels of a set.
func (s *Session) replyLabels(id int, c protocol.LabelSet) error {
	for _, set := range s.dataset.Labels {
		if set.Name == c.Name {
			s.Reply(id, slices.Clone(set.Y))
			return nil
		}
	}
	return cifar10.NoSuchLabels(c.Name)
}

// useLabels trains with other labels from now on.
func (s *Session) useLabels(id int, c protocol.UseLabels) error {
	if s.loading != nil {
		return refusal.New("loading-wait", "Files are still being loaded. Wait until they are in.", nil)
	}
	dataset, err := s.dataset.UseLabels(c.Name)
	if err != nil {
		return err
	}
	s.openDataset(dataset)
	s.whenReached(func() { s.Reply(id, s.describe()) })
	return nil
}
