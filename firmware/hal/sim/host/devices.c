#include "devices.h"

#include <math.h>
#include <stdlib.h>

#include "fail.h"

struct cell {
    double position;     /* pulses on its branch */
    double stuck;        /* siemens; below 0: not stuck */
    uint32_t totals[2];
    bool rising;         /* which branch: that of the last pulse */
    bool formed;
};

static const struct options *options;
static struct cell *cells;
static uint64_t pulses[2];
static uint64_t random_state;

/* xorshift64*, Vigna, ACM Trans. Math. Softw. 42, 30 (2016); 0 < result < 1. */
static double uniform(void)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return ((double)(random_state * 2685821657736338717ull >> 11) + 0.5) / 9007199254740992.0;
}

/* Box and Muller, Ann. Math. Stat. 29, 610 (1958). */
static double gaussian(void)
{
    double radius = sqrt(-2 * log(uniform()));
    return radius * cos(6.283185307179586 * uniform());
}

static struct cell *cell_at(unsigned row, unsigned column) { return &cells[(size_t)row * options->columns + column]; }

void devices_begin(const struct options *chosen)
{
    options = chosen;
    size_t count = (size_t)options->rows * options->columns;
    cells = calloc(count, sizeof *cells);
    if (cells == NULL) fail("no memory for %zu cells", count);
    for (size_t i = 0; i < count; i++)
        cells[i] = (struct cell){ options->initial, -1, { 0, 0 }, true, options->forming_voltage == 0 };
    for (unsigned i = 0; i < options->stuck_count; i++)
        cell_at(options->stuck[i].row, options->stuck[i].column)->stuck = options->stuck[i].conductance;
    random_state = options->seed * 0x9E3779B97F4A7C15ull + 0x9E3779B97F4A7C15ull;
    if (random_state == 0) random_state = 1;
}

void devices_reset(void)
{
    for (size_t i = 0; i < (size_t)options->rows * options->columns; i++) cells[i].totals[0] = cells[i].totals[1] = 0;
}

static const struct branch *branch_of(const struct cell *cell) { return &options->law.branches[cell->rising]; }

/* Crosses to the other branch at the same conductance. */
static void turn(struct cell *cell, bool up)
{
    if (cell->rising == up) return;
    double conductance = branch_conductance(branch_of(cell), cell->position);
    cell->rising = up;
    cell->position = branch_position(branch_of(cell), conductance);
}

static void disturb(struct cell *cell)
{
    const struct branch *branch = branch_of(cell);
    double window = branch->conductance[branch->pulses] - branch->conductance[0];
    double conductance = branch_conductance(branch, cell->position) + options->cycle_noise * window * gaussian();
    cell->position = branch_position(branch, conductance);
}

static void move(struct cell *cell, bool up)
{
    if (!options->law.one_curve) turn(cell, up);
    double top = branch_of(cell)->pulses;
    cell->position = fmin(top, fmax(0, cell->position + (up ? 1 : -1)));
    if (options->cycle_noise > 0) disturb(cell);
}

void device_pulse(const struct hal_pulse *pulse)
{
    struct cell *cell = cell_at(pulse->row, pulse->column);
    pulses[pulse->up]++;
    if (abs(pulse->voltage) >= options->forming_voltage && !cell->formed)
        cell->formed = true;
    else if (cell->formed && cell->stuck < 0)
        move(cell, pulse->up);
}

double device_read(uint16_t row, uint16_t column)
{
    const struct cell *cell = cell_at(row, column);
    double conductance = cell->stuck >= 0 ? cell->stuck
        : cell->formed ? branch_conductance(branch_of(cell), cell->position) : 0;
    if (options->read_noise > 0) conductance *= 1 + options->read_noise * gaussian();
    return fmax(0, conductance);
}

uint64_t device_pulses(bool up) { return pulses[up]; }

uint32_t *hal_cell_total(uint16_t row, uint16_t column, bool up) { return &cell_at(row, column)->totals[up]; }
