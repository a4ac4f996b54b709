package reader_test

import (
	"bytes"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/cifar10/reader"
)

func TestDetect(t *testing.T) {
	shard := cifar10test.Random("shard", 4, 1)
	binary := cifar10test.Binary(shard)
	cifar100 := make([]byte, 3*3074)
	for i := range 3 {
		cifar100[i*3074], cifar100[i*3074+1] = 19, 99
	}
	tests := []struct {
		name string
		file []byte
		want reader.Form
	}{
		{"binary", binary, reader.Binary},
		{"binary, one image", binary[:cifar10.RecordSize], reader.Binary},
		{"binary, cut", binary[:len(binary)-1], reader.DamagedBinary},
		{"CIFAR-100", cifar100, reader.CIFAR100},
		{"pickle", cifar10test.Pickle(shard, ""), reader.Pickle},
		{"pickle, protocol 0", []byte("(dp0\nS'data'\np1\n"), reader.Pickle},
		{"MAT", cifar10test.MAT(shard, true), reader.MAT},
		{"MAT 7.3", []byte("MATLAB 7.3 MAT-file, Platform: GLNXA64"), reader.MAT73},
		{"tar", cifar10test.Tar(t, cifar10test.Content{Name: "a", Data: binary}), reader.Tar},
		{"tar.gz", cifar10test.Gzip(t, cifar10test.Tar(t)), reader.Gzipped},
		{"zip", cifar10test.Zip(t, cifar10test.Content{Name: "a", Data: binary}), reader.Zip},
		{"zip of nothing", cifar10test.Zip(t), reader.Zip},
		{"parquet", []byte("PAR1\x15\x04\x15"), reader.Parquet},
		{"PNG", cifar10test.PNG(t, shard, 0), reader.PNG},
		{"JPEG", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), reader.JPEG},
		{"GIF", []byte("GIF89a"), reader.OtherPicture},
		{"empty", nil, reader.Empty},
		{"web page", []byte("\n<!DOCTYPE html><html>404"), reader.HTML},
		{"class names", []byte("airplane\nautomobile\nbird\n"), reader.Metadata},
		{"text", []byte("Dear all,"), reader.PlainText},
		{"NumPy", []byte("\x93NUMPY\x01\x00v\x00"), reader.NumPy},
		{"something else", []byte("\x7fELF\x02\x01\x01\x00\x00"), reader.Unknown},
	}
	for _, test := range tests {
		head := test.file[:min(len(test.file), reader.HeadSize)]
		if got := reader.Detect(head, int64(len(test.file))); got != test.want {
			t.Errorf("%s is taken for %s", test.name, got)
		}
		switch test.want {
		case reader.DamagedBinary, reader.Empty:
			continue // only the size tells
		}
		if got := reader.Detect(head, -1); got != test.want {
			t.Errorf("%s of unknown size is taken for %s", test.name, got)
		}
	}
}

// Whatever its pixels are, a shard of the binary version is never taken for
// something else: no label is the first byte of another form's magic.
func FuzzDetect(f *testing.F) {
	f.Add([]byte("PK\x03\x04"), uint8(3))
	f.Fuzz(func(t *testing.T, noise []byte, label uint8) {
		reader.Detect(noise, -1)
		reader.Detect(noise, int64(len(noise)))
		record := append([]byte{label % cifar10.Classes}, noise...)
		if missing := cifar10.RecordSize - len(record); missing > 0 {
			record = append(record, make([]byte, missing)...)
		}
		file := bytes.Repeat(record[:cifar10.RecordSize], 3)
		if got := reader.Detect(file[:reader.HeadSize], int64(len(file))); got != reader.Binary {
			t.Errorf("a shard of the binary version is taken for %s", got)
		}
	})
}
