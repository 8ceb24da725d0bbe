#include <string.h>

#include "client.h"
#include "crc.h"
#include "session.h"
#include "tests.h"

static const struct payload none = { { 0 }, 0 };

static uint16_t bad_frames(void)
{
    struct reply reply = ask(LINK_STATUS, &none);
    return payload16(reply.payload + 11);
}

static void crc_has_its_check_value(void) { CHECK(crc_of((const uint8_t *)"123456789", 9) == LINK_CRC_CHECK); }

/* hello with nonce 0 and seq 0, worked out by hand: 01 01 0000 0000 00 and the CRC. */
static void hello_has_these_bytes(void)
{
    static const uint8_t raw[] = { 1, 1, 0, 0, 0, 0, 0 };
    uint8_t stuffed[16], expected[] = { 3, 1, 1, 1, 1, 1, 1, 3, 0, 0, 0 };
    expected[8] = (uint8_t)crc_of(raw, sizeof raw);
    expected[9] = (uint8_t)(crc_of(raw, sizeof raw) >> 8);
    CHECK(make_frame(LINK_HELLO, 0, 0, &none, stuffed) == sizeof expected);
    CHECK(memcmp(stuffed, expected, sizeof expected) == 0);
}

/* Every payload byte without a zero makes the longest run that COBS has. */
static void longest_frames_go_both_ways(void)
{
    rig_begin(0);
    struct payload full = { { 0 }, LINK_MOST_PAYLOAD };
    memset(full.bytes, 0xFF, sizeof full.bytes);
    struct reply reply = ask_as(LINK_READ_BLOCK, session.nonce, 0x0101, &full);
    CHECK(refused(&reply, LINK_NAK_GAP, 0));
    struct payload block = { { 0 }, 0 };
    add16(&block, 0);
    add16(&block, 0);
    add8(&block, 6);
    add8(&block, 20);
    add16(&block, 200);
    add16(&block, 1);
    reply = ask(LINK_READ_BLOCK, &block);
    CHECK(reply.size == 244);
    CHECK(payload16(reply.payload + 242) == 1000);
}

/* Whatever the first code is, a line feed among others: the first zero of these frames stands anywhere. */
static void frames_may_begin_with_any_code(void)
{
    rig_begin(0);
    for (int zero = LINK_HEADER_SIZE; zero < LINK_HEADER_SIZE + LINK_MOST_PAYLOAD; zero++) {
        struct payload payload = { { 0 }, LINK_MOST_PAYLOAD };
        memset(payload.bytes, 0x33, sizeof payload.bytes);
        payload.bytes[zero - LINK_HEADER_SIZE] = 0;
        struct reply reply = ask_as(LINK_READ_BLOCK, 0x1111, 0x2222, &payload);
        CHECK(refused(&reply, LINK_NAK_SESSION, session.nonce));
    }
}

static void damaged_frames_are_dropped_and_counted(void)
{
    rig_begin(0);
    uint8_t stuffed[LINK_MOST_FRAME + 2], damaged[LINK_MOST_FRAME + 2];
    size_t size = make_frame(LINK_HELLO, 0, 0, &none, stuffed);
    int dropped = 0;
    for (size_t byte = 0; byte + 1 < size; byte++) {
        for (int bit = 0; bit < 8; bit++) {
            memcpy(damaged, stuffed, size);
            damaged[byte] ^= (uint8_t)(1 << bit);
            rig.output_size = 0;
            rig_receive(damaged, size);
            CHECK(rig.output_size == 0);
            dropped++;
        }
    }
    rig.output_size = 0;
    CHECK(bad_frames() >= dropped - 8 && bad_frames() <= 2 * dropped);   /* a flip may make none or two frames */
}

static void receiver_finds_its_feet_after_noise(void)
{
    rig_begin(0);
    uint8_t noise[300];
    for (size_t i = 0; i < sizeof noise; i++) noise[i] = (uint8_t)(i * 7 + 1);
    rig_receive(noise, sizeof noise);
    rig_receive((const uint8_t *)"\0", 1);
    struct reply reply = ask(LINK_HELLO, &none);
    CHECK(reply.type == (LINK_HELLO | LINK_REPLY_FLAG));
}

static void too_long_frames_are_dropped(void)
{
    rig_begin(0);
    uint8_t long_frame[600];
    memset(long_frame, 1, sizeof long_frame);
    long_frame[0] = 0xFF;
    long_frame[255] = 0xFF;
    rig_receive(long_frame, sizeof long_frame);
    rig_receive((const uint8_t *)"\0", 1);
    CHECK(rig.output_size == 0);
    CHECK(bad_frames() == 1);
}

static void wrong_lengths_are_dropped(void)
{
    rig_begin(0);
    uint8_t frame[12] = { LINK_VERSION, LINK_HELLO, 0, 0, 0, 0, 1 }, stuffed[16];
    uint16_t crc = crc_of(frame, 7);
    frame[7] = (uint8_t)crc;
    frame[8] = (uint8_t)(crc >> 8);
    rig_receive(stuffed, stuff(frame, 9, stuffed));
    CHECK(rig.output_size == 0);
}

void test_framing(void)
{
    crc_has_its_check_value();
    hello_has_these_bytes();
    longest_frames_go_both_ways();
    frames_may_begin_with_any_code();
    damaged_frames_are_dropped_and_counted();
    receiver_finds_its_feet_after_noise();
    too_long_frames_are_dropped();
    wrong_lengths_are_dropped();
}
