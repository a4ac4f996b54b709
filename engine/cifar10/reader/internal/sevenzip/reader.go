package sevenzip

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// MaxDictionary is the most memory that unpacking takes, as with -mx=9.
const MaxDictionary = 64 << 20

// What can be wrong with an archive besides damage.
var (
	ErrMethod     = errors.New("it is packed by a method that is not read here")
	ErrDictionary = fmt.Errorf("it asks for more than %d MB of memory to be unpacked", MaxDictionary>>20)
	ErrChecksum   = errors.New("a checksum does not match")
)

// The methods that are read, by their ids.
const (
	methodCopy    = "\x00"
	methodLZMA    = "\x03\x01\x01"
	methodLZMA2   = "\x21"
	methodDeflate = "\x04\x01\x08"
	methodBzip2   = "\x04\x02\x02"
)

// maxHeader bounds the list of files: that of 60,000 pictures takes 3 MB.
const maxHeader = 8 << 20

// signatureSize is where the folders begin.
const signatureSize = 32

// Reader reads the files of an archive in its order.
type Reader struct {
	at      io.ReaderAt
	files   []file
	folders []folder
	folder  int       // the one of the next file
	part    int       // of the folder
	stream  io.Reader // the folder's, or nil before its first file

	left   int64 // bytes of the file
	sum    hash.Hash32
	digest digest
}

// NewReader reads the list of files of an archive of size bytes.
func NewReader(at io.ReaderAt, size int64) (*Reader, error) {
	var signature [signatureSize]byte
	if _, err := at.ReadAt(signature[:], 0); err != nil {
		return nil, err
	}
	offset, length := binary.LittleEndian.Uint64(signature[12:]), binary.LittleEndian.Uint64(signature[20:])
	within := uint64(max(size-signatureSize, 0))
	if offset > within || length > within-offset || length > maxHeader {
		return nil, io.ErrUnexpectedEOF
	}
	header := make([]byte, length)
	if _, err := at.ReadAt(header, signatureSize+int64(offset)); err != nil && err != io.EOF {
		return nil, err
	}
	if crc32.ChecksumIEEE(header) != binary.LittleEndian.Uint32(signature[28:]) {
		return nil, ErrChecksum
	}
	r := &Reader{at: at, sum: crc32.NewIEEE()}
	return r, r.read(header, 0)
}

// read reads a header, which may be packed itself.
func (r *Reader) read(header []byte, depth int) error {
	in := input{bytes: header}
	switch in.byte() {
	case idEncodedHeader:
		const most = 4
		folders := in.streams()
		if in.bad || len(folders) != 1 || depth == most {
			return ErrDamaged
		}
		unpacked, err := r.whole(folders[0])
		if err != nil {
			return err
		}
		return r.read(unpacked, depth+1)
	case idHeader:
	default:
		if len(header) == 0 {
			return nil // an archive without files
		}
		return ErrDamaged
	}
	id := in.byte()
	if id == idArchiveProperties {
		for in.byte() != idEnd {
			in.take(in.number())
		}
		id = in.byte()
	}
	if id == idMainStreams {
		r.folders = in.streams()
		id = in.byte()
	}
	if id == idFiles {
		r.files = in.files()
	}
	if in.bad {
		return ErrDamaged
	}
	return nil
}

// Unpacked is how many bytes the files have together.
func (r *Reader) Unpacked() int64 {
	all := int64(0)
	for _, f := range r.folders {
		all += f.unpacked
	}
	return all
}

// whole unpacks a folder that is a header.
func (r *Reader) whole(f folder) ([]byte, error) {
	if f.unpacked > maxHeader {
		return nil, ErrDamaged
	}
	stream, err := r.open(f)
	if err != nil {
		return nil, err
	}
	var unpacked bytes.Buffer // grows with the actual data, whatever the header promises
	if _, err := io.CopyN(&unpacked, stream, f.unpacked); err != nil {
		return nil, unexpected(err)
	}
	if f.digest.known && crc32.ChecksumIEEE(unpacked.Bytes()) != f.digest.sum {
		return nil, ErrChecksum
	}
	return unpacked.Bytes(), nil
}

// open unpacks a folder.
func (r *Reader) open(f folder) (io.Reader, error) {
	if !f.simple {
		return nil, ErrMethod
	}
	packed := bufio.NewReaderSize(io.NewSectionReader(r.at, signatureSize+f.from, f.packed), 1<<20)
	switch f.method {
	case methodCopy:
		return packed, nil
	case methodDeflate:
		return flate.NewReader(packed), nil
	case methodBzip2:
		return bzip2.NewReader(packed), nil
	case methodLZMA2:
		if len(f.properties) != 1 || f.properties[0] > 40 {
			return nil, ErrDamaged
		}
		bits := int64(f.properties[0])
		dictionary := (2 | bits&1) << (bits/2 + 11)
		if dictionary > MaxDictionary {
			return nil, ErrDictionary
		}
		return lzma.Reader2Config{DictCap: int(dictionary)}.NewReader2(packed)
	case methodLZMA:
		const properties = 5
		if len(f.properties) != properties {
			return nil, ErrDamaged
		}
		if binary.LittleEndian.Uint32(f.properties[1:]) > MaxDictionary {
			return nil, ErrDictionary
		}
		header := binary.LittleEndian.AppendUint64(bytes.Clone(f.properties), uint64(f.unpacked))
		return lzma.ReaderConfig{DictCap: MaxDictionary}.NewReader(io.MultiReader(bytes.NewReader(header), packed))
	}
	return nil, ErrMethod
}

// Next goes on to the next file and returns its name and length, or io.EOF. Folders have
// no name.
func (r *Reader) Next() (name string, size int64, err error) {
	if r.left > 0 {
		if _, err := io.CopyN(io.Discard, r.stream, r.left); err != nil {
			return "", 0, unexpected(err)
		}
		r.left = 0
	}
	if len(r.files) == 0 {
		return "", 0, io.EOF
	}
	next := r.files[0]
	r.files = r.files[1:]
	if next.empty {
		return "", 0, nil
	}
	for r.folder < len(r.folders) && r.part == len(r.folders[r.folder].files) {
		r.folder, r.part, r.stream = r.folder+1, 0, nil
	}
	if r.folder == len(r.folders) {
		return "", 0, ErrDamaged
	}
	f := r.folders[r.folder]
	if r.stream == nil {
		if r.stream, err = r.open(f); err != nil {
			return "", 0, err
		}
	}
	r.left, r.digest = f.files[r.part].size, f.files[r.part].digest
	r.sum.Reset()
	r.part++
	return next.name, r.left, nil
}

// Read reads the file.
func (r *Reader) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n, err := r.stream.Read(p[:min(int64(len(p)), r.left)])
	r.left -= int64(n)
	r.sum.Write(p[:n])
	switch {
	case r.left == 0 && r.digest.known && r.sum.Sum32() != r.digest.sum:
		return n, ErrChecksum
	case r.left == 0:
		return n, nil
	}
	return n, unexpected(err)
}

// unexpected is the error of a stream that ends too early.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
