package cifar10

import (
	"cmp"
	"slices"
	"strings"

	"onelayer/engine/phrase"
)

// Assignment is the use of a set of shards.
type Assignment struct {
	Roles   []Role // one for each shard
	HoldOut HoldOut
	Why     phrase.Text // in a sentence for the visitor
}

// Assign gives shards their roles by their names: as in the report, data_batch_1
// trains, data_batch_2 validates and test_batch tests. With all five training
// shards, or with one, all of them train except the last images, which are held
// out for validation; without a test shard, the last of three or more shards
// tests. A shard that is there twice is used once. One that belongs to a further
// test split serves that, unless there is nothing else.
func Assign(shards []*Shard) Assignment {
	a := Assignment{Roles: make([]Role, len(shards))}
	var train []int // indices of shards
	images := 0
	numbers := map[int]int{} // of published training shards, by index
	have := map[Role]bool{}
	seen := map[part]bool{}
	alone := !slices.ContainsFunc(shards, func(s *Shard) bool { return s.Set == "" })
	for i, shard := range shards {
		if shard.Set != "" && !alone {
			a.Roles[i] = Further
			continue
		}
		p := partOf(shard)
		switch {
		case p.number > 0 && seen[p]:
			a.Roles[i] = Unused
		case p.role == Train:
			a.Roles[i] = Train
			train = append(train, i)
			numbers[i] = p.number
			images += shard.Len()
		default:
			a.Roles[i] = p.role
			have[p.role] = true
		}
		seen[p] = true
	}
	if len(train) == 0 {
		train, images = a.trainOnOther(shards, have)
	}
	slices.SortStableFunc(train, func(i, j int) int { return cmp.Compare(numbers[i], numbers[j]) })
	a.fill(train, images, have)
	a.Why = a.why(shards)
	return a
}

// trainOnOther makes shards of another role train, if none does: those for the
// test, or else those for validation.
func (a *Assignment) trainOnOther(shards []*Shard, have map[Role]bool) (train []int, images int) {
	other := Validation
	if have[Test] {
		other = Test
	}
	for i, role := range a.Roles {
		if role == other {
			a.Roles[i] = Train
			train = append(train, i)
			images += shards[i].Len()
		}
	}
	have[other] = false
	return train, images
}

// fill finds images among the training shards for the splits that no shard is
// named for.
func (a *Assignment) fill(train []int, images int, have map[Role]bool) {
	const official, share, most = 5, 10, 5000
	take := func(role Role) {
		a.Roles[train[len(train)-1]] = role
		train = train[:len(train)-1]
	}
	if !have[Test] {
		if len(train) >= 3 {
			take(Test)
		} else {
			a.HoldOut.Test = images / share
		}
	}
	if !have[Validation] {
		if 2 <= len(train) && len(train) < official {
			take(Validation)
		} else {
			a.HoldOut.Validation = min(images/share, most)
		}
	}
}

// why says in a sentence what the roles are.
func (a *Assignment) why(shards []*Shard) phrase.Text {
	used := func(role Role) phrase.Values {
		var names []string
		for i, shard := range shards {
			if a.Roles[i] == role {
				names = append(names, shard.Name)
			}
		}
		return phrase.Values{"shards": strings.Join(names, ", ")}
	}
	var parts []phrase.Text
	add := func(role Role, saying func(shards phrase.Values) phrase.Text) {
		if names := used(role); names["shards"] != "" {
			parts = append(parts, saying(names))
		}
	}
	add(Train, func(v phrase.Values) phrase.Text { return phrase.New("shards-train", "{shards} for training", v) })
	add(
		Validation,
		func(v phrase.Values) phrase.Text { return phrase.New("shards-validate", "{shards} for validation", v) },
	)
	add(Test, func(v phrase.Values) phrase.Text { return phrase.New("shards-test", "{shards} for the test", v) })
	add(Further, func(v phrase.Values) phrase.Text {
		return phrase.New("shards-further", "{shards} for tests of their own", v)
	})
	if held := a.HoldOut.Text(); !held.IsZero() {
		parts = append(parts, held)
	}
	add(Unused, func(v phrase.Values) phrase.Text {
		return phrase.New("shards-twice", "{shards} not used: it is there twice", v)
	})
	return inOneSentence(parts)
}

// inOneSentence joins parts into a sentence.
func inOneSentence(parts []phrase.Text) phrase.Text {
	switch len(parts) {
	case 0:
		return phrase.Text{}
	case 1:
		return parts[0]
	}
	return phrase.New("and-so", "{first}; {rest}", phrase.Values{"first": parts[0], "rest": inOneSentence(parts[1:])})
}

// part is a shard's place in its data set: its role, and its number if it is a
// published shard.
type part struct {
	role   Role
	number int
}

// partOf finds a shard's part from its title or its name; one that says nothing
// is for training.
func partOf(shard *Shard) part {
	for _, text := range []string{shard.Title, shard.Name} {
		if p := partCalled(words(text)); p != (part{}) {
			return p
		}
	}
	return part{role: Train}
}

// partCalled reads "data batch 1", "training batch 1 of 5", "test batch" and
// single words, or returns no part.
func partCalled(words []string) part {
	var p part
	for i, word := range words {
		var next, number string
		if i+1 < len(words) {
			next = words[i+1]
		}
		if i+2 < len(words) {
			number = words[i+2]
		}
		switch word {
		case "data", "training":
			if next == "batch" && len(number) == 1 && '1' <= number[0] && number[0] <= '5' {
				return part{role: Train, number: int(number[0] - '0')}
			}
		case "test", "testing":
			if next == "batch" {
				return part{role: Test, number: 1}
			}
			p.role = Test
		case "validation", "valid", "val", "dev":
			p.role = Validation
		}
	}
	return p
}

// words splits text into its words in lower case and its numbers.
func words(text string) []string {
	const letter, digit = 1, 2
	kind := func(r rune) int {
		switch {
		case 'a' <= r && r <= 'z':
			return letter
		case '0' <= r && r <= '9':
			return digit
		}
		return 0
	}
	var words []string
	before := 0
	for _, r := range strings.ToLower(text) {
		now := kind(r)
		switch {
		case now == 0:
		case now == before:
			words[len(words)-1] += string(r)
		default:
			words = append(words, string(r))
		}
		before = now
	}
	return words
}
