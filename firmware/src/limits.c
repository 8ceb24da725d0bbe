#include "limits.h"

#include "bytes.h"
#include "hal.h"
#include "pulses.h"
#include "session.h"

/*
 * A rate is kept as a debt: each pulse or read adds 1000 and a millisecond pays back as many as are allowed a second.
 * A command begins only without debt, so that its size is not limited by the rate; but for one millisecond's worth,
 * which is all that the clock can tell.
 */
enum { DEBT_OF_ONE = 1000 };

struct debt {
    uint32_t owed;
    enum hal_limit rate;
};

static struct debt pulses_owed = { 0, LIMIT_PULSES_PER_SECOND };
static struct debt reads_owed = { 0, LIMIT_READS_PER_SECOND };
static uint32_t ticked_ms;

void limits_begin(void)
{
    pulses_owed.owed = 0;
    reads_owed.owed = 0;
    ticked_ms = hal_millis();
}

static void pay(struct debt *debt, uint32_t elapsed_ms)
{
    uint64_t paid = (uint64_t)elapsed_ms * board.limits[debt->rate];
    debt->owed = paid >= debt->owed ? 0 : (uint32_t)(debt->owed - paid);
}

void limits_tick(void)
{
    uint32_t now = hal_millis();
    uint32_t elapsed = now - ticked_ms;
    if (elapsed == 0) return;
    ticked_ms = now;
    pay(&pulses_owed, elapsed);
    pay(&reads_owed, elapsed);
}

static refusal check_rate(const struct debt *debt, enum link_nak reason)
{
    limits_tick();
    uint32_t rate = board.limits[debt->rate];
    return debt->owed <= rate ? ACCEPTED : refuse_with(reason, (debt->owed - 1) / rate);
}

/* Without a division: that would take the ATmega as long as all the rest of a pulse. */
static void spend(struct debt *debt, uint16_t count)
{
    uint32_t added = (uint32_t)count * DEBT_OF_ONE;
    debt->owed = added > UINT32_MAX - debt->owed ? UINT32_MAX : debt->owed + added;
}

void limits_spend_pulses(uint16_t pulses) { spend(&pulses_owed, pulses); }
void limits_spend_reads(uint16_t reads) { spend(&reads_owed, reads); }

static bool is_wide(uint8_t limit)
{
    return limit != LIMIT_RISE_VOLTAGE && limit != LIMIT_FALL_VOLTAGE && limit != LIMIT_COMPLIANCE
        && limit != LIMIT_PULSES_PER_CALL && limit != LIMIT_READ_VOLTAGE;
}

static bool loosens(uint8_t limit, uint32_t value)
{
    if (value == 0) return false;
    return limit == LIMIT_LEAST_WIDTH ? value < board.limits[limit] : value > board.limits[limit];
}

static uint32_t take_limit(const uint8_t **at, uint8_t limit) { return is_wide(limit) ? take32(at) : take16(at); }

static refusal check_tightening(const uint8_t *request)
{
    for (uint8_t limit = 0; limit < LIMIT_COUNT; limit++)
        if (loosens(limit, take_limit(&request, limit))) return refuse_with(LINK_NAK_LOOSEN, board.limits[limit]);
    return ACCEPTED;
}

static void tighten(const uint8_t *request)
{
    for (uint8_t limit = 0; limit < LIMIT_COUNT; limit++) {
        uint32_t value = take_limit(&request, limit);
        if (value != 0) board.limits[limit] = value;
    }
}

static void put_limits(uint8_t **reply)
{
    for (uint8_t limit = 0; limit < LIMIT_COUNT; limit++) {
        if (is_wide(limit))
            put32(reply, board.limits[limit]);
        else
            put16(reply, (uint16_t)board.limits[limit]);
    }
}

refusal limits_tighten(const uint8_t *request, uint8_t size, uint8_t **reply)
{
    (void)size;
    refusal why = check_tightening(request);
    if (why != ACCEPTED) return why;
    limits_tick();   /* what has passed is paid at the old rates */
    tighten(request);
    waveforms_recheck();
    put_limits(reply);
    return ACCEPTED;
}

