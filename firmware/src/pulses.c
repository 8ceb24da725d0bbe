#include "pulses.h"

#include <string.h>

#include "bytes.h"
#include "crc.h"
#include "limits.h"
#include "link.h"
#include "receive.h"
#include "session.h"

enum { WAVEFORMS = 4, ENTRY_SIZE = 3, BLOCK_HEADER = 9, MOST_BLOCK_ROWS = 8, CELLS_A_BYTE = 4 };

static struct waveform waveforms[WAVEFORMS];

uint16_t fired[2];

void pulses_begin(void)
{
    memset(waveforms, 0, sizeof waveforms);
    memset(fired, 0, sizeof fired);
}

static refusal check_waveform(const struct waveform *waveform)
{
    refusal why = limits_check_shape(waveform->voltage[1], waveform->width[1], waveform->compliance);
    if (why != ACCEPTED) return why;
    return limits_check_shape(waveform->voltage[0], waveform->width[0], waveform->compliance);
}

void waveforms_recheck(void)
{
    for (uint8_t i = 0; i < WAVEFORMS; i++)
        if (waveforms[i].is_set && check_waveform(&waveforms[i]) != ACCEPTED) waveforms[i].is_set = false;
}

static void take_direction(const uint8_t **at, struct waveform *waveform, uint8_t direction)
{
    waveform->voltage[direction] = (int16_t)take16(at);
    waveform->width[direction] = take32(at);
}

static struct waveform read_waveform(const uint8_t *at)
{
    struct waveform waveform;
    take_direction(&at, &waveform, 1);
    take_direction(&at, &waveform, 0);
    waveform.compliance = take16(&at);
    waveform.gap = take16(&at);
    waveform.is_set = true;
    return waveform;
}

refusal waveform_set(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    uint8_t id = request[0];
    if (id >= WAVEFORMS) return refuse(LINK_NAK_FORMAT);
    struct waveform waveform = read_waveform(request + 1);
    refusal why = check_waveform(&waveform);
    if (why != ACCEPTED) return why;
    waveform.hash = crc_of(request, size);
    waveforms[id] = waveform;
    put8(reply, id);
    put16(reply, waveform.hash);
    return ACCEPTED;
}

refusal waveform_take(const uint8_t **at, const struct waveform **waveform)
{
    uint8_t id = take8(at);
    uint16_t hash = take16(at);
    if (id >= WAVEFORMS || !waveforms[id].is_set) return refuse(LINK_NAK_WAVEFORM);
    if (waveforms[id].hash != hash) return refuse_with(LINK_NAK_WAVEFORM, waveforms[id].hash);
    *waveform = &waveforms[id];
    return ACCEPTED;
}

refusal check_armed(void) { return session.armed != DISARMED ? ACCEPTED : refuse(LINK_NAK_NOT_ARMED); }

refusal check_cell(uint32_t row, uint32_t column)
{
    return row < board.rows && column < board.columns ? ACCEPTED : refuse(LINK_NAK_CELL);
}

refusal check_block(uint16_t row, uint16_t column, uint8_t rows, uint8_t columns)
{
    if (rows == 0 || columns == 0) return refuse(LINK_NAK_FORMAT);
    return check_cell((uint32_t)row + rows - 1, (uint32_t)column + columns - 1);
}

void pulses_settle(void)
{
    session.down_total += fired[0];
    session.up_total += fired[1];
    limits_spend_pulses((uint16_t)(fired[0] + fired[1]));
    fired[0] = fired[1] = 0;
}

void put_totals(uint8_t **reply)
{
    put32(reply, session.up_total + fired[1]);
    put32(reply, session.down_total + fired[0]);
}

static enum link_stop stop_of(enum hal_outcome outcome)
{
    switch (outcome) {
    case HAL_CUT: return LINK_STOP_ABORTED;
    case HAL_COMPLIANCE: return LINK_STOP_COMPLIANCE;
    default: return LINK_STOP_HARDWARE;
    }
}

/* The busiest function: on the ATmega a pulse of a sign block has about 200 cycles in all. */
enum link_stop fire(const struct hal_pulse *pulse, uint16_t gap)
{
    enum hal_outcome outcome = hal_pulse(pulse);
    if (outcome == HAL_NOT_FIRED) return LINK_STOP_ABORTED;
    fired[pulse->up]++;
    if (board_can(LINK_CAPABILITY_CELL_TOTALS)) ++*hal_cell_total(pulse->row, pulse->column, pulse->up);
    if (outcome != HAL_FIRED) return stop_of(outcome);
    if (gap != 0) hal_wait_us(gap);
    return LINK_STOP_DONE;
}

