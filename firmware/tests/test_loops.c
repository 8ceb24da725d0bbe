#include "client.h"
#include "session.h"
#include "tests.h"

enum {
    PROGRAM = 1 << LINK_CAPABILITY_PROGRAM,
    FORMING = 1 << LINK_CAPABILITY_FORMING,
    VECTOR = 1 << LINK_CAPABILITY_VECTOR_READ,
    TOTALS = 1 << LINK_CAPABILITY_CELL_TOTALS
};

struct outcome {
    int up;
    int down;
    int reading;
    int result;
};

/* A program of cells of row 0 from a unit of 2 nS: a pulse moves 5 counts, from 500. */
static struct payload plan(int tolerance, int step, int most_pulses, int most_reversals)
{
    struct payload payload = target(0, 0);
    add16(&payload, 200);
    add8(&payload, 1);
    add_float(&payload, 2e-9f);
    add16(&payload, tolerance);
    add16(&payload, step);
    add16(&payload, step);
    add8(&payload, most_pulses);
    add8(&payload, most_reversals);
    return payload;
}

static void add_cell(struct payload *payload, int column, int target_counts)
{
    add8(payload, 0);
    add8(payload, column);
    add16(payload, target_counts);
}

static struct outcome outcome_of(const struct reply *reply, int cell)
{
    const uint8_t *at = reply->payload + 9 + 5 * cell;
    return (struct outcome){ at[0], at[1], payload16(at + 2), at[4] };
}

static void loops_reach_their_targets(void)
{
    begin_armed(PROGRAM);
    struct payload payload = plan(2, 5, 100, 2);
    add_cell(&payload, 3, 600);
    add_cell(&payload, 4, 501);
    struct reply reply = ask(LINK_PROGRAM, &payload);
    struct outcome first = outcome_of(&reply, 0), second = outcome_of(&reply, 1);
    CHECK(reply.payload[0] == LINK_STOP_DONE && payload32(reply.payload + 1) == 20);
    CHECK(first.up == 20 && first.down == 0 && first.reading == 600 && first.result == LINK_CELL_REACHED);
    CHECK(second.up == 0 && second.reading == 500 && second.result == LINK_CELL_REACHED);
    payload = plan(0, 0, 100, 2);
    add_cell(&payload, 3, 550);
    reply = ask(LINK_PROGRAM, &payload);
    first = outcome_of(&reply, 0);
    CHECK(first.down == 10 && first.reading == 550 && first.result == LINK_CELL_REACHED);
}

static void loops_end(void)
{
    begin_armed(PROGRAM);
    struct payload payload = plan(2, 5, 7, 2);
    add_cell(&payload, 3, 600);
    struct reply reply = ask(LINK_PROGRAM, &payload);
    struct outcome outcome = outcome_of(&reply, 0);
    CHECK(outcome.up == 7 && outcome.reading == 535 && outcome.result == LINK_CELL_MOST_PULSES);

    payload = plan(1, 0, 200, 3);   /* 502 lies between two states */
    add_cell(&payload, 4, 502);
    reply = ask(LINK_PROGRAM, &payload);
    outcome = outcome_of(&reply, 0);
    CHECK(outcome.result == LINK_CELL_MOST_REVERSALS && outcome.up + outcome.down == 4);

    payload = plan(1, 0, 200, 3);   /* 400 is below the lowest state */
    add_cell(&payload, 5, 400);
    reply = ask(LINK_PROGRAM, &payload);
    outcome = outcome_of(&reply, 0);
    CHECK(outcome.result == LINK_CELL_NO_RESPONSE && outcome.down == 3);
}

static void loops_are_checked_for_their_most(void)
{
    begin_armed(PROGRAM | TOTALS);
    struct payload payload = plan(1, 0, 101, 3);   /* 3 x 101 of 300 a call */
    for (int i = 0; i < 3; i++) add_cell(&payload, i, 500);
    struct reply reply = ask(LINK_PROGRAM, &payload);
    CHECK(refused(&reply, LINK_NAK_PULSES_PER_CALL, 300));
    struct payload many = list_of(0, 1, 127);
    ask(LINK_PULSE_LIST, &many);
    ask(LINK_PULSE_LIST, &many);
    payload = plan(1, 0, 147, 3);   /* 254 + 147 of 400 a cell */
    add_cell(&payload, 1, 500);
    reply = ask(LINK_PROGRAM, &payload);
    CHECK(refused(&reply, LINK_NAK_CELL_BUDGET, 400));
}

