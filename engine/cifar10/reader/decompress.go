package reader

import (
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
)

// Compression is a form of deflate, named as in the browser's
// DecompressionStream.
type Compression string

// The forms that CIFAR-10's files use.
const (
	Gzip    Compression = "gzip"        // .tar.gz
	Zlib    Compression = "deflate"     // .mat
	Deflate Compression = "deflate-raw" // .zip
)

// Decompressor opens a compressed stream. In the browser it uses
// DecompressionStream, which is faster than Decompress.
type Decompressor func(form Compression, r io.Reader) (io.ReadCloser, error)

// Decompress is the Decompressor of the standard library.
func Decompress(form Compression, r io.Reader) (io.ReadCloser, error) {
	switch form {
	case Gzip:
		return gzip.NewReader(r)
	case Zlib:
		return zlib.NewReader(r)
	case Deflate:
		return flate.NewReader(r), nil
	}
	return nil, fmt.Errorf("no compression is called %q", form)
}
