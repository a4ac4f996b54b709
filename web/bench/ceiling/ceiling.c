// The ceiling of the bench: the same epoch as engine/softmax, hand-written for
// wasm SIMD128, to show how fast a browser can run it. Not part of the page.
//
//   x [D/TILE][n][TILE]  inputs, float32, standardized
//   w [D/4][K][4]        weights
//   g [n][K][4]          gradient of the logits, each value four times
//
// n must be a multiple of 4: the bench's minibatches are.
#include <stdint.h>
#include <wasm_simd128.h>

#define D 3072
#define K 10
#define TILE 256
#define MAX_BATCH 128
#define UNROLL 2
#define EXPORT(name) __attribute__((export_name(#name)))

typedef v128_t vec;

// From JavaScript: Math.log, used once an image.
__attribute__((import_module("env"), import_name("log"))) double js_log(double);

extern uint8_t __heap_base;

static float scale[D], shift[D]; // 1/std and −mean/std
static float w[D / 4][K][4];
static float bias[K];
static float x[D / TILE][MAX_BATCH][TILE];
static float sum[MAX_BATCH][K][4];
static float s[MAX_BATCH / 4][K][4], p[MAX_BATCH / 4][K][4]; // four images side by side
static float largest[MAX_BATCH], total[MAX_BATCH];
static float g[MAX_BATCH][K][4];

EXPORT(scale) float *get_scale(void) { return scale; }
EXPORT(shift) float *get_shift(void) { return shift; }
EXPORT(weights) float *get_weights(void) { return &w[0][0][0]; }
EXPORT(bias) float *get_bias(void) { return bias; }
EXPORT(heap) uint8_t *get_heap(void) { return &__heap_base; }

static inline vec load(const float *at) { return wasm_v128_load(at); }
static inline void store(float *at, vec v) { wasm_v128_store(at, v); }
static inline vec mul(vec a, vec b) { return wasm_f32x4_mul(a, b); }
static inline vec add(vec a, vec b) { return wasm_f32x4_add(a, b); }

// convert turns whole numbers into float32. The empty asm hides where they come
// from: clang 14 would convert widened bytes lane by lane.
static inline vec convert(vec v) {
  __asm__("" : "+r"(v));
  return wasm_f32x4_convert_i32x4(v);
}

// fill standardizes n images of D bytes each, two at a time.
static void fill(const uint8_t *pixels, int n) {
  for (int t = 0; t < D / TILE; t++) {
    for (int i = 0; i < n; i += 2) {
      const uint8_t *from = pixels + i * D + t * TILE;
      const float *a = scale + t * TILE, *b = shift + t * TILE;
      float *to = x[t][i];
      for (int d = 0; d < TILE; d += 8) {
        vec a0 = load(a + d), a1 = load(a + d + 4), b0 = load(b + d), b1 = load(b + d + 4);
        vec u = wasm_u16x8_load8x8(from + d), v = wasm_u16x8_load8x8(from + D + d);
        store(to + d, add(mul(convert(wasm_u32x4_extend_low_u16x8(u)), a0), b0));
        store(to + d + 4, add(mul(convert(wasm_u32x4_extend_high_u16x8(u)), a1), b1));
        store(to + TILE + d, add(mul(convert(wasm_u32x4_extend_low_u16x8(v)), a0), b0));
        store(to + TILE + d + 4, add(mul(convert(wasm_u32x4_extend_high_u16x8(v)), a1), b1));
      }
    }
  }
}

// forward_block adds a tile's share of the logits of 2 images and 5 classes.
static void forward_block(const float *xi, const float *wk, float *out) {
  vec a[5], b[5];
  for (int k = 0; k < 5; k++) a[k] = load(out + 4 * k), b[k] = load(out + 4 * (K + k));
#pragma clang loop unroll(disable)
  for (const float *end = xi + TILE; xi != end; xi += 4 * UNROLL, wk += 4 * UNROLL * K) {
#pragma clang loop unroll(full)
    for (int u = 0; u < UNROLL; u++) {
      vec xa = load(xi + 4 * u), xb = load(xi + 4 * u + TILE);
#pragma clang loop unroll(full)
      for (int k = 0; k < 5; k++) {
        vec wv = load(wk + 4 * (u * K + k));
        a[k] = add(a[k], mul(xa, wv));
        b[k] = add(b[k], mul(xb, wv));
      }
    }
  }
  for (int k = 0; k < 5; k++) store(out + 4 * k, a[k]), store(out + 4 * (K + k), b[k]);
}

// exp4 is e^v for v ≤ 0: 2^n times a polynomial of the rest.
static inline vec exp4(vec v) {
  v = wasm_f32x4_max(v, wasm_f32x4_splat(-87.0f));
  vec n = wasm_f32x4_nearest(mul(v, wasm_f32x4_splat(1.44269504f)));
  vec r = wasm_f32x4_sub(v, mul(n, wasm_f32x4_splat(0.693359375f)));
  r = wasm_f32x4_sub(r, mul(n, wasm_f32x4_splat(-2.12194440e-4f)));
  vec e = wasm_f32x4_splat(1.9875691500e-4f);
  e = add(mul(e, r), wasm_f32x4_splat(1.3981999507e-3f));
  e = add(mul(e, r), wasm_f32x4_splat(8.3334519073e-3f));
  e = add(mul(e, r), wasm_f32x4_splat(4.1665795894e-2f));
  e = add(mul(e, r), wasm_f32x4_splat(1.6666665459e-1f));
  e = add(mul(e, r), wasm_f32x4_splat(5.0000001201e-1f));
  e = add(add(mul(e, mul(r, r)), r), wasm_f32x4_splat(1.0f));
  vec power = wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(n), wasm_i32x4_splat(127)), 23);
  return mul(e, power);
}

