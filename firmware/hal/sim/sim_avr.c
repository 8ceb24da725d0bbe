/*
 * Simulated devices on the ATmega328P: 32 x 20 cells of one byte, the pulses from the low end of one curve. A pulse
 * shows at a pin while it lasts (port B: pin 0 up, pin 1 down), so that whoever watches the pins counts for himself.
 */
#include <avr/io.h>

#include "avr.h"
#include "bytes.h"
#include "flash.h"
#include "hal.h"
#include "link_protocol.h"
#include "receive.h"

enum { ROWS = 32, COLUMNS = 20, TOP = 255, PIN_UP = 1 << 0, PIN_DOWN = 1 << 1 };

/* Conductance in nS: 1 uS to 50 uS. */
enum { LEAST = 1000, MOST = 50000 };

/* Outlive a reset, as real devices do; at power-up they are anything, which is a state as well. */
static uint8_t cells[ROWS][COLUMNS] __attribute__((section(".noinit")));

#ifdef LAW_EXPONENTIAL
static const uint16_t curve[TOP + 1] IN_FLASH = {
#include "exponential.inc"
};
static uint16_t conductance(uint8_t position) { return flash_word(&curve[position]); }
#else
static uint16_t conductance(uint8_t position)
{
    return (uint16_t)(LEAST + ((uint32_t)position * (MOST - LEAST) + TOP / 2) / TOP);
}
#endif

static void limit(struct hal_board *board, enum hal_limit which, uint32_t value) { board->limits[which] = value; }

void board_begin(void) { DDRB = PIN_UP | PIN_DOWN; }

void hal_describe(struct hal_board *board)
{
    memcpy(board->name, "sim-avr", 7);
    board->serial = avr_serial_number();
    board->rows = ROWS;
    board->columns = COLUMNS;
    board->capabilities = 1ul << LINK_CAPABILITY_VECTOR_READ | 1ul << LINK_CAPABILITY_PROGRAM
        | 1ul << LINK_CAPABILITY_SIMULATED;
    board->conductance_unit = 1e-9f;
    board->current_unit = 1e-12f;
    limit(board, LIMIT_RISE_VOLTAGE, 3000);
    limit(board, LIMIT_FALL_VOLTAGE, 3000);
    limit(board, LIMIT_LEAST_WIDTH, 0);            /* a pulse of no width takes the link's time alone */
    limit(board, LIMIT_MOST_WIDTH, 100000000);     /* 1 s */
    limit(board, LIMIT_ENERGY, 3000000000);        /* 3 mJ */
    limit(board, LIMIT_COMPLIANCE, 1000);
    limit(board, LIMIT_PULSES_PER_CALL, 10000);
    limit(board, LIMIT_PULSES_PER_SECOND, 1000000);
    limit(board, LIMIT_PULSES_PER_CELL, UINT32_MAX);
    limit(board, LIMIT_TOTAL_PULSES, UINT32_MAX);
    limit(board, LIMIT_READ_VOLTAGE, 500);
    limit(board, LIMIT_READS_PER_SECOND, 1000000);
}

void hal_ground(void) { PORTB = 0; }

static void move(uint8_t *cell, bool up)
{
    if (up && *cell != TOP)
        ++*cell;
    else if (!up && *cell != 0)
        --*cell;
}

static void rise(uint8_t pin) { PORTB = pin; }
static void fall(uint8_t pin)
{
    (void)pin;
    PORTB = 0;
}

enum hal_outcome hal_pulse(const struct hal_pulse *pulse)
{
    uint32_t ticks = pulse->width == 0 ? 0 : avr_ticks_of(pulse->width);
    enum hal_outcome outcome = avr_pulse(ticks, rise, fall, pulse->up ? PIN_UP : PIN_DOWN);
    if (outcome != HAL_NOT_FIRED) move(&cells[pulse->row][pulse->column], pulse->up);
    return outcome;
}

uint16_t hal_read(uint16_t row, uint16_t column, int16_t voltage)
{
    (void)voltage;
    return conductance(cells[row][column]);
}

/* mV x nS is pA; 32 rows at 500 mV and 50 uS stay below 31 bits. */
int32_t hal_read_column(uint16_t row, uint8_t rows, const uint8_t *voltages, uint16_t column)
{
    int32_t current = 0;
    for (uint8_t i = 0; i < rows; i++)
        current += (int32_t)(int16_t)take16(&voltages) * (int32_t)conductance(cells[row + i][column]);
    return current;
}

uint32_t *hal_cell_total(uint16_t row, uint16_t column, bool up)
{
    (void)row;
    (void)column;
    (void)up;
    return 0;   /* no memory for them, and no capability that would ask */
}
