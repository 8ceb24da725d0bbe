#include "reads.h"

#include <float.h>

#include "bytes.h"
#include "limits.h"
#include "link.h"
#include "pulses.h"
#include "receive.h"
#include "session.h"

enum { MOST_CELLS = 120, MOST_SAMPLES = 256, MOST_TOTALS = 30 };
enum { MOST_COLUMNS = 60, MOST_VECTOR = 112, VECTOR_HEADER = 7 };

uint16_t read_cell(uint16_t row, uint16_t column, int16_t voltage, uint16_t samples)
{
    uint32_t sum = samples / 2;   /* rounds the mean */
    bool beyond = false;
    for (uint16_t i = 0; i < samples && !link_aborted(); i++) {
        uint16_t reading = hal_read(row, column, voltage);
        limits_spend_reads(1);
        beyond = beyond || reading == HAL_BEYOND_RANGE;
        sum += reading;
        link_beat();
    }
    return (uint16_t)(beyond ? HAL_BEYOND_RANGE : sum / samples);
}

uint16_t read_cell_in(float unit, uint16_t row, uint16_t column, int16_t voltage, uint16_t samples)
{
    uint16_t reading = read_cell(row, column, voltage, samples);
    float counts = (float)reading * (board.conductance_unit / unit) + 0.5f;
    return reading == HAL_BEYOND_RANGE || counts >= HAL_BEYOND_RANGE ? HAL_BEYOND_RANGE : (uint16_t)counts;
}

refusal check_unit(float unit) { return unit > 0 && unit <= FLT_MAX ? ACCEPTED : refuse(LINK_NAK_FORMAT); }

static refusal check_samples(uint16_t samples)
{
    return samples != 0 && samples <= MOST_SAMPLES ? ACCEPTED : refuse(LINK_NAK_FORMAT);
}

struct block {
    uint16_t row;
    uint16_t column;
    uint8_t rows;
    uint8_t columns;
};

static refusal take_block(const uint8_t **at, struct block *block, uint8_t most_cells)
{
    block->row = take16(at);
    block->column = take16(at);
    block->rows = take8(at);
    block->columns = take8(at);
    if ((uint16_t)block->rows * (uint16_t)block->columns > most_cells) return refuse(LINK_NAK_FORMAT);
    return check_block(block->row, block->column, block->rows, block->columns);
}

static void read_row(const struct block *block, uint16_t row, int16_t voltage, uint16_t samples, uint8_t **reply)
{
    for (uint8_t column = 0; column < block->columns; column++) {
        uint16_t reading = read_cell(row, (uint16_t)(block->column + column), voltage, samples);
        if (link_aborted()) return;
        put16(reply, reading);
    }
}

refusal read_block(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)size;
    struct block block;
    refusal why = take_block(&request, &block, MOST_CELLS);
    int16_t voltage = (int16_t)take16(&request);
    uint16_t samples = take16(&request);
    if (why == ACCEPTED) why = check_samples(samples);
    if (why == ACCEPTED) why = limits_check_read(voltage);
    if (why != ACCEPTED) return why;
    put_float(reply, board.conductance_unit);
    for (uint8_t row = 0; row < block.rows && !link_aborted(); row++)
        read_row(&block, (uint16_t)(block.row + row), voltage, samples, reply);
    return ACCEPTED;
}

struct vector {
    uint16_t row;
    uint16_t column;
    uint8_t rows;
    uint8_t columns;
    uint16_t samples;
    const uint8_t *voltages;
};

static refusal check_voltages(const struct vector *vector)
{
    refusal why = ACCEPTED;
    const uint8_t *at = vector->voltages;
    for (uint8_t row = 0; row < vector->rows && why == ACCEPTED; row++) why = limits_check_read((int16_t)take16(&at));
    return why;
}

static refusal take_vector(const uint8_t *at, uint8_t size, struct vector *vector)
{
    vector->row = take16(&at);
    vector->column = take16(&at);
    vector->columns = take8(&at);
    vector->samples = take16(&at);
    vector->voltages = at;
    vector->rows = (uint8_t)((size - VECTOR_HEADER) / 2);
    if (vector->rows > MOST_VECTOR || vector->columns > MOST_COLUMNS) return refuse(LINK_NAK_FORMAT);
    refusal why = check_block(vector->row, vector->column, vector->rows, vector->columns);
    if (why == ACCEPTED) why = check_samples(vector->samples);
    return why != ACCEPTED ? why : check_voltages(vector);
}

static int32_t read_column(const struct vector *vector, uint16_t column)
{
    int64_t sum = 0;
    for (uint16_t i = 0; i < vector->samples && !link_aborted(); i++) {
        sum += hal_read_column(vector->row, vector->rows, vector->voltages, column);
        limits_spend_reads(vector->rows);
        link_beat();
    }
    int64_t half = sum < 0 ? -(vector->samples / 2) : vector->samples / 2;
    return (int32_t)((sum + half) / vector->samples);
}

refusal vector_read(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    struct vector vector;
    refusal why = take_vector(request, size, &vector);
    if (why != ACCEPTED) return why;
    put_float(reply, board.current_unit);
    for (uint8_t column = 0; column < vector.columns; column++) {
        int32_t reading = read_column(&vector, (uint16_t)(vector.column + column));
        if (link_aborted()) break;
        put32(reply, (uint32_t)reading);
    }
    return ACCEPTED;
}

refusal cell_totals(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)size;
    struct block block;
    refusal why = take_block(&request, &block, MOST_TOTALS);
    if (why != ACCEPTED) return why;
    for (uint8_t row = 0; row < block.rows; row++) {
        for (uint8_t column = 0; column < block.columns; column++) {
            uint16_t at_row = (uint16_t)(block.row + row), at_column = (uint16_t)(block.column + column);
            put32(reply, *hal_cell_total(at_row, at_column, true));
            put32(reply, *hal_cell_total(at_row, at_column, false));
        }
    }
    return ACCEPTED;
}
