package reader_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"

	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

const bombSize = 256 << 20

// bomb is bombSize zeros, deflated to a quarter of a megabyte.
var bomb = sync.OnceValue(func() []byte {
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, flate.BestSpeed)
	zeros := make([]byte, 1<<20)
	for range bombSize / len(zeros) {
		w.Write(zeros)
	}
	w.Close()
	return packed.Bytes()
})

// zlibBomb is the bomb with the header of zlib, which PNG and MAT use.
func zlibBomb() []byte { return append([]byte{0x78, 1}, bomb()...) }

// zipBomb is an archive of the bomb, with a size that it claims to have.
func zipBomb(t *testing.T, name string, size uint64) []byte {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	file, err := w.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(bomb())), UncompressedSize64: size,
	})
	if err != nil {
		t.Fatal(err)
	}
	file.Write(bomb())
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return archive.Bytes()
}

// pngBomb is a picture of side × side pixels with far more data than its size needs.
func pngBomb(side uint32) []byte {
	png := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		png = binary.BigEndian.AppendUint32(png, uint32(len(data)))
		body := append([]byte(kind), data...)
		png = binary.BigEndian.AppendUint32(append(png, body...), crc32.ChecksumIEEE(body))
	}
	header := binary.BigEndian.AppendUint32(nil, side)
	chunk("IHDR", append(binary.BigEndian.AppendUint32(header, side), 8, 2, 0, 0, 0))
	chunk("IDAT", zlibBomb())
	chunk("IEND", nil)
	return png
}

// matBomb is a MAT-file whose only variable is the bomb.
func matBomb() []byte {
	file := cifar10test.MATFile(true)[:128]
	file = binary.LittleEndian.AppendUint32(file, 15)
	file = binary.LittleEndian.AppendUint32(file, uint32(len(zlibBomb())))
	return append(file, zlibBomb()...)
}

// zstdBomb is a frame of blocks that each repeat a byte 128 Ki times.
func zstdBomb() []byte {
	frame := []byte{0x28, 0xb5, 0x2f, 0xfd, 0, 0x38}
	block := uint32(128<<10)<<3 | 1<<1
	for range bombSize / (128 << 10) {
		frame = append(frame, byte(block), byte(block>>8), byte(block>>16), 0x55)
	}
	return frame
}

// tarBomb is a gzipped tar archive of a file that goes on and on.
func tarBomb(t *testing.T, name string) []byte {
	var archive, packed bytes.Buffer
	if err := tar.NewWriter(&archive).WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: 8 << 30}); err != nil {
		t.Fatal(err)
	}
	w := gzip.NewWriter(&packed)
	w.Write(archive.Bytes())
	zeros := make([]byte, 1<<20)
	for range 2 * bombSize / len(zeros) {
		w.Write(zeros)
	}
	w.Close()
	return packed.Bytes()
}

// sparseTar is a tar archive of a file that is nothing but a hole.
func sparseTar(t *testing.T, name string) []byte {
	var archive bytes.Buffer
	block := func(name string, kind byte, body string) {
		w := tar.NewWriter(&archive)
		if err := w.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeReg, Size: int64(len(body))}); err != nil {
			t.Fatal(err)
		}
		header := archive.Bytes()[archive.Len()-512:]
		header[156] = kind
		sum := 0
		for i, b := range header {
			if i >= 148 && i < 156 {
				b = ' '
			}
			sum += int(b)
		}
		copy(header[148:], fmt.Sprintf("%06o\x00 ", sum))
		io.WriteString(w, body)
		w.Flush()
	}
	record := func(text string) string {
		n := len(text) + 3
		for n != len(fmt.Sprintf("%d %s\n", n, text)) {
			n++
		}
		return fmt.Sprintf("%d %s\n", n, text)
	}
	block("PaxHeaders/"+name, tar.TypeXHeader,
		record("GNU.sparse.major=1")+record("GNU.sparse.minor=0")+
			record("GNU.sparse.name="+name)+record("GNU.sparse.realsize=8589934592"))
	block(name, tar.TypeReg, "0\n"+strings.Repeat("\x00", 510))
	archive.Write(make([]byte, 1024))
	return archive.Bytes()
}

