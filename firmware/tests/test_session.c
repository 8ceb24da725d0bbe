#include <setjmp.h>
#include <string.h>

#include "client.h"
#include "session.h"
#include "tests.h"

static const struct payload none = { { 0 }, 0 };

static void hello_identifies_the_board(void)
{
    rig_begin(0);
    struct reply reply = ask_as(LINK_HELLO, 0x1234, 9, &none);
    CHECK(reply.nonce == session.nonce && reply.seq == 9 && reply.size == 34);
    CHECK(memcmp(reply.payload + 2, "rig\0\0\0\0\0", 8) == 0);
    CHECK(payload32(reply.payload + 10) == 77);
    CHECK(payload16(reply.payload + 16) == RIG_ROWS && payload16(reply.payload + 18) == RIG_COLUMNS);
}

static void numbers_go_one_by_one(void)
{
    begin_armed(0);
    struct payload list = list_of(1, 2, 3);
    uint16_t last = session.last_seq;
    struct reply reply = ask_as(LINK_PULSE_LIST, session.nonce, (uint16_t)(last + 2), &list);
    CHECK(refused(&reply, LINK_NAK_GAP, last));
    reply = ask_as(LINK_PULSE_LIST, session.nonce, (uint16_t)(last - 1), &list);
    CHECK(refused(&reply, LINK_NAK_GAP, last));
    reply = ask_as(LINK_PULSE_LIST, session.nonce, 0, &list);
    CHECK(refused(&reply, LINK_NAK_GAP, last));
    CHECK(rig.pulses[1] == 0);
    CHECK(session.last_seq == last);
}

static void nothing_is_done_twice(void)
{
    begin_armed(0);
    struct payload list = list_of(1, 2, 3), other = list_of(4, 4, 99);
    struct reply first = ask(LINK_PULSE_LIST, &list);
    struct reply again = ask_as(LINK_PULSE_LIST, session.nonce, session.last_seq, &list);
    CHECK(memcmp(&first, &again, sizeof first) == 0);
    again = ask_as(LINK_PULSE_LIST, session.nonce, session.last_seq, &other);
    CHECK(memcmp(&first, &again, sizeof first) == 0);
    CHECK(rig.pulses[1] == 3 && session.replays == 2);
}

static void first_number_has_no_answer_to_repeat(void)
{
    rig_begin(0);
    struct reply reply = ask_as(LINK_DISARM, session.nonce, 0, &none);
    CHECK(refused(&reply, LINK_NAK_GAP, 0));
}

static void refusals_use_no_number_up(void)
{
    begin_armed(0);
    struct payload list = list_of(1, 2, 3), outside = list_of(200, 2, 3);
    struct reply reply = ask(LINK_PULSE_LIST, &outside);
    CHECK(refused(&reply, LINK_NAK_CELL, 0));
    reply = ask(LINK_PULSE_LIST, &list);
    CHECK(accepted(&reply) && rig.pulses[1] == 3);
}

static void refusals_leave_the_kept_answer(void)
{
    begin_armed(0);
    struct payload list = list_of(1, 2, 3), outside = list_of(200, 2, 3);
    struct reply first = ask(LINK_PULSE_LIST, &list);
    ask(LINK_PULSE_LIST, &outside);
    struct reply again = ask_as(LINK_PULSE_LIST, session.nonce, session.last_seq, &list);
    CHECK(memcmp(&first, &again, sizeof first) == 0);
}

static void numbers_wrap_past_zero(void)
{
    begin_armed(0);
    session.last_seq = LINK_SEQUENCE_MOST;
    struct reply reply = ask_as(LINK_DISARM, session.nonce, 0, &none);
    CHECK(refused(&reply, LINK_NAK_GAP, LINK_SEQUENCE_MOST));
    reply = ask_as(LINK_DISARM, session.nonce, LINK_SEQUENCE_FIRST, &none);
    CHECK(accepted(&reply) && session.last_seq == LINK_SEQUENCE_FIRST);
}

static void another_boot_is_another_session(void)
{
    begin_armed(0);
    struct payload list = list_of(1, 2, 3);
    uint16_t nonce = session.nonce;
    ask(LINK_PULSE_LIST, &list);
    rig_reboot();
    CHECK(session.nonce != nonce && session.armed == DISARMED && session.up_total == 0);
    struct reply reply = ask_as(LINK_PULSE_LIST, nonce, 4, &list);
    CHECK(refused(&reply, LINK_NAK_SESSION, session.nonce));
    CHECK(rig.pulses[1] == 0);
}

