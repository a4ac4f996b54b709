package reader_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

// firstTwelve returns the first images of a genuine shard, as the small cases have them.
func firstTwelve(t *testing.T, name string) *cifar10.Shard {
	t.Helper()
	shard := cifar10test.Shard(t, name)
	return &cifar10.Shard{Name: name, Pixels: shard.Pixels[:12*cifar10.Dim], Labels: shard.Labels[:12]}
}

// sameEnds compares the first and the last image of two shards, and all labels.
func sameEnds(t *testing.T, got, want *cifar10.Shard) {
	t.Helper()
	if !bytes.Equal(got.Labels, want.Labels) {
		t.Errorf("%s has the labels %v, want %v", got.Name, got.Labels, want.Labels)
		return
	}
	for _, i := range []int{0, want.Len() - 1} {
		if !bytes.Equal(got.Image(i), want.Image(i)) {
			t.Errorf("image %d of %s is not the binary version's", i, got.Name)
		}
	}
}

// Each small case gives what its README says, pixel by pixel.
func TestCases(t *testing.T) {
	train, test := firstTwelve(t, "data_batch_1"), firstTwelve(t, "test_batch")
	second := firstTwelve(t, "data_batch_2")
	type (
		names  = []string
		shards = []*cifar10.Shard
	)
	binary, three := names{"data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"}, shards{train, second, test}
	for _, c := range []struct {
		files  names
		shards names
		want   shards // nil: the images are in any order
	}{
		{names{"keras.npz"}, names{"keras test", "keras train"}, shards{test, train}},
		{names{"keras_compressed.npz"}, names{"keras_compressed test", "keras_compressed train"}, shards{test, train}},
		{names{"cifar10.1_v6_data.npy", "cifar10.1_v6_labels.npy"}, names{"cifar10.1_v6_data"}, shards{test}},
		{names{"kaggle.zip"}, names{"train"}, nil},
		{names{"fastai_cifar10.tgz"}, names{"test", "train"}, nil},
		{names{"resaved_p0"}, names{"resaved_p0"}, shards{train}},
		{names{"resaved_p1"}, names{"resaved_p1"}, shards{train}},
		{names{"tuple.pkl"}, names{"tuple"}, shards{train}},
		{names{"nhwc.pkl"}, names{"nhwc.pkl"}, shards{train}},
		{names{"x.tar.bz2"}, binary, three},
		{names{"x.tar.xz"}, binary, three},
		{names{"mac.tar.gz"}, binary, three},
		{names{"windows.zip"}, binary, three},
	} {
		t.Run(c.files[0], func(t *testing.T) {
			read, messages := collect(new(reader.Reader).Shards(caseFiles(t, c.files...)...))
			if messages != nil || len(read) != len(c.shards) {
				t.Fatalf("%d shards, messages %q", len(read), messages)
			}
			for i, shard := range read {
				if shard.Name != c.shards[i] || shard.Len() != 12 {
					t.Errorf("shard %d is %q with %d images", i, shard.Name, shard.Len())
				}
				if c.want != nil {
					sameEnds(t, shard, c.want[i])
				} else {
					sameSet(t, shard, map[string]*cifar10.Shard{"train": train, "test": test}[shard.Name])
				}
			}
		})
	}
}

// sameSet compares two shards whose images are in any order.
func sameSet(t *testing.T, got, want *cifar10.Shard) {
	t.Helper()
	sameImages(t, &cifar10.Shard{Name: want.Name, Pixels: got.Pixels, Labels: got.Labels}, want)
}

func caseFiles(t *testing.T, names ...string) []reader.File {
	var files []reader.File
	for _, name := range names {
		files = append(files, cifar10test.File(name, cifar10test.Case(t, name)))
	}
	return files
}

func TestCasesRefused(t *testing.T) {
	for file, says := range map[string]string{
		"cifar10.1_v6_data.npy":   "cifar10.1_v6_data.npy holds 12 images without labels: open cifar10.1_v6_labels.npy with it",
		"cifar10.1_v6_labels.npy": "cifar10.1_v6_labels.npy holds 12 labels and no images: open cifar10.1_v6_data.npy with it",
		"trailing.bin":            "trailing.bin has 12 whole records of 3073 bytes, and 3 bytes more",
		"label_out_of_range.bin":  "label_out_of_range.bin has label 11 in record 1; 0 to 9 are expected",
		"train-images-idx3-ubyte": "is in MNIST’s form",
		"cifar.tfrecord":          "cifar.tfrecord is in the form TFRecord",
	} {
		read, messages := collect(new(reader.Reader).Shards(caseFiles(t, file)...))
		if len(read) != 0 || len(messages) != 1 || !strings.Contains(messages[0], says) {
			t.Errorf("%s: %d shards, messages %q; want %q", file, len(read), messages, says)
		}
	}
}

// The whole records of a file with some bytes more are offered.
func TestTrailingBytesOffered(t *testing.T) {
	shard := cifar10test.Random("data_batch_1.bin", 3, 1)
	data := append(cifar10test.Binary(shard), 1, 2, 3)
	asked := ""
	r := reader.Reader{Ask: func(q reader.Question) []int {
		asked = fmt.Sprint(q.Text)
		return []int{0}
	}}
	read, messages := collect(r.Shards(cifar10test.File("data_batch_1.bin", data)))
	if messages != nil || len(read) != 1 {
		t.Fatalf("%d shards, messages %q", len(read), messages)
	}
	sameEnds(t, read[0], shard)
	if want := "data_batch_1.bin has 3 whole records, and 3 bytes after them"; !strings.HasPrefix(asked, want) {
		t.Errorf("asked %q", asked)
	}
}