struct hal_pulse pulse_of(const struct waveform *waveform, bool up)
{
    struct hal_pulse pulse = { 0, 0, up, waveform->voltage[up], waveform->width[up], waveform->compliance };
    return pulse;
}

static void put_fired(uint8_t **reply, enum link_stop stop)
{
    put16(reply, fired[1]);
    put16(reply, fired[0]);
    put8(reply, (uint8_t)stop);
    put_totals(reply);
}

/* What pulse lists and sign blocks share: waveform, and the cell that the others are counted from. */
struct target {
    const struct waveform *waveform;
    uint16_t row;
    uint16_t column;
};

static refusal take_target(const uint8_t **at, struct target *target)
{
    refusal why = check_armed();
    if (why == ACCEPTED) why = waveform_take(at, &target->waveform);
    target->row = take16(at);
    target->column = take16(at);
    return why;
}

static uint8_t pulses_of(const uint8_t *entry)
{
    int8_t pulses = (int8_t)entry[2];
    return (uint8_t)(pulses < 0 ? -pulses : pulses);
}

/* Pulses of a list for the cell of one entry, over all entries: a cell may stand in a list more than once. */
static uint32_t pulses_for_cell(const uint8_t *entry, const uint8_t *from, const uint8_t *end)
{
    uint32_t sum = 0;
    for (; from != end; from += ENTRY_SIZE)
        if (from[0] == entry[0] && from[1] == entry[1]) sum += pulses_of(from);
    return sum;
}

static refusal check_entry(const struct target *target, const uint8_t *entry)
{
    if (entry[2] == 0) return refuse(LINK_NAK_FORMAT);
    return check_cell((uint32_t)target->row + entry[0], (uint32_t)target->column + entry[1]);
}

static refusal check_budgets(const struct target *target, const uint8_t *from, const uint8_t *end)
{
    if (!board_can(LINK_CAPABILITY_CELL_TOTALS)) return ACCEPTED;
    refusal why = ACCEPTED;
    for (const uint8_t *entry = from; entry != end && why == ACCEPTED; entry += ENTRY_SIZE)
        why = limits_check_cell((uint16_t)(target->row + entry[0]), (uint16_t)(target->column + entry[1]),
            pulses_for_cell(entry, from, end));
    return why;
}

static refusal check_list(const struct target *target, const uint8_t *from, const uint8_t *end)
{
    uint32_t pulses = 0;
    if (from == end) return refuse(LINK_NAK_FORMAT);
    for (const uint8_t *entry = from; entry != end; entry += ENTRY_SIZE) {
        refusal why = check_entry(target, entry);
        if (why != ACCEPTED) return why;
        pulses += pulses_of(entry);
    }
    refusal why = limits_check_pulses(pulses);
    return why != ACCEPTED ? why : check_budgets(target, from, end);
}

static enum link_stop fire_entry(const struct target *target, const uint8_t *entry)
{
    enum link_stop stop = LINK_STOP_DONE;
    struct hal_pulse pulse = pulse_of(target->waveform, entry[2] < 0x80);
    pulse.row = (uint16_t)(target->row + entry[0]);
    pulse.column = (uint16_t)(target->column + entry[1]);
    for (uint8_t left = pulses_of(entry); left != 0 && stop == LINK_STOP_DONE; left--)
        stop = fire(&pulse, target->waveform->gap);
    link_beat();
    return stop;
}

refusal pulse_list(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    struct target target;
    enum link_stop stop = LINK_STOP_DONE;
    const uint8_t *at = request, *end = request + size;
    refusal why = take_target(&at, &target);
    if (why == ACCEPTED) why = check_list(&target, at, end);
    if (why != ACCEPTED) return why;
    for (; at != end && stop == LINK_STOP_DONE; at += ENTRY_SIZE) stop = fire_entry(&target, at);
    put_fired(reply, stop);
    return ACCEPTED;
}

struct block {
    struct target target;
    uint8_t rows;
    uint8_t columns;
    const uint8_t *signs;
};

/* Walks over a block's cells in order: one call gives the direction of the next cell and moves on. */
struct walk {
    const uint8_t *signs;
    uint8_t bits;
    uint8_t cells_left;   /* in `bits` */
};

