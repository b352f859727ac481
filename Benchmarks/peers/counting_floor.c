/* The floor: counts for every item how many of its buyers bought each other item, and nothing
   else. Gustavson's row-by-row product, one dense accumulator per thread, items fetched one by one.
   Reads the matrix that `bench matrix` wrote; counts once for each line `build` on stdin. */

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int64_t customers, items, entries;
static int64_t *offsets;   /* by customer */
static int32_t *numbers;   /* items of a customer */
static int64_t *rows;      /* by item */
static int32_t *buyers;    /* customers of an item */
static _Atomic int64_t next_item;
static _Atomic uint64_t checksum;

static void *count(void *unused) {
  uint32_t *counts = calloc(items, sizeof *counts);
  int32_t *touched = malloc(items * sizeof *touched);
  uint64_t sum = 0;
  for (;;) {
    int64_t item = items - 1 - atomic_fetch_add(&next_item, 1);
    if (item < 0) break;
    int64_t kinds = 0;
    for (int64_t row = rows[item]; row < rows[item + 1]; row++) {
      int32_t customer = buyers[row];
      for (int64_t place = offsets[customer]; place < offsets[customer + 1]; place++) {
        int32_t other = numbers[place];
        if (counts[other]++ == 0) touched[kinds++] = other;
      }
    }
    for (int64_t kind = 0; kind < kinds; kind++) {
      sum += (uint64_t)counts[touched[kind]] * (uint64_t)(touched[kind] + 1);
      counts[touched[kind]] = 0;
    }
  }
  checksum += sum;
  free(counts);
  free(touched);
  return unused;
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

static void transpose(void) {
  rows = calloc(items + 1, sizeof *rows);
  buyers = malloc(entries * sizeof *buyers);
  for (int64_t entry = 0; entry < entries; entry++) rows[numbers[entry] + 1]++;
  for (int64_t item = 0; item < items; item++) rows[item + 1] += rows[item];
  int64_t *free_place = malloc(items * sizeof *free_place);
  memcpy(free_place, rows, items * sizeof *free_place);
  for (int64_t customer = 0; customer < customers; customer++)
    for (int64_t place = offsets[customer]; place < offsets[customer + 1]; place++)
      buyers[free_place[numbers[place]]++] = (int32_t)customer;
  free(free_place);
}

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: counting_floor MATRIX THREADS\n"), 2;
  FILE *file = fopen(argv[1], "rb");
  int threads = atoi(argv[2]);
  int64_t sizes[3];
  if (!file || fread(sizes, 8, 3, file) != 3) return perror(argv[1]), 1;
  customers = sizes[0], items = sizes[1], entries = sizes[2];
  offsets = malloc((customers + 1) * 8);
  numbers = malloc(entries * 4);
  if (fread(offsets, 8, customers + 1, file) != (size_t)customers + 1) return 1;
  if (fread(numbers, 4, entries, file) != (size_t)entries) return 1;
  fclose(file);
  printf("{\"ready\":1}\n");
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin) && strcmp(line, "build\n") == 0) {
    double start = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
    next_item = 0, checksum = 0;
    transpose();
    pthread_t workers[64];
    for (int worker = 0; worker < threads; worker++)
      pthread_create(&workers[worker], NULL, count, NULL);
    for (int worker = 0; worker < threads; worker++) pthread_join(workers[worker], NULL);
    printf("{\"seconds\":%.6f,\"cpu_seconds\":%.6f,\"checksum\":%llu}\n",
           now(CLOCK_MONOTONIC) - start, now(CLOCK_PROCESS_CPUTIME_ID) - cpu,
           (unsigned long long)checksum);
    fflush(stdout);
    free(rows);
    free(buyers);
  }
  return 0;
}
