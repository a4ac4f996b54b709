package reader_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// classFolders writes the images of a shard as pictures in folders of classes.
func classFolders(t *testing.T, root string, shard *cifar10.Shard) []cifar10test.Content {
	var contents []cifar10test.Content
	for i, y := range shard.Labels {
		name := fmt.Sprintf("%s%s/%d.png", root, cifar10.ClassNames[y], i)
		contents = append(contents, cifar10test.Content{Name: name, Data: cifar10test.PNG(t, shard, i)})
	}
	return contents
}

func TestReaderPictures(t *testing.T) {
	train, test := cifar10test.Random("train", 40, 1), cifar10test.Random("test", 20, 2)
	contents := append(classFolders(t, "cifar/train/", train), classFolders(t, "cifar/test/", test)...)
	contents = append(contents,
		cifar10test.Content{Name: "cifar/train/dog/Thumbs.db", Data: []byte("\xd0\xcf\x11\xe0")},
		cifar10test.Content{Name: "cifar/train/.DS_Store", Data: []byte("\x00\x00")},
		cifar10test.Content{Name: "cifar/readme.txt", Data: []byte("Pictures")})
	ways := map[string][]reader.File{
		"folder": cifar10test.Files(contents...),
		"zip":    {cifar10test.File("cifar.zip", cifar10test.Zip(t, contents...))},
	}
	for name, files := range ways {
		read, messages := collect(new(reader.Reader).Shards(files...))
		if messages != nil || len(read) != 2 {
			t.Fatalf("%s: %d shards, messages %q", name, len(read), messages)
		}
		sameImages(t, read[0], test)
		sameImages(t, read[1], train)
		// Mixed evenly, any ten images in a row have all ten classes.
		first := cifar10.Shard{Labels: read[1].Labels[:10]}
		if got, want := first.Counts(), []int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}; !slices.Equal(got, want) {
			t.Errorf("%s: the first ten images have classes %v", name, first.Labels)
		}
	}
}

// sameImages compares two shards whatever the order of their images.
func sameImages(t *testing.T, got, want *cifar10.Shard) {
	t.Helper()
	if got.Name != want.Name || got.Len() != want.Len() {
		t.Fatalf("%s has %d images; want %s with %d", got.Name, got.Len(), want.Name, want.Len())
	}
	labels := make(map[string]uint8)
	for i := range want.Len() {
		labels[string(want.Image(i))] = want.Labels[i]
	}
	for i := range got.Len() {
		if y, ok := labels[string(got.Image(i))]; !ok || y != got.Labels[i] {
			t.Errorf("image %d of %s is none that was written", i, got.Name)
		}
	}
}

func TestReaderPicturesNames(t *testing.T) {
	shard := cifar10test.Random("", 1, 1)
	for folder, want := range map[string]uint8{
		"AIRPLANE": 0, "Plane": 0, "car": 1, "automobiles": 1, "9": 9, "trucks": 9,
	} {
		file := cifar10test.File(folder+"/1", cifar10test.PNG(t, shard, 0))
		read, messages := collect(new(reader.Reader).Shards(file))
		if messages != nil || len(read) != 1 || read[0].Labels[0] != want || read[0].Name != "pictures" {
			t.Errorf("folder %s: %v, messages %q", folder, read, messages)
		}
	}
}

func TestReaderPicturesRefuses(t *testing.T) {
	good := cifar10test.PNG(t, cifar10test.Random("", 1, 1), 0)
	huge := bytes.Clone(good) // its header says 65,536 × 65,536
	copy(huge[16:], "\x00\x01\x00\x00\x00\x01\x00\x00")
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for says, data := range map[string][]byte{
		"dog/1.png is a picture that cannot be read: png: invalid format: not enough pixel data. Save it again": good[:len(good)-200],
		"dog/1.png is a picture that cannot be read: it has 65536×65536 pixels":                                 huge,
	} {
		_, messages := collect(new(reader.Reader).Shards(cifar10test.File("dog/1.png", data)))
		if len(messages) != 1 || !strings.Contains(messages[0], says) {
			t.Errorf("messages %q do not say %q", messages, says)
		}
	}
}

// A picture of another size is cut to its middle square and averaged.
func TestDecodePictureScales(t *testing.T) {
	const side = 96
	picture := image.NewRGBA(image.Rect(0, 0, 3*side, side))
	for y := range side {
		for x := range 3 * side {
			c := color.RGBA{0, 0, 255, 255}
			if side <= x && x < 2*side {
				c = color.RGBA{200, uint8(x % 2 * 100), 0, 255}
			}
			picture.SetRGBA(x, y, c)
		}
	}
	var asPNG, asJPEG bytes.Buffer
	if err := png.Encode(&asPNG, picture); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&asJPEG, picture, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"PNG": asPNG.Bytes(), "JPEG": asJPEG.Bytes()} {
		pixels, err := reader.DecodePicture(nil, file)
		if err != nil || len(pixels) != cifar10.Dim {
			t.Fatalf("%s: %d bytes, error %v", name, len(pixels), err)
		}
		const centre, plane = 16*32 + 16, 1024
		for channel, want := range []int{200, 50, 0} {
			if got := int(pixels[channel*plane+centre]); got < want-20 || got > want+20 {
				t.Errorf("%s: channel %d of the middle is %d, want about %d", name, channel, got, want)
			}
		}
	}
}

func TestDecodePictureOnWhite(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 32, 32))); err != nil {
		t.Fatal(err)
	}
	pixels, err := reader.DecodePicture(nil, file.Bytes())
	if err != nil || !bytes.Equal(pixels, bytes.Repeat([]byte{255}, cifar10.Dim)) {
		t.Errorf("a transparent picture is not white: %v", err)
	}
}

func FuzzDecodePicture(f *testing.F) {
	f.Add(cifar10test.PNG(f, cifar10test.Random("", 1, 1), 0))
	var file bytes.Buffer
	if err := jpeg.Encode(&file, image.NewGray(image.Rect(0, 0, 20, 33)), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Fuzz(func(t *testing.T, file []byte) {
		pixels, err := reader.DecodePicture(nil, file)
		if err == nil && len(pixels) != cifar10.Dim {
			t.Errorf("%d bytes of pixels", len(pixels))
		}
	})
}

func BenchmarkReadPictures(b *testing.B) {
	shard := cifar10test.Random("train", 200, 1)
	var files []reader.File
	for i, y := range shard.Labels {
		file := cifar10test.File(fmt.Sprintf("%d/%d", y, i), cifar10test.PNG(b, shard, i))
		files = append(files, file)
	}
	b.SetBytes(int64(len(shard.Pixels)))
	for b.Loop() {
		for _, err := range new(reader.Reader).Shards(files...) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
