# scipy.optimize.linear_sum_assignment on a dense file: rows and columns, places per column, scores. Prints milliseconds and total.
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

numbers = numpy.fromfile(sys.argv[1], dtype=numpy.int32)
rows, columns = numbers[:2]
places = numbers[2 : 2 + columns]
scores = numbers[2 + columns :].reshape(rows, columns)
# A column with several places is what it takes: as many equal columns. Making them is not counted.
costs = (scores.max() - numpy.repeat(scores, places, axis=1)).astype(numpy.float64)
start = time.perf_counter()
chosen = linear_sum_assignment(costs)
spent = 1000 * (time.perf_counter() - start)
print(spent, len(chosen[0]) * int(scores.max()) - int(costs[chosen].sum()))
