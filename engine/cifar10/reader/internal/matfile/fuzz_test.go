package matfile

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"testing"
)

// small is a MAT-file of one variable of the bytes 1 to 6, 2×3.
func small(compressed bool) []byte {
	header := append(fmt.Appendf(nil, "%-124s", "MATLAB 5.0 MAT-file"), 0, 1, 'I', 'M')
	matrix := []byte("\x0e\x00\x00\x00\x38\x00\x00\x00" + // miMATRIX, 56 bytes
		"\x06\x00\x00\x00\x08\x00\x00\x00\x09\x00\x00\x00\x00\x00\x00\x00" + // flags: uint8
		"\x05\x00\x00\x00\x08\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00" + // dimensions
		"\x01\x00\x04\x00data" + // name, in the small form
		"\x02\x00\x00\x00\x06\x00\x00\x00\x01\x02\x03\x04\x05\x06\x00\x00")
	if !compressed {
		return append(header, matrix...)
	}
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	w.Write(matrix)
	w.Close()
	element := binary.LittleEndian.AppendUint32([]byte{typeCompressed, 0, 0, 0}, uint32(packed.Len()))
	return append(append(header, element...), packed.Bytes()...)
}

func TestReader(t *testing.T) {
	for _, compressed := range []bool{false, true} {
		file, err := NewReader(bytes.NewReader(small(compressed)), -1, zlib.NewReader)
		if err != nil {
			t.Fatal(err)
		}
		v, err := file.Next()
		if err != nil {
			t.Fatal(err)
		}
		if v.Name != "data" || fmt.Sprint(v.Shape) != "[2 3]" || !v.Bytes() {
			t.Errorf("variable %s of shape %v", v.Name, v.Shape)
		}
		integers, err := v.Integers(6)
		if err != nil || fmt.Sprint(integers) != "[1 2 3 4 5 6]" {
			t.Errorf("items %v, error %v", integers, err)
		}
		if _, err := file.Next(); err != io.EOF {
			t.Errorf("error %v at the end", err)
		}
	}
}

// FuzzReader reads small files; ReadMAT's target spends its time on pixels.
func FuzzReader(f *testing.F) {
	f.Add(small(false), true)
	f.Add(small(true), false)
	f.Fuzz(func(t *testing.T, data []byte, sized bool) {
		size := int64(-1)
		if sized {
			size = int64(len(data))
		}
		file, err := NewReader(bytes.NewReader(data), size, zlib.NewReader)
		if err != nil {
			return
		}
		defer file.Close()
		for {
			v, err := file.Next()
			if err != nil {
				return
			}
			if _, err := v.Integers(100); err != nil && v.Bytes() {
				v.Fill(make([]byte, 50)) // a second failure adds nothing
			}
		}
	})
}