static uint8_t next_sign(struct walk *walk)
{
    if (walk->cells_left == 0) {
        walk->bits = *walk->signs++;
        walk->cells_left = CELLS_A_BYTE;
    }
    uint8_t sign = walk->bits & 3u;
    walk->bits >>= 2;
    walk->cells_left--;
    return sign;
}

static refusal check_cells(const struct block *block)
{
    struct walk walk = { block->signs, 0, 0 };
    if (!board_can(LINK_CAPABILITY_CELL_TOTALS)) return ACCEPTED;
    for (uint8_t row = 0; row < block->rows; row++) {
        for (uint8_t column = 0; column < block->columns; column++) {
            if (next_sign(&walk) == LINK_DIRECTION_NONE) continue;
            refusal why = limits_check_cell((uint16_t)(block->target.row + row),
                (uint16_t)(block->target.column + column), 1);
            if (why != ACCEPTED) return why;
        }
    }
    return ACCEPTED;
}

/* Pulses of four cells; more than four where a sign has no meaning. */
static uint8_t pulses_in(uint8_t signs)
{
    uint8_t pulses = 0;
    if ((signs & signs >> 1 & 0x55) != 0) return UINT8_MAX;   /* a 3 */
    for (uint8_t left = signs; left != 0; left = (uint8_t)(left & (left - 1))) pulses++;
    return pulses;
}

static bool padded_with_zeros(uint16_t cells, uint8_t last)
{
    uint8_t used = cells % CELLS_A_BYTE;
    return used == 0 || last >> 2 * used == 0;
}

static refusal check_signs(const struct block *block, uint16_t cells)
{
    uint16_t pulses = 0;
    uint8_t bytes = (uint8_t)((cells + CELLS_A_BYTE - 1) / CELLS_A_BYTE);
    for (uint8_t i = 0; i < bytes; i++) {
        uint8_t more = pulses_in(block->signs[i]);
        if (more > CELLS_A_BYTE) return refuse(LINK_NAK_FORMAT);
        pulses = (uint16_t)(pulses + more);
    }
    if (!padded_with_zeros(cells, block->signs[bytes - 1])) return refuse(LINK_NAK_FORMAT);
    refusal why = limits_check_pulses(pulses);
    return why != ACCEPTED ? why : check_cells(block);
}

static refusal take_block(const uint8_t *at, uint8_t size, struct block *block)
{
    refusal why = take_target(&at, &block->target);
    block->rows = take8(&at);
    block->columns = take8(&at);
    block->signs = at;
    if (why != ACCEPTED) return why;
    uint16_t cells = (uint16_t)(block->rows * block->columns);
    if (block->rows > MOST_BLOCK_ROWS || size != BLOCK_HEADER + (cells + CELLS_A_BYTE - 1) / CELLS_A_BYTE)
        return refuse(LINK_NAK_FORMAT);
    why = check_block(block->target.row, block->target.column, block->rows, block->columns);
    return why != ACCEPTED ? why : check_signs(block, cells);
}

static enum link_stop fire_row(const struct block *block, struct walk *walk, struct hal_pulse *pulses)
{
    enum link_stop stop = LINK_STOP_DONE;
    for (uint8_t column = 0; column < block->columns && stop == LINK_STOP_DONE; column++) {
        uint8_t sign = next_sign(walk);
        if (sign == LINK_DIRECTION_NONE) continue;
        struct hal_pulse *pulse = &pulses[sign == LINK_DIRECTION_UP];
        pulse->column = (uint16_t)(block->target.column + column);
        stop = fire(pulse, block->target.waveform->gap);
    }
    link_beat();
    return stop;
}

static enum link_stop fire_block(const struct block *block)
{
    struct walk walk = { block->signs, 0, 0 };
    struct hal_pulse pulses[2] = { pulse_of(block->target.waveform, false), pulse_of(block->target.waveform, true) };
    enum link_stop stop = LINK_STOP_DONE;
    for (uint8_t row = 0; row < block->rows && stop == LINK_STOP_DONE; row++) {
        pulses[0].row = pulses[1].row = (uint16_t)(block->target.row + row);
        stop = fire_row(block, &walk, pulses);
    }
    return stop;
}

refusal sign_block(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    struct block block;
    refusal why = take_block(request, size, &block);
    if (why != ACCEPTED) return why;
    enum link_stop stop = fire_block(&block);
    put_fired(reply, stop);
    return ACCEPTED;
}