static refusal check_least(uint32_t value, enum hal_limit limit, enum link_nak reason)
{
    return value < board.limits[limit] ? refuse_with(reason, board.limits[limit]) : ACCEPTED;
}

static refusal check_most(uint32_t value, enum hal_limit limit, enum link_nak reason)
{
    return value > board.limits[limit] ? refuse_with(reason, board.limits[limit]) : ACCEPTED;
}

static uint16_t magnitude(int16_t voltage) { return (uint16_t)(voltage < 0 ? -(int32_t)voltage : voltage); }

static refusal check_amplitude(int16_t voltage)
{
    if (voltage == 0) return refuse(LINK_NAK_VOLTAGE);
    return check_most(magnitude(voltage), voltage < 0 ? LIMIT_FALL_VOLTAGE : LIMIT_RISE_VOLTAGE, LINK_NAK_VOLTAGE);
}

/* A compliance that the board cannot set is a promise that it cannot keep, and none where it could is carelessness. */
static refusal check_compliance(uint16_t compliance)
{
    if (board_can(LINK_CAPABILITY_COMPLIANCE) != (compliance != 0)) return refuse(LINK_NAK_COMPLIANCE);
    return check_most(compliance, LIMIT_COMPLIANCE, LINK_NAK_COMPLIANCE);
}

/* mV x uA x 10 ns is 1e-5 pJ. */
static refusal check_energy(int16_t voltage, uint32_t width, uint16_t compliance)
{
    uint32_t current = compliance != 0 ? compliance : board.limits[LIMIT_COMPLIANCE];
    uint64_t energy = (uint64_t)(magnitude(voltage) * current) * width;
    uint64_t most = (uint64_t)board.limits[LIMIT_ENERGY] * 100000u;
    return energy > most ? refuse_with(LINK_NAK_ENERGY, board.limits[LIMIT_ENERGY]) : ACCEPTED;
}

refusal limits_check_shape(int16_t voltage, uint32_t width, uint16_t compliance)
{
    refusal why = check_amplitude(voltage);
    if (why == ACCEPTED) why = check_least(width, LIMIT_LEAST_WIDTH, LINK_NAK_WIDTH);
    if (why == ACCEPTED) why = check_most(width, LIMIT_MOST_WIDTH, LINK_NAK_WIDTH);
    if (why == ACCEPTED) why = check_compliance(compliance);
    return why != ACCEPTED ? why : check_energy(voltage, width, compliance);
}

refusal limits_check_pulses(uint32_t pulses)
{
    refusal why = check_most(pulses, LIMIT_PULSES_PER_CALL, LINK_NAK_PULSES_PER_CALL);
    if (why != ACCEPTED) return why;
    uint32_t so_far = session.up_total + session.down_total;   /* never above the limit it began with */
    uint32_t most = board.limits[LIMIT_TOTAL_PULSES];
    if (so_far > most || pulses > most - so_far) return refuse_with(LINK_NAK_TOTAL_PULSES, most);
    return check_rate(&pulses_owed, LINK_NAK_RATE);
}

refusal limits_check_cell(uint16_t row, uint16_t column, uint32_t pulses)
{
    if (!board_can(LINK_CAPABILITY_CELL_TOTALS)) return ACCEPTED;
    uint32_t so_far = *hal_cell_total(row, column, true) + *hal_cell_total(row, column, false);
    uint32_t most = board.limits[LIMIT_PULSES_PER_CELL];
    if (so_far > most || pulses > most - so_far) return refuse_with(LINK_NAK_CELL_BUDGET, most);
    return ACCEPTED;
}

refusal limits_check_read(int16_t voltage)
{
    refusal why = check_most(magnitude(voltage), LIMIT_READ_VOLTAGE, LINK_NAK_READ_VOLTAGE);
    if (why != ACCEPTED) return why;
    return check_rate(&reads_owed, LINK_NAK_READ_RATE);
}
