/*
 * A board of general parts on the ATmega328P: docs/firmware.md draws it.
 *
 * Two channels of an MCP4922 (12 bits, SPI) drive the common pins of two 74HC4067: channel A the word lines, channel B
 * through a series resistor the bit lines. A positive pulse comes from A with B at 0 V, a negative one from B with A at
 * 0 V, so that one supply gives both polarities. The enable pins of the multiplexers make the edges: channels settle
 * while they are off, and switching off leaves every line to its resistor to ground. The ADC of the ATmega measures the
 * bit-line side of the series resistor, which also bounds the current.
 */
#include <avr/io.h>
#include <string.h>
#include <util/atomic.h>
#include <util/delay.h>

#include "avr.h"
#include "hal.h"
#include "link_protocol.h"
#include "receive.h"

/* Pins. Port B: 0 enable (both multiplexers, low is on), 2 chip select of the DAC, 3 data, 5 clock. */
enum { PIN_OFF = 1 << 0, PIN_SELECT = 1 << 2, PIN_DATA = 1 << 3, PIN_CLOCK = 1 << 5 };

/* Port D: 4 .. 7 address of the word line. Port C: 1 .. 4 address of the bit line, 0 input of the ADC. */
enum { ROW_SHIFT = 4, ROW_MASK = 0xF0, COLUMN_SHIFT = 1, COLUMN_MASK = 0x1E };

/* The board as it is wired; a build may give others. */
#ifndef BOARD_ROWS
#define BOARD_ROWS 16
#endif
#ifndef BOARD_COLUMNS
#define BOARD_COLUMNS 16
#endif
#ifndef REFERENCE_MV   /* of the DAC and of the ADC: the supply */
#define REFERENCE_MV 5000
#endif
#ifndef SERIES_OHM     /* between channel B and the bit lines */
#define SERIES_OHM 10000
#endif
#ifndef MOST_PULSE_MV
#define MOST_PULSE_MV 3000
#endif
#ifndef MOST_READ_MV
#define MOST_READ_MV 300
#endif
#if MOST_PULSE_MV >= REFERENCE_MV
#error "the DAC cannot reach its reference"
#endif

enum {
    DAC_STEPS = 4096,
    ADC_STEPS = 1024,
    CHANNEL_A = 0x3000,   /* MCP4922: buffer off, gain 1, output on */
    CHANNEL_B = 0xB000,
    SETTLE_US = 10,       /* MCP4922: 4.5 us to half a step; and the multiplexer's address */
    ADC_SETTLE_US = 50
};

void board_begin(void)
{
    PORTB = PIN_OFF | PIN_SELECT;
    DDRB = PIN_OFF | PIN_SELECT | PIN_DATA | PIN_CLOCK;
    DDRC = COLUMN_MASK;
    DDRD = ROW_MASK;
    SPCR = 1 << SPE | 1 << MSTR;   /* mode 0 */
    SPSR = 1 << SPI2X;             /* half the clock: 8 MHz */
    ADMUX = 1 << REFS0;            /* reference AVCC, input 0 */
    ADCSRA = 1 << ADEN | 1 << ADPS2 | 1 << ADPS1 | 1 << ADPS0;
}

void hal_describe(struct hal_board *board)
{
    memcpy(board->name, "avr-dac", 7);
    board->serial = avr_serial_number();
    board->rows = BOARD_ROWS;
    board->columns = BOARD_COLUMNS;
    board->capabilities = 1ul << LINK_CAPABILITY_PROGRAM;
    board->conductance_unit = 1e-9f;
    board->limits[LIMIT_RISE_VOLTAGE] = MOST_PULSE_MV;
    board->limits[LIMIT_FALL_VOLTAGE] = MOST_PULSE_MV;
    board->limits[LIMIT_LEAST_WIDTH] = 200;            /* 2 us */
    board->limits[LIMIT_MOST_WIDTH] = 10000000;        /* 100 ms */
    board->limits[LIMIT_ENERGY] = 100000000;           /* 100 uJ */
    board->limits[LIMIT_COMPLIANCE] = (uint32_t)MOST_PULSE_MV * 1000 / SERIES_OHM;
    board->limits[LIMIT_PULSES_PER_CALL] = 2000;
    board->limits[LIMIT_PULSES_PER_SECOND] = 10000;
    board->limits[LIMIT_PULSES_PER_CELL] = UINT32_MAX;
    board->limits[LIMIT_TOTAL_PULSES] = UINT32_MAX;
    board->limits[LIMIT_READ_VOLTAGE] = MOST_READ_MV;
    board->limits[LIMIT_READS_PER_SECOND] = 5000;
}

