package pickle

import (
	"strings"
)

// Storage is the memory of PyTorch's tensors. Its bytes lie outside the pickle, under
// its key; the caller that has them sets Data.
type Storage struct {
	Key   string
	Type  string // of its items, as in Array
	Items int64
	Data  []byte // little-endian
}

// Tensor is a view of a storage.
type Tensor struct {
	Storage       *Storage
	Offset        int64 // items
	Shape, Stride []int64
}

// storageClass is a type of storage, such as torch.LongStorage.
type storageClass string

// storageTypes are the items of PyTorch's storages.
var storageTypes = map[string]string{
	"ByteStorage": "u1", "CharStorage": "i1", "ShortStorage": "i2", "IntStorage": "i4", "LongStorage": "i8",
	"HalfStorage": "f2", "FloatStorage": "f4", "DoubleStorage": "f8", "BoolStorage": "b1",
	"BFloat16Storage": "", "UntypedStorage": "u1", // no array of images or labels is of bfloat16
}

// storageNamed returns the class that a name stands for, if it is a storage.
func storageNamed(name string) (storageClass, bool) {
	class, ok := strings.CutPrefix(name, "torch.")
	class = strings.TrimPrefix(class, "storage.")
	if !ok {
		return "", false
	}
	kind, ok := storageTypes[class]
	return storageClass(kind), ok
}

// persistent pushes the storage that a persistent id names: ("storage", class, key,
// device, items[, …]).
func (m *machine) persistent() error {
	value, err := m.pop()
	if err != nil {
		return err
	}
	id, ok := value.(Tuple)
	if !ok || len(id) < 5 {
		return damaged("data outside the file")
	}
	kind, _ := String(id[0])
	class, ok1 := id[1].(storageClass)
	key, ok2 := String(id[2])
	items, ok3 := id[4].(int64)
	if kind != "storage" || !ok1 || !ok2 || !ok3 || items < 0 {
		return damaged("data outside the file")
	}
	if m.storages == nil {
		m.storages = map[string]*Storage{}
	}
	if m.storages[key] == nil {
		m.storages[key] = &Storage{Key: key, Type: string(class), Items: items}
	}
	return m.push(m.storages[key])
}

// makeTensor is _rebuild_tensor_v2(storage, offset, size, stride, …).
func makeTensor(_ *machine, arguments Tuple) (any, error) {
	if len(arguments) < 4 {
		return nil, damaged("a tensor of %d arguments", len(arguments))
	}
	storage, ok1 := arguments[0].(*Storage)
	offset, ok2 := arguments[1].(int64)
	shape, ok3 := Integers(arguments[2], 8)
	stride, ok4 := Integers(arguments[3], 8)
	if !ok1 || !ok2 || !ok3 || !ok4 || offset < 0 || len(shape) != len(stride) {
		return nil, damaged("a tensor that is not of storage, offset, size and stride")
	}
	return &Tensor{Storage: storage, Offset: offset, Shape: shape, Stride: stride}, nil
}

// makeParameter is _rebuild_parameter(tensor, …): a weight of a network.
func makeParameter(_ *machine, arguments Tuple) (any, error) {
	if len(arguments) == 0 {
		return nil, damaged("a parameter without a tensor")
	}
	return arguments[0], nil
}

// makeOrderedDict is OrderedDict() or OrderedDict([]).
func makeOrderedDict(*machine, Tuple) (any, error) { return Dict{}, nil }

// Size returns which bytes of the storage the tensor's items take, if the storage
// has them and they follow each other.
func (t *Tensor) Size() (from, to int64, ok bool) {
	if t.Storage.Type == "" {
		return 0, 0, false
	}
	items := int64(1)
	for i := len(t.Shape) - 1; i >= 0; i-- {
		if t.Shape[i] < 0 || t.Shape[i] > 1 && t.Stride[i] != items {
			return 0, 0, false
		}
		if items *= t.Shape[i]; items > 1<<40 {
			return 0, 0, false
		}
	}
	if t.Offset > t.Storage.Items || items > t.Storage.Items-t.Offset {
		return 0, 0, false
	}
	size := int64(t.Storage.Type[1] - '0')
	return t.Offset * size, (t.Offset + items) * size, true
}

// Array returns the tensor as an array, once its storage has its bytes.
func (t *Tensor) Array() (*Array, bool) {
	from, to, ok := t.Size()
	if !ok || to > int64(len(t.Storage.Data)) {
		return nil, false
	}
	a := &Array{Type: t.Storage.Type, Data: t.Storage.Data[from:to:to]}
	for _, n := range t.Shape {
		a.Shape = append(a.Shape, int(n))
	}
	return a, true
}