static inline float horizontal(const float *v) { return (v[0] + v[1]) + (v[2] + v[3]); }

// forward leaves logits and probabilities and returns the summed loss.
static double forward(const uint8_t *labels, int n) {
  __builtin_memset(sum, 0, sizeof sum);
  for (int t = 0; t < D / TILE; t++) {
    for (int i = 0; i < n; i += 2) {
      forward_block(x[t][i], w[t * TILE / 4][0], sum[i][0]);
      forward_block(x[t][i], w[t * TILE / 4][5], sum[i][5]);
    }
  }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < K; k++) s[i / 4][k][i % 4] = horizontal(sum[i][k]) + bias[k];
  for (int q = 0; q < n / 4; q++) {
    vec m = load(s[q][0]), all = wasm_f32x4_splat(0);
    for (int k = 1; k < K; k++) m = wasm_f32x4_max(m, load(s[q][k]));
    for (int k = 0; k < K; k++) {
      vec e = exp4(wasm_f32x4_sub(load(s[q][k]), m));
      store(p[q][k], e);
      all = add(all, e);
    }
    for (int k = 0; k < K; k++) store(p[q][k], wasm_f32x4_div(load(p[q][k]), all));
    store(largest + 4 * q, m);
    store(total + 4 * q, all);
  }
  double loss = 0;
  for (int i = 0; i < n; i++)
    loss += js_log(total[i]) - ((double)s[i / 4][labels[i]][i % 4] - largest[i]);
  return loss;
}

// backward_block updates the weights of 8 inputs and 5 classes.
static void backward_block(float *wk, const float *xd, const float *gk, float decay, int n) {
  vec a[5], b[5];
  for (int k = 0; k < 5; k++) a[k] = b[k] = wasm_f32x4_splat(0);
#pragma clang loop unroll(disable)
  for (const float *end = xd + n * TILE; xd != end; xd += UNROLL * TILE, gk += 4 * UNROLL * K) {
#pragma clang loop unroll(full)
    for (int u = 0; u < UNROLL; u++) {
      vec xa = load(xd + u * TILE), xb = load(xd + u * TILE + 4);
#pragma clang loop unroll(full)
      for (int k = 0; k < 5; k++) {
        vec gv = load(gk + 4 * (u * K + k));
        a[k] = add(a[k], mul(xa, gv));
        b[k] = add(b[k], mul(xb, gv));
      }
    }
  }
  vec dv = wasm_f32x4_splat(decay);
  for (int k = 0; k < 5; k++) {
    store(wk + 4 * k, add(mul(dv, load(wk + 4 * k)), a[k]));
    store(wk + 4 * (K + k), add(mul(dv, load(wk + 4 * (K + k))), b[k]));
  }
}

static void backward(const uint8_t *labels, int n, float rate, float l2) {
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < K; k++) {
      float v = -rate / n * (p[i / 4][k][i % 4] - (labels[i] == k));
      store(g[i][k], wasm_f32x4_splat(v));
      bias[k] += v;
    }
  }
  float decay = 1 - 2 * rate * l2;
  for (int t = 0; t < D / TILE; t++) {
    for (int d = 0; d < TILE; d += 8) {
      float *wd = w[(t * TILE + d) / 4][0];
      backward_block(wd, x[t][0] + d, g[0][0], decay, n);
      backward_block(wd + 20, x[t][0] + d, g[0][5], decay, n);
    }
  }
}

// epoch makes one pass of updates over the images, in order, and returns the
// mean loss of its minibatches before their updates.
EXPORT(epoch) double epoch(const uint8_t *pixels, const uint8_t *labels, int images, int batch, float rate, float l2) {
  double loss = 0;
  for (int i = 0; i < images; i += batch) {
    fill(pixels + i * D, batch);
    loss += forward(labels + i, batch);
    backward(labels + i, batch, rate, l2);
  }
  return loss / images;
}

// evaluate returns the mean loss of the images; correct() then tells how many
// have their largest logit at their label.
static int hits;
EXPORT(correct) int get_correct(void) { return hits; }
EXPORT(evaluate) double evaluate(const uint8_t *pixels, const uint8_t *labels, int images, int batch) {
  double loss = 0;
  hits = 0;
  for (int i = 0; i < images; i += batch) {
    fill(pixels + i * D, batch);
    loss += forward(labels + i, batch);
    for (int j = 0; j < batch; j++) {
      int k = 0;
      while (k < K - 1 && s[j / 4][k][j % 4] != largest[j]) k++;
      hits += k == labels[i + j];
    }
  }
  return loss / images;
}
