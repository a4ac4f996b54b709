// Package slog stands in for log/slog: errors go to the console; debug messages of Ebitengine are
// dropped.
package slog

import (
	"context"
	"fmt"
	"os"
)

// Level is a message's severity.
type Level int

// LevelDebug is the level of debug messages.
const LevelDebug Level = -4

// Logger is the only logger.
type Logger struct{}

// Default returns the logger.
func Default() *Logger { return nil }

// Enabled reports whether messages of a level are logged: only errors.
func (*Logger) Enabled(context.Context, Level) bool { return false }

// Debug drops a message.
func Debug(string, ...any) {}

// Error prints a message with its values.
func Error(message string, values ...any) {
	fmt.Fprintln(os.Stderr, append([]any{message}, values...)...)
}
