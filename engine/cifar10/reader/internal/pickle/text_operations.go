package pickle

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// The operations of protocols 0 and 1 whose argument is a line of text.

// integerLine pushes a decimal number, or false and true as 00 and 01.
func (m *machine) integerLine() error {
	line, err := m.line()
	if err != nil {
		return err
	}
	switch line {
	case "00":
		return m.push(false)
	case "01":
		return m.push(true)
	}
	if n := len(line); n > 0 && line[n-1] == 'L' { // LONG
		line = line[:n-1]
	}
	value, err := strconv.ParseInt(line, 10, 64)
	if err != nil {
		return damaged("%.20q is no whole number", line)
	}
	return m.push(value)
}

// floatLine pushes a number as repr writes it.
func (m *machine) floatLine() error {
	line, err := m.line()
	if err != nil {
		return err
	}
	value, err := strconv.ParseFloat(line, 64)
	if err != nil {
		return damaged("%.20q is no number", line)
	}
	return m.push(value)
}

// withKey is an operation whose argument is a key of the memo in decimal.
func withKey(operation func(*machine, uint64) error) func(*machine) error {
	return func(m *machine) error {
		line, err := m.line()
		if err != nil {
			return err
		}
		key, err := strconv.ParseUint(line, 10, 64)
		if err != nil {
			return damaged("%.20q is no key", line)
		}
		return operation(m, key)
	}
}

// stringLine pushes a byte string as repr writes it, in quotes.
func (m *machine) stringLine() error {
	line, err := m.longLine(m.expected)
	if err != nil {
		return err
	}
	if len(line) < 2 || line[0] != line[len(line)-1] || line[0] != '\'' && line[0] != '"' {
		return damaged("a string without quotes")
	}
	s, err := unescape(line[1 : len(line)-1])
	if err != nil {
		return err
	}
	return m.push(Bytes(s))
}

// unescape resolves the escapes of repr, in place.
func unescape(line []byte) ([]byte, error) {
	const simple, values = `\'"abfnrtv`, "\\'\"\a\b\f\n\r\t\v"
	to := 0
	for at := 0; at < len(line); to++ {
		if line[at] != '\\' {
			line[to] = line[at]
			at++
			continue
		}
		if at+1 == len(line) {
			return nil, damaged("a string ends in an escape")
		}
		if i := bytes.IndexByte([]byte(simple), line[at+1]); i >= 0 {
			line[to] = values[i]
			at += 2
			continue
		}
		if line[at+1] != 'x' || at+4 > len(line) {
			return nil, damaged("an escape that repr does not write")
		}
		value, err := strconv.ParseUint(string(line[at+2:at+4]), 16, 8)
		if err != nil {
			return nil, damaged("an escape that repr does not write")
		}
		line[to] = byte(value)
		at += 4
	}
	return line[:to], nil
}

// textLine pushes a text in Python's raw-unicode-escape: Latin-1, and \u or \U with
// four or eight hexadecimal digits.
func (m *machine) textLine() error {
	line, err := m.longLine(m.expected)
	if err != nil {
		return err
	}
	if err := m.charge(2 * uint64(len(line))); err != nil { // a byte of Latin-1 becomes up to two
		return err
	}
	text := make(Text, 0, 2*len(line))
	for at := 0; at < len(line); {
		digits := 0
		if line[at] == '\\' && at+1 < len(line) {
			switch line[at+1] {
			case 'u':
				digits = 4
			case 'U':
				digits = 8
			}
		}
		if digits == 0 {
			text = utf8.AppendRune(text, rune(line[at]))
			at++
			continue
		}
		if at+2+digits > len(line) {
			return damaged("a text ends in an escape")
		}
		value, err := strconv.ParseUint(string(line[at+2:at+2+digits]), 16, 21)
		if err != nil {
			return damaged("an escape that is no character")
		}
		text = utf8.AppendRune(text, rune(value))
		at += 2 + digits
	}
	return m.push(text)
}

// listOfMark and dictOfMark push what was pushed since the last mark.
func (m *machine) listOfMark() error {
	items, err := m.popMark()
	if err != nil {
		return err
	}
	return m.push(&List{Items: append([]any(nil), items...)})
}

func (m *machine) dictOfMark() error {
	pairs, err := m.popMark()
	if err != nil {
		return err
	}
	pairs = append([]any(nil), pairs...)
	if err := m.push(Dict{}); err != nil {
		return err
	}
	return m.set(pairs, nil)
}

// duplicate pushes the top value once more.
func (m *machine) duplicate() error {
	value, err := m.top()
	if err != nil {
		return err
	}
	return m.push(value)
}
