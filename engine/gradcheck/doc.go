// Package gradcheck compares the analytic gradient of the cost with differences
// of the cost itself, in float64, over all 30,730 parameters.
//
// For each parameter θ it takes gonum's finite difference (diff/fd), as a rule
// the centred one,
//
//	(J(θ+h) − J(θ−h)) / 2h
//
// where every cost is that of the whole batch. A full forward pass for each would
// take minutes. But a change of one weight W[k][d] changes one logit of an image,
// s_k, by the change times x_d, and a bias the same with x = 1. So the exp(s_j)
// of each image's other classes are summed once, and a cost takes one exp and one
// log per image:
//
//	lossᵢ = log(Σ_{j≠k} exp(sᵢⱼ−mᵢ) + exp(sᵢₖ−mᵢ)) + mᵢ − sᵢ[yᵢ],  mᵢ = max_j sᵢⱼ
//
// It is the same cost to the last bits; it uses nothing of the derivative. The other
// losses of package loss are split in the same way. The hinge has kinks: where one
// lies between θ−h and θ+h, the difference is a mean of two slopes.
//
// Differences lose digits: J is about 2.3, so h = 1e-5 leaves some ten of its
// sixteen. Costs are therefore taken relative to the cost at the weights
// themselves, image by image before they are summed: that subtracts the same
// number from J(θ+h) and from J(θ−h), and saves the difference the rounding of
// the sum. Options.WholeCost does without, as the course's code does; its errors
// are then the published ones, some 5 to 40 times larger.
package gradcheck
