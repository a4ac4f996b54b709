package zstd

// lengths are codes of lengths: a code stands for its first length plus the number in some
// bits that follow.
type lengths struct {
	first []int
	bits  []int
}

// kind is one of the three things that a sequence has.
type kind struct {
	mostLog, symbols int
	usual            *fse
}

var (
	literalLengths = newLengths(0, 16, []int{1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	matchLengths   = newLengths(3, 32, []int{1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})

	// kinds are the literals' length, the offset, the match's length.
	kinds = [3]kind{
		{9, 36, newFSE([]int{
			4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
			-1, -1, -1, -1,
		}, 6)},
		{8, 32, newFSE([]int{
			1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1,
		}, 5)},
		{9, 53, newFSE([]int{
			1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
			1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
		}, 6)},
	}
)

// newLengths makes single codes of one length each, starting at least, and then
// codes with the bits in more.
func newLengths(least, single int, more []int) lengths {
	var l lengths
	next := least
	for i := range single + len(more) {
		n := 0
		if i >= single {
			n = more[i-single]
		}
		l.first, l.bits = append(l.first, next), append(l.bits, n)
		next += 1 << n
	}
	return l
}

func (l *lengths) read(code int, in *backward) int { return l.first[code] + in.read(l.bits[code]) }

// readSequences executes a block's sequences: literals, then a match with what
// came before.
func (r *Reader) readSequences(data []byte) error {
	if len(data) == 0 {
		return errDamaged
	}
	n, head := int(data[0]), 1
	const two, three = 128, 255
	switch {
	case n >= two && n < three && len(data) > 1:
		n, head = (n-two)<<8|int(data[1]), 2
	case n == three && len(data) > 2:
		n, head = int(data[1])+int(data[2])<<8+0x7f00, 3
	case n >= two:
		return errDamaged
	}
	if n > 0 {
		if err := r.sequences(data[head:], n); err != nil {
			return err
		}
	} else if head != len(data) {
		return errDamaged
	}
	return r.add(r.literals)
}

// sequences reads n sequences, whose tables come first.
func (r *Reader) sequences(data []byte, n int) error {
	if len(data) == 0 {
		return errDamaged
	}
	modes := data[0]
	data = data[1:]
	for i := range kinds {
		used, err := r.table(i, modes>>(6-2*i)&3, data)
		if err != nil {
			return err
		}
		data = data[used:]
	}
	in, err := newBackward(data)
	if err != nil {
		return err
	}
	var at [3]cursor
	for i := range at {
		at[i].begin(r.tables[i], in)
	}
	for ; n > 0; n-- {
		code := at[1].symbol()
		offset := 1<<code + in.read(code)
		match := matchLengths.read(at[2].symbol(), in)
		literal := literalLengths.read(at[0].symbol(), in)
		if n > 1 {
			at[0].next(in)
			at[2].next(in)
			at[1].next(in)
		}
		if in.left < 0 || literal > len(r.literals) {
			return errDamaged
		}
		if err := r.add(r.literals[:literal]); err != nil {
			return err
		}
		r.literals = r.literals[literal:]
		if err := r.copy(r.offset(offset, literal == 0), match); err != nil {
			return err
		}
	}
	if in.left != 0 {
		return errDamaged
	}
	return nil
}

// table takes the table of a kind by its mode, and returns how many bytes it took.
func (r *Reader) table(i int, mode byte, data []byte) (used int, err error) {
	const usual, single, given = 0, 1, 2
	switch mode {
	case usual:
		r.tables[i] = kinds[i].usual
	case single:
		if len(data) == 0 || int(data[0]) >= kinds[i].symbols {
			return 0, errDamaged
		}
		r.tables[i], used = oneSymbol(data[0]), 1
	case given:
		r.tables[i], used, err = readFSE(data, kinds[i].mostLog, kinds[i].symbols)
	}
	if err == nil && r.tables[i] == nil {
		err = errDamaged
	}
	return used, err
}

// offset returns how far back a match is: a number, or one of the last three offsets
// again.
func (r *Reader) offset(value int, noLiterals bool) int {
	if value > 3 {
		r.last = [3]int{value - 3, r.last[0], r.last[1]}
		return r.last[0]
	}
	which := value - 1
	if noLiterals {
		which++
	}
	var offset int
	switch which {
	case 0:
		return r.last[0]
	case 3:
		offset = r.last[0] - 1
	default:
		offset = r.last[which]
	}
	if which > 1 {
		r.last[2] = r.last[1]
	}
	r.last[1], r.last[0] = r.last[0], offset
	return offset
}
