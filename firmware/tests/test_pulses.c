#include <string.h>

#include "client.h"
#include "receive.h"
#include "session.h"
#include "tests.h"

static const struct payload none = { { 0 }, 0 };

static void lists_fire_exactly_what_they_say(void)
{
    begin_armed(1u << LINK_CAPABILITY_CELL_TOTALS);
    struct payload list = target(1, 2);
    static const int8_t entries[][3] = { { 0, 0, 5 }, { 30, 17, -128 }, { 3, 4, 127 }, { 0, 0, -1 } };
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++) add8(&list, entries[i][j]);
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(payload16(reply.payload) == 132 && payload16(reply.payload + 2) == 129 && reply.payload[4] == LINK_STOP_DONE);
    CHECK(payload32(reply.payload + 5) == 132 && payload32(reply.payload + 9) == 129);
    CHECK(rig.cell_pulses[1][2][1] == 5 && rig.cell_pulses[1][2][0] == 1);
    CHECK(rig.cell_pulses[31][19][0] == 128 && rig.cell_pulses[4][6][1] == 127);
    CHECK(memcmp(rig.cell_pulses, rig.cell_totals, sizeof rig.cell_totals) == 0);
}

static void pulses_have_their_shape(void)
{
    begin_armed(0);
    struct payload list = list_of(1, 2, 1);
    ask(LINK_PULSE_LIST, &list);
    CHECK(rig.last.voltage == 1500 && rig.last.width == 1000 && rig.last.compliance == 100 && rig.last.up);
    list = list_of(1, 2, -1);
    ask(LINK_PULSE_LIST, &list);
    CHECK(rig.last.voltage == -1400 && !rig.last.up);
}

/* The bad entry comes last: nothing before it may have been fired. */
static void a_list_is_checked_as_a_whole(void)
{
    static const int8_t bad[][3] = { { 32, 0, 1 }, { 0, 20, 1 }, { 1, 1, 0 } };
    static const enum link_nak reasons[] = { LINK_NAK_CELL, LINK_NAK_CELL, LINK_NAK_FORMAT };
    begin_armed(0);
    for (int i = 0; i < 3; i++) {
        struct payload list = list_of(1, 2, 3);
        for (int j = 0; j < 3; j++) add8(&list, bad[i][j]);
        struct reply reply = ask(LINK_PULSE_LIST, &list);
        CHECK(refused(&reply, reasons[i], 0));
    }
    struct payload list = list_of(1, 2, 3);
    list.size--;
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0));
    list = target(0, 0);
    reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0));
    CHECK(rig.pulses[0] + rig.pulses[1] == 0);
}

static struct payload block_of(int row, int column, int rows, int columns)
{
    struct payload block = target(row, column);
    add8(&block, rows);
    add8(&block, columns);
    return block;
}

static void blocks_fire_row_by_row(void)
{
    begin_armed(0);
    struct payload block = block_of(30, 16, 2, 3);
    add8(&block, 1 | 2 << 2 | 0 << 4 | 1 << 6);   /* up, down, none; up */
    add8(&block, 2 | 1 << 2);                     /* down, up */
    struct reply reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(payload16(reply.payload) == 3 && payload16(reply.payload + 2) == 2);
    CHECK(rig.cell_pulses[30][16][1] == 1 && rig.cell_pulses[30][17][0] == 1 && rig.cell_pulses[31][16][1] == 1);
    CHECK(rig.cell_pulses[31][17][0] == 1 && rig.cell_pulses[31][18][1] == 1);
    CHECK(rig.last.row == 31 && rig.last.column == 18);
}

static void a_block_is_checked_as_a_whole(void)
{
    begin_armed(0);
    struct payload block = block_of(0, 0, 1, 4);
    add8(&block, 1 | 3 << 6);
    struct reply reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0));   /* a sign without meaning */
    block = block_of(0, 0, 1, 3);
    add8(&block, 1 | 1 << 6);
    reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0));   /* a bit beyond the last cell */
    block = block_of(0, 0, 1, 5);
    add8(&block, 1);
    reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0));   /* a byte too few */
    block = block_of(31, 0, 2, 4);
    add16(&block, 0x5555);
    reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_CELL, 0));
    block = block_of(0, 0, 9, 4);
    for (int i = 0; i < 9; i++) add8(&block, 0x55);
    reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0));
    CHECK(rig.pulses[0] + rig.pulses[1] == 0);
}

