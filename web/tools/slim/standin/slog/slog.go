// Package slog stands in for log/slog: errors go to the console, notes for
// developers of Ebitengine nowhere.
package slog

import (
	"context"
	"fmt"
	"os"
)

// Level is a message's weight.
type Level int

// LevelDebug is that of notes for developers.
const LevelDebug Level = -4

// Logger is the only one there is.
type Logger struct{}

// Default returns it.
func Default() *Logger { return nil }

// Enabled reports whether messages of a level are wanted: of Ebitengine's own, only errors.
func (*Logger) Enabled(context.Context, Level) bool { return false }

// Debug drops a note.
func Debug(string, ...any) {}

// Error prints a message with what belongs to it.
func Error(message string, values ...any) {
	fmt.Fprintln(os.Stderr, append([]any{message}, values...)...)
}
