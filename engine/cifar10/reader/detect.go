package reader

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"
	"unicode/utf8"

	"onelayer/engine/cifar10"
)

// Form is the format of a file, recognized by its content, never by its name.
type Form string

// The forms that CIFAR-10 comes in.
const (
	Binary   Form = "CIFAR-10's binary version"
	Pickle   Form = "a Python pickle"
	MAT      Form = "a MAT-file"
	Tar      Form = "a tar archive"
	Zip      Form = "a zip archive"
	Gzipped  Form = "a gzip file"
	Parquet  Form = "a parquet file"
	PNG      Form = "a PNG picture"
	JPEG     Form = "a JPEG picture"
	NumPy    Form = "a NumPy array"
	Bzip2    Form = "a bzip2 file"
	XZ       Form = "an xz file"
	SevenZip Form = "7z"
	Zstd     Form = "a Zstandard file"
	Torch    Form = "a file of PyTorch before version 1.6"
	CIFAR100 Form = "CIFAR-100's binary version"
	Metadata Form = "the list of the classes' names"

	// DamagedBinary is whole records followed by a part of one.
	DamagedBinary Form = "CIFAR-10's binary version with a piece missing"
)

// Forms of files that are taken for CIFAR-10.
const (
	Empty        Form = "empty"
	HTML         Form = "a web page"
	HDF5         Form = "HDF5"
	MAT73        Form = "a MAT-file of version 7.3"
	TFRecord     Form = "TFRecord"
	IDX          Form = "MNIST's form"
	Joblib       Form = "zlib, as joblib has it"
	RAR          Form = "a RAR archive"
	LZ4          Form = "an lz4 file"
	OtherPicture Form = "a picture, but no PNG or JPEG"
	PDF          Form = "a PDF document"
	PlainText    Form = "text"
	Unknown      Form = "no file that could hold CIFAR-10"
)

// HeadSize is how many of a file's first bytes Detect needs.
const HeadSize = 8 << 10

// magics are the bytes by which a form is known.
var magics = []struct {
	form  Form
	at    int
	bytes string
}{
	{Gzipped, 0, "\x1f\x8b"},
	{Zip, 0, "PK\x03\x04"},
	{Zip, 0, "PK\x05\x06"},
	{PNG, 0, "\x89PNG\r\n\x1a\n"},
	{JPEG, 0, "\xff\xd8\xff"},
	{Parquet, 0, "PAR1"},
	{HDF5, 0, "\x89HDF"},
	{MAT73, 0, "MATLAB 7.3"},
	{MAT, 126, "IM"},
	{MAT, 126, "MI"},
	{Tar, 257, "ustar"},
	{NumPy, 0, "\x93NUMPY"},
	{SevenZip, 0, "7z\xbc\xaf\x27\x1c"},
	{RAR, 0, "Rar!"},
	{Zstd, 0, "\x28\xb5\x2f\xfd"},
	{XZ, 0, "\xfd7zXZ"},
	{Bzip2, 0, "BZh"},
	{LZ4, 0, "\x04\x22\x4d\x18"},
	{Torch, 0, torchMagic},
	{Joblib, 0, "\x78\x01"},
	{Joblib, 0, "\x78\x9c"},
	{Joblib, 0, "\x78\xda"},
	{OtherPicture, 0, "GIF8"},
	{OtherPicture, 8, "WEBP"},
	{OtherPicture, 0, "BM"},
	{OtherPicture, 4, "ftypavif"},
	{OtherPicture, 4, "ftypheic"},
	{PDF, 0, "%PDF"},
}

// Detect finds a file's form from its first bytes, HeadSize of them if it has
// that many, and its size, or a negative size if that is unknown. The binary
// version has no signature, so it is recognized last, by its size and by the
// labels in head.
func Detect(head []byte, size int64) Form {
	if len(head) == 0 {
		return Empty
	}
	if len(head) >= 2 && head[0] == 0x80 && 2 <= head[1] && head[1] <= 5 && !bytes.HasPrefix(head, []byte(torchMagic)) {
		return Pickle
	}
	switch {
	case looksIDX(head, size):
		return IDX
	case looksTFRecord(head):
		return TFRecord
	}
	for _, magic := range magics {
		if len(head) >= magic.at && bytes.HasPrefix(head[magic.at:], []byte(magic.bytes)) && !looksBinary(head, size) {
			return magic.form
		}
	}
	switch {
	case looksBinary(head, size):
		return Binary
	case looksCIFAR100(head, size):
		return CIFAR100
	case labelled10(head, cifar10.RecordSize) && size > cifar10.RecordSize:
		return DamagedBinary
	case oldPickle(head):
		return Pickle
	}
	if form := detectText(head); form != Unknown || size <= 0 || size%cifar10.RecordSize != 0 {
		return form
	}
	return Binary // by its size; an invalid label is reported when it is read
}

