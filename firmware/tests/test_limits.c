#include "client.h"
#include "session.h"
#include "tests.h"

static const struct payload none = { { 0 }, 0 };

enum { CELL_TOTALS = 1 << LINK_CAPABILITY_CELL_TOTALS };

/* A request that tightens one limit and leaves the others. */
static struct payload tightening(enum hal_limit which, uint32_t value)
{
    static const uint8_t sizes[LIMIT_COUNT] = { 2, 2, 4, 4, 4, 2, 2, 4, 4, 4, 2, 4 };
    struct payload payload = { { 0 }, 0 };
    for (int i = 0; i < LIMIT_COUNT; i++) {
        uint32_t field = i == (int)which ? value : 0;
        if (sizes[i] == 2)
            add16(&payload, (int)field);
        else
            add32(&payload, field);
    }
    return payload;
}

static struct reply tighten(enum hal_limit which, uint32_t value)
{
    struct payload payload = tightening(which, value);
    return ask(LINK_LIMITS, &payload);
}

static struct reply set_waveform(int up, uint32_t up_width, int down, uint32_t down_width, int compliance)
{
    struct payload payload = { { 0 }, 0 };
    add8(&payload, 3);
    add16(&payload, up);
    add32(&payload, up_width);
    add16(&payload, down);
    add32(&payload, down_width);
    add16(&payload, compliance);
    add16(&payload, 0);
    return ask(LINK_WAVEFORM, &payload);
}

static struct reply pulse(int pulses)
{
    struct payload list = list_of(1, 2, pulses);
    return ask(LINK_PULSE_LIST, &list);
}

static void limits_only_tighten(void)
{
    begin_armed(0);
    struct reply reply = tighten(LIMIT_RISE_VOLTAGE, 2900);
    CHECK(accepted(&reply) && payload16(reply.payload) == 2900 && payload16(reply.payload + 2) == 2000);
    reply = tighten(LIMIT_RISE_VOLTAGE, 2901);
    CHECK(refused(&reply, LINK_NAK_LOOSEN, 2900));
    reply = tighten(LIMIT_LEAST_WIDTH, 99);
    CHECK(refused(&reply, LINK_NAK_LOOSEN, 100));
    reply = tighten(LIMIT_LEAST_WIDTH, 101);
    CHECK(accepted(&reply) && payload32(reply.payload + 4) == 101);
}

static void one_looser_limit_refuses_all(void)
{
    begin_armed(0);
    struct payload payload = tightening(LIMIT_RISE_VOLTAGE, 2500);
    payload.bytes[2] = 0xFF;
    payload.bytes[3] = 0x7F;   /* fall voltage */
    struct reply reply = ask(LINK_LIMITS, &payload);
    CHECK(refused(&reply, LINK_NAK_LOOSEN, 2000));
    CHECK(board.limits[LIMIT_RISE_VOLTAGE] == 3000);
}

/* Each beyond its limit by the least step, and each at it. */
static void waveforms_are_refused_never_clamped(void)
{
    begin_armed(0);
    struct reply reply = set_waveform(3001, 100, -1, 100, 1);
    CHECK(refused(&reply, LINK_NAK_VOLTAGE, 3000));
    reply = set_waveform(1, 100, -2001, 100, 1);
    CHECK(refused(&reply, LINK_NAK_VOLTAGE, 2000));
    reply = set_waveform(-2001, 100, 1, 100, 1);   /* by polarity, not by direction */
    CHECK(refused(&reply, LINK_NAK_VOLTAGE, 2000));
    reply = set_waveform(0, 100, -1, 100, 1);
    CHECK(refused(&reply, LINK_NAK_VOLTAGE, 0));
    reply = set_waveform(-32768, 100, 1, 100, 1);
    CHECK(refused(&reply, LINK_NAK_VOLTAGE, 2000));
    reply = set_waveform(1, 99, -1, 100, 1);
    CHECK(refused(&reply, LINK_NAK_WIDTH, 100));
    reply = set_waveform(1, 100, -1, 100001, 1);
    CHECK(refused(&reply, LINK_NAK_WIDTH, 100000));
    reply = set_waveform(1, 100, -1, 100, 501);
    CHECK(refused(&reply, LINK_NAK_COMPLIANCE, 500));
    reply = set_waveform(1, 100, -1, 100, 0);
    CHECK(refused(&reply, LINK_NAK_COMPLIANCE, 0));
    reply = set_waveform(3000, 100000, -1, 100, 34);   /* 102,000 pJ */
    CHECK(refused(&reply, LINK_NAK_ENERGY, 100000));
    reply = set_waveform(2500, 80000, -2000, 100000, 50);   /* 100,000 pJ both */
    CHECK(accepted(&reply));
    reply = set_waveform(3000, 100, -2000, 100, 500);
    CHECK(accepted(&reply));
}

static void boards_without_compliance_refuse_to_promise_it(void)
{
    rig_begin(0);
    struct reply reply = set_waveform(1000, 100, -1000, 100, 10);
    CHECK(refused(&reply, LINK_NAK_COMPLIANCE, 0));
    reply = set_waveform(2000, 1000, -2000, 1000, 0);   /* 500 uA: 10,000 pJ */
    CHECK(accepted(&reply));
    reply = set_waveform(2000, 10001, -2000, 1000, 0);
    CHECK(refused(&reply, LINK_NAK_ENERGY, 100000));
}

