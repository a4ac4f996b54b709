package training

import (
	"testing"
	"time"
)

func TestTempoKeepsItsPace(t *testing.T) {
	start := time.Unix(0, 0)
	tempo := newTempo(5, 20, start)
	for step := range 10 {
		now := start.Add(time.Duration(step) * 10 * time.Millisecond)
		if rest := tempo.rest(now); rest != 0 {
			t.Fatalf("step %d has to wait for %v", step, rest)
		}
		tempo.step(now)
		if rest := tempo.rest(now); rest != 10*time.Millisecond {
			t.Fatalf("after step %d the rest is %v", step, rest)
		}
	}
}

func TestTempoMakesLittleGood(t *testing.T) {
	start := time.Unix(0, 0)
	tempo := newTempo(5, 20, start)
	late := start.Add(time.Minute)
	steps := 0
	for ; tempo.rest(late) == 0; steps++ {
		tempo.step(late)
	}
	if steps != 6 { // 50 ms behind, and the step that is due
		t.Errorf("%d steps at once after a minute's pause", steps)
	}
}

func TestNoTempoNeverRests(t *testing.T) {
	tempo := newTempo(0, 20, time.Now())
	for range 1000 {
		tempo.step(time.Unix(0, 0))
	}
	if tempo.rest(time.Unix(0, 0)) != 0 {
		t.Error("it rests")
	}
}
