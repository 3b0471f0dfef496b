// Jonker and Volgenant (1987) for dense square matrices of whole numbers: column reduction, reduction transfer, augmenting
// row reduction twice, then shortest augmenting paths. Reads the same file as the others; prints milliseconds and total.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <vector>

using Cost = int32_t;

struct Assignment {
  int n;
  const Cost *costs;
  std::vector<Cost> price, distance;
  std::vector<int> columnOf, rowOf, from, order, waiting;

  Assignment(int size, const Cost *matrix) : n(size), costs(matrix), price(size), distance(size), columnOf(size, -1),
                                             rowOf(size, -1), from(size), order(size) {}

  const Cost *row(int i) const { return costs + static_cast<size_t>(i) * n; }

  void reduceColumns() {
    std::fill(price.begin(), price.end(), std::numeric_limits<Cost>::max() / 4);
    std::vector<int> cheapest(n, 0), count(n, 0);
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        if (row(i)[j] < price[j]) { price[j] = row(i)[j]; cheapest[j] = i; }
    for (int j = n - 1; j >= 0; j--)
      if (++count[cheapest[j]] == 1) { columnOf[cheapest[j]] = j; rowOf[j] = cheapest[j]; }
    for (int i = 0; i < n; i++) {
      if (count[i] == 0) waiting.push_back(i);
      if (count[i] != 1) continue;
      Cost least = std::numeric_limits<Cost>::max();
      for (int j = 0; j < n; j++)
        if (j != columnOf[i]) least = std::min(least, row(i)[j] - price[j]);
      if (n > 1) price[columnOf[i]] -= least;
    }
  }

  void reduceRows() {
    std::vector<int> queue;
    queue.swap(waiting);
    long budget = 20L * n;
    for (size_t k = 0; k < queue.size();) {
      const int i = queue[k++];
      Cost first = std::numeric_limits<Cost>::max(), second = first;
      int best = -1, other = -1;
      for (int j = 0; j < n; j++) {
        const Cost reduced = row(i)[j] - price[j];
        if (reduced >= second) continue;
        if (reduced < first) { second = first; other = best; first = reduced; best = j; }
        else { second = reduced; other = j; }
      }
      int held = rowOf[best];
      const bool lowers = first < second;
      if (lowers && other >= 0) price[best] -= second - first;
      else if (held >= 0 && other >= 0) { best = other; held = rowOf[best]; }
      columnOf[i] = best;
      rowOf[best] = i;
      if (held < 0) continue;
      columnOf[held] = -1;
      if (lowers && --budget > 0) queue[--k] = held;
      else waiting.push_back(held);
    }
  }

  void augment(int root) {
    for (int j = 0; j < n; j++) { distance[j] = row(root)[j] - price[j]; from[j] = root; order[j] = j; }
    int low = 0, up = 0, last = 0, end = -1;
    Cost least = 0;
    while (end < 0) {
      if (low == up) {
        last = low;
        least = distance[order[up++]];
        for (int k = up; k < n; k++) {
          const int j = order[k];
          if (distance[j] > least) continue;
          if (distance[j] < least) { up = low; least = distance[j]; }
          order[k] = order[up];
          order[up++] = j;
        }
        for (int k = low; k < up && end < 0; k++)
          if (rowOf[order[k]] < 0) end = order[k];
      }
      if (end >= 0) break;
      const int column = order[low++], i = rowOf[column];
      const Cost base = row(i)[column] - price[column] - least;
      for (int k = up; k < n; k++) {
        const int j = order[k];
        const Cost reach = row(i)[j] - price[j] - base;
        if (reach >= distance[j]) continue;
        from[j] = i;
        distance[j] = reach;
        if (reach != least) continue;
        if (rowOf[j] < 0) { end = j; break; }
        order[k] = order[up];
        order[up++] = j;
      }
    }
    for (int k = 0; k < last; k++) price[order[k]] += distance[order[k]] - least;
    for (int j = end;;) {
      const int i = from[j];
      rowOf[j] = i;
      std::swap(j, columnOf[i]);
      if (i == root) break;
    }
  }

  void solve() {
    reduceColumns();
    reduceRows();
    reduceRows();
    const std::vector<int> roots = waiting;
    for (int root : roots) augment(root);
  }
};

int main(int, char **arguments) {
  FILE *file = fopen(arguments[1], "rb");
  int32_t size[2];
  if (!file || fread(size, 4, 2, file) != 2 || size[0] != size[1]) return 1;
  const int n = size[0];
  std::vector<int32_t> places(n), scores(static_cast<size_t>(n) * n);
  if (fread(places.data(), 4, n, file) != places.size()) return 1;
  if (fread(scores.data(), 4, scores.size(), file) != scores.size()) return 1;
  const int32_t most = *std::max_element(scores.begin(), scores.end());
  std::vector<Cost> costs(scores.size());
  for (size_t k = 0; k < scores.size(); k++) costs[k] = most - scores[k];
  const auto start = std::chrono::steady_clock::now();
  Assignment assignment(n, costs.data());
  assignment.solve();
  const double spent = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  long long total = 0;
  for (int i = 0; i < n; i++) total += scores[static_cast<size_t>(i) * n + assignment.columnOf[i]];
  printf("%f %lld\n", spent, total);
}
