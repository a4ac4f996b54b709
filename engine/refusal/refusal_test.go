package refusal

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"onelayer/engine/phrase"
)

func TestError(t *testing.T) {
	label := New("label-out-of-range", "label {label}; 0 to 9 expected", Values{"label": 12})
	in := In("a.bin", label)
	if in.Error() != "a.bin: label 12; 0 to 9 expected" {
		t.Errorf("says %q", in)
	}
	wrapped := fmt.Errorf("reading: %w", in)
	if !Is(wrapped, "label-out-of-range") || !Is(wrapped, "in-file") || Is(wrapped, "other") {
		t.Error("its codes are not found")
	}
	found := new(Error)
	if !errors.As(wrapped, &found) || found.Code() != "in-file" || found.Values()["file"] != "a.bin" {
		t.Errorf("errors.As found %v", found)
	}
	nested := in.Text().Encode().(map[string]any)["values"].(map[string]any)["reason"].(map[string]any)
	if nested["code"] != "label-out-of-range" {
		t.Errorf("the reason travels as %v", nested)
	}
}

func TestFrom(t *testing.T) {
	refused := New("cut-off", "{file} ends too early", Values{"file": "a.mat"}).Wraps(io.ErrUnexpectedEOF)
	if From(refused) != refused || !errors.Is(refused, io.ErrUnexpectedEOF) {
		t.Error("a refusal did not stay itself")
	}
	wrapped := From(fmt.Errorf("at 3: %w", refused))
	if wrapped.Error() != "at 3: a.mat ends too early" || wrapped.Code() != "" || !Is(wrapped, "cut-off") {
		t.Errorf("%q with code %q", wrapped, wrapped.Code())
	}
	if wrapped.Text().Encode() != "at 3: a.mat ends too early" {
		t.Error("an error without a code travels as more than its words")
	}
}

func TestField(t *testing.T) {
	if e := New("not-a-number", "{field}: expected a number", Values{"field": "l2"}); e.Field() != "l2" {
		t.Errorf("field %q", e.Field())
	}
	if e := New("no-data", "There are no data yet.", nil); e.Field() != "" {
		t.Errorf("field %q", e.Field())
	}
}

func TestJoin(t *testing.T) {
	if Join() != nil {
		t.Error("nothing became an error")
	}
	three := Join(errors.New("a"), In("b", errors.New("c")), errors.New("d"))
	if three.Error() != "a\nb: c\nd" || !Is(three, "in-file") {
		t.Errorf("says %q", three)
	}
}

func TestValueOfText(t *testing.T) {
	e := New("outer", "{run} is over", Values{"run": phrase.New("run-number", "Run {n}", phrase.Values{"n": 2})})
	if e.Error() != "Run 2 is over" || len(e.Unwrap()) != 0 {
		t.Errorf("%q wraps %v", e, e.Unwrap())
	}
}

// TestJoinOfMany: a notice of very many errors stays short, also where another program has
// counted some of them before.
func TestJoinOfMany(t *testing.T) {
	many := make([]error, 100_000)
	for i := range many {
		many[i] = In(fmt.Sprintf("member %d", i), errors.New("no image"))
	}
	want := "member 0: no image\nmember 1: no image\nmember 2: no image\nmember 3: no image\nmember 4: no image\n" +
		"and 99995 more"
	if got := Join(many...).Error(); got != want {
		t.Errorf("says %.200q", got)
	}
	var came []error
	for _, err := range FewOf(many) {
		came = append(came, Of(phrase.Decode(From(err).Text().Encode())))
	}
	if got := FewOf(append(came, errors.New("one"), errors.New("two"))); got[5].Error() != "and 99997 more" {
		t.Errorf("counted again it says %q", got[5])
	}
}
