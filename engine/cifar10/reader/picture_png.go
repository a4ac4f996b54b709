package reader

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"

	"onelayer/engine/cifar10"
)

// pngRow is a row of a plain PNG: its filter, then red, green and blue of each pixel.
const pngRow = 1 + cifar10.Width*cifar10.Channels

// plainPNG reads what nearly all pictures of CIFAR-10 are: PNG files of Width×Height
// pixels of three bytes, not interlaced. It keeps its inflater, which takes longer
// to make than such a picture to read.
type plainPNG struct {
	packed  bytes.Reader
	inflate io.ReadCloser
	rows    [cifar10.Height * pngRow]uint8
	data    []byte // of a picture in several pieces
}

// append appends the picture's planes to pixels, or reports that it is not plain,
// or damaged: package image/png then says what it is.
func (p *plainPNG) append(pixels []uint8, content []byte) ([]uint8, bool) {
	packed, ok := p.find(content)
	if !ok || !p.unpack(packed) || !p.unfilter() {
		return pixels, false
	}
	for channel := range cifar10.Channels {
		for y := range cifar10.Height {
			row := p.rows[y*pngRow+1:][:pngRow-1]
			for i := channel; i < len(row); i += cifar10.Channels {
				pixels = append(pixels, row[i])
			}
		}
	}
	return pixels, true
}

// plainHeader is the content of IHDR: sizes, 8 bits, three colours, and the only
// compression, filters and order there are.
var plainHeader = string([]byte{0, 0, 0, cifar10.Width, 0, 0, 0, cifar10.Height, 8, 2, 0, 0, 0})

// find returns the compressed data of a plain PNG whose checksums are right.
func (p *plainPNG) find(content []byte) (packed []byte, ok bool) {
	const signature, around = 8, 12 // bytes of a chunk beside its data: length, type, checksum
	for at, first := signature, true; len(content)-at >= around; first = false {
		n := int(binary.BigEndian.Uint32(content[at:]))
		if n < 0 || n > len(content)-at-around {
			return nil, false
		}
		kind, data := string(content[at+4:at+8]), content[at+8:][:n]
		if crc32.ChecksumIEEE(content[at+4:][:4+n]) != binary.BigEndian.Uint32(content[at+8+n:]) {
			return nil, false
		}
		switch {
		case first && (kind != "IHDR" || string(data) != plainHeader):
			return nil, false
		case first, kind == "tEXt", kind == "gAMA", kind == "sRGB", kind == "pHYs":
		case kind == "IDAT" && packed == nil:
			packed = data
		case kind == "IDAT":
			p.data = append(append(p.data[:0], packed...), data...)
			packed = p.data
		default:
			return packed, kind == "IEND" && packed != nil
		}
		at += around + n
	}
	return nil, false
}

// unpack fills the rows, and requires the data to end with them.
func (p *plainPNG) unpack(packed []byte) bool {
	p.packed.Reset(packed)
	var err error
	if p.inflate == nil {
		p.inflate, err = zlib.NewReader(&p.packed)
	} else {
		err = p.inflate.(zlib.Resetter).Reset(&p.packed, nil)
	}
	if err != nil {
		p.inflate = nil
		return false
	}
	if _, err := io.ReadFull(p.inflate, p.rows[:]); err != nil {
		return false
	}
	var more [1]byte
	n, err := io.ReadFull(p.inflate, more[:]) // reads the checksum too
	return n == 0 && err == io.EOF
}

// unfilter reverses each row's filter.
func (p *plainPNG) unfilter() bool {
	const bpp = cifar10.Channels
	var none [pngRow - 1]uint8
	above := none[:]
	for y := range cifar10.Height {
		filter, row := p.rows[y*pngRow], p.rows[y*pngRow+1:][:pngRow-1]
		switch filter {
		case 0:
		case 1:
			for i := bpp; i < len(row); i++ {
				row[i] += row[i-bpp]
			}
		case 2:
			for i := range row {
				row[i] += above[i]
			}
		case 3:
			for i := range row {
				row[i] += uint8((int(left(row, i)) + int(above[i])) / 2)
			}
		case 4:
			for i := range row {
				row[i] += paeth(left(row, i), above[i], left(above, i))
			}
		default:
			return false
		}
		above = row
	}
	return true
}

// left is the same channel of the pixel before, or 0.
func left(row []uint8, i int) uint8 {
	if i < cifar10.Channels {
		return 0
	}
	return row[i-cifar10.Channels]
}

// paeth is the one of its neighbours that comes nearest to a + b - c.
func paeth(a, b, c uint8) uint8 {
	toA, toB := distance(b, c), distance(a, c)
	toC := int(a) + int(b) - 2*int(c)
	if toC = max(toC, -toC); toA <= toB && toA <= toC {
		return a
	} else if toB <= toC {
		return b
	}
	return c
}

func distance(a, b uint8) int {
	return max(int(a)-int(b), int(b)-int(a))
}
