package sevenzip

import (
	"encoding/binary"
	"errors"
	"unicode/utf16"
)

// The ids of what a header holds.
const (
	idEnd               = 0x00
	idHeader            = 0x01
	idArchiveProperties = 0x02
	idMainStreams       = 0x04
	idFiles             = 0x05
	idPackInfo          = 0x06
	idUnpackInfo        = 0x07
	idSubStreams        = 0x08
	idSize              = 0x09
	idCRC               = 0x0a
	idFolder            = 0x0b
	idUnpackSize        = 0x0c
	idNumUnpackStreams  = 0x0d
	idEmptyStream       = 0x0e
	idNames             = 0x11
	idEncodedHeader     = 0x17
)

// ErrDamaged marks an archive whose header makes no sense.
var ErrDamaged = errors.New("its list of files is damaged")

// digest is a checksum, if there is one.
type digest struct {
	sum   uint32
	known bool
}

// folder is a stream of bytes that is packed as a whole, with one file after the other.
type folder struct {
	method     string // the method's id
	properties []byte
	simple     bool  // one method and one stream
	from       int64 // of the archive's bytes
	packed     int64
	unpacked   int64
	digest     digest
	files      []part
}

// part is the bytes of a file in a folder.
type part struct {
	size   int64
	digest digest
}

// input is a header as it is read. Past its end it reads 0, and sets bad.
type input struct {
	bytes []byte
	bad   bool
}

func (in *input) take(n uint64) []byte {
	if in.bad || n > uint64(len(in.bytes)) {
		in.bad, in.bytes = true, nil
		return nil
	}
	taken := in.bytes[:n]
	in.bytes = in.bytes[n:]
	return taken
}

func (in *input) byte() byte {
	if b := in.take(1); b != nil {
		return b[0]
	}
	return 0
}

// number reads a number: the first byte's leading ones say how many bytes follow, lowest
// first, and its other bits are the highest.
func (in *input) number() uint64 {
	first, mask, value := in.byte(), byte(0x80), uint64(0)
	for i := range 8 {
		if first&mask == 0 {
			return value | uint64(first&(mask-1))<<(8*i)
		}
		value |= uint64(in.byte()) << (8 * i)
		mask >>= 1
	}
	return value
}

// mostFiles bounds the memory that a few bytes can ask for.
const mostFiles = 1 << 18

// count reads a number of things that follow.
func (in *input) count() int {
	n := in.number()
	if n > mostFiles {
		in.bad = true
		return 0
	}
	return int(n)
}

// size reads a length.
func (in *input) size() int64 {
	const most = 1 << 48
	n := in.number()
	if n > most {
		in.bad = true
		return 0
	}
	return int64(n)
}

// bits reads n bits, highest first.
func (in *input) bits(n int) []bool {
	packed := in.take(uint64(n+7) / 8)
	set := make([]bool, n)
	for i := range packed {
		for bit := 0; bit < 8 && 8*i+bit < n; bit++ {
			set[8*i+bit] = packed[i]&(0x80>>bit) != 0
		}
	}
	return set
}

// digests reads n checksums, of which some may be missing.
func (in *input) digests(n int) []digest {
	all := make([]digest, n)
	if in.byte() != 0 {
		for i := range all {
			all[i].known = true
		}
	} else {
		for i, known := range in.bits(n) {
			all[i].known = known
		}
	}
	for i := range all {
		if !all[i].known {
			continue
		}
		sum := in.take(4)
		if sum == nil {
			break
		}
		all[i].sum = binary.LittleEndian.Uint32(sum)
	}
	return all
}

// streams reads where the folders are and what is in them.
func (in *input) streams() []folder {
	var packs []int64
	var at int64
	var folders []folder
	for {
		switch id := in.byte(); id {
		case idPackInfo:
			at, packs = in.packs()
		case idUnpackInfo:
			folders = in.folders()
		case idSubStreams:
			in.parts(folders)
		default:
			in.bad = in.bad || id != idEnd
			return placed(folders, at, packs)
		}
	}
}

// placed gives folders their place in the archive, and one part to each that lists
// none.
func placed(folders []folder, at int64, packs []int64) []folder {
	for i := range folders {
		f := &folders[i]
		if f.files == nil {
			f.files = []part{{f.unpacked, f.digest}}
		}
		if i >= len(packs) {
			f.simple = false
			continue
		}
		f.from, f.packed = at, packs[i]
		at += packs[i]
	}
	return folders
}

// packs reads the lengths of the packed streams, and where the first is.
func (in *input) packs() (at int64, sizes []int64) {
	at = in.size()
	n := in.count()
	for {
		switch id := in.byte(); id {
		case idSize:
			for i := 0; i < n && !in.bad; i++ {
				sizes = append(sizes, in.size())
			}
		case idCRC:
			in.digests(n)
		default:
			in.bad = in.bad || id != idEnd
			return at, sizes
		}
	}
}

