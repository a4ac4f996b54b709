package reader_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
	"onelayer/engine/refusal"
)

// published are the shards of a small data set, in the order of their names.
func published() []*cifar10.Shard {
	var shards []*cifar10.Shard
	for i := range 5 {
		shards = append(shards, cifar10test.Random(fmt.Sprintf("data_batch_%d", i+1), 3, uint64(i)))
	}
	return append(shards, cifar10test.Random("test_batch", 3, 9))
}

// version is the files of a published version, in the order of its archive.
func version(form reader.Form) []cifar10test.Content {
	var contents []cifar10test.Content
	add := func(name string, data []byte) {
		contents = append(contents, cifar10test.Content{Name: "cifar-10-batches/" + name, Data: data})
	}
	for _, i := range []int{1, 0, 4, 5, 3, 2} {
		shard := published()[i]
		switch form {
		case reader.Binary:
			add(shard.Name, cifar10test.Binary(shard))
		case reader.Pickle:
			add(shard.Name, cifar10test.Pickle(shard, ""))
		case reader.MAT:
			add(shard.Name, cifar10test.MAT(shard, true))
		}
	}
	add("readme.html", []byte("<html>The CIFAR-10 dataset</html>"))
	add("batches.meta.txt", []byte(strings.Join(cifar10.ClassNames[:], "\n")+"\n\n"))
	add("batches.meta", cifar10test.BatchesMeta())
	add(".DS_Store", []byte("\x00\x00\x00\x01Bud1"))
	return contents
}

// collect reads everything and keeps what was yielded.
func collect(shards iter.Seq2[*cifar10.Shard, error]) (read []*cifar10.Shard, messages []string) {
	for shard, err := range shards {
		if err != nil {
			messages = append(messages, err.Error())
		} else {
			read = append(read, shard)
		}
	}
	return read, messages
}

