package reader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/pickle"
	"onelayer/engine/refusal"
)

// pickledArrays records the arrays that a pickle holds in dicts, tuples and lists.
func (w *walk) pickledArrays(e entry, value any) {
	g := &gathering{e: e}
	g.gather("", value, 0)
	if len(g.arrays) == 0 {
		w.fail(noShard(e.shown))
		return
	}
	held := int64(0)
	for _, a := range g.arrays {
		a.held = int64(a.items() * a.numbers.size)
		held += a.held
		a.classes = g.classes
	}
	w.room -= held
	w.arrays = append(w.arrays, g.arrays...)
}

// gathering are the arrays of a pickle by their names.
type gathering struct {
	e       entry
	arrays  []*array
	classes []string
}

// maxNested bounds how deep arrays are looked for.
const maxNested = 3

// gather looks through a value. A pair of pairs holds the training and the test split,
// as in Keras.
func (g *gathering) gather(name string, value any, depth int) {
	if depth > maxNested || len(g.arrays) > 64 {
		return
	}
	switch value := value.(type) {
	case *pickle.Array:
		if value.Objects != nil {
			g.sequence(name, value.Objects, depth)
			return
		}
		g.add(name, value)
	case *pickle.Tensor:
		if whole, ok := value.Array(); ok {
			g.add(name, whole)
		}
	case pickle.Dict:
		for _, key := range sortedKeys(value) {
			if names, ok := stringList(value[key]); ok && strings.Contains(key, "names") {
				g.classes = names
				continue
			}
			g.gather(strings.TrimSpace(name+" "+key), value[key], depth+1)
		}
	case pickle.Tuple:
		g.sequence(name, value, depth)
	case *pickle.List:
		if whole, ok := stacked(value.Items); ok {
			g.add(name, whole)
			return
		}
		if integers, ok := pickle.Integers(value, cifar10.MaxImages); ok && len(integers) > 0 {
			g.add(name, arrayOfIntegers(integers))
			return
		}
		g.sequence(name, value.Items, depth)
	}
}

// sortedKeys are a dict's keys in the order of their names.
func sortedKeys(dict pickle.Dict) []string { return slices.Sorted(maps.Keys(dict)) }

func (g *gathering) add(name string, p *pickle.Array) {
	if a, ok := arrayOf(g.e, name, p); ok {
		if _, isImages := a.layoutOf(); !isImages {
			if _, isLabels := a.isLabels(); !isLabels {
				return
			}
		}
		g.arrays = append(g.arrays, a)
	}
}

// sequence searches a short tuple or list.
func (g *gathering) sequence(name string, items []any, depth int) {
	const few = 16
	if len(items) > few {
		return
	}
	isPair := func(item any) bool {
		switch item := item.(type) {
		case pickle.Tuple:
			return len(item) == 2
		case *pickle.List:
			return len(item.Items) == 2
		}
		return false
	}
	parts := []string{"train", "test"}
	if len(items) == 3 {
		parts = []string{"train", "validation", "test"}
	}
	split := 2 <= len(items) && len(items) <= 3 &&
		!slices.ContainsFunc(items, func(item any) bool { return !isPair(item) })
	for i, item := range items {
		inner := name
		if split {
			inner = strings.TrimSpace(name + " " + parts[i])
		}
		g.gather(inner, item, depth+1)
	}
}

// stacked joins a list of images of the same shape into one array.
func stacked(items []any) (*pickle.Array, bool) {
	if len(items) < 3 {
		return nil, false
	}
	first, ok := items[0].(*pickle.Array)
	if !ok || first.Fortran || len(items)*len(first.Data) > cifar10.Unlimited {
		return nil, false
	}
	whole := &pickle.Array{Shape: append([]int{len(items)}, first.Shape...), Type: first.Type}
	for _, item := range items {
		image, ok := item.(*pickle.Array)
		if !ok || image.Type != first.Type || image.Fortran || !slices.Equal(image.Shape, first.Shape) {
			return nil, false
		}
		whole.Data = append(whole.Data, image.Data...)
	}
	return whole, true
}

// arrayOfIntegers makes an array from a list of whole numbers.
func arrayOfIntegers(integers []int64) *pickle.Array {
	a := &pickle.Array{Shape: []int{len(integers)}, Type: "i8", Data: make([]byte, 0, 8*len(integers))}
	for _, n := range integers {
		for shift := 0; shift < 64; shift += 8 {
			a.Data = append(a.Data, byte(n>>shift))
		}
	}
	return a
}

// stringList returns a list of 2 to MaxClasses strings.
func stringList(value any) ([]string, bool) {
	list, ok := value.(*pickle.List)
	if !ok || len(list.Items) < 2 || len(list.Items) > cifar10.MaxClasses {
		return nil, false
	}
	var names []string
	for _, item := range list.Items {
		name, ok := pickle.String(item)
		if !ok {
			return nil, false
		}
		names = append(names, name)
	}
	return names, true
}

// nameError refuses a pickle that asks for a name that no array needs, and says how to
// save it again if its writer is known.
func nameError(file string, asked *pickle.NameError) error {
	switch module, _, _ := strings.Cut(asked.Name, "."); module {
	case "joblib":
		return refusal.New("joblib", "{file} was written by joblib. Save it again in Python: {line}", refusal.Values{
			"file": file,
			"line": fmt.Sprintf(
				"import joblib, pickle; pickle.dump(joblib.load(%q), open(%q, \"wb\"))",
				file,
				stem(file)+".pkl",
			),
		})
	case "torch", "torchvision":
		return refusal.New(
			"torch-object",
			"{file} holds an object of PyTorch that is no tensor ({name}). Save its images and labels: {line}",
			refusal.Values{
				"file": file,
				"name": asked.Name,
				"line": "numpy.savez(\"cifar10.npz\", x_train=dataset.data, y_train=dataset.targets)",
			},
		)
	case "pandas":
		return refusal.New("pandas-object", "{file} holds a table of pandas. Save its columns: {line}", refusal.Values{
			"file": file, "line": "numpy.savez(\"cifar10.npz\", x_train=…, y_train=…)"})
	}
	return refusal.New(
		"pickle-name",
		"{file} is a Python pickle that asks for “{name}”, which no shard needs. It was not run",
		refusal.Values{"file": file, "name": asked.Name},
	)
}
