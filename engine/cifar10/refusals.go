package cifar10

import (
	"errors"
	"io"

	"onelayer/engine/refusal"
)

// LabelError refuses the label of image i, counted from 0, where there are k classes.
// It counts records from 1, as a visitor does.
func LabelError(file string, i int, label int64, k int) error {
	return refusal.New("label-out-of-range", "{file} has label {label} in record {record}; 0 to {last} are expected",
		refusal.Values{"file": file, "label": label, "record": i + 1, "last": k - 1})
}

// ClassCount refuses data with too few or too many classes.
func ClassCount(file string, k int) error {
	return refusal.New("classes-out-of-range", "{file} has {classes} classes; {least} to {most} can be trained on",
		refusal.Values{"file": file, "classes": k, "least": 2, "most": MaxClasses})
}

// TrailingBytes refuses a file of the binary version that does not end with a whole
// record.
func TrailingBytes(file string, size int64) error {
	return refusal.New(
		"trailing-bytes",
		"{file} has {records} whole records of {record} bytes, and {bytes} bytes more. {advice}",
		refusal.Values{
			"file":    file,
			"records": size / RecordSize,
			"record":  RecordSize,
			"bytes":   size % RecordSize,
			"advice":  GetAgain,
		},
	)
}

// Unreadable refuses a file whose bytes end too early, or cannot be read.
func Unreadable(file string, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return refusal.New("ends-too-early", "{file} ends too early. {advice}",
			refusal.Values{"file": file, "advice": GetAgain}).Wraps(err)
	}
	return CouldNotRead(file, err)
}
