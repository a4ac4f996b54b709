package reader_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
	"onelayer/engine/phrase"
)

// npy writes a .npy file of a shape.
func npy(kind string, fortran bool, items []byte, shape ...int) []byte {
	words := make([]string, len(shape))
	for i, n := range shape {
		words[i] = fmt.Sprintf("%d,", n)
	}
	order := "False"
	if fortran {
		order = "True"
	}
	header := fmt.Sprintf(
		"{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n",
		kind,
		order,
		strings.Join(words, " "),
	)
	file := append([]byte("\x93NUMPY\x01\x00"), byte(len(header)), byte(len(header)>>8))
	return append(append(file, header...), items...)
}

// smooth is a shard whose images are as smooth as photographs: nearer pixels are more
// alike.
func smooth(n int) *cifar10.Shard {
	shard := &cifar10.Shard{Name: "smooth"}
	for i := range n {
		for c := range 3 {
			for y := range 32 {
				for x := range 32 {
					shard.Pixels = append(
						shard.Pixels,
						uint8(128+90*math.Sin(float64(i+c)+float64(y)/7)*math.Cos(float64(x)/9+float64(c*i))),
					)
				}
			}
		}
		shard.Labels = append(shard.Labels, uint8(i%10))
	}
	return shard
}

// as writes a shard's pixels with the axes in another order, of which n is the images and
// p a pixel's place in its plane.
func as(shard *cifar10.Shard, axes string) (bytes []byte) {
	lengths := map[byte]int{'n': shard.Len(), 'c': 3, 'y': 32, 'x': 32}
	var at [256]int
	var walk func(depth int)
	walk = func(depth int) {
		if depth == len(axes) {
			bytes = append(bytes, shard.Image(at['n'])[at['c']*1024+at['y']*32+at['x']])
			return
		}
		for i := range lengths[axes[depth]] {
			at[axes[depth]] = i
			walk(depth + 1)
		}
	}
	walk(0)
	return bytes
}

// wide writes bytes as numbers of another type.
func wide(kind string, values []byte, scale float64) []byte {
	var b bytes.Buffer
	for _, v := range values {
		x := float64(v) * scale
		switch kind {
		case "<i8":
			binary.Write(&b, binary.LittleEndian, int64(x))
		case ">i4":
			binary.Write(&b, binary.BigEndian, int32(x))
		case "<f4":
			binary.Write(&b, binary.LittleEndian, float32(x))
		case ">f8":
			binary.Write(&b, binary.BigEndian, x)
		default:
			b.WriteByte(v)
		}
	}
	return b.Bytes()
}

// Arrays of every shape, order and type give the same pixels.
func TestArraysOfEveryShape(t *testing.T) {
	const n = 7
	want := smooth(n)
	labels := npy("|u1", false, want.Labels, n)
	for _, c := range []struct {
		axes    string // slowest first, as they lie in the file
		fortran bool
		shape   []int
	}{
		{"nyxc", false, []int{n, 32, 32, 3}},
		{"ncyx", false, []int{n, 3, 32, 32}},
		{"ncyx", false, []int{n, 3072}},
		{"nyxc", false, []int{n, 3072}}, // found from vertical neighbours
		{"cyxn", false, []int{3072, n}},
		{"yxcn", false, []int{32, 32, 3, n}},
		{"cxyn", true, []int{n, 32, 32, 3}},
		{"xycn", true, []int{n, 3, 32, 32}},
		{"cyxn", true, []int{n, 3072}},
		{"ncxy", true, []int{32, 32, 3, n}},
	} {
		for _, k := range []struct {
			kind  string
			scale float64
		}{{"|u1", 1}, {"<i8", 1}, {">i4", 1}, {"<f4", 1. / 255}, {"<f4", 1}, {">f8", 1. / 255}} {
			name := fmt.Sprint(c.axes, c.shape, c.fortran, k)
			images := npy(k.kind, c.fortran, wide(k.kind, as(want, c.axes), k.scale), c.shape...)
			read, messages := collect(new(reader.Reader).Shards(cifar10test.Files(
				cifar10test.Content{Name: "x.npy", Data: images}, cifar10test.Content{Name: "y.npy", Data: labels})...))
			if messages != nil || len(read) != 1 {
				t.Errorf("%s: %d shards, messages %q", name, len(read), messages)
				continue
			}
			if !bytes.Equal(read[0].Pixels, want.Pixels) || !bytes.Equal(read[0].Labels, want.Labels) {
				t.Errorf("%s: other pixels or labels", name)
			}
		}
	}
}

