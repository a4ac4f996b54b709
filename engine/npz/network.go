package npz

import (
	"io"
	"reflect"

	"github.com/sbinet/npyio/npz"

	"onelayer/engine/cifar10"
)

// Network is the contents of an archive.
type Network struct {
	W         []float32 // K×D row-major
	B         []float32 // K
	Mean, Std []float64 // D each, or nil
	Settings  string    // JSON, or empty
	Moments   []float32 // what the run's optimizer remembers, or nil
	Best      []float32 // W then b of the run's best epoch, or nil
}

// K returns how many classes the network has.
func (n *Network) K() int { return len(n.B) }

// Write writes the archive. It panics if W is not K×D.
func (n *Network) Write(w io.Writer) error {
	// NumPy's shape comes from the Go type.
	arrays := []struct {
		name  string
		array any
	}{
		{"W.npy", matrix(n.W, n.K())},
		{"b.npy", vector(n.B)},
		{"mean.npy", n.Mean},
		{"std.npy", n.Std},
		{"settings.npy", []uint8(n.Settings)},
		{"moments.npy", n.Moments},
		{"best.npy", n.Best},
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

// matrix returns W as an array of its k rows.
func matrix(W []float32, k int) any {
	rows := make([][cifar10.Dim]float32, k)
	for i := range rows {
		rows[i] = [cifar10.Dim]float32(W[i*cifar10.Dim : (i+1)*cifar10.Dim])
	}
	return vector(rows)
}

// vector returns a slice as an array of its length.
func vector[T any](items []T) any {
	array := reflect.New(reflect.ArrayOf(len(items), reflect.TypeFor[T]())).Elem()
	reflect.Copy(array, reflect.ValueOf(items))
	return array.Interface()
}

func empty(array any) bool {
	switch a := array.(type) {
	case []float64:
		return len(a) == 0
	case []float32:
		return len(a) == 0
	case []uint8:
		return len(a) == 0
	default:
		return false
	}
}
