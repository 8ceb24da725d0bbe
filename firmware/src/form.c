#include "bytes.h"
#include "limits.h"
#include "link.h"
#include "program.h"
#include "pulses.h"
#include "reads.h"
#include "receive.h"
#include "session.h"

struct ramp {
    struct hal_pulse pulse;
    int16_t start;
    int16_t step;
    int16_t most;
    int16_t read_voltage;
    float unit;
    uint16_t target;
};

struct outcome {
    enum link_stop stop;
    int16_t voltage;
    uint16_t reading;
};

static void take_ramp(const uint8_t *at, struct ramp *ramp)
{
    ramp->pulse.row = take16(&at);
    ramp->pulse.column = take16(&at);
    ramp->start = (int16_t)take16(&at);
    ramp->step = (int16_t)take16(&at);
    ramp->most = (int16_t)take16(&at);
    ramp->pulse.up = ramp->most > 0;
    ramp->pulse.width = take32(&at);
    ramp->pulse.compliance = take16(&at);
    ramp->read_voltage = (int16_t)take16(&at);
    ramp->unit = take_float(&at);
    ramp->target = take16(&at);
}

static bool same_sign(int16_t a, int16_t b) { return a != 0 && b != 0 && (a > 0) == (b > 0); }

/* Away from 0, in steps that lead from start to most. */
static refusal check_course(const struct ramp *ramp)
{
    bool away = ramp->pulse.up ? ramp->most >= ramp->start : ramp->most <= ramp->start;
    bool sound = same_sign(ramp->start, ramp->most) && same_sign(ramp->step, ramp->most) && away;
    return sound ? ACCEPTED : refuse(LINK_NAK_FORMAT);
}

static refusal check_ramp(const struct ramp *ramp)
{
    refusal why = check_cell(ramp->pulse.row, ramp->pulse.column);
    if (why == ACCEPTED) why = check_course(ramp);
    if (why == ACCEPTED) why = check_unit(ramp->unit);
    if (why == ACCEPTED) why = limits_check_shape(ramp->most, ramp->pulse.width, ramp->pulse.compliance);
    if (why == ACCEPTED && ramp->pulse.compliance == 0) why = refuse(LINK_NAK_COMPLIANCE);
    if (why == ACCEPTED) why = limits_check_read(ramp->read_voltage);
    if (why != ACCEPTED) return why;
    uint32_t pulses = (uint32_t)(((int32_t)ramp->most - ramp->start) / ramp->step) + 1;
    why = limits_check_pulses(pulses);
    return why != ACCEPTED ? why : limits_check_cell(ramp->pulse.row, ramp->pulse.column, pulses);
}

/* Whether the cell still wants forming. */
static bool unformed(const struct ramp *ramp, struct outcome *outcome)
{
    outcome->reading = read_cell_in(ramp->unit, ramp->pulse.row, ramp->pulse.column, ramp->read_voltage, 1);
    if (link_aborted()) outcome->stop = LINK_STOP_ABORTED;
    return outcome->stop == LINK_STOP_DONE && outcome->reading < ramp->target;
}

static struct outcome climb(struct ramp *ramp)
{
    struct outcome outcome = { LINK_STOP_DONE, 0, 0 };
    int32_t voltage = ramp->start;   /* 32 bits: one step beyond `most` may leave 16 */
    while (unformed(ramp, &outcome) && (ramp->pulse.up ? voltage <= ramp->most : voltage >= ramp->most)) {
        ramp->pulse.voltage = (int16_t)voltage;
        outcome.voltage = ramp->pulse.voltage;
        outcome.stop = fire(&ramp->pulse, 0);
        voltage += ramp->step;
        link_beat();
    }
    return outcome;
}

refusal form(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)size;
    struct ramp ramp;
    refusal why = check_armed();
    if (why == ACCEPTED && session.armed != ARMED_FORMING) why = refuse(LINK_NAK_FORMING);
    take_ramp(request, &ramp);
    if (why == ACCEPTED) why = check_ramp(&ramp);
    if (why != ACCEPTED) return why;
    struct outcome outcome = climb(&ramp);
    put8(reply, (uint8_t)outcome.stop);
    put16(reply, (uint16_t)(fired[0] + fired[1]));
    put16(reply, (uint16_t)outcome.voltage);
    put16(reply, outcome.reading);
    put_totals(reply);
    return ACCEPTED;
}