static void nothing_fires_unarmed(void)
{
    begin_armed(0);
    ask(LINK_DISARM, &none);
    struct payload list = list_of(1, 2, 3), block = block_of(0, 0, 1, 1);
    add8(&block, 1);
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_NOT_ARMED, 0));
    reply = ask(LINK_SIGN_BLOCK, &block);
    CHECK(refused(&reply, LINK_NAK_NOT_ARMED, 0));
    CHECK(rig.pulses[0] + rig.pulses[1] == 0);
}

static void aborts_stop_within_a_command(void)
{
    begin_armed(1u << LINK_CAPABILITY_CELL_TOTALS);
    uint32_t grounded = rig.grounded;
    struct payload list = list_of(1, 2, 100);
    rig.abort_after = 7;
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(payload16(reply.payload) == 7 && reply.payload[4] == LINK_STOP_ABORTED);
    CHECK(rig.pulses[1] == 7 && session.up_total == 7);
    CHECK(rig.grounded > grounded && session.armed == DISARMED && session.aborts == 1);
    reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_NOT_ARMED, 0));
}

static void aborts_act_in_the_middle_of_a_frame(void)
{
    begin_armed(0);
    uint8_t stuffed[LINK_MOST_FRAME + 2];
    struct payload list = list_of(1, 2, 100);
    make_frame(LINK_PULSE_LIST, session.nonce, (uint16_t)(session.last_seq + 1), &list, stuffed);
    rig_receive(stuffed, 9);
    rig_receive((const uint8_t *)"\0\0\0", 3);
    CHECK(session.armed == DISARMED && session.aborts == 1 && rig.pulses[1] == 0);
    struct reply reply = ask(LINK_STATUS, &none);
    CHECK(accepted(&reply) && reply.payload[0] == DISARMED);
}

/* The first is the end of the frame before. */
static void two_delimiters_are_no_abort(void)
{
    begin_armed(0);
    rig_receive((const uint8_t *)"\0", 1);
    struct reply reply = ask(LINK_STATUS, &none);
    CHECK(reply.payload[0] == ARMED && session.aborts == 0);
}

/* The interrupt comes between the check of a command and its first pulse. */
static void aborts_before_the_first_pulse_fire_none(void)
{
    begin_armed(0);
    uint8_t stuffed[LINK_MOST_FRAME + 2];
    struct payload list = list_of(1, 2, 100);
    size_t size = make_frame(LINK_PULSE_LIST, session.nonce, (uint16_t)(session.last_seq + 1), &list, stuffed);
    for (size_t i = 0; i < size; i++) link_receive(stuffed[i]);
    link_receive(0);
    link_receive(0);
    rig_receive((const uint8_t *)"", 0);
    rig_receive((const uint8_t *)"", 0);
    CHECK(rig.pulses[1] == 0 && session.armed == DISARMED);
}

static void trouble_ends_the_command_and_counts(void)
{
    static const enum hal_outcome outcomes[] = { HAL_COMPLIANCE, HAL_FAULT };
    static const enum link_stop stops[] = { LINK_STOP_COMPLIANCE, LINK_STOP_HARDWARE };
    for (int i = 0; i < 2; i++) {
        begin_armed(0);
        rig.outcome = outcomes[i];
        struct payload list = list_of(1, 2, -5);
        struct reply reply = ask(LINK_PULSE_LIST, &list);
        CHECK(payload16(reply.payload + 2) == 1 && reply.payload[4] == stops[i] && session.down_total == 1);
    }
}

static void input_in_a_command_is_dropped(void)
{
    begin_armed(0);
    uint8_t stuffed[2 * LINK_MOST_FRAME];
    struct payload list = list_of(1, 2, 3);
    uint16_t seq = (uint16_t)(session.last_seq + 1);
    size_t size = make_frame(LINK_PULSE_LIST, session.nonce, seq, &list, stuffed);
    size += make_frame(LINK_PULSE_LIST, session.nonce, (uint16_t)(seq + 1), &list, stuffed + size);
    for (size_t i = 0; i < size; i++) link_receive(stuffed[i]);
    rig_receive((const uint8_t *)"", 0);
    CHECK(rig.pulses[1] == 3 && session.last_seq == seq);
    rig.output_size = 0;
    struct reply reply = ask(LINK_STATUS, &none);
    CHECK(accepted(&reply));
}

void test_pulses(void)
{
    lists_fire_exactly_what_they_say();
    pulses_have_their_shape();
    a_list_is_checked_as_a_whole();
    blocks_fire_row_by_row();
    a_block_is_checked_as_a_whole();
    nothing_fires_unarmed();
    aborts_stop_within_a_command();
    aborts_act_in_the_middle_of_a_frame();
    two_delimiters_are_no_abort();
    aborts_before_the_first_pulse_fire_none();
    trouble_ends_the_command_and_counts();
    input_in_a_command_is_dropped();
}
