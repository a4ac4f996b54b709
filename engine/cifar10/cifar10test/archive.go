package cifar10test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"image"
	"image/color"
	"image/png"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader"
)

// Content is a file for an archive or a folder.
type Content struct {
	Name string
	Data []byte
}

// File returns data as a file.
func File(name string, data []byte) reader.File {
	return reader.FileOf(name, int64(len(data)), bytes.NewReader(data))
}

// Files returns contents as files.
func Files(contents ...Content) []reader.File {
	var files []reader.File
	for _, c := range contents {
		files = append(files, File(c.Name, c.Data))
	}
	return files
}

// Tar writes a tar archive of the contents in their order.
func Tar(tb testing.TB, contents ...Content) []byte {
	tb.Helper()
	var archive bytes.Buffer
	w := tar.NewWriter(&archive)
	for _, c := range contents {
		header := &tar.Header{Name: c.Name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(c.Data))}
		if err := w.WriteHeader(header); err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(c.Data); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return archive.Bytes()
}

// Gzip compresses data.
func Gzip(tb testing.TB, data []byte) []byte {
	tb.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(data); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return packed.Bytes()
}

// Zip writes a zip archive of the contents in their order.
func Zip(tb testing.TB, contents ...Content) []byte {
	tb.Helper()
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for _, c := range contents {
		file, err := w.Create(c.Name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := file.Write(c.Data); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return archive.Bytes()
}

// PNG writes image i of a shard as a picture.
func PNG(tb testing.TB, s *cifar10.Shard, i int) []byte {
	tb.Helper()
	const plane = cifar10.Width * cifar10.Height
	picture := image.NewNRGBA(image.Rect(0, 0, cifar10.Width, cifar10.Height))
	pixels := s.Image(i)
	for at := range plane {
		picture.SetNRGBA(
			at%cifar10.Width,
			at/cifar10.Width,
			color.NRGBA{pixels[at], pixels[plane+at], pixels[2*plane+at], 255},
		)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		tb.Fatal(err)
	}
	return file.Bytes()
}