// Labels come as numbers of any type, a row or a column, or one-hot.
func TestArraysOfLabels(t *testing.T) {
	const n = 12
	want := smooth(n)
	oneHot := make([]byte, n*10)
	for i, y := range want.Labels {
		oneHot[i*10+int(y)] = 1
	}
	images := cifar10test.File("test_images.npy", npy("|u1", false, as(want, "ncyx"), n, 3, 32, 32))
	for name, labels := range map[string][]byte{
		"numbers":  npy("<i8", false, wide("<i8", want.Labels, 1), n),
		"a column": npy(">i4", false, wide(">i4", want.Labels, 1), n, 1),
		"a row":    npy("<f4", false, wide("<f4", want.Labels, 1), 1, n),
		"one-hot":  npy("<f4", false, wide("<f4", oneHot, 1), n, 10),
	} {
		read, messages := collect(new(reader.Reader).Shards(images, cifar10test.File("test_labels.npy", labels)))
		if messages != nil || len(read) != 1 || !bytes.Equal(read[0].Labels, want.Labels) {
			t.Errorf("%s: %v, messages %q", name, read, messages)
		}
	}
}

func TestArraysRefused(t *testing.T) {
	want := smooth(4)
	pixels := as(want, "nyxc")
	labels := cifar10test.File("y.npy", npy("|u1", false, want.Labels, 4))
	for says, file := range map[string][]byte{
		"pixels go from 0 to 1": npy("<f4", false, wide("<f4", pixels, -1./255), 4, 32, 32, 3),
		"ends too early":        npy("|u1", false, pixels[:5000], 4, 32, 32, 3),
		"header is damaged":     []byte("\x93NUMPY\x01\x00\x04\x00{'a'"),
	} {
		_, messages := collect(new(reader.Reader).Shards(cifar10test.File("x.npy", file), labels))
		if !slices.ContainsFunc(messages, func(m string) bool { return strings.Contains(m, says) }) {
			t.Errorf("messages %q do not say %q", messages, says)
		}
	}
	other := cifar10test.File("x.npy", npy("|u1", false, pixels, 4, 9, 9))
	_, messages := collect(new(reader.Reader).Shards(other))
	if len(messages) != 1 || !strings.Contains(messages[0], "of type uint8 and shape 4×9×9") {
		t.Errorf("messages %q do not name the type and the shape", messages)
	}
}

// The files of CIFAR-10-C share the labels of one file and are separate tests.
func TestArraysOfCIFAR10C(t *testing.T) {
	want := smooth(4)
	images := npy("|u1", false, as(want, "nyxc"), 4, 32, 32, 3)
	contents := []cifar10test.Content{
		{Name: "C/fog.npy", Data: images},
		{Name: "C/gaussian_noise.npy", Data: images},
		{Name: "C/labels.npy", Data: npy("|u1", false, want.Labels, 4)},
	}
	for name, files := range map[string][]reader.File{
		"a folder":     cifar10test.Files(contents...),
		"a tar":        {cifar10test.File("CIFAR-10-C.tar", cifar10test.Tar(t, contents...))},
		"a packed tar": {cifar10test.File("CIFAR-10-C.tgz", cifar10test.Gzip(t, cifar10test.Tar(t, contents...)))},
	} {
		read, messages := collect(new(reader.Reader).Shards(files...))
		if messages != nil || len(read) != 2 || read[0].Set != "fog" || read[1].Set != "gaussian noise" {
			t.Fatalf("%s: %v, messages %q", name, read, messages)
		}
		sameEnds(t, read[1], want)
	}
}