static jmp_buf reset;

static void reset_at_the_third_pulse(const struct hal_pulse *pulse)
{
    (void)pulse;
    if (rig.pulses[1] == 2) longjmp(reset, 1);
}

static void a_reset_in_a_command_leaves_nothing_behind(void)
{
    begin_armed(0);
    rig.check_pulse = reset_at_the_third_pulse;
    struct payload list = list_of(1, 2, 5);
    if (setjmp(reset) == 0) ask(LINK_PULSE_LIST, &list);
    rig.check_pulse = NULL;
    rig_reboot();
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_NOT_ARMED, 0));
    arm_rig();
    reply = ask(LINK_PULSE_LIST, &list);
    CHECK(payload16(reply.payload) == 5 && payload32(reply.payload + 5) == 5 && rig.pulses[1] == 5);
}

static void unknown_messages_are_refused(void)
{
    rig_begin(0);
    struct reply reply = ask(0x55, &none);
    CHECK(refused(&reply, LINK_NAK_TYPE, 0));
    struct payload block = { { 0, 0, 0, 0, 1, 1 }, 6 };
    reply = ask(LINK_CELL_TOTALS, &block);
    CHECK(refused(&reply, LINK_NAK_TYPE, 0));   /* needs a capability that this board lacks */
}

static void watchdog_grounds_and_disarms(void)
{
    begin_armed(0);
    uint32_t grounded = rig.grounded;
    rig.millis += 999;
    rig_receive((const uint8_t *)"", 0);
    CHECK(session.armed == ARMED);
    rig.millis += 1;
    rig_receive((const uint8_t *)"", 0);
    CHECK(session.armed == DISARMED && rig.grounded == grounded + 1 && session.watchdog_trips == 1);
    struct payload list = list_of(1, 2, 3);
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(refused(&reply, LINK_NAK_NOT_ARMED, 0));
}

static void only_this_session_feeds_the_watchdog(void)
{
    begin_armed(0);
    rig.millis += 900;
    ask(LINK_STATUS, &none);
    rig.millis += 900;
    ask_as(LINK_STATUS, (uint16_t)(session.nonce + 1), 0, &none);
    CHECK(session.armed == ARMED);
    rig.millis += 100;
    rig_receive((const uint8_t *)"", 0);
    CHECK(session.armed == DISARMED);
}

static void long_commands_beat_and_do_not_starve(void)
{
    begin_armed(0);
    rig.pulse_ms = 40;
    busy_beats = 0;
    struct payload list = list_of(1, 2, 100);
    struct reply reply = ask(LINK_PULSE_LIST, &list);
    CHECK(accepted(&reply) && payload16(reply.payload) == 100);
    CHECK(busy_beats == 33);   /* every third pulse of 40 ms */
    CHECK(session.armed == ARMED);
}

static void arming_needs_the_serial_number(void)
{
    rig_begin(0);
    struct payload arming = { { 78, 0, 0, 0, 0, 0xF4, 1 }, 7 };
    struct reply reply = ask(LINK_ARM, &arming);
    CHECK(refused(&reply, LINK_NAK_SERIAL, 77) && session.armed == DISARMED);
    arming.bytes[0] = 77;
    arming.bytes[5] = 49;   /* ms */
    arming.bytes[6] = 0;
    reply = ask(LINK_ARM, &arming);
    CHECK(refused(&reply, LINK_NAK_FORMAT, 0) && session.armed == DISARMED);
    arming.bytes[5] = 50;
    arming.bytes[4] = 1;
    reply = ask(LINK_ARM, &arming);
    CHECK(refused(&reply, LINK_NAK_FORMING, 0) && session.armed == DISARMED);
}

void test_session(void)
{
    hello_identifies_the_board();
    numbers_go_one_by_one();
    nothing_is_done_twice();
    first_number_has_no_answer_to_repeat();
    refusals_use_no_number_up();
    refusals_leave_the_kept_answer();
    numbers_wrap_past_zero();
    another_boot_is_another_session();
    a_reset_in_a_command_leaves_nothing_behind();
    unknown_messages_are_refused();
    watchdog_grounds_and_disarms();
    only_this_session_feeds_the_watchdog();
    long_commands_beat_and_do_not_starve();
    arming_needs_the_serial_number();
}
