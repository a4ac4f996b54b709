package scene

import (
	"image/color"
	"math"
)

// Colours of a cost's two parts, from Okabe and Ito's palette.
var (
	lossInk    = color.NRGBA{R: 0x56, G: 0xb4, B: 0xe9, A: 255}
	penaltyInk = color.NRGBA{R: 0xe6, G: 0x9f, B: 0x00, A: 255}
)

// costAndItsLoss returns the lines of a stack: the cost over one of its parts.
func costAndItsLoss(run string) []Series {
	return []Series{
		{Run: run, Metric: Cost, Split: Train, Color: penaltyInk, Label: "cost"},
		{Run: run, Metric: Loss, Split: Train, Color: lossInk, Label: "loss"},
	}
}

// drawStack fills the cross-entropy from 0 up, and λΣW² on top of it.
func (c *chart) drawStack() {
	cost, loss := c.panel.Series[0], c.panel.Series[1]
	c.fill(c.view.histories[loss.Run], faded(loss.Color, 2*areaShare), func(history History, i int) (float64, float64) {
		return history.Value(i, Loss, Train), c.y.Low
	})
	c.fillBetween(cost, loss, faded(cost.Color, 2*areaShare))
}

// collectPenaltyLabel names the area between the two lines by their difference.
func (c *chart) collectPenaltyLabel() {
	history := c.view.histories[c.panel.Run]
	cost, _, ok := end(history, Cost, Train, c.x, c.y)
	if !ok {
		return
	}
	loss, _, _ := end(history, Loss, Train, c.x, c.y)
	epoch := c.epoch
	if math.IsNaN(epoch) {
		epoch = history.Epoch(history.Len() - 1)
	}
	figure := "–"
	if value, found := history.At(epoch, Cost, Train); found {
		part, _ := history.At(epoch, Loss, Train)
		figure = c.words.number(formatFigure(value-part, Cost))
	}
	c.labels = append(c.labels, label{name: "λΣW²", value: figure, color: penaltyInk, y: (cost.Y + loss.Y) / 2})
}
