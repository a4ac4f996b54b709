package cifar10

import "encoding/binary"

const lanes = 4

// sha256Lanes are four hashes at once, of equally long texts: what is the same for all is computed
// once, and the rest side by side.
type sha256Lanes struct {
	state  [8][lanes]uint32
	length uint64 // bytes written to each
}

func newSHA256Lanes() *sha256Lanes {
	h := new(sha256Lanes)
	for i, word := range newSHA256().state {
		h.state[i] = [lanes]uint32{word, word, word, word}
	}
	return h
}

// write adds whole blocks, as many to each.
func (h *sha256Lanes) write(texts *[lanes][]byte) {
	h.length += uint64(len(texts[0]))
	addBlocks(&h.state, texts)
}

// sums ends the hashes with what is left of each text, and returns their sums.
func (h *sha256Lanes) sums(rest *[lanes][]byte) [lanes][]byte {
	length := 8 * (h.length + uint64(len(rest[0])))
	for lane, text := range rest {
		text = append(text, 0x80)
		text = append(text, make([]byte, (2*sha256Block-8-len(text)%sha256Block)%sha256Block)...)
		rest[lane] = binary.BigEndian.AppendUint64(text, length)
	}
	h.write(rest)
	var sums [lanes][]byte
	for _, words := range h.state {
		for lane, word := range words {
			sums[lane] = binary.BigEndian.AppendUint32(sums[lane], word)
		}
	}
	return sums
}

// addBlocksPlain mixes the blocks of four texts into four states, one after the other.
func addBlocksPlain(state *[8][lanes]uint32, texts *[lanes][]byte) {
	for lane, text := range texts {
		h := new(sha256)
		for i := range state {
			h.state[i] = state[i][lane]
		}
		h.Write(text)
		for i := range state {
			state[i][lane] = h.state[i]
		}
	}
}
