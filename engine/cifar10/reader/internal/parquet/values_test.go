package parquet

import (
	"errors"
	"slices"
	"testing"
)

func TestHybrid(t *testing.T) {
	tests := []struct {
		name  string
		data  []byte
		width int
		want  []uint64
	}{
		{"a run", []byte{5 << 1, 3}, 2, []uint64{3, 3, 3, 3, 3}},
		{"a run of two bytes", []byte{2 << 1, 0x34, 0x01}, 9, []uint64{0x134, 0x134}},
		// The format's own example: 0 to 7 in three bits.
		{"packed", []byte{1<<1 | 1, 0x88, 0xc6, 0xfa}, 3, []uint64{0, 1, 2, 3, 4, 5, 6, 7}},
		{"packed, then a run", []byte{1<<1 | 1, 0xff, 2 << 1, 0}, 1, []uint64{1, 1, 1, 1, 1, 1, 1, 1, 0, 0}},
		{"no bits", []byte{3 << 1}, 0, []uint64{0, 0, 0}},
	}
	for _, test := range tests {
		h := hybrid{data: test.data, width: test.width}
		var got []uint64
		for range test.want {
			value, err := h.next()
			if err != nil {
				t.Fatalf("%s: %v after %v", test.name, err, got)
			}
			got = append(got, value)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		if _, err := h.next(); !errors.Is(err, ErrTruncated) {
			t.Errorf("%s: error %v at the end", test.name, err)
		}
	}
}
