#include "rig.h"

#include <string.h>

#include "bytes.h"
#include "link.h"
#include "receive.h"

struct rig rig;

static const uint32_t limits[LIMIT_COUNT] = {
    3000, 2000, 100, 100000, 100000, 500, 300, 1000000, 400, 100000, 300, 1000000,
};

void rig_begin(uint32_t capabilities)
{
    memset(&rig, 0, sizeof rig);
    rig.capabilities = capabilities;
    link_begin();
}

void rig_reboot(void)
{
    rig.output_size = 0;
    memset(rig.pulses, 0, sizeof rig.pulses);
    memset(rig.cell_pulses, 0, sizeof rig.cell_pulses);
    memset(rig.cell_totals, 0, sizeof rig.cell_totals);
    link_begin();
}

void rig_receive(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        link_receive(bytes[i]);
        if (link_has_input()) link_poll();
    }
    link_poll();
}

void hal_describe(struct hal_board *board)
{
    memcpy(board->name, "rig", 3);
    board->serial = 77;
    board->rows = RIG_ROWS;
    board->columns = RIG_COLUMNS;
    board->capabilities = rig.capabilities;
    board->conductance_unit = 1e-9f;
    board->current_unit = 1e-12f;
    memcpy(board->limits, limits, sizeof limits);
}

uint16_t hal_boot_nonce(void) { return (uint16_t)(0xAB00 + ++rig.boots); }
uint32_t hal_millis(void) { return rig.millis; }
void hal_serial_flush(void) {}
void hal_idle(void) {}
void hal_wait_us(uint16_t microseconds) { (void)microseconds; }
void hal_ground(void) { rig.grounded++; }

void hal_serial_put(uint8_t byte)
{
    if (rig.output_size < RIG_OUTPUT) rig.output[rig.output_size++] = byte;
}

static void send_abort(void)
{
    for (uint8_t i = 0; i < LINK_ABORT_DELIMITERS; i++) link_receive(LINK_DELIMITER);
}

static void act(const struct hal_pulse *pulse)
{
    int16_t *state = &rig.state[pulse->row][pulse->column];
    if (*state < 5000 && pulse->up) ++*state;
    if (*state > 0 && !pulse->up) --*state;
    rig.pulses[pulse->up]++;
    rig.cell_pulses[pulse->row][pulse->column][pulse->up]++;
    rig.last = *pulse;
}

enum hal_outcome hal_pulse(const struct hal_pulse *pulse)
{
    if (link_aborted()) return HAL_NOT_FIRED;
    if (rig.check_pulse != NULL) rig.check_pulse(pulse);
    act(pulse);
    rig.millis += rig.pulse_ms;
    link_beat();
    if (rig.abort_after != 0 && rig.pulses[0] + rig.pulses[1] == rig.abort_after) send_abort();
    return link_aborted() ? HAL_CUT : rig.outcome;
}

uint16_t hal_read(uint16_t row, uint16_t column, int16_t voltage)
{
    (void)voltage;
    return (uint16_t)(1000 + 10 * rig.state[row][column]);
}

int32_t hal_read_column(uint16_t row, uint8_t rows, const uint8_t *voltages, uint16_t column)
{
    int32_t current = 0;
    for (uint8_t i = 0; i < rows; i++)
        current += (int16_t)take16(&voltages) * hal_read((uint16_t)(row + i), column, 0);
    return current;
}

uint32_t *hal_cell_total(uint16_t row, uint16_t column, bool up) { return &rig.cell_totals[row][column][up]; }
