package npz

import (
	"io"

	"github.com/sbinet/npyio/npz"

	"onelayer/engine/cifar10"
)

// Network is what an archive holds.
type Network struct {
	W         []float32 // K×D row-major
	B         []float32 // K
	Mean, Std []float64 // D each, or nil
	Settings  string    // JSON, or empty
}

// Write writes the archive. It panics if W or B have another length.
func (n *Network) Write(w io.Writer) error {
	// NumPy's shape comes from the Go type.
	arrays := []struct {
		name  string
		array any
	}{
		{"W.npy", *matrix(n.W)},
		{"b.npy", [cifar10.Classes]float32(n.B)},
		{"mean.npy", n.Mean},
		{"std.npy", n.Std},
		{"settings.npy", []uint8(n.Settings)},
	}
	archive := npz.NewWriter(w)
	for _, a := range arrays {
		if empty(a.array) {
			continue
		}
		if err := archive.Write(a.name, a.array); err != nil {
			return err
		}
	}
	return archive.Close()
}

// matrix returns W with its rows.
func matrix(W []float32) *[cifar10.Classes][cifar10.Dim]float32 {
	m := new([cifar10.Classes][cifar10.Dim]float32)
	flat := [cifar10.Classes * cifar10.Dim]float32(W)
	for k := range m {
		copy(m[k][:], flat[k*cifar10.Dim:])
	}
	return m
}

func empty(array any) bool {
	switch a := array.(type) {
	case []float64:
		return len(a) == 0
	case []uint8:
		return len(a) == 0
	default:
		return false
	}
}
