package protocol

import (
	"reflect"
	"testing"

	"onelayer/engine/phrase"
	"onelayer/engine/train"
)

// Runs that differ in any one field are different, also in one that is added later.
func TestEqualRunsAgreeInEveryField(t *testing.T) {
	whole := Run{
		ID: 1, Name: phrase.Plain("Run 1"), Settings: train.Hyperparameters{L2: .1}, Status: StatusPaused,
		Epoch: 2, InEpoch: 3, Step: 203, StepsPerEpoch: 100, Changes: []train.Change{{Step: 5}},
		Test: &train.Metrics{Loss: 1}, Tests: TestFigures{{Name: "10.1"}}, Message: phrase.Plain("m"),
	}
	same := whole
	same.Changes, same.Test = []train.Change{{Step: 5}}, &train.Metrics{Loss: 1}
	if !whole.Equal(&same) {
		t.Error("a run differs from its copy")
	}
	for i := range reflect.TypeFor[Run]().NumField() {
		other := whole
		reflect.ValueOf(&other).Elem().Field(i).SetZero()
		if whole.Equal(&other) || other.Equal(&whole) {
			t.Errorf("a run without its %s is the same", reflect.TypeFor[Run]().Field(i).Name)
		}
	}
	other := whole
	other.Test = &train.Metrics{Loss: 2}
	if whole.Equal(&other) {
		t.Error("other test figures are the same")
	}
}
