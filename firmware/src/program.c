#include "program.h"

#include "bytes.h"
#include "limits.h"
#include "pulses.h"
#include "reads.h"
#include "receive.h"
#include "session.h"

enum { MOST_CELLS = 40, ENTRY_SIZE = 4, NO_RESPONSE_DECISIONS = 3 };

struct plan {
    const struct waveform *waveform;
    uint16_t row;
    uint16_t column;
    int16_t voltage;
    uint8_t samples;
    float unit;
    uint16_t tolerance;
    uint16_t step[2];   /* counts; [0] down, [1] up */
    uint8_t most_pulses;
    uint8_t most_reversals;
    const uint8_t *cells;
    uint8_t count;
};

/* One cell while its loop runs. */
struct cell {
    uint16_t row;
    uint16_t column;
    uint16_t target;
    uint16_t reading;
    uint16_t error;      /* of the reading before */
    uint8_t direction;   /* of the last decision; LINK_DIRECTION_NONE before the first */
    uint8_t reversals;
    uint8_t unmoved;     /* decisions in a row for one direction that brought the reading no closer */
    uint16_t before[2];  /* what the command had fired before this cell */
};

static void take_plan(const uint8_t **at, struct plan *plan)
{
    plan->row = take16(at);
    plan->column = take16(at);
    plan->voltage = (int16_t)take16(at);
    plan->samples = take8(at);
    plan->unit = take_float(at);
    plan->tolerance = take16(at);
    plan->step[1] = take16(at);
    plan->step[0] = take16(at);
    plan->most_pulses = take8(at);
    plan->most_reversals = take8(at);
}

static refusal check_cells(const struct plan *plan)
{
    const uint8_t *end = plan->cells + plan->count * ENTRY_SIZE;
    for (const uint8_t *cell = plan->cells; cell != end; cell += ENTRY_SIZE) {
        uint32_t row = (uint32_t)plan->row + cell[0], column = (uint32_t)plan->column + cell[1], times = 0;
        refusal why = check_cell(row, column);
        if (why != ACCEPTED) return why;
        for (const uint8_t *other = plan->cells; other != end; other += ENTRY_SIZE)
            if (other[0] == cell[0] && other[1] == cell[1]) times++;
        why = limits_check_cell((uint16_t)row, (uint16_t)column, times * plan->most_pulses);
        if (why != ACCEPTED) return why;
    }
    return ACCEPTED;
}

/* Checks for the most pulses that the loops may take: none is refused half-way. */
static refusal check_plan(const struct plan *plan)
{
    if (plan->count == 0 || plan->count > MOST_CELLS || plan->samples == 0 || plan->most_pulses == 0)
        return refuse(LINK_NAK_FORMAT);
    refusal why = check_unit(plan->unit);
    if (why == ACCEPTED) why = limits_check_pulses((uint32_t)plan->count * plan->most_pulses);
    if (why == ACCEPTED) why = limits_check_read(plan->voltage);
    return why != ACCEPTED ? why : check_cells(plan);
}

static uint8_t pulses_of_cell(const struct cell *cell)
{
    return (uint8_t)(fired[0] - cell->before[0] + fired[1] - cell->before[1]);
}

static bool decide(const struct plan *plan, struct cell *cell, uint8_t *result)
{
    uint16_t error = cell->reading > cell->target ? cell->reading - cell->target : cell->target - cell->reading;
    uint8_t direction = cell->reading < cell->target ? LINK_DIRECTION_UP : LINK_DIRECTION_DOWN;
    bool turned = cell->direction != LINK_DIRECTION_NONE && direction != cell->direction;
    bool first = cell->direction == LINK_DIRECTION_NONE;
    if (turned) cell->reversals++;
    cell->unmoved = first || turned || error < cell->error ? 0 : (uint8_t)(cell->unmoved + 1);
    cell->direction = direction;
    cell->error = error;
    if (error <= plan->tolerance)
        *result = LINK_CELL_REACHED;
    else if (pulses_of_cell(cell) >= plan->most_pulses)
        *result = LINK_CELL_MOST_PULSES;
    else if (cell->reversals > plan->most_reversals)
        *result = LINK_CELL_MOST_REVERSALS;
    else if (cell->unmoved == NO_RESPONSE_DECISIONS)
        *result = LINK_CELL_NO_RESPONSE;
    else
        return true;
    return false;
}

