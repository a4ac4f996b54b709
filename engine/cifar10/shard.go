package cifar10

import "fmt"

// Shard is one file of the data set ("data_batch_1"): n images and n labels.
type Shard struct {
	Name   string
	Title  string  // what the file calls itself ("training batch 1 of 5"), if it does
	Pixels []uint8 // n×Dim, an image a row
	Labels []uint8 // n class indices, 0 to Classes-1

	fingerprint string // once it is known
}

// Len returns n, the number of images.
func (s *Shard) Len() int { return len(s.Labels) }

// Image returns the Dim bytes of image i. They are the shard's own.
func (s *Shard) Image(i int) []uint8 { return s.Pixels[i*Dim : (i+1)*Dim : (i+1)*Dim] }

// Counts returns how many images each class has.
func (s *Shard) Counts() [Classes]int {
	var counts [Classes]int
	for _, y := range s.Labels {
		counts[y]++
	}
	return counts
}

// Validate reports the first way in which s is not a shard of CIFAR-10.
func (s *Shard) Validate() error {
	if len(s.Labels) == 0 {
		return fmt.Errorf("%s holds no images", s.Name)
	}
	if len(s.Pixels) != len(s.Labels)*Dim {
		return fmt.Errorf("%s holds %d bytes of pixels for %d labels; %d bytes are expected", s.Name, len(s.Pixels), len(s.Labels), len(s.Labels)*Dim)
	}
	for i, y := range s.Labels {
		if y >= Classes {
			return fmt.Errorf("%s: image %d has label %d; CIFAR-10's labels are 0 to 9", s.Name, i, y)
		}
	}
	return nil
}
