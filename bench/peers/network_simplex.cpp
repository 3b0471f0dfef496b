// LEMON's network simplex on a sparse file: rows, columns, pairs per row; places; columns and scores of the pairs. A row
// may stay alone at a penalty far above any score. Prints milliseconds, total, and memory in megabytes.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>
#include <vector>

using lemon::SmartDigraph;
using Whole = long long;

int main(int, char **arguments) {
  FILE *file = fopen(arguments[1], "rb");
  int32_t size[3];
  if (!file || fread(size, 4, 3, file) != 3) return 1;
  const int rows = size[0], columns = size[1], perRow = size[2];
  std::vector<int32_t> places(columns), column(static_cast<size_t>(rows) * perRow), score(column.size());
  if (fread(places.data(), 4, places.size(), file) != places.size()) return 1;
  if (fread(column.data(), 4, column.size(), file) != column.size()) return 1;
  if (fread(score.data(), 4, score.size(), file) != score.size()) return 1;
  const Whole penalty = 10000000, most = 100000;

  SmartDigraph graph;
  std::vector<SmartDigraph::Node> mentee(rows), mentor(columns);
  for (auto &node : mentee) node = graph.addNode();
  for (auto &node : mentor) node = graph.addNode();
  const SmartDigraph::Node end = graph.addNode();
  std::vector<Whole> costs;
  std::vector<int> room;
  const auto arc = [&](SmartDigraph::Node a, SmartDigraph::Node b, Whole cost, int capacity) {
    graph.addArc(a, b);
    costs.push_back(cost);
    room.push_back(capacity);
  };
  for (int i = 0; i < rows; i++) {
    for (int k = i * perRow; k < (i + 1) * perRow; k++) arc(mentee[i], mentor[column[k]], most - score[k], 1);
    arc(mentee[i], end, penalty, 1);
  }
  for (int j = 0; j < columns; j++) arc(mentor[j], end, 0, places[j]);
  SmartDigraph::ArcMap<Whole> cost(graph);
  SmartDigraph::ArcMap<int> capacity(graph);
  for (size_t a = 0; a < costs.size(); a++) {
    cost[graph.arcFromId(static_cast<int>(a))] = costs[a];
    capacity[graph.arcFromId(static_cast<int>(a))] = room[a];
  }
  SmartDigraph::NodeMap<int> supply(graph, 0);
  for (auto node : mentee) supply[node] = 1;
  supply[end] = -rows;
  // Building the graph is not counted.
  const auto start = std::chrono::steady_clock::now();
  lemon::NetworkSimplex<SmartDigraph, int, Whole> simplex(graph);
  simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
  simplex.run();
  const double spent = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();

  Whole alone = 0;
  for (int i = 0; i < rows; i++) alone += simplex.flow(graph.arcFromId(i * (perRow + 1) + perRow));
  const Whole total = (rows - alone) * most - (simplex.totalCost<Whole>() - alone * penalty);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("%f %lld %ld\n", spent, total, usage.ru_maxrss / 1024);
}
