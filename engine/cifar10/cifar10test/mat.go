package cifar10test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"

	"onelayer/engine/cifar10"
)

// MAT writes a shard in the MATLAB version: level 5, data and labels, column
// after column; compressed as MATLAB does, with a flush every 8,192 bytes.
func MAT(s *cifar10.Shard, compressed bool) []byte {
	n := s.Len()
	columns := make([]byte, len(s.Pixels))
	for i := range n {
		for d, x := range s.Image(i) {
			columns[d*n+i] = x
		}
	}
	text := matMatrix(4, "batch_label", []int{1, 2}, 4, []byte("t\x00b\x00"))
	data := matMatrix(9, "data", []int{n, cifar10.Dim}, 2, columns)
	labels := matMatrix(9, "labels", []int{n, 1}, 2, s.Labels)
	return MATFile(compressed, text, data, labels)
}

// MATFile writes a MAT-file of whole variables.
func MATFile(compressed bool, variables ...[]byte) []byte {
	file := fmt.Appendf(nil, "%-124s", "MATLAB 5.0 MAT-file, Platform: GLNXA64, Created on: Thu Apr 22 16:57:48 2010")
	file = append(file, 0, 1, 'I', 'M')
	for _, variable := range variables {
		if compressed {
			packed := deflated(variable)
			file = append(file, matTag(15, len(packed))...)
			file = append(file, packed...)
		} else {
			file = append(file, variable...)
		}
	}
	return file
}

// MATBytes writes a variable of unsigned bytes.
func MATBytes(name string, items []byte, shape ...int) []byte {
	return matMatrix(9, name, shape, 2, items)
}

// matMatrix writes one variable: class of the array, type of its items.
func matMatrix(class byte, name string, shape []int, kind int, items []byte) []byte {
	var dimensions []byte
	for _, n := range shape {
		dimensions = binary.LittleEndian.AppendUint32(dimensions, uint32(n))
	}
	body := bytes.Join([][]byte{
		matElement(6, []byte{class, 0, 0, 0, 0, 0, 0, 0}),
		matElement(5, dimensions),
		matElement(1, []byte(name)),
		matElement(kind, items),
	}, nil)
	return append(matTag(14, len(body)), body...)
}

// matElement writes one element, in the small form if it fits.
func matElement(kind int, data []byte) []byte {
	if n := len(data); n > 0 && n <= 4 {
		small := make([]byte, 8)
		binary.LittleEndian.PutUint32(small, uint32(n<<16|kind))
		copy(small[4:], data)
		return small
	}
	padded := append(matTag(kind, len(data)), data...)
	return append(padded, make([]byte, -len(data)&7)...)
}

func matTag(kind, size int) []byte {
	tag := binary.LittleEndian.AppendUint32(nil, uint32(kind))
	return binary.LittleEndian.AppendUint32(tag, uint32(size))
}

func deflated(data []byte) []byte {
	const flushEvery = 8192
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	for r := bytes.NewReader(data); r.Len() > 0; {
		// A bytes.Buffer takes all that is written.
		io.CopyN(w, r, flushEvery)
		w.Flush()
	}
	w.Close()
	return packed.Bytes()
}
