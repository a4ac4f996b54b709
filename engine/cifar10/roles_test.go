package cifar10_test

import (
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestAssign(t *testing.T) {
	const n = 100 // images per shard
	tests := []struct {
		names string // of the shards; "(…)" is a title
		roles string // one letter per shard: train, validation, test, unused
		held  cifar10.HoldOut
		sizes [3]int // train, validation, test
	}{
		{"data_batch_1.bin data_batch_2.bin test_batch.bin", "tvT", cifar10.HoldOut{}, [...]int{100, 100, 100}},
		{"test_batch data_batch_2 data_batch_1", "Tvt", cifar10.HoldOut{}, [...]int{100, 100, 100}},
		{
			"a(training_batch_1_of_5) b(testing_batch_1_of_1) c(training_batch_4_of_5)",
			"tTv",
			cifar10.HoldOut{},
			[...]int{100, 100, 100},
		},
		{
			"data_batch_1 data_batch_2 data_batch_3 data_batch_4 data_batch_5 test_batch",
			"tttttT",
			cifar10.HoldOut{Validation: 50},
			[...]int{450, 50, 100},
		},
		{
			"data_batch_1 data_batch_2 data_batch_3 data_batch_4 data_batch_5",
			"tttvT",
			cifar10.HoldOut{},
			[...]int{300, 100, 100},
		},
		{"data_batch_1", "t", cifar10.HoldOut{Validation: 10, Test: 10}, [...]int{80, 10, 10}},
		{"test_batch", "t", cifar10.HoldOut{Validation: 10, Test: 10}, [...]int{80, 10, 10}},
		{"photo", "t", cifar10.HoldOut{Validation: 10, Test: 10}, [...]int{80, 10, 10}},
		{"data_batch_3 test_batch", "tT", cifar10.HoldOut{Validation: 10}, [...]int{90, 10, 100}},
		{"data_batch_1 data_batch_2", "tv", cifar10.HoldOut{Test: 20}, [...]int{80, 100, 20}},
		{"a b c", "tvT", cifar10.HoldOut{}, [...]int{100, 100, 100}},
		{
			"train-00000-of-00001.parquet test-00000-of-00001.parquet",
			"tT",
			cifar10.HoldOut{Validation: 10},
			[...]int{90, 10, 100},
		},
		{"train val test", "tvT", cifar10.HoldOut{}, [...]int{100, 100, 100}},
		{"data_batch_1.bin data_batch_1 test_batch", "tXT", cifar10.HoldOut{Validation: 10}, [...]int{90, 10, 100}},
		{"validation", "t", cifar10.HoldOut{Validation: 10, Test: 10}, [...]int{80, 10, 10}},
		{"latest testament trainer", "tvT", cifar10.HoldOut{}, [...]int{100, 100, 100}},
	}
	letters := map[cifar10.Role]byte{
		cifar10.Train:      't',
		cifar10.Validation: 'v',
		cifar10.Test:       'T',
		cifar10.Unused:     'X',
	}
	for _, test := range tests {
		data := new(cifar10.Dataset)
		for _, name := range strings.Fields(test.names) {
			name, title, _ := strings.Cut(strings.TrimSuffix(name, ")"), "(")
			shard := cifar10test.Random(name, n, 1)
			shard.Title = strings.ReplaceAll(title, "_", " ")
			data.Shards = append(data.Shards, shard)
		}
		got := cifar10.Assign(data.Shards)
		var roles []byte
		for _, role := range got.Roles {
			roles = append(roles, letters[role])
		}
		if string(roles) != test.roles || got.HoldOut != test.held {
			t.Errorf("%s: roles %s and %+v held out, want %s and %+v",
				test.names, roles, got.HoldOut, test.roles, test.held)
			continue
		}
		data.Roles, data.HoldOut = got.Roles, got.HoldOut
		sizes := [...]int{
			data.Split(cifar10.Train).Len(),
			data.Split(cifar10.Validation).Len(),
			data.Split(cifar10.Test).Len(),
		}
		if sizes != test.sizes {
			t.Errorf("%s: the splits have %v images, want %v", test.names, sizes, test.sizes)
		}
	}
}

func TestAssignWhy(t *testing.T) {
	a, test := cifar10test.Random("data_batch_1.bin", 40, 1), cifar10test.Random("test_batch.bin", 10, 2)
	tests := []struct {
		shards []*cifar10.Shard
		want   string
	}{
		{nil, ""},
		{
			[]*cifar10.Shard{a, test},
			"data_batch_1.bin for training; test_batch.bin for the test; the last 4 training images held out for validation",
		},
		{
			[]*cifar10.Shard{a},
			"data_batch_1.bin for training; the last 8 training images held out, 4 for validation and 4 for the test",
		},
		{
			[]*cifar10.Shard{a, test, test},
			"data_batch_1.bin for training; test_batch.bin for the test; the last 4 training images held out for validation; test_batch.bin not used: it is there twice",
		},
	}
	for _, test := range tests {
		if got := cifar10.Assign(test.shards).Why; got.String() != test.want {
			t.Errorf("the page says %q, want %q", got, test.want)
		}
	}
}

func TestHoldOut(t *testing.T) {
	a, b := cifar10test.Random("a", 6, 1), cifar10test.Random("b", 4, 2)
	data := cifar10.Dataset{
		Shards:  []*cifar10.Shard{a, b},
		Roles:   []cifar10.Role{cifar10.Train, cifar10.Train},
		HoldOut: cifar10.HoldOut{Validation: 3, Test: 2},
	}
	train, validation, test := data.Split(cifar10.Train), data.Split(cifar10.Validation), data.Split(cifar10.Test)
	if train.Len() != 5 || validation.Len() != 3 || test.Len() != 2 {
		t.Fatalf("%d train, %d validation, %d test", train.Len(), validation.Len(), test.Len())
	}
	if &validation.Image(0)[0] != &a.Image(5)[0] || &validation.Image(1)[0] != &b.Image(0)[0] ||
		&test.Image(1)[0] != &b.Image(3)[0] {
		t.Error("the images held out are not the last, in order")
	}
	data.HoldOut = cifar10.HoldOut{Validation: 8, Test: 1000}
	if n := data.Split(cifar10.Train).Len(); n != 1 {
		t.Errorf("a hold-out of all leaves %d images for training", n)
	}
	if n := data.Split(cifar10.Validation).Len() + data.Split(cifar10.Test).Len(); n != 9 {
		t.Errorf("%d images are held out", n)
	}
	data.HoldOut = cifar10.HoldOut{Validation: -5}
	if n := data.Split(cifar10.Train).Len(); n != 10 {
		t.Errorf("a negative hold-out leaves %d images for training", n)
	}
}
