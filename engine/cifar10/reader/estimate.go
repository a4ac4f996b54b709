package reader

import (
	"encoding/binary"
	"io"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/matfile"
	"onelayer/engine/cifar10/reader/internal/parquet"
)

// Estimate returns roughly how many images the files hold, from their first and
// last bytes, so that the caller can say what won't fit before it reads them.
// Files that hold none, or can't be read, count as none. An image needs Dim
// bytes.
func Estimate(files ...File) int { return count(files, estimate) }

// count counts a picture as one image, and any other file by images.
func count(files []File, images func(File) int) int {
	n := 0
	for _, file := range files {
		switch {
		case file.hidden():
		case mayBePicture(file.Name):
			n++
		default:
			n += images(file)
		}
	}
	return n
}

// estimate is Estimate for one file that is not a picture.
func estimate(file File) int {
	switch sniff(file) {
	case Binary:
		return int(file.Size / cifar10.RecordSize)
	case Pickle, Tar, CIFAR100:
		return int(file.Size / cifar10.Dim)
	case MAT:
		return estimateMAT(file)
	case NumPy:
		return estimateNPY(file)
	case Gzipped:
		return estimateGzip(file)
	case Zip:
		return estimateZip(file)
	case Parquet:
		return estimateParquet(file)
	}
	return 0
}

// estimateNPY reads the shape of an array.
func estimateNPY(file File) int {
	r, err := file.Open()
	if err != nil {
		return 0
	}
	defer r.Close()
	h, err := readNPYHeader(r)
	if err != nil {
		return 0
	}
	l, _ := (&array{shape: h.shape, fortran: h.fortran}).layoutOf()
	return min(l.images, cifar10.MaxImages)
}

// estimateMAT reads the shape of the data, and no data.
func estimateMAT(file File) int {
	r, err := file.Open()
	if err != nil {
		return 0
	}
	defer r.Close()
	inflate := func(r io.Reader) (io.ReadCloser, error) { return Decompress(Zlib, r) }
	variables, err := matfile.NewReader(r, file.Size, inflate)
	if err != nil {
		return 0
	}
	defer variables.Close()
	for {
		v, err := variables.Next()
		if err != nil {
			return 0
		}
		if v.Name == "data" && len(v.Shape) == 2 {
			return min(v.Shape[0], cifar10.MaxImages)
		}
	}
}

// estimateGzip reads the length of the content, modulo 2³², that ends the file.
func estimateGzip(file File) int {
	var length [4]byte
	if file.At == nil {
		return 0
	}
	if _, err := file.At.ReadAt(length[:], file.Size-int64(len(length))); err != nil && err != io.EOF {
		return 0
	}
	return int(binary.LittleEndian.Uint32(length[:])) / cifar10.Dim
}

// estimateZip adds the lengths of the files in the archive; a picture is one
// image, whatever its length.
func estimateZip(file File) int {
	if file.At == nil {
		return 0
	}
	archive, err := openZip(file.At, file.Size)
	if err != nil {
		return 0
	}
	return count(filesOf(archive), func(f File) int { return int(max(f.Size, 0) / cifar10.Dim) })
}

// estimateParquet reads the number of rows.
func estimateParquet(file File) int {
	if file.At == nil {
		return 0
	}
	table, err := parquet.Open(file.At, file.Size)
	if err != nil {
		return 0
	}
	return int(min(max(table.Rows, 0), cifar10.MaxImages))
}
