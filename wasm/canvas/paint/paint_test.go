package paint

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"onelayer/wasm/canvas/scene"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// TestMain runs the tests inside a game: only there can pixels be read back.
func TestMain(m *testing.M) {
	flag.Parse()
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		fmt.Println("skipping the drawing tests: there is no DISPLAY; run them under xvfb-run")
		if os.Getenv("CI") != "" {
			os.Exit(1) // in CI they may not be skipped
		}
		return
	}
	game := &testGame{run: m.Run, done: make(chan int, 1), code: 1} // a game that ends before its tests have failed
	ebiten.SetWindowSize(64, 64)
	if err := ebiten.RunGame(game); err != nil {
		fmt.Println("Ebitengine did not start:", err)
		os.Exit(1)
	}
	os.Exit(game.code)
}

type testGame struct {
	run     func() int
	started bool
	done    chan int
	code    int
}

func (g *testGame) Update() error {
	if !g.started {
		g.started = true
		go func() { g.done <- g.run() }()
	}
	select {
	case g.code = <-g.done:
		return ebiten.Termination
	default:
		return nil
	}
}

func (g *testGame) Draw(*ebiten.Image) {}

func (g *testGame) Layout(int, int) (int, int) { return 64, 64 }

// blocks sets each letter as a solid block, so that texts need no typeface.
type blocks struct{}

func (blocks) Typeset(text string, font scene.Font) Mask {
	side := int(font.Size)
	mask := Mask{Width: side * len(text), Height: side, Top: side}
	mask.Alpha = make([]byte, mask.Width*mask.Height)
	for i := range mask.Alpha {
		if i%side != 0 {
			mask.Alpha[i] = 255
		}
	}
	return mask
}

func painted(t *testing.T, width, height int, ops ...scene.Op) *image.RGBA {
	t.Helper()
	painter, err := New(blocks{})
	if err != nil {
		t.Fatal(err)
	}
	screen := ebiten.NewImage(width, height)
	painter.Paint(screen, ops)
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	screen.ReadPixels(picture.Pix)
	return picture
}

// golden compares with a stored picture; renderers may differ by a little in a
// pixel's colour, and by more in a few pixels at the lines' edges.
func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		writePNG(t, path, got)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Bounds() {
		t.Fatalf("%s: %v, want %v", name, got.Bounds(), want.Bounds())
	}
	different := 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			if distance(got.At(x, y), want.At(x, y)) > 24 {
				different++
			}
		}
	}
	if limit := got.Bounds().Dx() * got.Bounds().Dy() / 200; different > limit {
		failed := filepath.Join(t.TempDir(), name+".png")
		writePNG(t, failed, got)
		t.Errorf("%s: %d pixels differ, more than %d; drawn: %s", path, different, limit, failed)
	}
}

func distance(a, b color.Color) int {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	most := 0.0
	for _, pair := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}, {aa, ba}} {
		most = max(most, math.Abs(float64(pair[0])-float64(pair[1])))
	}
	return int(most) >> 8
}

func writePNG(t *testing.T, path string, picture image.Image) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}

var (
	white = color.NRGBA{255, 255, 255, 255}
	blue  = color.NRGBA{0, 114, 178, 255}
	red   = color.NRGBA{213, 94, 0, 255}
)

func ground(width, height float64) scene.Rect {
	return scene.Rect{Box: scene.Box{Width: width, Height: height}, Color: white}
}

// A line must have no holes at its joins and no gap in its dashes' rhythm.
func TestLines(t *testing.T) {
	var wave []scene.Point
	for x := 8.0; x <= 192; x++ {
		wave = append(wave, scene.Point{X: x, Y: 50 + 30*math.Sin(x/12)})
	}
	var lower []scene.Point
	for _, p := range wave {
		lower = append(lower, scene.Point{X: p.X, Y: p.Y + 60})
	}
	golden(t, "lines", painted(t, 200, 160, ground(200, 160),
		scene.Line{Points: wave, Width: 3, Color: blue},
		scene.Line{Points: lower, Width: 3, Dash: 8, Color: red},
		scene.Dot{Center: scene.Point{X: 100, Y: 20}, Radius: 6, Color: blue},
		scene.Dot{Center: scene.Point{X: 100, Y: 20}, Radius: 3, Color: white},
	))
}

// Where an area's lines cross, the enclosed parts on both sides are filled once.
func TestAreas(t *testing.T) {
	upper := []scene.Point{{X: 10, Y: 10}, {X: 60, Y: 50}, {X: 110, Y: 10}}
	lower := []scene.Point{{X: 10, Y: 40}, {X: 60, Y: 20}, {X: 110, Y: 60}}
	faint := blue
	faint.A = 100
	golden(t, "areas", painted(t, 120, 70, ground(120, 70), scene.Area{Upper: upper, Lower: lower, Color: faint}))
}

func TestTilesAreCrisp(t *testing.T) {
	weights := make([]float32, 10*3072)
	for i := range weights {
		weights[i] = float32(i * i % 251)
	}
	strip, err := scene.NewPicture(weights)
	if err != nil {
		t.Fatal(err)
	}
	got := painted(t, 96, 96, scene.Tile{Box: scene.Box{Width: 96, Height: 96}, Picture: strip, Class: 7})
	for y := range 96 {
		for x := range 96 {
			from := 4 * (y/3*scene.StripWidth + 7*scene.TileSide + x/3)
			pixel := strip.Pixels[from : from+4]
			want := color.RGBA{pixel[0], pixel[1], pixel[2], pixel[3]}
			if got.RGBAAt(x, y) != want {
				t.Fatalf("pixel %d,%d is %v, want %v", x, y, got.RGBAAt(x, y), want)
			}
		}
	}
}

func TestTextTakesItsColor(t *testing.T) {
	got := painted(t, 40, 20, ground(40, 20), scene.Text{
		Origin: scene.Point{X: 5, Y: 15}, Font: scene.Font{Size: 10}, Color: red, Text: "ab",
	})
	for _, test := range []struct {
		x, y int
		want color.NRGBA
	}{{10, 10, red}, {20, 5, red}, {5, 10, white}, {10, 15, white}, {26, 10, white}} {
		if r := got.RGBAAt(test.x, test.y); color.NRGBA(r) != test.want {
			t.Errorf("pixel %d,%d is %v, want %v", test.x, test.y, r, test.want)
		}
	}
}

func TestTextCacheStaysBounded(t *testing.T) {
	cache := newTextCache(blocks{})
	for i := range 2 * textLimit {
		cache.entry(textKey{text: fmt.Sprint(i), font: scene.Font{Size: 4}})
		cache.entry(textKey{text: "epoch", font: scene.Font{Size: 4}})
	}
	if len(cache.entries) != textLimit || cache.order.Len() != textLimit {
		t.Errorf("%d texts kept", len(cache.entries))
	}
	if cache.entries[textKey{text: "epoch", font: scene.Font{Size: 4}}] == nil {
		t.Error("the text used last is gone")
	}
}

func TestStripsServeAgain(t *testing.T) {
	painter, err := New(blocks{})
	if err != nil {
		t.Fatal(err)
	}
	screen := ebiten.NewImage(32, 32)
	for range 5 {
		picture, err := scene.NewPicture(make([]float32, 10*3072))
		if err != nil {
			t.Fatal(err)
		}
		painter.Paint(screen, []scene.Op{scene.Tile{Box: scene.Box{Width: 32, Height: 32}, Picture: picture}})
	}
	if kept := len(painter.strips.strips) + len(painter.strips.free); kept > 2 {
		t.Errorf("%d images for one run", kept)
	}
}