// folders reads how the streams are packed.
func (in *input) folders() []folder {
	var folders []folder
	var outputs []int
	for {
		switch id := in.byte(); id {
		case idFolder:
			n := in.count()
			in.bad = in.bad || in.byte() != 0 // elsewhere
			for i := 0; i < n && !in.bad; i++ {
				f, out := in.folder()
				folders, outputs = append(folders, f), append(outputs, out)
			}
		case idUnpackSize:
			for i := range folders {
				for range outputs[i] {
					folders[i].unpacked = in.size() // a simple folder has one size
				}
			}
		case idCRC:
			for i, digest := range in.digests(len(folders)) {
				folders[i].digest = digest
			}
		default:
			in.bad = in.bad || id != idEnd
			return folders
		}
	}
}

// folder reads the methods of a folder, and returns how many streams come out of them.
func (in *input) folder() (f folder, outputs int) {
	const most = 32
	coders := in.count()
	if coders < 1 || coders > most {
		in.bad = true
		return f, 0
	}
	inputs := 0
	for range coders {
		flags := in.byte()
		f.method = string(in.take(uint64(flags & 0x0f)))
		ins, outs := 1, 1
		if flags&0x10 != 0 {
			ins, outs = in.count(), in.count()
		}
		if flags&0x20 != 0 {
			f.properties = in.take(in.number())
		}
		inputs, outputs = inputs+ins, outputs+outs
		if outputs > most || inputs > most {
			in.bad = true
			return f, 0
		}
	}
	f.simple = coders == 1 && inputs == 1 && outputs == 1
	for range 2 * (outputs - 1) {
		in.number()
	}
	if packed := inputs - outputs + 1; packed > 1 {
		for range packed {
			in.number()
		}
	}
	return f, outputs
}

// parts reads which files are in the folders.
func (in *input) parts(folders []folder) {
	for i := range folders {
		folders[i].files = []part{{size: folders[i].unpacked, digest: folders[i].digest}}
	}
	id := in.byte()
	if id == idNumUnpackStreams {
		all := 0
		for i := range folders {
			n := in.count()
			if all += n; all > mostFiles {
				in.bad = true
				return
			}
			folders[i].files = make([]part, n)
		}
		id = in.byte()
	}
	sized := id == idSize
	for i := range folders {
		in.partSizes(&folders[i], sized)
	}
	if sized {
		id = in.byte()
	}
	if id == idCRC {
		in.partDigests(folders)
		id = in.byte()
	}
	in.bad = in.bad || id != idEnd
}

// partSizes reads the lengths of all files of a folder but the last, which is the rest.
func (in *input) partSizes(f *folder, sized bool) {
	left := f.unpacked
	for j := range f.files {
		switch {
		case j == len(f.files)-1:
			f.files[j].size = left
		case sized:
			f.files[j].size = in.size()
		default:
			in.bad = true
		}
		if left -= f.files[j].size; left < 0 {
			in.bad = true
		}
	}
	if len(f.files) == 1 {
		f.files[0].digest = f.digest
	}
}

// partDigests reads the checksums of the files that no folder's checksum covers.
func (in *input) partDigests(folders []folder) {
	var unknown []*part
	for i := range folders {
		f := &folders[i]
		if len(f.files) == 1 && f.digest.known {
			continue
		}
		for j := range f.files {
			unknown = append(unknown, &f.files[j])
		}
	}
	for i, digest := range in.digests(len(unknown)) {
		unknown[i].digest = digest
	}
}

// file is the name of a file, and whether it is empty, as folders are.
type file struct {
	name  string
	empty bool
}

// files reads the files' names.
func (in *input) files() []file {
	files := make([]file, in.count())
	for !in.bad {
		id := in.byte()
		if id == idEnd {
			break
		}
		property := input{bytes: in.take(in.number()), bad: in.bad}
		switch id {
		case idEmptyStream:
			for i, empty := range property.bits(len(files)) {
				files[i].empty = empty
			}
		case idNames:
			property.bad = property.bad || property.byte() != 0 // elsewhere
			for i := 0; i < len(files) && !property.bad; i++ {
				files[i].name = property.name()
			}
		}
		in.bad = in.bad || property.bad
	}
	return files
}

// name reads a name in UTF-16, which ends with 0.
func (in *input) name() string {
	var units []uint16
	for {
		pair := in.take(2)
		if pair == nil {
			return ""
		}
		unit := binary.LittleEndian.Uint16(pair)
		if unit == 0 {
			return string(utf16.Decode(units))
		}
		units = append(units, unit)
	}
}
