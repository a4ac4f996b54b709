package protocol

import (
	"onelayer/engine/cifar10"
	"onelayer/engine/phrase"
)

// Data is a dataset as the page shows it, in numbers of images.
type Data struct {
	Name        phrase.Text
	Drawn       bool            // the sample, which is not CIFAR-10
	Variant     cifar10.Variant // how a classroom experiment has changed the opened data
	Splits      SplitSizes
	Unused      int
	Classes     []string // the names of 2 to 20, in the labels' order
	Official    bool     // whether they are CIFAR-10's ten
	Tests       []TestSplit
	Labels      OtherLabels
	Undo        bool // the data before can be brought back
	Shards      []Shard
	HoldOut     cifar10.HoldOut
	Why         phrase.Text // the roles in a sentence, or nothing
	Duplicates  Duplicates
	Fingerprint string // names the content and its split; empty for the sample
}

// TestSplit is a further test split.
type TestSplit struct {
	Name   string
	Images int
}

// OtherLabels are sets of other labels of the training images, and the set that is
// used for training: with no name, the images' own labels.
type OtherLabels struct {
	Used string
	Sets []OtherLabelSet
}

// OtherLabelSet is one of them.
type OtherLabelSet struct {
	Name      string
	Images    int
	Differing float64 // the share of the images that it labels differently
}

// SplitSizes are how many images each split has.
type SplitSizes struct{ Train, Validation, Test int }

// Duplicates are how many images of validation and of the test are also in the
// training split.
type Duplicates struct{ Validation, Test int }

// Shard is a shard of Data.
type Shard struct {
	Name        string
	Title       string // what the file calls itself, or nothing
	Images      int
	Role        cifar10.Role
	Set         string // the further test split that it belongs to, or nothing
	Counts      []int  // images of each class
	Fingerprint string // names the content; empty for the sample
}

// Describe returns a dataset as the page shows it. The caller adds the fingerprint and
// the duplicates, which take time, and whether there are data to go back to.
func Describe(d *cifar10.Dataset) Data {
	data := Data{
		Name:     d.Name,
		Drawn:    d.Drawn,
		Variant:  d.Changed,
		Classes:  d.ClassNames(),
		Official: d.Official(),
		HoldOut:  d.HoldOut,
		Why:      d.Why,
		Splits: SplitSizes{
			Train:      d.Split(cifar10.Train).Len(),
			Validation: d.Split(cifar10.Validation).Len(),
			Test:       d.Split(cifar10.Test).Len(),
		},
	}
	for _, set := range d.Tests() {
		data.Tests = append(data.Tests, TestSplit{Name: set.Name, Images: set.Split.Len()})
	}
	data.Labels.Used = d.LabelsUsed
	for _, set := range d.Labels {
		data.Labels.Sets = append(
			data.Labels.Sets,
			OtherLabelSet{Name: set.Name, Images: len(set.Y), Differing: d.Differing(set)},
		)
	}
	for i, shard := range d.Shards {
		s := Shard{Name: shard.Name, Title: shard.Title, Images: shard.Len(), Role: d.Roles[i], Set: shard.Set}
		counts := shard.Counts()
		s.Counts = counts[:]
		if !d.Drawn { // the sample's are the same at every visit, and not worth the wait
			s.Fingerprint = shard.Fingerprint()
		}
		if s.Role == cifar10.Unused {
			data.Unused += s.Images
		}
		data.Shards = append(data.Shards, s)
	}
	return data
}