// sameShards compares shards in the order of their names.
func sameShards(t *testing.T, got, want []*cifar10.Shard) {
	t.Helper()
	slices.SortFunc(got, func(a, b *cifar10.Shard) int { return strings.Compare(a.Name, b.Name) })
	if len(got) != len(want) {
		t.Fatalf("%d shards, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i].Name != want[i].Name || !bytes.Equal(got[i].Labels, want[i].Labels) ||
			!bytes.Equal(got[i].Pixels, want[i].Pixels) {
			t.Errorf("shard %d, %s, differs from %s", i, got[i].Name, want[i].Name)
		}
	}
}

func TestReaderForms(t *testing.T) {
	for _, form := range []reader.Form{reader.Binary, reader.Pickle, reader.MAT} {
		contents := version(form)
		tar := cifar10test.Tar(t, contents...)
		zip := cifar10test.Zip(t, contents...)
		packed := cifar10test.Gzip(t, tar)
		nested := cifar10test.Zip(t, cifar10test.Content{Name: "x.tar.gz", Data: packed})
		tests := map[string][]reader.File{
			"folder":        cifar10test.Files(contents...),
			"tar":           {cifar10test.File("download", tar)},
			"tar.gz":        {cifar10test.File("cifar-10.tar.gz", packed)},
			"zip":           {cifar10test.File("cifar-10.zip", zip)},
			"tar.gz in zip": {cifar10test.File("x.zip", nested)},
		}
		for name, files := range tests {
			t.Run(fmt.Sprint(form, "/", name), func(t *testing.T) {
				read, messages := collect(new(reader.Reader).Shards(files...))
				if messages != nil {
					t.Error(messages)
				}
				sameShards(t, read, published())
			})
		}
	}
}

func TestReaderOrder(t *testing.T) {
	shard := cifar10test.Random("", 1, 1)
	var files []reader.File
	for _, name := range []string{"test_batch", "data_batch_10", "data_batch_2", "data_batch_1"} {
		files = append(files, cifar10test.File(name, cifar10test.Binary(shard)))
	}
	read, _ := collect(new(reader.Reader).Shards(files...))
	var names []string
	for _, shard := range read {
		names = append(names, shard.Name)
	}
	if got, want := strings.Join(names, " "), "data_batch_1 data_batch_2 data_batch_10 test_batch"; got != want {
		t.Errorf("the shards come as %s, want %s", got, want)
	}
}

func TestReaderStops(t *testing.T) {
	files := []reader.File{cifar10test.File("cifar.tar", cifar10test.Tar(t, version(reader.Binary)...))}
	n := 0
	for range new(reader.Reader).Shards(files...) {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d shards after two were wanted", n)
	}
}

func TestReaderRoom(t *testing.T) {
	files := cifar10test.Files(version(reader.Pickle)...)
	reader := reader.Reader{Room: 7 * cifar10.Dim} // two shards of three images, but not a third
	var images int
	var refused []string
	for shard, err := range reader.Shards(files...) {
		var room *refusal.Error
		switch {
		case err == nil:
			images += shard.Len()
		case errors.As(err, &room) && room.Code() == "no-room":
			refused = append(refused, room.Values()["file"].(string))
		default:
			t.Error(err)
		}
	}
	if images != 6 || len(refused) != 4 {
		t.Errorf("%d images were read; no room for %v", images, refused)
	}
}

func TestReaderMistakes(t *testing.T) {
	shard := cifar10test.Random("data_batch_1", 3, 1)
	binary := cifar10test.Binary(shard)
	archive := cifar10test.Gzip(t, cifar10test.Tar(t, version(reader.Binary)...))
	cifar100 := bytes.Repeat(append([]byte{19, 99}, shard.Image(0)...), 3)
	locked := cifar10test.Zip(t, cifar10test.Content{Name: "data_batch_1", Data: binary})
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1
	tests := []struct {
		name, file string
		data       []byte
		shards     int
		says       string
	}{
		{"empty", "data_batch_1.bin", nil, 0, "data_batch_1.bin is empty. It may be an incomplete download"},
		{
			"web page",
			"cifar-10.tar.gz",
			[]byte("<!DOCTYPE html>"),
			0,
			"cifar-10.tar.gz is a web page. The download link gave a page",
		},
		{"CIFAR-100", "train.bin", cifar100, 0, "train.bin is CIFAR-100, with 100 classes. Choose"},
		{
			"CIFAR-100 in an archive",
			"cifar-100.tar",
			cifar10test.Tar(
				t,
				cifar10test.Content{Name: "train.bin", Data: cifar100},
				cifar10test.Content{Name: "test.bin", Data: cifar100},
			),
			0,
			"train.bin in cifar-100.tar is CIFAR-100",
		},
		{
			"cut shard",
			"data_batch_1.bin",
			binary[:4000],
			0,
			"data_batch_1.bin has 1 whole records of 3073 bytes, and 927 bytes more",
		},
		{"cut archive", "cifar-10.tar.gz", archive[:len(archive)/2], 2, "in cifar-10.tar.gz ends"},
		{
			"cut in a header",
			"cifar-10.tar.gz",
			cifar10test.Gzip(t, cifar10test.Tar(t, version(reader.Binary)...)[:10300]),
			1,
			"cifar-10.tar.gz ends too early",
		},
		{"archive cut to its head", "cifar-10.tar.gz", archive[:5], 0, "cifar-10.tar.gz ends too early"},
		{
			"cut zip",
			"cifar-10.zip",
			cifar10test.Zip(t, version(reader.Binary)...)[:20000],
			0,
			"cifar-10.zip is a damaged zip archive",
		},
		{"locked zip", "cifar-10.zip", locked, 0, "protected by a password"},
		{
			"zip of other things",
			"holiday.zip",
			cifar10test.Zip(t, cifar10test.Content{Name: "note.txt", Data: []byte("Hello")}),
			0,
			"holiday.zip holds no shard of CIFAR-10: note.txt in holiday.zip is text",
		},
		{"empty zip", "holiday.zip", cifar10test.Zip(t), 0, "holiday.zip holds no shard of CIFAR-10: it is empty"},
		{
			"zip in zip",
			"a.zip",
			cifar10test.Zip(t, cifar10test.Content{Name: "b.zip", Data: cifar10test.Zip(t)}),
			0,
			"b.zip in a.zip is an archive in another archive",
		},
		{
			"gzip in gzip in gzip in gzip",
			"a.gz",
			cifar10test.Gzip(t, cifar10test.Gzip(t, cifar10test.Gzip(t, cifar10test.Gzip(t, binary)))),
			0,
			"archive in an archive",
		},
		{
			"metadata alone",
			"batches.meta",
			cifar10test.BatchesMeta(),
			0,
			"batches.meta names the classes and holds no images",
		},
		{
			"a picture alone",
			"frog.png",
			cifar10test.PNG(t, shard, 0),
			0,
			"frog.png is a picture, and nothing tells its class. Pictures are expected in folders",
		},
		{
			"MATLAB 7.3",
			"data_batch_1.mat",
			[]byte("MATLAB 7.3 MAT-file"),
			0,
			"data_batch_1.mat is a MAT-file of version 7.3",
		},
		{
			"cut parquet",
			"train.parquet",
			[]byte("PAR1\x15\x04\x15\x00\x00\x00\x00\x00\x00"),
			0,
			"train.parquet ends too early",
		},
		{
			"parquet in an archive",
			"a.tgz",
			cifar10test.Gzip(t, cifar10test.Tar(t, cifar10test.Content{Name: "train.parquet", Data: []byte("PAR1")})),
			0,
			"train.parquet in a.tgz is a parquet file in an archive",
		},
		{
			"noise without zeros",
			"download",
			bytes.Repeat([]byte{0xb5, 0xff, 0x90}, 2000),
			0,
			"download is no file that could hold CIFAR-10",
		},
		{
			"a program",
			"setup.exe",
			[]byte("MZ\x90\x00\x03"),
			0,
			"setup.exe is no file that could hold CIFAR-10. Expected are data_batch_1",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := cifar10test.File(test.file, test.data)
			read, messages := collect(new(reader.Reader).Shards(file))
			if len(read) < test.shards || len(messages) != 1 {
				t.Fatalf("%d shards, messages %q", len(read), messages)
			}
			if !strings.Contains(messages[0], test.says) {
				t.Errorf("the message %q does not say %q", messages[0], test.says)
			}
		})
	}
}