// looksBinary reports whether the file is whole records that begin with labels.
func looksBinary(head []byte, size int64) bool {
	return (size < 0 || size%cifar10.RecordSize == 0) && labelled10(head, cifar10.RecordSize)
}

// labelled10 reports whether each record in head begins with a label, and at
// least one record is whole.
func labelled10(head []byte, record int) bool {
	for at := 0; at < len(head); at += record {
		if head[at] >= cifar10.Classes {
			return false
		}
	}
	return len(head) >= record
}

// looksCIFAR100 reports whether the file is whole records that begin with one
// of 20 and one of 100 labels.
func looksCIFAR100(head []byte, size int64) bool {
	const record, coarse, fine = 2 + cifar10.Dim, 20, 100
	if size >= 0 && size%record != 0 || len(head) < record {
		return false
	}
	for at := 0; at+1 < len(head); at += record {
		if head[at] >= coarse || head[at+1] >= fine {
			return false
		}
	}
	return true
}

// oldPickles are beginnings of pickles of protocols 0 and 1: of a dict, a list or a
// tuple, or the name of a function that makes an array.
var oldPickles = []string{
	"(dp", "(d.", "(lp", "}q\x00", "]q\x00", "(c", "(]q", "((", "(}q",
	"cnumpy", "c_codecs", "ccopy_reg", "ccollections",
}

// oldPickle reports whether a file begins as pickles of protocols 0 and 1 do.
func oldPickle(head []byte) bool {
	begins := func(start string) bool { return bytes.HasPrefix(head, []byte(start)) }
	return slices.ContainsFunc(oldPickles, begins) && bytes.IndexByte(head[:min(len(head), 200)], '\n') > 0
}

// looksIDX reports whether the file has MNIST's form: a type and lengths, which match
// the file's size, then bytes.
func looksIDX(head []byte, size int64) bool {
	if len(head) < 8 || head[0] != 0 || head[1] != 0 || head[2] < 8 || head[2] > 14 || head[3] < 1 || head[3] > 4 {
		return false
	}
	const start, each = 4, 4
	lengths := int(head[3])
	items := int64(1)
	for i := range lengths {
		if len(head) < start+(i+1)*each {
			return false
		}
		items *= int64(binary.BigEndian.Uint32(head[start+i*each:]))
		if items <= 0 || items > 1<<40 {
			return false
		}
	}
	itemSize := map[byte]int64{8: 1, 9: 1, 11: 2, 12: 4, 13: 4, 14: 8}[head[2]]
	return size < 0 && itemSize > 0 && lengths == 3 || itemSize > 0 && size == int64(start+lengths*each)+items*itemSize
}

// looksTFRecord reports whether the file begins with a length, its masked checksum (0 in
// some files written by hand) and then a protocol buffer.
func looksTFRecord(head []byte) bool {
	if len(head) < 13 {
		return false
	}
	sum := crc32.Checksum(head[:8], crc32.MakeTable(crc32.Castagnoli))
	masked := (sum>>15 | sum<<17) + 0xa282ead8
	stored := binary.LittleEndian.Uint32(head[8:])
	const longest, firstField = 16 << 20, '\n'
	length := binary.LittleEndian.Uint64(head)
	return stored == masked || stored == 0 && 0 < length && length < longest && head[12] == firstField
}

// isText reports whether a file begins with text in UTF-8, whose last character may be
// cut.
func isText(head []byte) bool {
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	for cut := range min(utf8.UTFMax, len(head)) {
		if utf8.Valid(head[:len(head)-cut]) {
			return true
		}
	}
	return false
}

// detectText finds the form of a text by its words.
func detectText(head []byte) Form {
	if !isText(head) {
		return Unknown
	}
	text := strings.ToLower(strings.TrimLeft(string(head), "\ufeff \t\r\n"))
	switch {
	case strings.HasPrefix(text, "<"):
		return HTML
	case strings.HasPrefix(text, cifar10.ClassNames[0]+"\n"), strings.HasPrefix(text, cifar10.ClassNames[0]+"\r\n"):
		return Metadata
	}
	return PlainText
}
