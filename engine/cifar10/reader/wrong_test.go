package reader_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"testing"

	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// large is a file of size bytes of which the first are given and the rest are noise. It
// counts what is read of it.
type large struct {
	head []byte
	size int64
	read int64
}

func (l *large) ReadAt(p []byte, offset int64) (int, error) {
	for i := range p {
		at := offset + int64(i)
		if at >= l.size {
			return i, io.EOF
		}
		if at < int64(len(l.head)) {
			p[i] = l.head[at]
		} else {
			p[i] = byte(at*at>>7) ^ byte(at>>3)
		}
		l.read++
	}
	return len(p), nil
}

// noise is a start that no form has.
func noise(n int) []byte {
	source := rand.New(rand.NewPCG(1, 2))
	bytes := make([]byte, n)
	for i := range bytes {
		bytes[i] = byte(source.Uint32())
	}
	bytes[0] = 0xee
	return bytes
}

// A wrong file as large as CIFAR-10 is refused after reading a small part of it.
func TestWrongFilesAreNotReadWhole(t *testing.T) {
	const size = 170_000_000
	var movies bytes.Buffer
	archive := tar.NewWriter(&movies)
	archive.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: "a.mp4", Size: size - 2048})
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(noise(4 << 20))
	z.Flush()
	for name, head := range map[string][]byte{
		"noise":         noise(1000),
		"gzip":          packed.Bytes(),
		"tar":           movies.Bytes(),
		"zip":           []byte("PK\x03\x04"),
		"7z":            []byte("7z\xbc\xaf\x27\x1c"),
		"pickle":        []byte("\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00\x00\x8c\x11pandas.core.frame\x8c\x09DataFrame\x93)\x81"),
		"pickled bytes": []byte("\x80\x04\x95\x00\x00\x00\x0a\x00\x00\x00\x00B\x00\x00\x00\x0a"),
		"pickled text":  []byte("Vmany words \n")[:12],
		"pickled array": []byte("\x80\x02cnumpy.core.multiarray\n_reconstruct\nq\x00cnumpy\nndarray\nK\x00\x85C\x01b\x87R" +
			"(K\x01J\x00\x00\x40\x01\x85cnumpy\ndtype\nU\x02f8K\x00K\x01\x87R(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb" +
			"\x89B\x00\x00\x00\x0a"),
		"array":         npy("|u1", false, nil, size-128),
		"parquet":       []byte("PAR1"),
		"HDF5":          []byte("\x89HDF\r\n\x1a\n"),
		"web page":      []byte("<html>"),
		"idx":           {0, 0, 8, 3, 0, 0, 0xea, 0x60, 0, 0, 0, 28, 0, 0, 0, 28},
		"xz":            []byte("\xfd7zXZ\x00\x00\x04"),
		"bzip2":         []byte("BZh9"),
		"PyTorch's":     []byte("\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03."),
		"damaged shard": cifar10test.Binary(cifar10test.Random("a", 1, 1)),
	} {
		t.Run(name, func(t *testing.T) {
			file := &large{head: head, size: size}
			wrong := reader.FileOf("download", size, file)
			reader.Estimate(wrong)
			read, messages := collect((&reader.Reader{Room: 1 << 30}).Shards(wrong))
			if len(read) != 0 || len(messages) != 1 {
				t.Fatalf("%d shards, messages %q", len(read), messages)
			}
			const most = 8 << 20
			if file.read > most {
				t.Errorf("%d bytes were read to say %q", file.read, messages[0])
			}
		})
	}
}