static void waveforms_beyond_new_limits_are_forgotten(void)
{
    begin_armed(0);
    tighten(LIMIT_RISE_VOLTAGE, 1500);
    struct reply reply = pulse(1);
    CHECK(accepted(&reply));
    tighten(LIMIT_RISE_VOLTAGE, 1499);
    reply = pulse(1);
    CHECK(refused(&reply, LINK_NAK_WAVEFORM, 0));
    CHECK(rig.pulses[1] == 1);
}

static void pulses_need_the_right_waveform(void)
{
    begin_armed(0);
    waveform_hash ^= 1;
    struct reply reply = pulse(1);
    CHECK(refused(&reply, LINK_NAK_WAVEFORM, waveform_hash ^ 1u));
    waveform_hash ^= 1;
    struct payload list = list_of(1, 2, 1);
    list.bytes[0] = 2;
    reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_WAVEFORM, 0));
    CHECK(rig.pulses[1] == 0);
}

static void pulses_of_a_call_are_bounded(void)
{
    begin_armed(0);
    tighten(LIMIT_PULSES_PER_CALL, 100);
    struct reply reply = pulse(101);
    CHECK(refused(&reply, LINK_NAK_PULSES_PER_CALL, 100) && rig.pulses[1] == 0);
    reply = pulse(100);
    CHECK(accepted(&reply) && rig.pulses[1] == 100);
}

static void pulses_since_boot_are_bounded(void)
{
    begin_armed(0);
    tighten(LIMIT_TOTAL_PULSES, 5);
    pulse(3);
    struct reply reply = pulse(-3);
    CHECK(refused(&reply, LINK_NAK_TOTAL_PULSES, 5) && rig.pulses[0] == 0);
    reply = pulse(-2);
    CHECK(accepted(&reply));
    reply = pulse(1);
    CHECK(refused(&reply, LINK_NAK_TOTAL_PULSES, 5) && rig.pulses[1] == 3);
}

static void pulses_of_a_cell_are_bounded(void)
{
    begin_armed(CELL_TOTALS);
    tighten(LIMIT_PULSES_PER_CELL, 10);
    pulse(8);
    struct reply reply = pulse(-3);
    CHECK(refused(&reply, LINK_NAK_CELL_BUDGET, 10));
    struct payload twice = list_of(1, 2, 1);   /* the same cell twice in a list: 1 + 2 */
    add8(&twice, 1);
    add8(&twice, 2);
    add8(&twice, -2);
    reply = ask(LINK_PULSE_LIST, &twice);
    CHECK(refused(&reply, LINK_NAK_CELL_BUDGET, 10) && rig.pulses[0] + rig.pulses[1] == 8);
    reply = pulse(-2);
    CHECK(accepted(&reply));
    struct payload block = target(1, 2);
    add8(&block, 1);
    add8(&block, 1);
    add8(&block, LINK_DIRECTION_UP);
    reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_CELL_BUDGET, 10) && rig.pulses[0] + rig.pulses[1] == 10);
}

static void rate_keeps_the_next_command_waiting(void)
{
    begin_armed(0);
    tighten(LIMIT_PULSES_PER_SECOND, 100);
    pulse(50);   /* half a second's */
    struct reply reply = pulse(1);
    CHECK(refused(&reply, LINK_NAK_RATE, 499));
    rig.millis += 400;
    ask(LINK_STATUS, &none);
    reply = pulse(1);
    CHECK(refused(&reply, LINK_NAK_RATE, 99));
    rig.millis += 99;
    reply = pulse(1);
    CHECK(accepted(&reply) && rig.pulses[1] == 51);
}

static void reads_are_bounded(void)
{
    begin_armed(0);
    struct payload block = { { 0 }, 0 };
    add16(&block, 0);
    add16(&block, 0);
    add8(&block, 2);
    add8(&block, 5);
    add16(&block, -301);
    add16(&block, 10);
    struct reply reply = ask(LINK_READ_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_READ_VOLTAGE, 300));
    tighten(LIMIT_READS_PER_SECOND, 1000);
    block.bytes[6] = 200;
    block.bytes[7] = 0;
    reply = ask(LINK_READ_BLOCK, &block);
    CHECK(accepted(&reply));
    reply = ask(LINK_READ_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_READ_RATE, 99));   /* 100 readings are 100 ms, one of them forgiven */
}

void test_limits(void)
{
    limits_only_tighten();
    one_looser_limit_refuses_all();
    waveforms_are_refused_never_clamped();
    boards_without_compliance_refuse_to_promise_it();
    waveforms_beyond_new_limits_are_forgotten();
    pulses_need_the_right_waveform();
    pulses_of_a_call_are_bounded();
    pulses_since_boot_are_bounded();
    pulses_of_a_cell_are_bounded();
    rate_keeps_the_next_command_waiting();
    reads_are_bounded();
}
