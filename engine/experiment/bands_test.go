package experiment

import (
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
	"onelayer/engine/train"
)

// band is an interval that holds a figure.
type band struct{ low, high float64 }

func (b band) check(t *testing.T, what string, x float64) {
	t.Helper()
	if !(x >= b.low && x <= b.high) {
		t.Errorf("%s is %.4f, outside %.4f to %.4f", what, x, b.low, b.high)
	}
}

// accuracy widens a measured range of accuracies by .004, scale a range of losses
// or costs by 0.5 %.
func accuracy(low, high float64) band { return band{low - .004, high + .004} }
func scale(low, high float64) band    { return band{low * .995, high * 1.005} }

// bands are the ranges of eight seeds of a float64 reference (numpy) after 40
// epochs on genuine data: accuracy, then loss or cost.
var bands = map[string]struct {
	test, train, validation                        band
	trainLoss, trainCost, validationCost, testCost band
}{
	"A": {
		band{.23, .31}, accuracy(.352, .449), accuracy(.244, .289),
		scale(3.40, 7.80), scale(3.40, 7.80), scale(5.86, 10.29), scale(5.84, 10.01),
	},
	"B": {
		accuracy(.3855, .3920), accuracy(.4520, .4579), accuracy(.3825, .3877),
		scale(1.6092, 1.6124), scale(1.6092, 1.6124), scale(1.7882, 1.7949), scale(1.7613, 1.7672),
	},
	"C": {
		accuracy(.3890, .3943), accuracy(.4456, .4473), accuracy(.3861, .3898),
		scale(1.6450, 1.6465), scale(1.7596, 1.7609), scale(1.9000, 1.9030), scale(1.8744, 1.8783),
	},
	"D": {
		accuracy(.3751, .3761), accuracy(.3989, .3997), accuracy(.3626, .3642),
		scale(1.8037, 1.8043), scale(1.8993, 1.8999), scale(1.9566, 1.9572), scale(1.9386, 1.9392),
	},
}

// TestReport trains the four settings in full on genuine data.
func TestReport(t *testing.T) {
	if testing.Short() {
		t.Skip("the plain kernels take a minute over it")
	}
	data := train.NewData(&cifar10.Dataset{
		Shards: []*cifar10.Shard{
			cifar10test.Shard(t, "data_batch_1"), cifar10test.Shard(t, "data_batch_2"), cifar10test.Shard(t, "test_batch"),
		},
		Roles: []cifar10.Role{cifar10.Train, cifar10.Validation, cifar10.Test},
	})
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
			want := bands[setting.Name]
			last := trainer.History()[40]
			want.train.check(t, "train accuracy", last.Train.Accuracy)
			want.validation.check(t, "validation accuracy", last.Validation.Accuracy)
			want.test.check(t, "test accuracy", trainer.Test().Accuracy)
			want.trainLoss.check(t, "train loss", last.Train.Loss)
			want.trainCost.check(t, "train cost", last.Train.Cost)
			want.validationCost.check(t, "validation cost", last.Validation.Cost)
			want.testCost.check(t, "test cost", trainer.Test().Cost)
			t.Logf("%+v, test %+v", last, *trainer.Test())
		})
	}
}
