package main

import (
	"encoding/binary"
	"fmt"
)

// largestOffset bounds what is folded. An address and an offset are added without
// wrapping around, so this is where folding could differ: at addresses in the
// last 64 KB of 4 GB, where no Go program has a vector.
const largestOffset = 1<<16 - 1

// folded counts what was found in the functions with vector products.
type folded struct {
	functions int // that have products
	loads     int // vector loads in them
	now       int // loads that got their offset in this run
	offsets   int // loads with an offset, including those of this run
}

// fold rewrites a module in place. In each function that has products of
// vectors
//
//	i64.const c; i64.add; i32.wrap_i64; v128.load 0
//
// becomes
//
//	i32.wrap_i64; v128.load c; nop…
//
// which reads the same bytes. On an error the module is unchanged.
func fold(module []byte) (folded, error) {
	var found folded
	all, err := functions(module)
	if err != nil {
		return found, err
	}
	var places [][]instruction
	for number, code := range all {
		here, err := instructions(code)
		if err != nil {
			return found, fmt.Errorf("function %d: %w", number, err)
		}
		if !multipliesVectors(here) {
			continue
		}
		found.functions++
		for i, each := range here {
			if each.opcode != vectorLoad {
				continue
			}
			found.loads++
			if each.offset > 0 {
				found.offsets++
			} else if i >= 3 && foldable(here[i-3:i+1]) {
				places = append(places, here[i-3:i+1])
			}
		}
	}
	for _, place := range places {
		rewrite(place)
	}
	found.now = len(places)
	found.offsets += len(places)
	return found, nil
}

// instructions decodes a function to its end.
func instructions(code []byte) ([]instruction, error) {
	var all []instruction
	for len(code) > 0 {
		i, rest, err := next(code)
		if err != nil {
			return nil, err
		}
		all, code = append(all, i), rest
	}
	return all, nil
}

func multipliesVectors(all []instruction) bool {
	for _, i := range all {
		if i.opcode == vectorMul {
			return true
		}
	}
	return false
}

// foldable reports whether four instructions add a constant to an address and
// load from there.
func foldable(four []instruction) bool {
	constant, add, wrap := four[0], four[1], four[2]
	return constant.opcode == i64Const && constant.number > 0 && constant.number <= largestOffset &&
		add.opcode == i64Add && wrap.opcode == i32WrapI64
}

// rewrite puts the constant of four foldable instructions into the load. They
// follow each other, and the replacement is never longer: an unsigned number
// takes no more bytes than the same number signed.
func rewrite(four []instruction) {
	load := four[3]
	short := []byte{byte(i32WrapI64), vectorPrefix, 0}
	short = binary.AppendUvarint(short, load.align)
	short = binary.AppendUvarint(short, uint64(four[0].number))
	for _, i := range four {
		for at := range i.bytes {
			if len(short) > 0 {
				i.bytes[at], short = short[0], short[1:]
			} else {
				i.bytes[at] = byte(nop)
			}
		}
	}
}
