package main

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

// Pieces of code, by hand.
var (
	address  = []byte{0x20, 0} // local.get 0
	wrap     = []byte{0xa7}
	add      = []byte{0x7c}
	constant = []byte{0x42, 0x90, 0x03}    // i64.const 400, in two bytes
	load     = []byte{0xfd, 0x00, 0x00, 0} // v128.load, align 1, offset 0
	product  = []byte{0xfd, 0xe6, 0x01}    // f32x4.mul
	end      = []byte{0x0b}                // end
	unfolded = join(address, constant, add, wrap, load)
)

func join(parts ...[]byte) []byte { return slices.Concat(parts...) }

// moduleOf is a module of functions with the code given, after a section that
// is not code and before one that looks like it.
func moduleOf(codes ...[]byte) []byte {
	section := binary.AppendUvarint(nil, uint64(len(codes)))
	for _, code := range codes {
		body := join([]byte{1, 2, 0x7e}, code) // two locals of type i64
		section = join(section, binary.AppendUvarint(nil, uint64(len(body))), body)
	}
	other := join([]byte{0, byte(len(unfolded))}, unfolded)
	return join(header, other, []byte{codeSection}, binary.AppendUvarint(nil, uint64(len(section))), section, other)
}

func TestConstantGoesIntoTheLoad(t *testing.T) {
	module := moduleOf(join(unfolded, unfolded, product, end))
	got, err := fold(module)
	if err != nil {
		t.Fatal(err)
	}
	if want := (folded{functions: 1, loads: 2, now: 2, offsets: 2}); got != want {
		t.Errorf("found %+v, want %+v", got, want)
	}
	short := join(
		address,
		wrap,
		[]byte{0xfd, 0x00, 0x00, 0x90, 0x03},
		bytes.Repeat([]byte{0x01}, 3),
	) // load at 400, nops
	if want := moduleOf(join(short, short, product, end)); !bytes.Equal(module, want) {
		t.Errorf("the module is\n%x, want\n%x", module, want)
	}
	again, err := fold(module)
	if want := (folded{functions: 1, loads: 2, offsets: 2}); again != want || err != nil {
		t.Errorf("a second time it found %+v (%v), want %+v", again, err, want)
	}
}

func TestLongestConstant(t *testing.T) {
	module := moduleOf(join(address, []byte{0x42, 0xff, 0xff, 0x03}, add, wrap, load, product, end))
	if got, err := fold(module); got.now != 1 || err != nil {
		t.Fatalf("folded %d (%v), want 1", got.now, err)
	}
	want := moduleOf(join(address, wrap, []byte{0xfd, 0x00, 0x00, 0xff, 0xff, 0x03}, []byte{1, 1, 1}, product, end))
	if !bytes.Equal(module, want) {
		t.Errorf("the module is\n%x, want\n%x", module, want)
	}
}

func TestWhatStaysAsItIs(t *testing.T) {
	tests := map[string][]byte{
		"a function without products": join(unfolded, end),
		"a negative constant":         join(address, []byte{0x42, 0x70}, add, wrap, load, product, end),
		"a constant beyond 64 KB":     join(address, []byte{0x42, 0x80, 0x80, 0x04}, add, wrap, load, product, end),
		"a load that has an offset":   join(address, constant, add, wrap, []byte{0xfd, 0x00, 0x00, 16}, product, end),
		"another load":                join(address, constant, add, wrap, []byte{0x2a, 0x02, 0x00}, product, end),
		"something between":           join(address, constant, add, wrap, []byte{0x01}, load, product, end),
		"bytes of a vector constant": join(
			[]byte{0xfd, 0x0c},
			unfolded[2:],
			bytes.Repeat([]byte{0}, 16-len(unfolded[2:])),
			product,
			end,
		),
		"numbers of a branch table":     join(address, []byte{0x0e, 5}, unfolded[2:], product, end),
		"bytes of a floating constant":  join([]byte{0x44}, unfolded[2:10], product, end),
		"the product is in a constant":  join([]byte{0xfd, 0x0c}, product, make([]byte, 13), unfolded, end),
		"the product is another number": join([]byte{0xfd, 0xe7, 0x01}, unfolded, end),
	}
	for name, code := range tests {
		t.Run(name, func(t *testing.T) {
			module := moduleOf(code)
			if got, err := fold(module); got.now != 0 || err != nil {
				t.Errorf("folded %d places (%v), want none", got.now, err)
			}
			if !bytes.Equal(module, moduleOf(code)) {
				t.Error("the module changed")
			}
		})
	}
}

func TestAllKindsOfInstructionsAreSkipped(t *testing.T) {
	module := moduleOf(join(
		[]byte{0x02, 0x40, 0x03, 0x7e, 0x0b, 0x0b}, // block, loop
		[]byte{0x41, 0x80, 0x80, 0x80, 0x80, 0x78}, // i32.const of five bytes
		[]byte{0x43, 1, 2, 3, 4},                   // f32.const
		[]byte{0x1c, 1, 0x7e},                      // select with a type
		[]byte{0x11, 3, 0},                         // call_indirect
		[]byte{0x28, 2, 0x80, 0x01},                // i32.load
		[]byte{0x3f, 0, 0x40, 0},                   // memory.size, memory.grow
		[]byte{0xfc, 0x0a, 0, 0, 0xfc, 0x0b, 0},    // memory.copy, memory.fill
		[]byte{0xfc, 0x07},                         // i64.trunc_sat_f64_u
		[]byte{0xfd, 0x15, 15},                     // i8x16.extract_lane_s
		[]byte{0xfd, 0x54, 0, 1, 15},               // v128.load8_lane
		[]byte{0xfd, 0x5c, 2, 0},                   // v128.load32_zero
		[]byte{0xfd, 0x0d}, make([]byte, 16),       // i8x16.shuffle
		unfolded, product, end,
	))
	if got, err := fold(module); got.now != 1 || err != nil {
		t.Errorf("folded %d (%v), want 1", got.now, err)
	}
}

func TestRefusedModulesAreUntouched(t *testing.T) {
	whole := moduleOf(join(unfolded, product, end), join(unfolded, product, end))
	tests := map[string][]byte{
		"no module":              []byte("hello, world"),
		"another version":        join([]byte{0, 'a', 's', 'm', 2, 0, 0, 0}, whole[8:]),
		"an unknown instruction": moduleOf(join(unfolded, product, []byte{0xfe, 0x00}, end)),
		"an unknown vector":      moduleOf(join(unfolded, product, []byte{0xfd, 0xff, 0x7f}, end)),
	}
	for size := len(header) + 1; size < len(whole); size += 7 {
		if code := whole[:size]; size < len(whole)-len(unfolded)-2 { // what follows is the last section
			tests["cut short at "+string(rune('a'+size/7))] = code
		}
	}
	for name, module := range tests {
		t.Run(name, func(t *testing.T) {
			before := bytes.Clone(module)
			if got, err := fold(module); err == nil && got.now > 0 {
				t.Errorf("folded %d places, want an error", got.now)
			}
			if !bytes.Equal(module, before) {
				t.Error("the module changed")
			}
		})
	}
}

func FuzzFold(f *testing.F) {
	f.Add(moduleOf(join(unfolded, product, end)))
	f.Fuzz(func(t *testing.T, module []byte) {
		before := bytes.Clone(module)
		if _, err := fold(module); err != nil && !bytes.Equal(module, before) {
			t.Error("an error, but the module changed")
		}
		if len(module) != len(before) {
			t.Error("the length changed")
		}
	})
}