// The visitor is asked what shapes and names leave open, and answers with an index.
func TestAsksWhichLabels(t *testing.T) {
	want := smooth(4)
	other := []byte{9, 9, 9, 9}
	files := cifar10test.Files(
		cifar10test.Content{Name: "a.npy", Data: npy("|u1", false, as(want, "nyxc"), 4, 32, 32, 3)},
		cifar10test.Content{Name: "b.npy", Data: npy("|u1", false, other, 4)},
		cifar10test.Content{Name: "c.npy", Data: npy("|u1", false, want.Labels, 4)})
	var left []string
	r := reader.Reader{
		Ask:    func(q reader.Question) []int { return []int{slices.IndexFunc(q.Options, isNamed("c.npy"))} },
		Labels: func(l reader.Labels) { left = append(left, l.Name) },
	}
	read, messages := collect(r.Shards(files...))
	if messages != nil || len(read) != 1 || !slices.Equal(left, []string{"b"}) {
		t.Fatalf("%v, messages %q, left %q", read, messages, left)
	}
	sameEnds(t, read[0], want)
	_, messages = collect(new(reader.Reader).Shards(files...))
	if len(messages) == 0 || !strings.Contains(messages[0], "its labels may be b.npy, c.npy") {
		t.Errorf("messages %q", messages)
	}
}

func isNamed(name string) func(phrase.Text) bool {
	return func(option phrase.Text) bool { return option.String() == name }
}

// CIFAR-100 by its superclasses and by chosen classes, in the binary and the Python form.
func TestCIFAR100(t *testing.T) {
	if len(reader.CoarseNames) != 20 || len(reader.FineNames) != 100 {
		t.Fatalf("%d superclasses and %d classes", len(reader.CoarseNames), len(reader.FineNames))
	}
	shard := cifar10test.Random("train.bin", 30, 1)
	var file []byte
	for i := range shard.Len() {
		file = append(append(file, byte(i%20), byte(i*7%100)), shard.Image(i)...)
	}
	content := cifar10test.File("train.bin", file)
	coarse := reader.Reader{Ask: func(reader.Question) []int { return []int{0} }}
	read, messages := collect(coarse.Shards(content))
	if messages != nil || len(read) != 1 || read[0].K() != 20 || read[0].Len() != 30 || read[0].Labels[21] != 1 {
		t.Fatalf("by superclasses: %v, messages %q", read, messages)
	}
	asked := 0
	fine := reader.Reader{Ask: func(q reader.Question) []int {
		asked++
		if q.Most == 1 {
			return []int{1}
		}
		return []int{7, 0, 14} // images 1, 0, 2
	}}
	read, messages = collect(fine.Shards(content))
	if messages != nil || len(read) != 1 || asked != 2 ||
		!slices.Equal(read[0].ClassNames(), []string{"apple", "beetle", "butterfly"}) {
		t.Fatalf("by classes: %v, messages %q", read, messages)
	}
	if !bytes.Equal(read[0].Labels, []byte{0, 1, 2}) || !bytes.Equal(read[0].Image(2), shard.Image(2)) {
		t.Errorf("labels %v", read[0].Labels)
	}
}

// Folders of other names are the visitor's own classes, the same in every split; pictures of
// another size are scaled, with a note.
func TestOwnClasses(t *testing.T) {
	shard := cifar10test.Random("", 12, 1)
	var contents []cifar10test.Content
	for i := range 12 {
		split, class := []string{"train", "test"}[i/8], []string{"oak", "ash", "elm"}[i%3]
		contents = append(
			contents,
			cifar10test.Content{
				Name: fmt.Sprintf("trees/%s/%s/%d.png", split, class, i),
				Data: cifar10test.PNG(t, shard, i),
			},
		)
	}
	for name, files := range map[string][]reader.File{
		"a folder": cifar10test.Files(contents...),
		"a zip":    {cifar10test.File("trees.zip", cifar10test.Zip(t, contents...))},
		"a tar":    {cifar10test.File("trees.tar", cifar10test.Tar(t, contents...))},
		"a tgz":    {cifar10test.File("trees.tgz", cifar10test.Gzip(t, cifar10test.Tar(t, contents...)))},
	} {
		read, messages := collect(new(reader.Reader).Shards(files...))
		if messages != nil || len(read) != 2 || read[0].Name != "test" || read[1].Len() != 8 {
			t.Fatalf("%s: %v, messages %q", name, read, messages)
		}
		if !slices.Equal(read[0].ClassNames(), []string{"ash", "elm", "oak"}) || read[1].Counts()[2] != 3 {
			t.Errorf("%s: classes %v, %v", name, read[0].ClassNames(), read[1].Counts())
		}
	}
}

