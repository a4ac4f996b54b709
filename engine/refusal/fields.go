package refusal

import "strings"

// The refusals of a field of a command, or of a setting. Each says what is expected.

// NotANumber refuses a value that is not a number.
func NotANumber(field string) *Error {
	return New("not-a-number", "{field}: expected a number", Values{"field": field})
}

// NotWhole refuses a value that is not a whole number.
func NotWhole(field string) *Error {
	return New("not-whole", "{field}: expected a whole number", Values{"field": field})
}

// NotTrueOrFalse refuses what is neither.
func NotTrueOrFalse(field string) *Error {
	return New("not-true-or-false", "{field}: expected true or false", Values{"field": field})
}

// NotFromTo refuses a number outside least ≤ x ≤ most.
func NotFromTo(field string, least, most float64) *Error {
	return New(
		"not-from-to",
		"{field}: expected a number from {least} to {most}",
		Values{"field": field, "least": least, "most": most},
	)
}

// NotAbove refuses a number outside least < x ≤ most.
func NotAbove(field string, least, most float64) *Error {
	return New(
		"not-above",
		"{field}: expected a number above {least}, up to {most}",
		Values{"field": field, "least": least, "most": most},
	)
}

// NotWholeFromTo refuses a value that is not a whole number from least to most.
func NotWholeFromTo(field string, least, most int) *Error {
	return New(
		"not-whole-from-to",
		"{field}: expected a whole number from {least} to {most}",
		Values{"field": field, "least": least, "most": most},
	)
}

// NotOneOf refuses a value that is not one of the choices.
func NotOneOf(field string, choices ...string) *Error {
	return New(
		"not-one-of",
		"{field}: expected one of {choices}",
		Values{"field": field, "choices": strings.Join(choices, ", ")},
	)
}

// NotOf refuses a value that is not count items of a kind, as in "weights: expected
// 30730 numbers".
func NotOf(field string, count int) *Error {
	return New("not-of-length", "{field}: expected {count} numbers", Values{"field": field, "count": count})
}

// Missing refuses a field that is absent, or has a type of its own.
func Missing(field string) *Error {
	return New("missing", "{field}: missing, or not of the kind that is expected", Values{"field": field})
}

// Fixed refuses to change a setting that a run keeps from its start.
func Fixed(field string) *Error {
	return New("fixed", "{field}: expected what the run started with", Values{"field": field})
}
