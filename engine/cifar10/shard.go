package cifar10

import (
	"cmp"

	"onelayer/engine/refusal"
)

// Shard is one file of the data set ("data_batch_1"): n images and n labels.
type Shard struct {
	Name   string
	Title  string   // what the file calls itself ("training batch 1 of 5"), if it does
	Set    string   // the further test split that it belongs to ("brightness"), if it does
	Names  []string // its classes in label order, or nil for CIFAR-10's ten
	Pixels []uint8  // n×Dim, one image per row
	Labels []uint8  // n class indices, 0 to K-1

	fingerprint string  // once it is known
	moments     moments // of the images that came in records
}

// TestName is the name of the further test split that the shard belongs to.
func (s *Shard) TestName() string { return cmp.Or(s.Set, s.Name) }

// Len returns n, the number of images.
func (s *Shard) Len() int { return len(s.Labels) }

// Image returns the Dim bytes of image i. They are the shard's own.
func (s *Shard) Image(i int) []uint8 { return s.Pixels[i*Dim : (i+1)*Dim : (i+1)*Dim] }

// ClassNames returns the classes' names in label order. They are the shard's own.
func (s *Shard) ClassNames() []string {
	if s.Names == nil {
		return ClassNames[:]
	}
	return s.Names
}

// K returns how many classes there are.
func (s *Shard) K() int { return len(s.ClassNames()) }

// Counts returns how many images each class has.
func (s *Shard) Counts() []int {
	counts := make([]int, s.K())
	for _, y := range s.Labels {
		counts[y]++
	}
	return counts
}

// Validate reports the first thing that is wrong with s as a shard of CIFAR-10.
func (s *Shard) Validate() error {
	if len(s.Labels) == 0 {
		return noImages(s.Name)
	}
	if k := s.K(); k < 2 || k > MaxClasses {
		return ClassCount(s.Name, k)
	}
	if len(s.Pixels) != len(s.Labels)*Dim {
		return refusal.New(
			"pixels-for-labels",
			"{file} holds {bytes} bytes of pixels for {labels} labels; {expected} bytes are expected",
			refusal.Values{
				"file":     s.Name,
				"bytes":    len(s.Pixels),
				"labels":   len(s.Labels),
				"expected": len(s.Labels) * Dim,
			},
		)
	}
	for i, y := range s.Labels {
		if int(y) >= s.K() {
			return LabelError(s.Name, i, int64(y), s.K())
		}
	}
	return nil
}
