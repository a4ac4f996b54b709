package npz

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/sbinet/npyio/npy"

	"onelayer/engine/cifar10"
)

// largest is the most that an array of ours can take in a file, its header
// included.
const largest = cifar10.Classes*cifar10.Dim*8 + 64<<10

// Read reads an archive that Write or NumPy wrote. W and b may be float32 or
// float64 and must be finite. The error says what is wrong with the file.
func Read(r io.ReaderAt, size int64) (*Network, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("this is no .npz archive: expected NumPy arrays W (10×3072) and b (10)")
	}
	n := new(Network)
	W, err := readFloats(archive, "W", cifar10.Classes, cifar10.Dim)
	if err != nil {
		return nil, err
	}
	b, err := readFloats(archive, "b", cifar10.Classes)
	if err != nil {
		return nil, err
	}
	n.W, n.B = narrow(W), narrow(b)
	for _, x := range slices.Concat(n.W, n.B) {
		if x-x != 0 {
			return nil, errors.New("the archive's weights are not all finite numbers")
		}
	}
	// What describes them may be missing.
	n.Mean, _ = readFloats(archive, "mean", cifar10.Dim)
	n.Std, _ = readFloats(archive, "std", cifar10.Dim)
	n.Settings = readText(archive, "settings")
	return n, nil
}

// readFloats reads an array of float32 or float64 of a shape.
func readFloats(archive *zip.Reader, name string, shape ...int) (numbers []float64, err error) {
	defer refuse(name, &err)
	array, err := open(archive, name)
	if err != nil {
		return nil, err
	}
	descr := array.Header.Descr
	if !slices.Equal(descr.Shape, shape) || descr.Fortran && len(shape) > 1 {
		return nil, fmt.Errorf("the array %s has the shape %v; expected %v, row by row", name, descr.Shape, shape)
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
		err = fmt.Errorf("the array %s is of type %s; expected float32 or float64", name, descr.Type)
	}
	return numbers, err
}

// readText reads bytes as a text, empty if there are none.
func readText(archive *zip.Reader, name string) (text string) {
	var err error
	defer refuse(name, &err)
	array, err := open(archive, name)
	if err != nil || array.Header.Descr.Type != "|u1" || len(array.Header.Descr.Shape) != 1 || array.Header.Descr.Shape[0] > largest {
		return ""
	}
	var letters []uint8
	if array.Read(&letters) != nil {
		return ""
	}
	return string(letters)
}

// open returns the array of a name. Nothing that its header says is believed
// before it has been compared with the bytes there are.
func open(archive *zip.Reader, name string) (*npy.Reader, error) {
	file, err := archive.Open(name + ".npy")
	if err != nil {
		return nil, fmt.Errorf("the archive has no array %s", name)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, largest+1))
	if err != nil || len(content) > largest || len(content) < 12 {
		return nil, fmt.Errorf("the array %s cannot be read", name)
	}
	const majorAt, lengthAt = 6, 8
	if content[majorAt] >= 2 && binary.LittleEndian.Uint32(content[lengthAt:]) > uint32(len(content)) {
		return nil, fmt.Errorf("the array %s cannot be read: its header is cut off", name)
	}
	return npy.NewReader(bytes.NewReader(content))
}

// refuse turns a panic of the parser on a malformed header into an error.
func refuse(name string, err *error) {
	if recover() != nil {
		*err = fmt.Errorf("the array %s cannot be read: its header is malformed", name)
	}
}

func narrow(numbers []float64) []float32 {
	result := make([]float32, len(numbers))
	for i, x := range numbers {
		result[i] = float32(x)
	}
	return result
}
