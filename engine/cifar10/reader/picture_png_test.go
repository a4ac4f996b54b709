package reader

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"

	"onelayer/engine/cifar10"
)

// pngOf writes an opaque picture with the encoder's own choice of filters.
func pngOf(tb testing.TB, smooth int, seed uint64) []byte {
	tb.Helper()
	rng := rand.New(rand.NewPCG(seed, 1))
	picture := image.NewNRGBA(image.Rect(0, 0, cifar10.Width, cifar10.Height))
	for y := range cifar10.Height {
		for x := range cifar10.Width {
			level := func() uint8 { return uint8(smooth*(x+2*y) + rng.IntN(1+256/(1+smooth*smooth))) }
			picture.SetNRGBA(x, y, color.NRGBA{level(), level(), level(), 255})
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		tb.Fatal(err)
	}
	return file.Bytes()
}

// general reads a picture with package image/png alone.
func general(tb testing.TB, content []byte) []uint8 {
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		tb.Fatalf("image/png cannot read what was taken for plain: %v", err)
	}
	var d pictureDecoder
	d.scale(picture)
	return appendPlanes(nil, d.canvas)
}

func TestPlainPNGReadsAsTheLibraryDoes(t *testing.T) {
	var p plainPNG
	for smooth := range 12 {
		content := pngOf(t, smooth, uint64(smooth))
		got, ok := p.append(nil, content)
		if !ok || !bytes.Equal(got, general(t, content)) {
			t.Errorf("smoothness %d: plain %v, or other pixels", smooth, ok)
		}
		for at := range content { // errors are left to the library
			damaged := bytes.Clone(content)
			damaged[at] ^= 0x10
			if got, ok := p.append(nil, damaged); ok && at >= 8 && !bytes.Equal(got, general(t, damaged)) {
				t.Fatalf("byte %d changed: read otherwise than the library does", at)
			}
		}
	}
}

func FuzzPlainPNG(f *testing.F) {
	for smooth := range 4 {
		f.Add(pngOf(f, 3*smooth, 1))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if Detect(content, int64(len(content))) != PNG {
			return
		}
		if got, ok := new(plainPNG).append(nil, content); ok && !bytes.Equal(got, general(t, content)) {
			t.Error("read otherwise than the library does")
		}
	})
}
