package cifar10_test

import (
	"bytes"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
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
		want cifar10.Form
	}{
		{"binary", binary, cifar10.Binary},
		{"binary, one image", binary[:cifar10.RecordSize], cifar10.Binary},
		{"binary, cut", binary[:len(binary)-1], cifar10.DamagedBinary},
		{"CIFAR-100", cifar100, cifar10.CIFAR100},
		{"pickle", cifar10test.Pickle(shard, ""), cifar10.Pickle},
		{"pickle, protocol 0", []byte("(dp0\nS'data'\np1\n"), cifar10.Pickle},
		{"MAT", cifar10test.MAT(shard, true), cifar10.MAT},
		{"MAT 7.3", []byte("MATLAB 7.3 MAT-file, Platform: GLNXA64"), cifar10.HDF5},
		{"tar", cifar10test.Tar(t, cifar10test.Content{Name: "a", Data: binary}), cifar10.Tar},
		{"tar.gz", cifar10test.Gzip(t, cifar10test.Tar(t)), cifar10.Gzipped},
		{"zip", cifar10test.Zip(t, cifar10test.Content{Name: "a", Data: binary}), cifar10.Zip},
		{"zip of nothing", cifar10test.Zip(t), cifar10.Zip},
		{"parquet", []byte("PAR1\x15\x04\x15"), cifar10.Parquet},
		{"PNG", cifar10test.PNG(t, shard, 0), cifar10.PNG},
		{"JPEG", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), cifar10.JPEG},
		{"GIF", []byte("GIF89a"), cifar10.OtherPicture},
		{"empty", nil, cifar10.Empty},
		{"web page", []byte("\n<!DOCTYPE html><html>404"), cifar10.HTML},
		{"class names", []byte("airplane\nautomobile\nbird\n"), cifar10.Metadata},
		{"text", []byte("Dear all,"), cifar10.PlainText},
		{"NumPy", []byte("\x93NUMPY\x01\x00v\x00"), cifar10.NumPy},
		{"something else", []byte("\x7fELF\x02\x01\x01\x00\x00"), cifar10.Unknown},
	}
	for _, test := range tests {
		head := test.file[:min(len(test.file), cifar10.HeadSize)]
		if got := cifar10.Detect(head, int64(len(test.file))); got != test.want {
			t.Errorf("%s is taken for %s", test.name, got)
		}
		switch test.want {
		case cifar10.DamagedBinary, cifar10.Empty:
			continue // only the size tells
		}
		if got := cifar10.Detect(head, -1); got != test.want {
			t.Errorf("%s of unknown size is taken for %s", test.name, got)
		}
	}
}

// Whatever its pixels are, a shard of the binary version is never taken for
// something else: no label is the first byte of another form's mark.
func FuzzDetect(f *testing.F) {
	f.Add([]byte("PK\x03\x04"), uint8(3))
	f.Fuzz(func(t *testing.T, noise []byte, label uint8) {
		cifar10.Detect(noise, -1)
		cifar10.Detect(noise, int64(len(noise)))
		record := append([]byte{label % cifar10.Classes}, noise...)
		if missing := cifar10.RecordSize - len(record); missing > 0 {
			record = append(record, make([]byte, missing)...)
		}
		file := bytes.Repeat(record[:cifar10.RecordSize], 3)
		if got := cifar10.Detect(file[:cifar10.HeadSize], int64(len(file))); got != cifar10.Binary {
			t.Errorf("a shard of the binary version is taken for %s", got)
		}
	})
}