/* One instruction on one pin, which the receive interrupt and the main loop may both do at any time. */
void hal_ground(void) { PORTB |= PIN_OFF; }

static void send_spi(uint8_t byte)
{
    SPDR = byte;
    loop_until_bit_is_set(SPSR, SPIF);
}

static void set_channel(uint16_t channel, uint16_t code)
{
    PORTB &= (uint8_t)~PIN_SELECT;
    send_spi((uint8_t)((channel | code) >> 8));
    send_spi((uint8_t)code);
    PORTB |= PIN_SELECT;
}

static uint16_t code_of(uint16_t millivolts)
{
    return (uint16_t)(((uint32_t)millivolts * DAC_STEPS + REFERENCE_MV / 2) / REFERENCE_MV);
}

/* Only with the multiplexers off: channels pass through values that no one asked for. */
static void prepare(uint16_t row, uint16_t column, int16_t voltage)
{
    PORTD = (uint8_t)((PORTD & ~ROW_MASK) | row << ROW_SHIFT);
    PORTC = (uint8_t)((PORTC & ~COLUMN_MASK) | column << COLUMN_SHIFT);
    uint16_t code = code_of((uint16_t)(voltage < 0 ? -voltage : voltage));
    set_channel(CHANNEL_A, voltage > 0 ? code : 0);
    set_channel(CHANNEL_B, voltage < 0 ? code : 0);
    _delay_us(SETTLE_US);
}

static void rise(uint8_t pin) { PORTB &= (uint8_t)~pin; }
static void fall(uint8_t pin) { PORTB |= pin; }

static void rest(void)
{
    hal_ground();
    set_channel(CHANNEL_A, 0);
    set_channel(CHANNEL_B, 0);
}

enum hal_outcome hal_pulse(const struct hal_pulse *pulse)
{
    uint32_t ticks = avr_ticks_of(pulse->width);
    prepare(pulse->row, pulse->column, pulse->voltage);
    enum hal_outcome outcome = avr_pulse(ticks, rise, fall, PIN_OFF);
    rest();
    return outcome;
}

static uint16_t convert(void)
{
    ADCSRA |= 1 << ADSC;
    loop_until_bit_is_clear(ADCSRA, ADSC);
    return ADC;
}

/* The cell and the series resistor divide the read voltage. */
static uint16_t conductance_of(uint16_t code, uint16_t millivolts)
{
    float across_resistor = (float)code * ((float)REFERENCE_MV / ADC_STEPS);
    float across_cell = (float)millivolts - across_resistor;
    if (across_cell <= 0) return HAL_BEYOND_RANGE;
    float nanosiemens = across_resistor / across_cell * (1e9f / SERIES_OHM) + 0.5f;
    return nanosiemens >= HAL_BEYOND_RANGE ? HAL_BEYOND_RANGE : (uint16_t)nanosiemens;
}

/* Measures with the lines on, which an abort keeps or turns off. */
static uint16_t measure(void)
{
    uint16_t code = 0;
    bool on = false;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE)
    {
        on = !link_aborted();
        if (on) rise(PIN_OFF);
    }
    if (on) {
        _delay_us(ADC_SETTLE_US);
        code = convert();
    }
    rest();
    return code;
}

uint16_t hal_read(uint16_t row, uint16_t column, int16_t voltage)
{
    if (voltage <= 0) return HAL_BEYOND_RANGE;   /* the ADC sees the current of positive voltages only */
    prepare(row, column, voltage);
    return conductance_of(measure(), (uint16_t)voltage);
}

int32_t hal_read_column(uint16_t row, uint8_t rows, const uint8_t *voltages, uint16_t column)
{
    (void)row;
    (void)rows;
    (void)voltages;
    (void)column;
    return 0;   /* the multiplexer drives one word line: no capability that would ask */
}

uint32_t *hal_cell_total(uint16_t row, uint16_t column, bool up)
{
    (void)row;
    (void)column;
    (void)up;
    return 0;   /* no memory for them, and no capability that would ask */
}
