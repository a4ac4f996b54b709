package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"image/color"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"

	"onelayer/wasm/canvas/scene"
)

var update = flag.Bool("update", false, "write the golden file anew")

func testPicture(t *testing.T) *scene.Picture {
	t.Helper()
	weights := make([]float32, 10*3072)
	for i := range weights {
		weights[i] = float32(i * i % 251)
	}
	picture, err := scene.NewPicture(weights)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func TestWrite(t *testing.T) {
	blue := color.NRGBA{0, 114, 178, 255}
	faint := color.NRGBA{0, 114, 178, 102}
	got := Write([]scene.Op{
		scene.Rect{Box: scene.Box{X: 1, Y: 2.5, Width: 30, Height: 1}, Color: faint},
		scene.Line{Points: []scene.Point{{X: 0, Y: 1}, {X: 2.123456, Y: 3}}, Width: 1.75, Dash: 4.5, Color: blue},
		scene.Line{Points: []scene.Point{{X: 0, Y: 1}, {X: 2, Y: 3}}, Width: 1.75, Color: blue},
		scene.Area{
			Upper: []scene.Point{{X: 0, Y: 1}, {X: 2, Y: 3}},
			Lower: []scene.Point{{X: 0, Y: 9}, {X: 2, Y: 8}},
			Color: faint,
		},
		scene.Dot{Center: scene.Point{X: 5, Y: 6}, Radius: 3, Color: blue},
		scene.Dots{Centers: []scene.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, Radius: 2, Color: faint},
		scene.Text{
			Origin: scene.Point{X: 7, Y: 8},
			Font:   scene.Font{Size: 13, Bold: true},
			Color:  blue,
			Text:   `λ < "1" & more`,
		},
	}, scene.Theme{Ground: color.NRGBA{255, 255, 255, 255}, FontFamily: `"Inter", system-ui`}, 40, 30)
	const path = "testdata/ops.svg"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s:\n%s", path, got)
	}
	mustParse(t, got)
}

func mustParse(t *testing.T, text string) {
	t.Helper()
	for decoder := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestPicturesAreEmbedded(t *testing.T) {
	picture := testPicture(t)
	got := Write(
		[]scene.Op{scene.Tile{Box: scene.Box{Width: 64, Height: 64}, Picture: picture, Class: 3}},
		scene.Theme{},
		64,
		64,
	)
	mustParse(t, got)
	if !strings.Contains(got, `href="data:image/png;base64,iVBOR`) {
		t.Error("there is no PNG in the picture")
	}
	decoded, err := png.Decode(bytes.NewReader(encodePNG(picture, 3)))
	if err != nil {
		t.Fatal(err)
	}
	for y := range scene.TileSide {
		for x := range scene.TileSide {
			from := 4 * (y*scene.StripWidth + 3*scene.TileSide + x)
			p := picture.Pixels[from : from+4]
			if c := color.NRGBAModel.Convert(decoded.At(x, y)); c != (color.NRGBA{p[0], p[1], p[2], 255}) {
				t.Fatalf("pixel %d,%d is %v, want %v", x, y, c, p)
			}
		}
	}
}
