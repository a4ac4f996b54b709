package phrase

// Encode returns t as the page reads it: plain words as a string, a text with a code
// as {code, values, message}, where message is the English. Values are encoded the
// same way.
func (t Text) Encode() any {
	if t.code == "" {
		return t.english
	}
	values := make(map[string]any, len(t.values))
	for name, value := range t.values {
		values[name] = encodeValue(value)
	}
	return map[string]any{"code": t.code, "values": values, "message": t.english}
}

func encodeValue(value any) any {
	switch v := value.(type) {
	case interface{ Text() Text }: // also a refusal
		return v.Text().Encode()
	case int:
		return float64(v)
	case int64:
		return float64(v)
	case float64:
		return v
	default:
		return words(v)
	}
}

// Decode reads what Encode wrote; anything else becomes the zero Text. It never
// fails.
func (t *Text) Decode(value any) error {
	*t = Decode(value)
	return nil
}

// Decode returns the text that Encode wrote.
func Decode(value any) Text {
	object, isObject := value.(map[string]any)
	if !isObject {
		words, _ := value.(string)
		return Plain(words)
	}
	t := Text{}
	t.code, _ = object["code"].(string)
	t.english, _ = object["message"].(string)
	values, _ := object["values"].(map[string]any)
	t.values = make(Values, len(values))
	for name, value := range values {
		switch value.(type) {
		case string, map[string]any:
			t.values[name] = Decode(value)
		default:
			t.values[name] = value
		}
	}
	return t
}
