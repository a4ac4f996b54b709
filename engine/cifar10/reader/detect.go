package reader

import (
	"bytes"
	"strings"

	"onelayer/engine/cifar10"
)

// Form is what a file is, told from its content and never from its name.
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
	Metadata Form = "the list of the classes' names"
)

// Forms of files that are taken for CIFAR-10.
const (
	Empty         Form = "empty"
	CIFAR100      Form = "CIFAR-100's binary version"
	HTML          Form = "a web page"
	HDF5          Form = "an HDF5 file, as a MAT-file of version 7.3 is"
	NumPy         Form = "a NumPy array"
	SevenZip      Form = "a 7z archive"
	RAR           Form = "a RAR archive"
	Zstandard     Form = "a Zstandard file"
	XZ            Form = "an xz file"
	Bzip2         Form = "a bzip2 file"
	OtherPicture  Form = "a picture, but no PNG or JPEG"
	PDF           Form = "a PDF document"
	PlainText     Form = "text"
	Unknown       Form = "no file that could hold CIFAR-10"
	DamagedBinary Form = "CIFAR-10's binary version with a piece missing"
)

// HeadSize is how many of a file's first bytes Detect wants to see.
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
	{HDF5, 0, "MATLAB 7.3"},
	{MAT, 126, "IM"},
	{MAT, 126, "MI"},
	{Tar, 257, "ustar"},
	{NumPy, 0, "\x93NUMPY"},
	{SevenZip, 0, "7z\xbc\xaf\x27\x1c"},
	{RAR, 0, "Rar!"},
	{Zstandard, 0, "\x28\xb5\x2f\xfd"},
	{XZ, 0, "\xfd7zXZ"},
	{Bzip2, 0, "BZh"},
	{OtherPicture, 0, "GIF8"},
	{OtherPicture, 8, "WEBP"},
	{OtherPicture, 0, "BM"},
	{OtherPicture, 4, "ftypavif"},
	{OtherPicture, 4, "ftypheic"},
	{PDF, 0, "%PDF"},
}

// Detect tells a file's form from its first bytes, HeadSize of them if it has
// as many, and its size, or a negative size if that is unknown. The binary
// version has no mark of its own, so it is told last, by its size and by the
// labels that head shows.
func Detect(head []byte, size int64) Form {
	if len(head) == 0 {
		return Empty
	}
	if len(head) >= 2 && head[0] == 0x80 && 2 <= head[1] && head[1] <= 5 {
		return Pickle
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
	}
	return detectText(head)
}

// looksBinary reports whether the file is whole records that begin with labels.
func looksBinary(head []byte, size int64) bool {
	return (size < 0 || size%cifar10.RecordSize == 0) && labelled10(head, cifar10.RecordSize)
}

// labelled10 reports whether each record in head begins with a label, and
// there is a whole one.
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

// detectText tells text by its words. A pickle of protocol 0 is text too.
func detectText(head []byte) Form {
	for _, b := range head {
		if b == 0 {
			return Unknown
		}
	}
	text := strings.ToLower(strings.TrimLeft(string(head), "\ufeff \t\r\n"))
	switch {
	case strings.HasPrefix(text, "<"):
		return HTML
	case strings.HasPrefix(text, cifar10.ClassNames[0]+"\n"), strings.HasPrefix(text, cifar10.ClassNames[0]+"\r\n"):
		return Metadata
	case strings.HasPrefix(text, "(d"), strings.HasPrefix(text, "}q"):
		return Pickle
	}
	return PlainText
}

// mistake says what a file is that cannot hold CIFAR-10, and what to do.
func mistake(name string, form Form) error {
	advice, ok := advices[form]
	if !ok {
		advice = expected
	}
	if form == CIFAR100 {
		return isCIFAR100(name)
	}
	return &FormError{Name: name, Form: form, advice: advice}
}

// advices say what to do about a mistake, where there is more to say than what
// is expected.
var advices = map[Form]string{
	Empty:         incomplete,
	HTML:          ". The download link gave a page instead of the file: get it again",
	HDF5:          ". Save it in MATLAB with save(…, '-v7')",
	DamagedBinary: ". Whole records of 3073 bytes are expected" + incomplete,
	SevenZip:      ". Unpack it, and choose the files in it",
	RAR:           ". Unpack it, and choose the files in it",
	Zstandard:     ". Unpack it, and choose the files in it",
	XZ:            ". Unpack it, and choose the files in it",
	Bzip2:         ". Unpack it, and choose the files in it",
	OtherPicture:  ". Pictures are read as PNG or JPEG, in ten folders with the classes' names",
	PNG:           ". Pictures are expected in ten folders with the classes' names: choose the folder, or a zip of it",
	JPEG:          ". Pictures are expected in ten folders with the classes' names: choose the folder, or a zip of it",
}

// FormError is the refusal of a file that cannot be CIFAR-10.
type FormError struct {
	Name   string
	Form   Form
	advice string
}

// Error says what the file is, and what to do.
func (e *FormError) Error() string { return e.Name + " is " + string(e.Form) + e.advice }
