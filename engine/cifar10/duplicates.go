package cifar10

import (
	"bytes"
	"encoding/binary"
)

// Duplicates counts the images of b that are also in a, byte for byte: an image
// the network trains on says little when it is tested on it. It hashes the
// middle of each image and compares whole images only where that is the same.
func Duplicates(a, b *Split) int {
	// The last image of a with the hash, and for each image the one before.
	last := make(map[uint64]int32, a.Len())
	before := make([]int32, a.Len())
	for i := range a.Len() {
		hash := hashOf(a.Image(i))
		before[i] = last[hash] - 1
		last[hash] = int32(i) + 1
	}
	count := 0
	for i := range b.Len() {
		image := b.Image(i)
		for j := last[hashOf(image)] - 1; j >= 0; j = before[j] {
			if bytes.Equal(a.Image(int(j)), image) {
				count++
				break
			}
		}
	}
	return count
}

// hashOf mixes the middle half of an image's second colour, eight bytes at a time.
func hashOf(image []uint8) uint64 {
	const plane = Width * Height
	middle := image[plane+plane/4 : 2*plane-plane/4]
	hash := uint64(len(middle))
	for ; len(middle) >= 8; middle = middle[8:] {
		hash = (hash ^ binary.LittleEndian.Uint64(middle)) * 0x9e3779b97f4a7c15
		hash ^= hash >> 29
	}
	return hash
}
