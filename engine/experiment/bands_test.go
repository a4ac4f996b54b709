package experiment

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/train"
)

// bands are the ranges of eight seeds of a float64 reference (numpy) after 40 epochs on
// genuine data, by setting and figure. The page's end-to-end tests read them too.
func bands(t *testing.T) map[string]map[string][2]float64 {
	t.Helper()
	text, err := os.ReadFile("testdata/bands.json")
	if err != nil {
		t.Fatal(err)
	}
	var bands map[string]map[string][2]float64
	if err := json.Unmarshal(text, &bands); err != nil {
		t.Fatal(err)
	}
	return bands
}

// check compares a figure with its band, wider by .004 for accuracies and by 0.5 % for losses
// and costs.
func check(t *testing.T, bands map[string][2]float64, name string, x float64) {
	t.Helper()
	band, known := bands[name]
	if !known {
		t.Fatalf("no band of %s", name)
	}
	low, high := band[0]*.995, band[1]*1.005
	if strings.HasSuffix(name, "Accuracy") {
		low, high = band[0]-.004, band[1]+.004
	}
	if !(x >= low && x <= high) {
		t.Errorf("%s is %.4f, outside %.4f to %.4f", name, x, low, high)
	}
}

// TestReport trains the four settings in full on genuine data.
func TestReport(t *testing.T) {
	if testing.Short() {
		t.Skip("the plain kernels take a minute over it")
	}
	data := train.NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{
			cifar10test.Shard(
				t,
				"data_batch_1",
			), cifar10test.Shard(t, "data_batch_2"), cifar10test.Shard(t, "test_batch"),
		},
		Roles: []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test},
	})
	all := bands(t)
	for _, setting := range Settings {
		t.Run(setting.Name, func(t *testing.T) {
			t.Parallel()
			trainer, err := train.New(data, setting.Hyperparameters(1))
			if err != nil {
				t.Fatal(err)
			}
			for outcome := train.Measured; outcome != train.Finished; outcome = trainer.Advance() {
				if outcome == train.Diverged {
					t.Fatal("diverged")
				}
			}
			want, last := all[setting.Name], trainer.History()[40]
			check(t, want, "trainAccuracy", last.Train.Accuracy)
			check(t, want, "validationAccuracy", last.Validation.Accuracy)
			check(t, want, "testAccuracy", trainer.Test().Accuracy)
			check(t, want, "trainLoss", last.Train.Loss)
			check(t, want, "trainCost", last.Train.Cost)
			check(t, want, "validationCost", last.Validation.Cost)
			check(t, want, "testCost", trainer.Test().Cost)
			t.Logf("%+v, test %+v", last, *trainer.Test())
		})
	}
}
