package reader

import (
	"onelayer/engine/phrase"
	"onelayer/engine/refusal"
)

// Question is something the files alone don't say: the visitor chooses among
// options.
type Question struct {
	Text        phrase.Text
	Options     []phrase.Text
	Least, Most int // of the options to be chosen
}

// ask lets the visitor choose, and returns the options' indices in ascending order.
// Where nobody can be asked, or the visitor does not answer, it refuses with otherwise.
func (w *walk) ask(q Question, otherwise error) ([]int, error) {
	if w.source.Ask == nil {
		return nil, otherwise
	}
	chosen := w.source.Ask(q)
	if chosen == nil {
		return nil, otherwise
	}
	seen := make([]bool, len(q.Options))
	for _, option := range chosen {
		if option < 0 || option >= len(q.Options) || seen[option] {
			return nil, otherwise
		}
		seen[option] = true
	}
	if len(chosen) < q.Least || len(chosen) > q.Most {
		return nil, otherwise
	}
	var ordered []int
	for option, yes := range seen {
		if yes {
			ordered = append(ordered, option)
		}
	}
	return ordered, nil
}

// askOne lets the visitor choose one option.
func (w *walk) askOne(text phrase.Text, options []phrase.Text, otherwise error) (int, error) {
	chosen, err := w.ask(Question{Text: text, Options: options, Least: 1, Most: 1}, otherwise)
	if err != nil {
		return 0, err
	}
	return chosen[0], nil
}

// plain makes options from words that are the same in every language.
func plain(words []string) []phrase.Text {
	options := make([]phrase.Text, len(words))
	for i, word := range words {
		options[i] = phrase.Plain(word)
	}
	return options
}

// note tells the visitor, once, what was done beyond what was asked for.
func (w *walk) note(text phrase.Text) {
	if w.source.Note == nil || w.noted[text.Code()] {
		return
	}
	w.noted[text.Code()] = true
	w.source.Note(text)
}

// Labels are labels without images: other labels of images that are elsewhere.
type Labels struct {
	Name  string // "aggre label"
	Y     []uint8
	Alone error // what to say where their images are not there
}

// isShape refuses an array that is neither images nor labels.
func isShape(a *array) error {
	return refusal.New(
		"array-not-images",
		"{file} holds an array of type {type} and shape {shape}; images are N×32×32×3, N×3×32×32 or N×3072",
		refusal.Values{"file": a.shown, "type": a.numbers.String(), "shape": shapeText(a.shape)},
	)
}
