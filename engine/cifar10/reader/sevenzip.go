package reader

import (
	"errors"

	"onelayer/engine/cifar10"
	"onelayer/engine/cifar10/reader/internal/sevenzip"
	"onelayer/engine/refusal"
)

// sevenZip reads the files of a 7z archive in its order: they are packed together, so that
// none can be unpacked without those before it.
func (w *walk) sevenZip(e entry) {
	if e.at == nil {
		w.fail(archiveInArchive(e.shown))
		return
	}
	archive, err := sevenzip.NewReader(e.at, e.size)
	if err == nil && archive.Unpacked() > maxUnpacked {
		err = tooMuch()
	}
	if err != nil {
		w.fail(cifar10.Unreadable(e.shown, sevenZipError(err)))
		return
	}
	w.stream(e, sevenZipStream{archive})
}

// sevenZipStream says what is wrong in the visitor's words.
type sevenZipStream struct{ *sevenzip.Reader }

func (s sevenZipStream) Next() (string, int64, error) {
	name, size, err := s.Reader.Next()
	return name, size, sevenZipError(err)
}

func sevenZipError(err error) error {
	if errors.Is(err, sevenzip.ErrMethod) || errors.Is(err, sevenzip.ErrDictionary) {
		return refusal.New(
			"packed-otherwise",
			"it is packed in a way that is not read here. Unpack it, and choose the files in it",
			nil,
		)
	}
	return err
}
