package zstd

import "math/bits"

// fse is a table of a finite state entropy code: what each state stands for, and how the
// next is found.
type fse struct {
	log    int
	states []fseState
}

type fseState struct {
	symbol uint8
	bits   uint8
	base   uint16
}

// readFSE reads the probabilities of a code and returns its table and how many bytes they
// took.
func readFSE(data []byte, mostLog, symbols int) (*fse, int, error) {
	in := forward{data: data}
	log := in.read(4) + 5
	if log > mostLog {
		return nil, 0, errDamaged
	}
	left := 1 << log
	var counts []int
	for left > 0 && len(counts) < symbols {
		n := bits.Len(uint(left + 1))
		value := in.read(n)
		low, threshold := value&(1<<(n-1)-1), 1<<n-2-left
		switch {
		case low < threshold:
			in.at--
			value = low
		case value >= 1<<(n-1):
			value -= threshold
		}
		count := value - 1 // −1 stands for a probability below 1
		left -= max(count, -count)
		counts = append(counts, count)
		for repeat := 3; count == 0 && repeat == 3; {
			repeat = in.read(2)
			counts = append(counts, make([]int, repeat)...)
		}
	}
	used := (in.at + 7) / 8
	if left != 0 || len(counts) > symbols || used > len(data) {
		return nil, 0, errDamaged
	}
	return newFSE(counts, log), used, nil
}

// newFSE makes the table of a code.
func newFSE(counts []int, log int) *fse {
	size := 1 << log
	table := &fse{log, make([]fseState, size)}
	next := make([]int, len(counts))
	high := size
	for symbol, count := range counts {
		next[symbol] = count
		if count < 0 {
			high--
			table.states[high].symbol, next[symbol] = uint8(symbol), 1
		}
	}
	at := 0
	for symbol, count := range counts {
		for range count {
			table.states[at].symbol = uint8(symbol)
			for at = (at + size>>1 + size>>3 + 3) & (size - 1); at >= high; {
				at = (at + size>>1 + size>>3 + 3) & (size - 1)
			}
		}
	}
	for i := range table.states {
		state := &table.states[i]
		n := next[state.symbol]
		next[state.symbol]++
		state.bits = uint8(log + 1 - bits.Len(uint(n)))
		state.base = uint16(n<<state.bits - size)
	}
	return table
}

// oneSymbol is the table of a code with a single symbol.
func oneSymbol(symbol uint8) *fse { return &fse{0, []fseState{{symbol: symbol}}} }

// cursor is a place in a code.
type cursor struct {
	table *fse
	state int
}

func (c *cursor) begin(table *fse, in *backward) { c.table, c.state = table, in.read(table.log) }

func (c *cursor) symbol() int { return int(c.table.states[c.state].symbol) }

func (c *cursor) next(in *backward) {
	state := c.table.states[c.state]
	c.state = int(state.base) + in.read(int(state.bits))
}
