package pickle

import (
	"bytes"
	"errors"
	"math"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// Each pickle is what Python's own pickler writes for the value.
func TestDecode(t *testing.T) {
	tests := []struct {
		pickle string
		want   any
	}{
		{"\x80\x02N.", nil},
		{"\x80\x02\x88.", true},
		{"\x80\x02\x89.", false},
		{"\x80\x02K\xff.", int64(255)},
		{"\x80\x02M\xff\xff.", int64(65535)},
		{"\x80\x02J\xff\xff\xff\xff.", int64(-1)},
		{"\x80\x02\x8a\x05\x00\x00\x00\x00\xff.", int64(-1 << 32)},
		{"\x80\x02\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80.", int64(math.MinInt64)},
		{"\x80\x02\x8a\x00.", int64(0)},
		{"\x80\x02G\x3f\xf8\x00\x00\x00\x00\x00\x00.", 1.5},
		{"\x80\x02U\x02ab.", Bytes("ab")},
		{"\x80\x03C\x02ab.", Bytes("ab")},
		{"\x80\x02X\x03\x00\x00\x00\xe2\x82\xac.", Text("€")},
		{"\x80\x02).", Tuple{}},
		{"\x80\x02K\x01K\x02\x86.", Tuple{int64(1), int64(2)}},
		{"\x80\x02(K\x01K\x02K\x03K\x04t.", Tuple{int64(1), int64(2), int64(3), int64(4)}},
		{"\x80\x02]q\x00(K\x01K\x02e.", &List{[]any{int64(1), int64(2)}}},
		{"\x80\x02]q\x00K\x01a.", &List{[]any{int64(1)}}},
		{
			"\x80\x04\x95\x0f\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94h\x01u.",
			Dict{"a": int64(1), "b": Text("a")},
		},
		{"\x80\x02}U\x01aK\x01s.", Dict{"a": int64(1)}},
		{"\x80\x02c_codecs\nencode\nX\x03\x00\x00\x00\xc3\xbfaX\x06\x00\x00\x00latin1\x86R.", Bytes("\xffa")},
		{"\x80\x02K\x01K\x020.", int64(1)},
	}
	for _, test := range tests {
		for _, size := range []int64{-1, int64(len(test.pickle))} {
			got, err := Decode(strings.NewReader(test.pickle), size, 1000, nil)
			if err != nil || !reflect.DeepEqual(got, test.want) {
				t.Errorf("%q gives %#v and error %v, want %#v", test.pickle, got, err, test.want)
			}
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct {
		pickle string
		want   error
	}{
		{"", ErrTruncated},
		{"\x80", ErrTruncated},
		{"\x80\x02", ErrTruncated},
		{"\x80\x02U\x05ab", ErrTruncated},
		{"I1", ErrTruncated},
		{"Ione\n.", ErrDamaged},
		{"S'a\n.", ErrDamaged},
		{"S'\\q'\n.", ErrDamaged},
		{"V\\u12\n.", ErrDamaged},
		{"pzero\n.", ErrDamaged},
		{"ctorch\nLongStorage\nQ.", ErrDamaged}, // a persistent id that is no tuple
		{"\x80\x02\x81.", ErrDamaged},           // NEWOBJ makes any object
		{"\x80\x02Q.", ErrDamaged},              // BINPERSID
		{"\x80\x02\x82\x01.", ErrDamaged},       // EXT1
		{"\x80\x05\x97.", ErrDamaged},           // NEXT_BUFFER
		{"\x80\x02K\x01K\x01R.", ErrDamaged},    // calls a number
		{"\x80\x02cnumpy\nndarray\n)R.", ErrDamaged},
		{"\x80\x02cnumpy\ndtype\n)R.", ErrDamaged},
		{"\x80\x02K\x01)b.", ErrDamaged},
		{"\x80\x02(K\x01\x86.", ErrDamaged}, // takes from below the mark
		{"\x80\x02e.", ErrDamaged},
		{"\x80\x02K\x01(e.", ErrDamaged},
		{"\x80\x02}]K\x01s.", ErrDamaged},
		{"\x80\x02}(U\x01au.", ErrDamaged},
		{"\x80\x02}B\x01\x04\x00\x00" + strings.Repeat("k", 1025) + "Ns.", ErrDamaged}, // a key to copy
		{"\x80\x02\x8a\x09.", ErrDamaged},
		{"\x80\x02T\xff\xff\xff\xff", ErrTooLarge},
		{"\x80\x02X\xd1\x07\x00\x00", ErrTooLarge},
	}
	for _, test := range tests {
		value, err := Decode(strings.NewReader(test.pickle), -1, 2000, nil)
		if !errors.Is(err, test.want) || value != nil {
			t.Errorf("%q gives %v and error %v, want %v", test.pickle, value, err, test.want)
		}
	}
}

// FuzzDecode runs programs of a few operations, where ReadPickle's target
// spends its time on pixels.
func FuzzDecode(f *testing.F) {
	array := "cnumpy.core.multiarray\n_reconstruct\nq\x00cnumpy\nndarray\nK\x00\x85U\x01b\x87R(K\x01K\x02K\x03\x86cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89U\x06abcdeftb"
	f.Add([]byte("\x80\x02"+array+"."), true)
	f.Add([]byte("\x80\x02}(U\x04data"+array+"U\x06labels](K\x01K\x02eu."), false)
	f.Add(
		[]byte(
			"\x80\x04\x8c\x12numpy.core.numeric\x8c\x0b_frombuffer\x93\x96\x06\x00\x00\x00\x00\x00\x00\x00abcdef\x8c\x05numpy\x8c\x05dtype\x93\x8c\x02u1\x89\x88\x87RK\x06\x85\x8c\x01C\x94t\x86R.",
		),
		true,
	)
	f.Add([]byte("\x80\x02c_codecs\nencode\nX\x02\x00\x00\x00\xc3\xbfX\x06\x00\x00\x00latin1\x86R."), true)
	f.Add([]byte("\x80\x02cnumpy.core.multiarray\nscalar\ncnumpy\ndtype\nU\x02i8\x85RC\x08abcdefgh\x86R."), true)
	f.Fuzz(func(t *testing.T, pickle []byte, sized bool) {
		const limit = 1 << 16
		size := int64(-1)
		if sized {
			size = int64(len(pickle))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		value, err := Decode(bytes.NewReader(pickle), size, limit, nil)
		runtime.ReadMemStats(&after)
		// The buffer, strings while they grow, and what a byte can make.
		most := uint64(1<<17 + 4*limit + 1000*len(pickle))
		if n := after.TotalAlloc - before.TotalAlloc; n > most {
			t.Errorf("%d bytes were allocated; at most %d are allowed", n, most)
		}
		if err == nil {
			Integers(value, 1000)
			String(value)
		}
	})
}
