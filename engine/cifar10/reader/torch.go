package reader

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"io"
	"path"
	"strings"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/pickle"
	"onelayer/engine/refusal"
)

// torchMagic begins a file of torch.save before version 1.6: a pickle of the number
// 0x1950a86a20f9469cfc6c, which is as long as this.
const torchMagic = "\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19."

// torchPickle returns the pickle in an archive of torch.save, or nil.
func torchPickle(archive *zip.Reader) *zip.File {
	const few = 5 // it is among the first files, in any order
	for i, f := range archive.File {
		if i == few {
			break
		}
		if path.Base(f.Name) == "data.pkl" {
			return f
		}
	}
	return nil
}

// torchZip reads what torch.save wrote: a pickle, and beside it a file for each storage.
func (w *walk) torchZip(e entry, archive *zip.Reader, main *zip.File) {
	r, err := main.Open()
	if err != nil {
		w.fail(cifar10.Unreadable(e.shown, err))
		return
	}
	value, err := decodePickle(r, e.shown, int64(main.UncompressedSize64), w.room)
	r.Close()
	if err != nil {
		w.fail(err)
		return
	}
	folder := path.Dir(main.Name)
	w.torch(e, value, func(s *pickle.Storage) error {
		r, err := archive.Open(folder + "/data/" + s.Key)
		if err != nil {
			return cifar10.Unreadable(e.shown, err)
		}
		defer r.Close()
		s.Data, err = w.hold(e, r, s.Items*int64(s.Type[1]-'0'))
		return err
	})
}

// torchLegacy reads what torch.save wrote before version 1.6: pickles, the last of them a
// list of keys, then each key's storage.
func (w *walk) torchLegacy(e entry, r io.Reader) {
	buffered := bufio.NewReaderSize(r, 64<<10)
	if _, err := buffered.Discard(len(torchMagic)); err != nil {
		w.fail(cifar10.Unreadable(e.shown, tooEarly(err)))
		return
	}
	var values [4]any // protocol, system, what was saved, keys
	for i := range values {
		value, err := decodePickle(buffered, e.shown, e.size, w.room)
		if err != nil {
			w.fail(err)
			return
		}
		values[i] = value
	}
	keys, _ := values[3].(*pickle.List)
	at := 0
	w.torch(e, values[2], func(wanted *pickle.Storage) error {
		if keys != nil && at < len(keys.Items) {
			key, _ := pickle.String(keys.Items[at])
			at++
			var count [8]byte
			if _, err := io.ReadFull(buffered, count[:]); err != nil {
				return cifar10.Unreadable(e.shown, tooEarly(err))
			}
			items := int64(binary.LittleEndian.Uint64(count[:]))
			if key != wanted.Key || items != wanted.Items {
				return w.torchOrder(e)
			}
			data, err := w.hold(e, buffered, items*int64(wanted.Type[1]-'0'))
			wanted.Data = data
			return err
		}
		return w.torchOrder(e)
	})
}

// torchOrder refuses storages that do not come as the pickle names them.
func (w *walk) torchOrder(e entry) error {
	return refusal.New(
		"torch-legacy",
		"{file} was saved by an old PyTorch in a way that is not read here. Save it again: {line}",
		refusal.Values{"file": e.shown, "line": "torch.save(torch.load(\"" + stem(e.name) + "\"), \"again.pt\")"},
	)
}

// torch records the arrays and tensors in a file of torch.save. fill reads a
// storage's bytes; storages are asked for in the order of their keys.
func (w *walk) torch(e entry, value any, fill func(*pickle.Storage) error) {
	tensors := tensorsOf(value)
	if isCheckpoint(value) {
		w.fail(
			refusal.New(
				"torch-checkpoint",
				"{file} is a PyTorch checkpoint: the weights of a network, without images or labels",
				refusal.Values{"file": e.shown},
			),
		)
		return
	}
	filled := map[*pickle.Storage]bool{}
	for _, t := range tensors {
		if filled[t.Storage] || t.Storage.Type == "" {
			continue
		}
		filled[t.Storage] = true
		if err := fill(t.Storage); err != nil {
			w.fail(err)
			return
		}
	}
	w.pickledArrays(e, value)
}

// tensorsOf returns the tensors in a value, in its order.
func tensorsOf(value any) []*pickle.Tensor {
	const most = 1000
	var tensors []*pickle.Tensor
	var look func(value any, depth int)
	look = func(value any, depth int) {
		if depth > maxNested || len(tensors) > most {
			return
		}
		switch value := value.(type) {
		case *pickle.Tensor:
			tensors = append(tensors, value)
		case pickle.Dict:
			for _, key := range sortedKeys(value) {
				look(value[key], depth+1)
			}
		case pickle.Tuple:
			for _, item := range value {
				look(item, depth+1)
			}
		case *pickle.List:
			for _, item := range value.Items {
				look(item, depth+1)
			}
		}
	}
	look(value, 0)
	return tensors
}

// isCheckpoint reports whether weights were saved: the file says so, or has names
// such as layer1.weight.
func isCheckpoint(value any) bool {
	dict, ok := value.(pickle.Dict)
	if !ok {
		return false
	}
	for key := range dict {
		if key == "state_dict" || key == "model_state_dict" || key == "optimizer" ||
			strings.HasSuffix(
				key,
				".weight",
			) || strings.HasSuffix(key, ".bias") || strings.HasSuffix(key, ".running_mean") {
			return true
		}
	}
	return false
}
