package scene

import (
	"cmp"
	"slices"
)

// spread moves labels apart, each as little as needed, until their middles are at
// least height apart and all are between top and bottom. It sorts them from top
// to bottom and drops the last ones if there is no space.
func spread(labels []label, height, top, bottom float64) []label {
	slices.SortStableFunc(labels, func(a, b label) int { return cmp.Compare(a.y, b.y) })
	space := max(1, int((bottom-top)/height))
	if len(labels) > space {
		labels = labels[:space]
	}
	type cluster struct {
		first, count int
		y            float64 // of its first label
	}
	var clusters []cluster
	place := func(c cluster) cluster {
		sum := 0.0
		for i := range c.count {
			sum += labels[c.first+i].y - float64(i)*height
		}
		highest, lowest := top+height/2, bottom-height/2-float64(c.count-1)*height
		c.y = max(highest, min(sum/float64(c.count), lowest))
		return c
	}
	for i := range labels {
		c := place(cluster{first: i, count: 1})
		for len(clusters) > 0 {
			above := clusters[len(clusters)-1]
			if above.y+float64(above.count)*height <= c.y {
				break
			}
			clusters = clusters[:len(clusters)-1]
			c = place(cluster{first: above.first, count: above.count + c.count})
		}
		clusters = append(clusters, c)
	}
	for _, c := range clusters {
		for i := range c.count {
			labels[c.first+i].y = c.y + float64(i)*height
		}
	}
	return labels
}
