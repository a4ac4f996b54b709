// Command gonum is a contestant of the bench: gonum, compiled for this machine.
// It reads lines of JSON, {"do": "load"} and {"do": "round"}, and answers in
// lines.
//
//	gonum float32|float64 WORK
//
// WORK is the folder that web/bench/work_files.js writes.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	"gonum.org/v1/gonum/blas/gonum"
)

// contestant is a network in one of the two precisions.
type contestant interface {
	load(w *work)
	reset()
	epoch()
	evaluate() (train, validation metrics)
}

type metrics struct {
	Loss     float64 `json:"loss"`
	Cost     float64 `json:"cost"`
	Accuracy float64 `json:"accuracy"`
}

type round struct {
	Epoch      float64 `json:"epoch"` // milliseconds
	Evaluation float64 `json:"evaluation"`
	Train      metrics `json:"train"`
	Validation metrics `json:"validation"`
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: gonum float32|float64 WORK")
	}
	contestants := map[string]contestant{
		"float32": &network[float32]{multiply: gonum.Implementation{}.Sgemm},
		"float64": &network[float64]{multiply: gonum.Implementation{}.Dgemm},
	}
	c, ok := contestants[os.Args[1]]
	if !ok {
		log.Fatalf("gonum: %s is neither float32 nor float64", os.Args[1])
	}
	if err := serve(c, os.Args[2]); err != nil {
		log.Fatal("gonum: ", err)
	}
}

// serve answers the lines, one after the other.
func serve(c contestant, folder string) error {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var message struct {
			Do     string
			Images int
		}
		if err := json.Unmarshal(lines.Bytes(), &message); err != nil {
			return err
		}
		var answer any = struct{}{}
		if message.Do == "load" {
			w, err := readWork(folder, message.Images)
			if err != nil {
				return err
			}
			c.load(w)
		} else {
			answer = timed(c)
		}
		line, err := json.Marshal(answer)
		if err != nil {
			return err
		}
		fmt.Println(string(line))
	}
	return lines.Err()
}

func timed(c contestant) round {
	c.reset()
	start := time.Now()
	c.epoch()
	middle := time.Now()
	train, validation := c.evaluate()
	return round{
		Epoch: middle.Sub(start).Seconds() * 1e3, Evaluation: time.Since(middle).Seconds() * 1e3,
		Train: train, Validation: validation,
	}
}