static void aborted_loops_say_which_cells_they_left(void)
{
    begin_armed(PROGRAM);
    struct payload payload = plan(2, 5, 100, 2);
    add_cell(&payload, 3, 600);
    add_cell(&payload, 4, 600);
    rig.abort_after = 12;
    struct reply reply = ask(LINK_PROGRAM, &payload);
    CHECK(reply.payload[0] == LINK_STOP_ABORTED && payload32(reply.payload + 1) == 12 && rig.pulses[1] == 12);
    CHECK(outcome_of(&reply, 0).up == 12 && outcome_of(&reply, 0).result == LINK_CELL_NOT_STARTED);
    CHECK(outcome_of(&reply, 1).up == 0 && outcome_of(&reply, 1).result == LINK_CELL_NOT_STARTED);
}

static struct payload ramp(int start, int step, int most, int target_counts)
{
    struct payload payload = { { 0 }, 0 };
    add16(&payload, 2);
    add16(&payload, 3);
    add16(&payload, start);
    add16(&payload, step);
    add16(&payload, most);
    add32(&payload, 1000);
    add16(&payload, 50);
    add16(&payload, 100);
    add_float(&payload, 1e-9f);
    add16(&payload, target_counts);
    return payload;
}

static void arm_for_forming(void)
{
    struct payload arming = { { 77, 0, 0, 0, 1, 0xE8, 3 }, 7 };
    ask(LINK_ARM, &arming);
}

static void forming_needs_its_own_arming(void)
{
    begin_armed(FORMING);
    struct payload payload = ramp(500, 100, 2000, 1050);
    struct reply reply = ask(LINK_FORM, &payload);
    CHECK(refused(&reply, LINK_NAK_FORMING, 0) && rig.pulses[1] == 0);
}

static void forming_ends_at_its_conductance(void)
{
    begin_armed(FORMING);
    arm_for_forming();
    struct payload payload = ramp(500, 100, 2000, 1050);
    struct reply reply = ask(LINK_FORM, &payload);
    CHECK(reply.payload[0] == LINK_STOP_DONE && payload16(reply.payload + 1) == 5);
    CHECK(payload16(reply.payload + 3) == 900 && payload16(reply.payload + 5) == 1050 && rig.pulses[1] == 5);
    payload = ramp(500, 100, 2000, 5000);
    reply = ask(LINK_FORM, &payload);
    CHECK(payload16(reply.payload + 1) == 16 && payload16(reply.payload + 3) == 2000 && rig.last.voltage == 2000);
}

static void forming_ramps_must_make_sense(void)
{
    begin_armed(FORMING);
    arm_for_forming();
    static const int bad[][3] = {
        { 500, -100, 2000 }, { 500, 0, 2000 }, { -500, 100, 2000 }, { 2000, 100, 500 }, { 0, 1, 9 },
    };
    for (int i = 0; i < 5; i++) {
        struct payload payload = ramp(bad[i][0], bad[i][1], bad[i][2], 5000);
        struct reply reply = ask(LINK_FORM, &payload);
        CHECK(refused(&reply, LINK_NAK_FORMAT, 0));
    }
    struct payload payload = ramp(-500, -100, -2001, 5000);
    struct reply reply = ask(LINK_FORM, &payload);
    CHECK(refused(&reply, LINK_NAK_VOLTAGE, 2000));
    CHECK(rig.pulses[0] + rig.pulses[1] == 0);
}

static void vectors_add_up(void)
{
    begin_armed(VECTOR);
    rig.state[5][7] = 50;   /* 1500 */
    struct payload payload = { { 0 }, 0 };
    add16(&payload, 4);
    add16(&payload, 6);
    add8(&payload, 2);
    add16(&payload, 3);
    add16(&payload, 100);
    add16(&payload, -200);
    struct reply reply = ask(LINK_VECTOR_READ, &payload);
    CHECK(reply.size == 12);
    CHECK((int32_t)payload32(reply.payload + 4) == 1000 * (100 - 200));
    CHECK((int32_t)payload32(reply.payload + 8) == 1000 * 100 - 1500 * 200);
}

static void totals_of_cells_are_told(void)
{
    begin_armed(TOTALS);
    struct payload list = list_of(2, 3, 9), block = { { 2, 0, 2, 0, 1, 2 }, 6 };
    ask(LINK_PULSE_LIST, &list);
    struct reply reply = ask(LINK_CELL_TOTALS, &block);
    CHECK(reply.size == 16 && payload32(reply.payload) == 0 && payload32(reply.payload + 8) == 9);
    CHECK(payload32(reply.payload + 12) == 0);
}

void test_loops(void)
{
    loops_reach_their_targets();
    loops_end();
    loops_are_checked_for_their_most();
    aborted_loops_say_which_cells_they_left();
    forming_needs_its_own_arming();
    forming_ends_at_its_conductance();
    forming_ramps_must_make_sense();
    vectors_add_up();
    totals_of_cells_are_told();
}
