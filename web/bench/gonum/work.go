package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

const (
	dim     = 3072
	classes = 10
)

// work is the Work of web/bench/work.js.
type work struct {
	Batch        int
	LearningRate float64
	L2           float64

	images            int
	train, validation split
	weights           []float64 // K×D, row by row, then K biases
}

// split is n images, standardized, n×D, and their labels.
type split struct {
	x      []float64
	labels []int
}

func readWork(folder string, images int) (*work, error) {
	w := &work{images: images}
	settings, err := os.ReadFile(filepath.Join(folder, "settings.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(settings, w); err != nil {
		return nil, err
	}
	scale, err := readFloats(filepath.Join(folder, "scale.f64"), 8)
	if err != nil {
		return nil, err
	}
	if w.weights, err = readFloats(filepath.Join(folder, "weights.f32"), 4); err != nil {
		return nil, err
	}
	if w.train, err = readSplit(filepath.Join(folder, "train.bin"), images, scale); err != nil {
		return nil, err
	}
	w.validation, err = readSplit(filepath.Join(folder, "validation.bin"), images, scale)
	return w, err
}

// readFloats reads little-endian numbers of size bytes.
func readFloats(file string, size int) ([]float64, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	values := make([]float64, len(content)/size)
	for i := range values {
		at := content[i*size:]
		if size == 4 {
			values[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(at)))
		} else {
			values[i] = math.Float64frombits(binary.LittleEndian.Uint64(at))
		}
	}
	return values, nil
}

func readSplit(file string, images int, scale []float64) (split, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return split{}, err
	}
	if len(content) < images*(dim+1) {
		return split{}, fmt.Errorf("%s has fewer than %d images", file, images)
	}
	s := split{x: make([]float64, images*dim), labels: make([]int, images)}
	for i := range images {
		record := content[i*(dim+1):][:dim+1]
		s.labels[i] = int(record[0])
		for d, v := range record[1:] {
			s.x[i*dim+d] = float64(v)*scale[d] + scale[dim+d]
		}
	}
	return s, nil
}