// parquetBomb is a parquet file of pages that hold no picture and unpack to 64 MB each.
func parquetBomb(codec int, pages int, page []byte) []byte {
	file := []byte("PAR1")
	number := func(delta int, n int64) []byte {
		return binary.AppendUvarint([]byte{byte(delta<<4 | 6)}, uint64(n<<1))
	}
	list := func(delta int, items ...[]byte) []byte {
		return append([]byte{byte(delta<<4 | 9), byte(len(items)<<4 | 12)}, bytes.Join(items, nil)...)
	}
	inner := func(delta int, fields ...[]byte) []byte {
		return append(append([]byte{byte(delta<<4 | 12)}, bytes.Join(fields, nil)...), 0)
	}
	item := func(fields ...[]byte) []byte { return append(bytes.Join(fields, nil), 0) }
	text := func(delta int, s string) []byte { return append([]byte{byte(delta<<4 | 8), byte(len(s))}, s...) }

	head := item(number(1, 0), number(1, 64<<20), number(1, int64(len(page))),
		inner(2, number(1, 0), number(1, 0), number(1, 3), number(1, 3)))
	for range pages {
		file = append(append(file, head...), page...)
	}
	chunk := item(inner(3, number(4, int64(codec)), number(3, int64(len(file)-4)), number(2, 4)))
	footer := item(number(1, 1), list(1,
		item(text(4, "schema"), number(1, 2)),
		item(number(3, 0), text(1, "img"), number(1, 1)),
		item(number(1, 6), number(2, 0), text(1, "bytes")),
		item(number(1, 2), number(2, 0), text(1, "label")),
	), number(1, 5), list(1, item(list(1, chunk, chunk), number(2, 5))))
	file = append(file, footer...)
	return append(binary.LittleEndian.AppendUint32(file, uint32(len(footer))), "PAR1"...)
}

// gzipOf is a gzip file of so many zeros.
func gzipOf(n int) []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(make([]byte, n))
	w.Close()
	return packed.Bytes()
}

// unpacked counts the bytes that a decompressor returns.
type unpacked struct {
	io.ReadCloser
	bytes *int
}

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.ReadCloser.Read(p)
	*u.bytes += n
	return n, err
}

// A small file that unpacks to hundreds of megabytes is refused before most are unpacked.
func TestBombs(t *testing.T) {
	gzipped := append([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff}, bomb()...)
	picture := func(side uint32) []byte {
		return cifar10test.Zip(t, cifar10test.Content{Name: "train/cat/1.png", Data: pngBomb(side)})
	}
	for name, file := range map[string][]byte{
		"data_batch_1.bin.gz": gzipped,
		"data_batch_1.mat":    matBomb(),
		"honest.zip":          zipBomb(t, "data_batch_1.bin", bombSize),
		"lying.zip":           zipBomb(t, "data_batch_1.bin", 30_730_000),
		"pickle.zip":          zipBomb(t, "data_batch_1", 31_000_000),
		"arrays.npz":          zipBomb(t, "x_train.npy", 30_720_128),
		"small-picture.zip":   picture(32),
		"large-picture.zip":   picture(50_000),
		"data_batch_1.zst":    zstdBomb(),
		"shard.tar.gz":        tarBomb(t, "data_batch_1.bin"),
		"other.tar.gz":        tarBomb(t, "notes.txt"),
		"picture.tar.gz":      tarBomb(t, "train/cat/1.png"),
		"array.tar.gz":        tarBomb(t, "x_train.npy"),
		"hole.tar":            sparseTar(t, "data_batch_1.bin"),
		"picture-hole.tar":    sparseTar(t, "train/cat/1.png"),
		"gzip.parquet":        parquetBomb(2, 16, gzipOf(64<<20)),
		"zstd.parquet":        parquetBomb(6, 64, zstdBomb()),
	} {
		t.Run(name, func(t *testing.T) {
			const mostMemory = 224 << 20 // of all allocations, freed ones too
			mostUnpacked := 64 << 20
			if strings.HasSuffix(name, ".tar.gz") { // of which a small one may hold all of CIFAR-10
				mostUnpacked = 320 << 20
			}
			counted := 0
			counting := func(form reader.Compression, in io.Reader) (io.ReadCloser, error) {
				out, err := reader.Decompress(form, in)
				return unpacked{out, &counted}, err
			}
			r := reader.Reader{Room: 32 << 20, Decompress: counting}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			shards, messages := collect(r.Shards(cifar10test.File(name, file)))
			runtime.ReadMemStats(&after)
			if len(shards) != 0 || len(messages) == 0 {
				t.Errorf("%d shards, messages %q", len(shards), messages)
			}
			if counted > mostUnpacked {
				t.Errorf("%d MB were unpacked: %q", counted>>20, messages)
			}
			if memory := after.TotalAlloc - before.TotalAlloc; memory > mostMemory {
				t.Errorf("%d MB were allocated", memory>>20)
			}
		})
	}
}
