package npz

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"

	"github.com/sbinet/npyio/npy"

	"onelayer/engine/cifar10"
	"onelayer/engine/refusal"
)

// largest is the most bytes that one of our arrays can take in a file, its header included.
const largest = cifar10.MaxClasses*cifar10.Dim*8 + 64<<10

// Read reads an archive that Write or NumPy wrote. W and b may be float32 or
// float64, W in either order of its elements; they must be finite. The error says what is wrong with the file.
func Read(r io.ReaderAt, size int64) (*Network, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, refusal.New("not-npz", "this is no .npz archive: expected NumPy arrays W (K×3072) and b (K)", nil)
	}
	n := new(Network)
	W, err := readFloats(archive, "W", anyClasses, cifar10.Dim)
	if err != nil {
		return nil, err
	}
	b, err := readFloats(archive, "b", len(W)/cifar10.Dim)
	if err != nil {
		return nil, err
	}
	n.W, n.B = narrow(W), narrow(b)
	for _, x := range slices.Concat(n.W, n.B) {
		if x-x != 0 {
			return nil, refusal.New("weights-not-finite", "the archive's weights are not all finite numbers", nil)
		}
	}
	// The arrays that describe W and b may be missing.
	n.Mean, _ = readFloats(archive, "mean", cifar10.Dim)
	n.Std, _ = readFloats(archive, "std", cifar10.Dim)
	n.Settings = readText(archive, "settings")
	parameters := len(n.W) + len(n.B)
	for _, length := range []int{parameters, 2 * parameters} {
		if moments, err := readFloats(archive, "moments", length); err == nil {
			n.Moments = narrow(moments)
		}
	}
	if best, err := readFloats(archive, "best", parameters); err == nil {
		n.Best = narrow(best)
	}
	return n, nil
}

// anyClasses is a length in a shape that may be any number of classes.
const anyClasses = -1

// readFloats reads an array of float32 or float64 with that shape.
func readFloats(archive *zip.Reader, name string, shape ...int) (numbers []float64, err error) {
	defer refuse(name, &err)
	array, err := open(archive, name)
	if err != nil {
		return nil, err
	}
	descr := array.Header.Descr
	if shape[0] == anyClasses {
		shape[0] = cifar10.Classes // for the message: CIFAR-10's number is expected
		if len(descr.Shape) > 0 && 2 <= descr.Shape[0] && descr.Shape[0] <= cifar10.MaxClasses {
			shape[0] = descr.Shape[0]
		}
	}
	if !slices.Equal(descr.Shape, shape) {
		return nil, refusal.New("array-shape", "the array {array} has the shape {shape}; expected {expected}",
			refusal.Values{"array": name, "shape": descr.Shape, "expected": shape})
	}
	switch descr.Type {
	case "<f4", ">f4":
		var narrow []float32
		err = array.Read(&narrow)
		for _, x := range narrow {
			numbers = append(numbers, float64(x))
		}
	case "<f8", ">f8":
		err = array.Read(&numbers)
	default:
		err = refusal.New(
			"array-type",
			"the array {array} is of type {type}; expected float32 or float64",
			refusal.Values{"array": name, "type": descr.Type},
		)
	}
	if err == nil && descr.Fortran && len(shape) == 2 {
		numbers = byRows(numbers, shape[0], shape[1])
	}
	return numbers, err
}

// byRows returns a matrix row by row that a file has column by column, as NumPy writes a transposed array or
// one in Fortran order.
func byRows(columns []float64, height, width int) []float64 {
	rows := make([]float64, 0, len(columns))
	for i := range height {
		for j := range width {
			rows = append(rows, columns[j*height+i])
		}
	}
	return rows
}

// readText reads bytes as a text, empty if there are none.
func readText(archive *zip.Reader, name string) (text string) {
	var err error
	defer refuse(name, &err)
	array, err := open(archive, name)
	if err != nil || array.Header.Descr.Type != "|u1" || len(array.Header.Descr.Shape) != 1 ||
		array.Header.Descr.Shape[0] > largest {
		return ""
	}
	var letters []uint8
	if array.Read(&letters) != nil {
		return ""
	}
	return string(letters)
}

// open returns the array with that name. Nothing in its header is trusted before it has been compared with the
// bytes there are.
func open(archive *zip.Reader, name string) (*npy.Reader, error) {
	file, err := archive.Open(name + ".npy")
	if err != nil {
		return nil, refusal.New("array-missing", "the archive has no array {array}", refusal.Values{"array": name})
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, largest+1))
	if err != nil || len(content) > largest || len(content) < 12 {
		return nil, refusal.New("array-unreadable", "the array {array} cannot be read", refusal.Values{"array": name})
	}
	const majorAt, lengthAt = 6, 8
	if content[majorAt] >= 2 && binary.LittleEndian.Uint32(content[lengthAt:]) > uint32(len(content)) {
		return nil, refusal.New(
			"array-cut-off",
			"the array {array} cannot be read: its header is cut off",
			refusal.Values{"array": name},
		)
	}
	return npy.NewReader(bytes.NewReader(content))
}

// refuse turns a panic of the parser on a malformed header into an error.
func refuse(name string, err *error) {
	if recover() != nil {
		*err = refusal.New(
			"array-malformed",
			"the array {array} cannot be read: its header is malformed",
			refusal.Values{"array": name},
		)
	}
}

func narrow(numbers []float64) []float32 {
	result := make([]float32, len(numbers))
	for i, x := range numbers {
		result[i] = float32(x)
	}
	return result
}
