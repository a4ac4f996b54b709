package reader_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"runtime"
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
	gzip := append([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff}, bomb()...)
	picture := func(side uint32) []byte {
		return cifar10test.Zip(t, cifar10test.Content{Name: "train/cat/1.png", Data: pngBomb(side)})
	}
	for name, file := range map[string][]byte{
		"data_batch_1.bin.gz": gzip,
		"data_batch_1.mat":    matBomb(),
		"honest.zip":          zipBomb(t, "data_batch_1.bin", bombSize),
		"lying.zip":           zipBomb(t, "data_batch_1.bin", 30_730_000),
		"pickle.zip":          zipBomb(t, "data_batch_1", 31_000_000),
		"arrays.npz":          zipBomb(t, "x_train.npy", 30_720_128),
		"small-picture.zip":   picture(32),
		"large-picture.zip":   picture(50_000),
		"data_batch_1.zst":    zstdBomb(),
	} {
		t.Run(name, func(t *testing.T) {
			const mostUnpacked, mostMemory = 64 << 20, 224 << 20 // of all allocations, freed ones too
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
