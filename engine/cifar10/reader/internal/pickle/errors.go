package pickle

import (
	"errors"
	"fmt"
)

// What can be wrong with a pickle, besides a NameError.
var (
	ErrTruncated = errors.New("the pickle ends too early")
	ErrTooLarge  = errors.New("the pickle needs more memory than it may have")
	ErrDamaged   = errors.New("the pickle is damaged")
	ErrNoArray   = errors.New("the pickle has a large string that is of no array")
)

// NameError is the refusal to resolve a name that no array needs.
type NameError struct{ Name string }

// Error names what the pickle asked for.
func (e *NameError) Error() string {
	return fmt.Sprintf("the pickle asks for %q, which no array needs", e.Name)
}

// damaged says how a pickle is damaged.
func damaged(format string, arguments ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrDamaged}, arguments...)...)
}
