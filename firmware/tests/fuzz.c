/*
 * Hostile bytes for the receive path. The input is bytes as they may come over a line; an escape byte among them lets
 * the fuzzer send whole frames with a right CRC, nonce and sequence number, so that it gets past those and to the
 * commands. After every input: no pulse but from an armed board and within the limits, none beyond the array, and the
 * firmware's totals are those that the rig counted.
 */
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "crc.h"
#include "link.h"
#include "receive.h"
#include "rig.h"
#include "session.h"

/* An escape and what follows it: a type, a length and a payload, sent as a frame of this session. */
enum { ESCAPE = 0xA5, TICK = 0xA6 };

static void require(bool holds)
{
    if (!holds) abort();
}

/* What a pulse must satisfy, seen from the hardware; an abort as the last byte of the input may still be unheeded. */
static void check_pulse(const struct hal_pulse *pulse)
{
    uint16_t amplitude = (uint16_t)abs(pulse->voltage);
    require(session.armed != DISARMED);
    require(pulse->row < RIG_ROWS && pulse->column < RIG_COLUMNS);
    require(amplitude != 0 && amplitude <= board.limits[pulse->voltage < 0 ? LIMIT_FALL_VOLTAGE : LIMIT_RISE_VOLTAGE]);
    require(pulse->width >= board.limits[LIMIT_LEAST_WIDTH] && pulse->width <= board.limits[LIMIT_MOST_WIDTH]);
    require(pulse->compliance != 0 && pulse->compliance <= board.limits[LIMIT_COMPLIANCE]);
    require((uint64_t)amplitude * pulse->compliance * pulse->width <= board.limits[LIMIT_ENERGY] * 100000ull);
}

static void check_totals(void)
{
    require(session.up_total == rig.pulses[1] && session.down_total == rig.pulses[0]);
    require(session.up_total + session.down_total <= 100000);
    require(memcmp(rig.cell_totals, rig.cell_pulses, sizeof rig.cell_totals) == 0);
    for (int i = 0; i < RIG_ROWS * RIG_COLUMNS; i++) {
        const uint32_t *cell = rig.cell_totals[i / RIG_COLUMNS][i % RIG_COLUMNS];
        require(cell[0] + cell[1] <= 400);
    }
}

static void send_stuffed(const uint8_t *frame, uint8_t size)
{
    uint8_t stuffed[LINK_MOST_FRAME + 2];
    size_t code = 0, at = 1;
    for (uint8_t i = 0; i < size; i++) {
        if (frame[i] != 0) {
            stuffed[at++] = frame[i];
            continue;
        }
        stuffed[code] = (uint8_t)(at - code);
        code = at++;
    }
    stuffed[code] = (uint8_t)(at - code);
    stuffed[at++] = LINK_DELIMITER;
    rig_receive(stuffed, at);
}

static uint16_t fuzz_hash;

/* The hash of a waveform is 16 bits that the fuzzer would have to guess: it is put in where a message has one. */
static void put_hash(uint8_t type, uint8_t *payload, uint8_t size)
{
    bool has_one = type == LINK_PULSE_LIST || type == LINK_SIGN_BLOCK || type == LINK_PROGRAM;
    uint8_t *at = payload + 1;
    if (type == LINK_WAVEFORM) fuzz_hash = crc_of(payload, size);
    if (has_one && size >= 3) put16(&at, fuzz_hash);
}

static void send_frame(uint8_t type, const uint8_t *payload, uint8_t size)
{
    uint8_t frame[LINK_MOST_FRAME];
    uint8_t *at = frame;
    put8(&at, LINK_VERSION);
    put8(&at, type);
    put16(&at, session.nonce);
    put16(&at, (uint16_t)(session.last_seq + 1));
    put8(&at, size);
    memcpy(at, payload, size);
    put_hash(type, at, size);
    at += size;
    put16(&at, crc_of(frame, (size_t)(at - frame)));
    send_stuffed(frame, (uint8_t)(at - frame));
}

/* Takes an escape's frame from the input; returns the bytes that it took. */
static size_t take_frame(const uint8_t *data, size_t size)
{
    if (size < 2) return size;
    size_t length = data[1] % (LINK_MOST_PAYLOAD + 1);
    if (length > size - 2) length = size - 2;
    send_frame(data[0], data + 2, (uint8_t)length);
    return 2 + length;
}

static void arm_rig(void)
{
    static const uint8_t request[] = { 77, 0, 0, 0, 1, 0x10, 0x27 };   /* serial 77, forming, 10 s */
    static const uint8_t waveform[] = { 0, 0xDC, 5, 0xE8, 3, 0, 0, 0x24, 0xFA, 0xE8, 3, 0, 0, 100, 0, 0, 0 };
    send_frame(LINK_ARM, request, sizeof request);
    send_frame(LINK_WAVEFORM, waveform, sizeof waveform);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t every = 1u << LINK_CAPABILITY_CELL_TOTALS | 1u << LINK_CAPABILITY_VECTOR_READ | 1u << LINK_CAPABILITY_PROGRAM
        | 1u << LINK_CAPABILITY_FORMING | 1u << LINK_CAPABILITY_COMPLIANCE;
    rig_begin(every);
    rig.check_pulse = check_pulse;
    if (size != 0 && data[0] & 1) arm_rig();
    for (size_t i = 0; i < size; i++) {
        rig.output_size = 0;
        if (data[i] == TICK)
            rig.millis += 97;
        else if (data[i] == ESCAPE)
            i += take_frame(data + i + 1, size - i - 1);
        else
            rig_receive(data + i, 1);
    }
    check_totals();
    return 0;
}
