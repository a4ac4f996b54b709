// Package engine is the root of the training engine. It holds no code; it defines
// the symbols and the words of all packages below.
//
// # Symbols
//
//	D = 3072      inputs of an image: 32×32 pixels, three channels
//	K = 10        classes; other data can have 2 to 20
//	n             images of a split, or of a minibatch
//	X             n×D, one image per row, each input standardized
//	y             n class indices; Y is n×K, their one-hot form
//	W             K×D, the weights, one class per row
//	b             K, the bias
//	S = XWᵀ + b   n×K, the logits
//	P             n×K, softmax of each row of S
//	G = P − Y     n×K, the gradient of the loss with respect to the logits, times n
//	λ, η          the penalty factor (L2) and the learning rate
//
// The course has images as columns and s = Wx + b; here each image is a row.
//
// # Definitions
//
//	loss  = −(1/n) Σᵢ log P[i, yᵢ]     mean cross-entropy
//	J     = loss + λ Σ W²              the cost; no ½, and b is not penalised
//	∂J/∂W = (1/n) GᵀX + 2λW
//	∂J/∂b = (1/n) Gᵀ1
//	W ← W − η ∂J/∂W,  b ← b − η ∂J/∂b  a step, on one minibatch
//
// W and b start as N(0, 0.01²). Each of the D inputs is standardized with the
// training split's mean and standard deviation, in all three splits. Minibatches
// go through the training split in file order unless shuffling is on.
//
// # Words
//
// One word for each thing, in both languages:
//
//	report      the published report that the page re-creates; settings A–D are its four,
//	            and the Report tab trains them
//	summary     the exported file about all runs: tables, figures and pictures
//	run         one training, from its initial weights on; the list has all of them
//	team        the runs that train side by side; crew: the workers beside the first
//	look        a pass over a whole split for figures, between two slices of training
//	view        the program that draws; canvas is the element that it draws on. Its two
//	            builds are canvas (WebGL) and canvas2d
//	scene       what the page wants drawn: panels, classes, theme
//	drawing     the result of a scene: a list of shapes, the same for screen, SVG and
//	            goldens
//	frame       numbers that a worker or the page sends to the view; the browser's own are
//	            animation frames
//	room        bytes of memory that images may still take; on the screen it is space
//	colour      spelt with u, except in names of CSS and of Go's packages
//	feature     a folder of web/js: what a visitor calls by one name
//
// # Map
//
// Data flows down this list, and a package imports only what stands above it.
//
//	phrase      texts for the visitor: a code, its values, and the English
//	refusal     errors for the visitor, as such texts
//	loss        the losses a network can be trained with
//	figures     how numbers are rounded and written
//	cifar10     shards, splits, roles, standardization; in cifar10/reader, a
//	            reader for each form that files come in
//	sample      the default data: ten classes drawn by program
//	softmax     the classifier in float32, with its kernels
//	reference   the same mathematics in float64 on gonum/mat: the oracle
//	gradcheck   analytic against numeric gradients
//	train       hyperparameters, minibatches, the trainer and its history
//	theory      curvature, ensembles, classifiers in closed form
//	experiment  the report's settings and its published figures
//	protocol    commands and events between the page and the worker
//	npz         a trained network as NumPy arrays, written and read
//
// Nothing here depends on JavaScript or Ebitengine.
package engine