func TestReaderGoesOnAfterAMistake(t *testing.T) {
	shard := cifar10test.Random("data_batch_2", 3, 1)
	files := cifar10test.Files(
		cifar10test.Content{Name: "data_batch_1", Data: []byte("<html>")},
		cifar10test.Content{Name: "data_batch_2", Data: cifar10test.Binary(shard)})
	read, messages := collect(new(reader.Reader).Shards(files...))
	if len(read) != 1 || len(messages) != 1 {
		t.Errorf("%d shards, messages %q", len(read), messages)
	}
}

// A header can claim any size; memory follows what a shard may take.
func TestReaderTrustsNoSize(t *testing.T) {
	pickle := append([]byte("\x80\x04\x8e\x00\x00\x00\x00\x00\x00\x00\x10"), make([]byte, 2*reader.HeadSize)...)
	archive := cifar10test.Tar(t, cifar10test.Content{Name: "data_batch_1", Data: pickle})
	copy(archive[124:], "\x80\x00\x00\x00\x40\x00\x00\x00\x00\x00\x00\x00") // 2⁶² bytes
	checksum := 8 * int(' ')
	for i, b := range archive[:512] {
		if i < 148 || i >= 156 {
			checksum += int(b)
		}
	}
	copy(archive[148:], fmt.Sprintf("%06o\x00 ", checksum))
	_, messages := collect(new(reader.Reader).Shards(cifar10test.File("a.tar", archive)))
	if len(messages) != 1 || !strings.Contains(messages[0], "does not fit") {
		t.Errorf("messages %q", messages)
	}
}

// A few megabytes of gzip can stand for gigabytes of nothing.
func TestReaderBoundsWhatItUnpacks(t *testing.T) {
	reader := reader.Reader{Decompress: func(reader.Compression, io.Reader) (io.ReadCloser, error) {
		header := cifar10test.Tar(t, cifar10test.Content{Name: "zeros"})[:512]
		copy(header[124:], "77777777777")
		copy(header[148:], "        ")
		checksum := 0
		for _, b := range header {
			checksum += int(b)
		}
		copy(header[148:], fmt.Sprintf("%06o\x00 ", checksum))
		return io.NopCloser(io.MultiReader(bytes.NewReader(header), cifar10test.Endless(0x55))), nil
	}}
	_, messages := collect(reader.Shards(cifar10test.File("a.tar.gz", []byte("\x1f\x8b"))))
	if len(messages) != 1 || !strings.Contains(messages[0], "unpacks to more than any archive") {
		t.Errorf("messages %q", messages)
	}
}

func TestReaderKeepsTheCause(t *testing.T) {
	cause := errors.New("the load was cancelled")
	file := reader.File{Name: "data_batch_1", Size: 30730000, Open: func() (io.ReadCloser, error) { return nil, cause }}
	for _, err := range new(reader.Reader).Shards(file) {
		if !errors.Is(err, cause) {
			t.Errorf("%v does not wrap the cause", err)
		}
	}
}