// Files of PyTorch in both of its forms, and a checkpoint.
func TestTorch(t *testing.T) {
	tensor := "ctorch._utils\n_rebuild_tensor_v2\n((U\x07storagectorch\nLongStorage\nU\x010U\x03cpuK\x03tQK\x00K\x03\x85K\x01\x85\x89Nt" + "R"
	data := "\x80\x02}U\x0baggre_label" + tensor + "s."
	storage := wide("<i8", []byte{3, 1, 2}, 1)
	archive := cifar10test.Zip(
		t,
		cifar10test.Content{Name: "n/data.pkl", Data: []byte(data)},
		cifar10test.Content{Name: "n/data/0", Data: storage},
	)
	legacy := "\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.\x80\x02}.\x80\x02}U\x0baggre_label" + strings.Replace(
		tensor,
		"K\x03tQ",
		"K\x03NtQ",
		1,
	) + "s.\x80\x02]U\x010a.\x03\x00\x00\x00\x00\x00\x00\x00" + string(
		storage,
	)
	for name, file := range map[string][]byte{"zip": archive, "legacy": []byte(legacy)} {
		var got []reader.Labels
		r := reader.Reader{Labels: func(l reader.Labels) { got = append(got, l) }}
		_, messages := collect(r.Shards(cifar10test.File("CIFAR-10_human.pt", file)))
		if messages != nil || len(got) != 1 || got[0].Name != "aggre label" || !bytes.Equal(got[0].Y, []byte{3, 1, 2}) {
			t.Errorf("%s: %v, messages %q", name, got, messages)
		}
	}
	human := append(
		npy("|O", false, nil),
		"\x80\x02cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R(K\x01)cnumpy\ndtype\nU\x02O8K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK?tb\x89]}U\x0bworse_label](K\x05K\x06K\x07esatb."...)
	var got []string
	r := reader.Reader{Labels: func(l reader.Labels) { got = append(got, fmt.Sprint(l.Name, l.Y)) }}
	if _, messages := collect(
		r.Shards(cifar10test.File("CIFAR-10_human.npy", human)),
	); messages != nil ||
		!slices.Equal(got, []string{"worse label[5 6 7]"}) {
		t.Errorf("a dict that np.save wrote: %q, messages %q", got, messages)
	}
	checkpoint := cifar10test.Zip(
		t,
		cifar10test.Content{Name: "m/data.pkl", Data: []byte("\x80\x02}U\x0astate_dict}s.")},
	)
	_, messages := collect(
		new(reader.Reader).Shards(cifar10test.File("model.pth.tar", checkpoint)),
	)
	if len(messages) != 1 || !strings.Contains(messages[0], "model.pth.tar is a PyTorch checkpoint") {
		t.Errorf("messages %q", messages)
	}
}

// A wrong file of any size is refused by its first bytes and its last.
func TestRefusesWithoutReadingWhole(t *testing.T) {
	const size, most = 170 << 20, 1 << 20
	for name, head := range map[string]string{
		"noise": "\xee\xaa\xbb",
		"HDF5":  "\x89HDF\r\n\x1a\n",
		"text":  "hello", "page": "<html>", "parquet": "PAR1",
		"7z": "7z\xbc\xaf\x27\x1c", "zip": "PK\x03\x04",
		"array": string(npy("|u1", false, nil, 1000, 100, 100)),
		"idx":   "\x00\x00\x08\x03\x00\x00\x27\x10\x00\x00\x00\x1c\x00\x00\x00\x1c",
	} {
		at := &countingAt{head: head}
		file := reader.FileOf("wrong", size, at)
		_, messages := collect(new(reader.Reader).Shards(file))
		if len(messages) != 1 || at.read > most {
			t.Errorf("%s: %d bytes were read, messages %q", name, at.read, messages)
		}
	}
}

// countingAt is a file of zeros after a head; it counts what is read.
type countingAt struct {
	head string
	read int
}

func (c *countingAt) ReadAt(p []byte, offset int64) (int, error) {
	c.read += len(p)
	clear(p)
	if offset < int64(len(c.head)) {
		copy(p, c.head[offset:])
	}
	return len(p), nil
}
