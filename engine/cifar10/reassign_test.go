package cifar10_test

import (
	"slices"
	"testing"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/cifar10test"
)

func TestReassign(t *testing.T) {
	const train, validation, test, unused = cifar10.Train, cifar10.Validation, cifar10.Test, cifar10.Unused
	shards := []*cifar10.Shard{
		cifar10test.Random("a", 40, 1),
		cifar10test.Random("b", 20, 2),
		cifar10test.Random("c", 10, 3),
	}
	data := &cifar10.Dataset{Shards: shards, Roles: []cifar10.Role{train, validation, test}}
	for _, c := range []struct {
		what    string
		roles   []cifar10.Role
		holdOut cifar10.HoldOut
		want    [3]int // train, validation, test
	}{
		{"two trade places", []cifar10.Role{validation, train, test}, cifar10.HoldOut{}, [3]int{20, 40, 10}},
		{"no validation", []cifar10.Role{train, train, test}, cifar10.HoldOut{}, [3]int{54, 6, 10}},
		{"a chosen hold-out", []cifar10.Role{train, train, test}, cifar10.HoldOut{Validation: 15}, [3]int{45, 15, 10}},
		{"one alone", []cifar10.Role{unused, train, unused}, cifar10.HoldOut{}, [3]int{16, 2, 2}},
	} {
		other, err := data.Reassign(c.roles, c.holdOut)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := [3]int{
			other.Split(train).Len(),
			other.Split(validation).Len(),
			other.Split(test).Len(),
		}; got != c.want {
			t.Errorf("%s: splits of %v, want %v", c.what, got, c.want)
		}
		if other.Why.IsZero() {
			t.Errorf("%s: nothing says what the roles are", c.what)
		}
	}
	for _, roles := range [][]cifar10.Role{nil, {train}, {test, validation, unused}} {
		if _, err := data.Reassign(roles, cifar10.HoldOut{}); err == nil {
			t.Errorf("the roles %v were taken", roles)
		}
	}
	if !slices.Equal(data.Roles, []cifar10.Role{train, validation, test}) {
		t.Error("the dataset itself has changed")
	}
}

func TestSortShards(t *testing.T) {
	shards := []*cifar10.Shard{{Name: "part 10"}, {Name: "part 9"}, {Name: "a"}}
	cifar10.SortShards(shards)
	if shards[0].Name != "a" || shards[1].Name != "part 9" {
		t.Errorf("the order is %s, %s, %s", shards[0].Name, shards[1].Name, shards[2].Name)
	}
}