// Real files are recognized by their content under names that say nothing.
func TestReaderGenuine(t *testing.T) {
	for _, name := range []string{
		"bin/test_batch.bin", "py/first_1000_of_test_batch", "mat/first_1000_of_test_batch.mat",
	} {
		file := cifar10test.File("download", cifar10test.Read(t, name))
		read, messages := collect(new(reader.Reader).Shards(file))
		if messages != nil || len(read) != 1 {
			t.Fatalf("%s: %d shards, messages %q", name, len(read), messages)
		}
		if read[0].Len() == 1000 {
			sameAsTestBatch(t, read[0])
		}
	}
}

func FuzzReader(f *testing.F) {
	shard := cifar10test.Random("a", 1, 1)
	content := cifar10test.Content{Name: "dog/a", Data: cifar10test.PNG(f, shard, 0)}
	small := cifar10test.Content{Name: "a", Data: []byte("airplane\n")}
	f.Add(cifar10test.Zip(f, content))
	f.Add(cifar10test.Zip(f, content)[:3200])
	f.Add(cifar10test.Zip(f, small, small))
	f.Add(cifar10test.Tar(f, content))
	f.Add(cifar10test.Gzip(f, cifar10test.Tar(f, small, content)))
	f.Add(cifar10test.Gzip(f, cifar10test.Binary(shard)))
	f.Add(cifar10test.Gzip(f, []byte("airplane\n"))[:20])
	for _, seed := range fuzzSeeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzzShards(t, cifar10test.File("fuzz", file))
	})
}

// fuzzShards reads a file and checks the result.
func fuzzShards(t *testing.T, file reader.File) {
	reader := reader.Reader{Room: cifar10test.FuzzRoom, Ask: first, Labels: func(l reader.Labels) {
		if len(l.Y) == 0 || l.Alone == nil {
			t.Errorf("labels %v", l)
		}
	}}
	images := 0
	for shard, err := range reader.Shards(file) {
		if (shard == nil) == (err == nil) {
			t.Fatalf("the reader yielded %v and error %v", shard, err)
		}
		if err != nil {
			continue
		}
		if err := shard.Validate(); err != nil {
			t.Error(err)
		}
		images += shard.Len()
	}
	if images*cifar10.Dim > cifar10test.FuzzRoom {
		t.Errorf("%d images do not fit in %d bytes", images, cifar10test.FuzzRoom)
	}
}

// first answers a question with as few of the first options as allowed.
func first(q reader.Question) []int {
	chosen := make([]int, q.Least)
	for i := range chosen {
		chosen[i] = i
	}
	return chosen
}

// fuzzSeeds are files of the kinds that people have, the small cases among them where
// these are there.
func fuzzSeeds(f *testing.F) [][]byte {
	images := npy("|u1", false, make([]byte, 2*cifar10.Dim), 2, 32, 32, 3)
	labels := npy("<f4", false, make([]byte, 2*4*10), 2, 10)
	storage := cifar10test.Content{Name: "n/data/0", Data: make([]byte, 24)}
	data := "\x80\x02}U\x01actorch._utils\n_rebuild_tensor_v2\n((U\x07storagectorch\nLongStorage\nU\x010U\x03cpuK\x03tQK\x00K\x03\x85K\x01\x85\x89NtRs."
	picture := cifar10test.PNG(f, cifar10test.Random("", 1, 1), 0)
	seeds := [][]byte{
		cifar10test.Zip(
			f,
			cifar10test.Content{Name: "x_train.npy", Data: images},
			cifar10test.Content{Name: "y_train.npy", Data: labels},
		),
		cifar10test.Tar(
			f,
			cifar10test.Content{Name: "fog.npy", Data: images},
			cifar10test.Content{Name: "labels.npy", Data: labels},
		),
		cifar10test.Zip(f, cifar10test.Content{Name: "n/data.pkl", Data: []byte(data)}, storage),
		cifar10test.Zip(
			f,
			cifar10test.Content{Name: "1.png", Data: picture},
			cifar10test.Content{Name: "labels.csv", Data: []byte("id,label\n1,frog\n")},
		),
		cifar10test.Gzip(
			f,
			cifar10test.Tar(
				f,
				cifar10test.Content{Name: "a/x/1.png", Data: picture},
				cifar10test.Content{Name: "a/y/1.png", Data: picture},
			),
		),
		append([]byte{19, 99}, make([]byte, cifar10.Dim)...),
		images, labels,
	}
	return append(seeds, smallCases()...)
}

// smallCases are the files of the small cases, if these are there.
func smallCases() [][]byte {
	var files [][]byte
	cases, _ := filepath.Glob("../../../../shared/cases/files/*")
	for _, name := range cases {
		if content, err := os.ReadFile(name); err == nil && len(content) < 110<<10 {
			files = append(files, content)
		}
	}
	return files
}
