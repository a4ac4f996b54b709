// Package parquet reads flat columns of byte strings and whole numbers from a
// parquet file, a page at a time.
//
// It is our own because the maintained libraries allocate whatever a count in the
// file claims, and parquet-go and arrow-go add 3 MB to a compressed wasm binary.
//
// It reads the features that data sets are saved with: plain and dictionary
// encoding, pages of both versions, and snappy, gzip, Zstandard or no
// compression. A page's memory is bounded, and is allocated only if the file
// holds its bytes.
package parquet

import "errors"

// What can be wrong with a parquet file.
var (
	ErrTruncated   = errors.New("the parquet file ends too early")
	ErrDamaged     = errors.New("the parquet file is damaged")
	ErrUnsupported = errors.New("the parquet file is saved in a way that is not read here")
)