/* As many pulses as the expected step asks for, at least one, and no more than are left. */
static uint8_t pulses_for(const struct plan *plan, const struct cell *cell)
{
    uint16_t step = plan->step[cell->direction == LINK_DIRECTION_UP];
    uint8_t left = (uint8_t)(plan->most_pulses - pulses_of_cell(cell));
    if (step == 0 || cell->error < step) return 1;   /* decide has seen that one is left */
    uint16_t wanted = cell->error / step;
    return wanted < left ? (uint8_t)wanted : left;
}

static enum link_stop pulse_cell(const struct plan *plan, struct cell *cell)
{
    enum link_stop stop = LINK_STOP_DONE;
    struct hal_pulse pulse = pulse_of(plan->waveform, cell->direction == LINK_DIRECTION_UP);
    pulse.row = cell->row;
    pulse.column = cell->column;
    for (uint8_t left = pulses_for(plan, cell); left != 0 && stop == LINK_STOP_DONE; left--)
        stop = fire(&pulse, plan->waveform->gap);
    return stop;
}

static enum link_stop program_cell(const struct plan *plan, struct cell *cell, uint8_t *result)
{
    enum link_stop stop = LINK_STOP_DONE;
    while (stop == LINK_STOP_DONE) {
        cell->reading = read_cell_in(plan->unit, cell->row, cell->column, plan->voltage, plan->samples);
        if (link_aborted()) return LINK_STOP_ABORTED;
        if (!decide(plan, cell, result)) return LINK_STOP_DONE;
        stop = pulse_cell(plan, cell);
    }
    return stop;
}

static struct cell next_cell(const struct plan *plan, const uint8_t **at)
{
    struct cell cell = { 0 };
    cell.row = (uint16_t)(plan->row + take8(at));
    cell.column = (uint16_t)(plan->column + take8(at));
    cell.target = take16(at);
    cell.before[0] = fired[0];
    cell.before[1] = fired[1];
    return cell;
}

static enum link_stop program_cells(const struct plan *plan, uint8_t **reply)
{
    enum link_stop stop = LINK_STOP_DONE;
    const uint8_t *at = plan->cells;
    for (uint8_t i = 0; i < plan->count; i++) {
        struct cell cell = next_cell(plan, &at);
        uint8_t result = LINK_CELL_NOT_STARTED;
        if (stop == LINK_STOP_DONE) stop = program_cell(plan, &cell, &result);
        put8(reply, (uint8_t)(fired[1] - cell.before[1]));
        put8(reply, (uint8_t)(fired[0] - cell.before[0]));
        put16(reply, cell.reading);
        put8(reply, result);
    }
    return stop;
}

/* Stop reason and totals stand before the cells, but are known only after them. */
static void put_outcome(uint8_t *at, enum link_stop stop)
{
    put8(&at, (uint8_t)stop);
    put_totals(&at);
}

refusal program(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    struct plan plan;
    const uint8_t *at = request;
    refusal why = check_armed();
    if (why == ACCEPTED) why = waveform_take(&at, &plan.waveform);
    if (why != ACCEPTED) return why;
    take_plan(&at, &plan);
    plan.cells = at;
    plan.count = (uint8_t)((size - (at - request)) / ENTRY_SIZE);
    why = check_plan(&plan);
    if (why != ACCEPTED) return why;
    uint8_t *outcome = *reply;
    *reply += 1 + 4 + 4;
    enum link_stop stop = program_cells(&plan, reply);
    put_outcome(outcome, stop);
    return ACCEPTED;
}
