// Package gradcheck holds the analytic gradient of the cost against differences
// of the cost itself, in float64, over every one of the 30,730 parameters.
//
// For each parameter θ it takes gonum's finite difference (diff/fd), as a rule
// the centred one,
//
//	(J(θ+h) − J(θ−h)) / 2h
//
// where every cost is that of the whole batch. A full forward pass for each
// would take minutes. But a change of one weight W[k][d] changes one logit of an
// image, s_k, by the change times x_d, and a bias the same with x = 1. So each
// image's exp(s_j) of the other classes are summed once, and a cost takes one
// exp and one log an image:
//
//	lossᵢ = log(Σ_{j≠k} exp(sᵢⱼ−mᵢ) + exp(sᵢₖ−mᵢ)) + mᵢ − sᵢ[yᵢ],  mᵢ = max_j sᵢⱼ
//
// It is the same cost to the last bits; nothing of the derivative goes into it. The
// other losses of package loss are taken apart in the same way. The hinge has kinks:
// where one lies between θ−h and θ+h, the difference is a mean of two slopes.
//
// Differences lose digits: J is about 2.3, so h = 1e-5 leaves some ten of its
// sixteen. Costs are therefore taken relative to the cost at the weights
// themselves, image by image before they are summed: that takes the same number
// from J(θ+h) and from J(θ−h), and spares the difference the rounding of the
// sum. Options.WholeCost does without, as the course's code does; its errors
// are the published ones, some 5 to 40 times larger.
package gradcheck
